/** `cupola show`: one card file, with every number, its range and its source. */
import { citationLine } from '../../figures/sentences/citation.js';
import { showEntry } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { cardNumbers, cardTitle, isRecord } from './card.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { forceText } from './force-card.js';
import { raidText } from './raid-card.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { nameHint } from '../frame/nearest.js';
import { numbersTable } from '../frame/numbers-table.js';
import { provenanceOf } from '../frame/provenance.js';

export const showCommand: Command = {
  name: 'show',
  summary: 'show one card of the public data with all its numbers and sources',
  usage: ['show <kind> <name>'],
  arguments: [
    { name: 'kind', doc: 'a folder of data/, as listed by cupola list' },
    { name: 'name', doc: 'a name of that kind, as listed by cupola list <kind>' },
  ],
  flags: [],
  examples: [
    ['cupola show threats hwasong-18', 'every number of the missile with its range and source'],
    ['cupola show raids rogue-20', 'who launches what from where at what, and when'],
  ],
  run: show,
};

async function show({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const catalogue = loadCatalogue();
  const kinds: Readonly<Record<string, Readonly<Record<string, unknown>>>> = catalogue.kinds;
  const { kind = '', name = '' } = given;
  const cards = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (cards === undefined) throw new BadInput([flagProblem('<kind>', kind, 'a kind of data', nameHint(kind, Object.keys(kinds)))]);
  if (!Object.hasOwn(cards, name)) throw new BadInput([flagProblem('<name>', name, `a name in ${kind}`, nameHint(name, Object.keys(cards)))]);
  const card = cards[name];
  const provenance = provenanceOf(catalogue, commandLine);
  if (output.isJson) {
    output.json(isRecord(card) ? { ...card, provenance } : card);
    return 0;
  }
  output.print(output.styled('bold', `${kind}/${name}`));
  if (cardTitle(card) !== '') output.print(cardTitle(card));
  const told = inWords(kind, name, catalogue);
  if (told !== '') output.print(told);
  const numbers = cardNumbers(card);
  // A table of forces is its numbers.
  if (kind !== 'forces') output.print(`\n${numbers.length === 0 ? JSON.stringify(card, null, 2) : numbersTable(numbers)}`);
  output.print(`\n${output.styled('dim', citationLine(provenance))}`);
  return 0;
}

/** What the numbers of a card mean together, for the kinds of which a list of numbers tells little; else empty. */
function inWords(kind: string, name: string, catalogue: Catalogue): string {
  const raid = kind === 'raids' ? showEntry(catalogue, 'raids', name) : undefined;
  const force = kind === 'forces' ? showEntry(catalogue, 'forces', name) : undefined;
  if (raid !== undefined) return raidText(name, raid, catalogue);
  return force === undefined ? '' : forceText(force);
}
