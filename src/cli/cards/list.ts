/** `cupola list`: the names in one folder of the public data, or the folders. */
import { textTable } from '../../figures/text-table.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { showEntry } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { countText } from '../../figures/numbers.js';
import { cardTitle, isRecord } from './card.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { nameHint } from '../frame/nearest.js';
import { provenanceOf } from '../frame/provenance.js';
import { interceptorColumns } from './interceptor-card.js';
import { raidSize } from './raid-card.js';

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
    : Object.entries(kinds[kind] ?? {}).map(([name, card]) => ({ name, title: cardTitle(card), ...ownColumns(kind, name, catalogue) }));
  if (output.isJson) output.json({ kind: kind ?? null, items, provenance });
  else {
    const own = OWN_COLUMNS[kind ?? ''] ?? [];
    const columns = [{ head: kind ?? 'kind', align: 'left' as const }, ...own.map(({ head, align }) => ({ head, align })), { head: '', align: 'left' as const }];
    output.print(textTable(columns, items.map((item) => [item.name, ...own.map(({ key }) => cellText(item, key)), item.title])));
    output.print(`\n${output.styled('dim', citationLine(provenance))}`);
  }
  return 0;
}

/** Columns between name and title, by kind. */
const OWN_COLUMNS: Readonly<Record<string, readonly { readonly key: string; readonly head: string; readonly align: 'left' | 'right' }[]>> = {
  interceptors: [{ key: 'model', head: 'model', align: 'left' }, { key: 'burnoutSpeed_kmps', head: 'burn-out km/s', align: 'right' }, { key: 'reach', head: 'meets at', align: 'right' }],
  threats: [{ key: 'model', head: 'model', align: 'left' }],
  raids: [{ key: 'missiles', head: 'missiles', align: 'right' }, { key: 'lethalObjects', head: 'lethal objects', align: 'right' }],
};

/** What the columns of a kind show, by their keys. */
function ownColumns(kind: string, name: string, catalogue: Catalogue): Readonly<Record<string, string | number>> {
  if (kind === 'raids') return { ...raidSize(name, catalogue) };
  if (kind === 'interceptors') return interceptorColumns(name, catalogue);
  const threat = kind === 'threats' ? showEntry(catalogue, 'threats', name) : undefined;
  return threat === undefined ? {} : { model: threat.model };
}

function cellText(item: object, key: string): string {
  const value: unknown = isRecord(item) ? item[key] : undefined;
  return typeof value === 'number' ? (Number.isInteger(value) ? countText(value) : value.toFixed(2)) : typeof value === 'string' ? value : '';
}
