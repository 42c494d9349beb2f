/** `cupola list`: the names in one folder of the public data, or the folders. */
import { textTable } from '../figures/text-table.js';
import { citationLine } from '../figures/citation.js';
import { cardTitle } from './card.js';
import { loadCatalogue } from './catalogue-file.js';
import type { Command, CommandInput } from './command.js';
import { BadInput, flagProblem } from './failures.js';
import { nameHint } from './nearest.js';
import { provenanceOf } from './provenance.js';

export const listCommand: Command = {
  name: 'list',
  summary: 'list the public data of a kind, as threats or sites',
  usage: ['list [<kind>]'],
  arguments: [{ name: 'kind', doc: 'a folder of data/; without it the kinds are listed', isOptional: true }],
  flags: [],
  examples: [
    ['cupola list', 'the kinds of data'],
    ['cupola list threats', 'the missiles that scenarios can name'],
  ],
  run: list,
};

async function list({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const catalogue = loadCatalogue();
  const provenance = provenanceOf(catalogue, commandLine);
  const kinds: Readonly<Record<string, Readonly<Record<string, unknown>>>> = catalogue.kinds;
  const kind = given['kind'];
  if (kind !== undefined && !Object.hasOwn(kinds, kind)) {
    throw new BadInput([flagProblem('<kind>', kind, 'a kind of data', nameHint(kind, Object.keys(kinds)))]);
  }
  const items = kind === undefined
    ? Object.entries(kinds).map(([name, cards]) => ({ name, title: `${Object.keys(cards).length} ${Object.keys(cards).length === 1 ? 'card' : 'cards'}` }))
    : Object.entries(kinds[kind] ?? {}).map(([name, card]) => ({ name, title: cardTitle(card) }));
  if (output.isJson) output.json({ kind: kind ?? null, items, provenance });
  else {
    output.print(textTable([{ head: kind ?? 'kind', align: 'left' }, { head: '', align: 'left' }], items.map((item) => [item.name, item.title])));
    output.print(`\n${output.styled('dim', citationLine(provenance))}`);
  }
  return 0;
}
