/** A table of forces as people read it: one line for each class, one column for each year and source, so that versions stand side by side. */
import { countText } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import { completeCard } from '../../scenario/cards/card.js';
import type { Card, RawCard } from '../../scenario/cards/card.js';
import type { KindFile } from '../../scenario/cards/kinds.js';

type ForceFile = KindFile<'forces'>;

const CLASSES = ['icbm', 'slbm', 'fractionalOrbital', 'hypersonic', 'landAttackCruise', 'warheads', 'deployedWarheads', 'heavyBombers'] as const;
const YEARS = ['in2025', 'in2035'] as const;
const PAGE_CHARACTERS = 100;

/** One number of one source. */
interface Version {
  readonly force: string;
  readonly year: string;
  readonly card: Card;
  readonly note: string;
}

/** Lines below the table's title. */
export function forceText(file: ForceFile): string {
  const versions = versionsOf(file);
  const sources = [...new Set(versions.map(({ card }) => card.source))];
  const columns = YEARS.map((year) => year.slice('in'.length)).flatMap((year) => sources.filter((source) => versions.some((each) => each.year === year && each.card.source === source)).map((source) => ({ year, source })));
  const forces = [...new Set(versions.map(({ force }) => force))];
  const notes: string[] = [];
  const cell = (force: string, year: string, source: string): string => versions.filter((each) => each.force === force && each.year === year && each.card.source === source).map((each) => valueText(each, notes)).join('; ');
  const table = textTable(
    [{ head: '', align: 'left' }, ...columns.map(({ year, source }) => ({ head: `${year} [${sources.indexOf(source) + 1}]`, align: 'right' as const }))],
    forces.map((force) => [force, ...columns.map(({ year, source }) => cell(force, year, source) || '–')]),
  );
  const lines = [...(file.note === undefined ? [] : [wrapText(file.note, PAGE_CHARACTERS)]), '', table, ''];
  lines.push(...sources.map((source, index) => wrapText(`[${index + 1}] ${sourceText(source, versions)}`, PAGE_CHARACTERS, '    ')));
  lines.push(...notes.map((note, index) => wrapText(`${mark(index)} ${note}`, PAGE_CHARACTERS, '  ')));
  return lines.join('\n');
}

function versionsOf(file: ForceFile): Version[] {
  return CLASSES.flatMap((key) => {
    const force = file[key];
    if (force === undefined) return [];
    return YEARS.flatMap((year) => (force[year] ?? []).map((raw: RawCard): Version => ({ force: force.title, year: year.slice('in'.length), card: completeCard(raw, file.source), note: raw.note ?? '' })));
  });
}

/** Published numbers as they are, with the range that their source gives; assumed ones say so. */
function valueText({ card, note }: Version, notes: string[]): string {
  const range = card.low === null || card.high === null || card.low === card.high ? '' : ` (${countText(card.low)} to ${countText(card.high)})`;
  const said = [...(card.standing === 'published' ? [] : [`${card.standing}: ${card.where}`]), ...(note === '' ? [] : [note])].join('; ');
  if (said === '') return `${countText(card.value)}${range}`;
  if (!notes.includes(said)) notes.push(said);
  return `${countText(card.value)}${range} ${mark(notes.indexOf(said))}`;
}

const mark = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);

function sourceText(source: string, versions: readonly Version[]): string {
  const own = versions.filter(({ card }) => card.source === source && card.standing === 'published');
  const where = [...new Set(own.map(({ card }) => card.where))].filter((text) => text !== '');
  const unchecked = own.some(({ card }) => card.seen === 'secondary') ? ' (not checked at the primary source)' : '';
  return [source, ...where].join(', ') + unchecked;
}
