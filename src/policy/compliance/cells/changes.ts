/**
 * What changes in the matrix from one threat set to another, and what drives it. Between two sets of the same cells only counts differ: a
 * raid grows, another state joins it, a class appears. Flying the later mix at the earlier size would need runs of its own; it is read off
 * the later cell's own curve over raid sizes, which was flown at the same luck.
 */
import type { ThreatClass, Tier } from '../../../scenario/cards/threat-set-file.js';
import type { Cell } from '../../../studies/threat-cells/cell.js';

export interface CellChange {
  readonly tier: Tier;
  readonly class: ThreatClass;
  /** The class appears, goes, or is in both sets. */
  readonly kind: 'new' | 'gone' | 'both';
  /** Share of the raid stopped in each set; null where the set holds none. */
  readonly early: number | null;
  readonly late: number | null;
  /** Late less early; what is new counts as stopped before, since nobody could send it. */
  readonly change: number;
  /** By size of the effect. */
  readonly drivers: readonly ChangeDriver[];
}

export interface ChangeDriver {
  readonly what: 'appears' | 'goes' | 'mix' | 'size';
  readonly says: string;
  /** Of the change; null where the curve does not tell the two apart. */
  readonly effect: number | null;
}

/** Largest fall first: the bars of a tornado. Cells that neither set holds are left out. */
export function changesBetween(cells: readonly Cell[], early: string, late: string): CellChange[] {
  const pairs = cells.filter(({ threatSet }) => threatSet === late).flatMap((after) => {
    const before = cells.find((cell) => cell.threatSet === early && cell.tier === after.tier && cell.class === after.class);
    return before === undefined || (before.state === 'absent' && after.state === 'absent') ? [] : [changeOf(before, after)];
  });
  return pairs.sort((a, b) => a.change - b.change);
}

function changeOf(before: Cell, after: Cell): CellChange {
  const { tier, class: own } = after, early = stopped(before), late = stopped(after), head = { tier, class: own, early, late };
  if (early === null) return { ...head, kind: 'new', change: (late ?? 1) - 1, drivers: [{ what: 'appears', says: `none in ${before.year}, ${after.raid?.exist_count ?? 0} in ${after.year}`, effect: (late ?? 1) - 1 }] };
  if (late === null) return { ...head, kind: 'gone', change: 1 - early, drivers: [{ what: 'goes', says: `${before.raid?.exist_count ?? 0} in ${before.year}, none in ${after.year}`, effect: 1 - early }] };
  return { ...head, kind: 'both', change: late - early, drivers: driversOf(before, after, early, late).sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0)) };
}

const stopped = ({ state, intercepted }: Cell): number | null => (state === 'absent' ? null : (intercepted?.mean ?? 0));

function driversOf(before: Cell, after: Cell, early: number, late: number): ChangeDriver[] {
  const from = before.raid?.flown_count ?? 0, to = after.raid?.flown_count ?? 0, mix = mixWords(before, after), between = stoppedAt(after, from);
  const size: Pick<ChangeDriver, 'what' | 'says'> = { what: 'size', says: `${from} missiles become ${to}, of ${before.raid?.exist_count ?? 0} and ${after.raid?.exist_count ?? 0} that exist` };
  if (from === to && mix === '') return [];
  if (mix === '') return [{ ...size, effect: late - early }];
  if (from === to) return [{ what: 'mix', says: mix, effect: late - early }];
  if (between === null) return [{ what: 'mix', says: mix, effect: null }, { ...size, effect: null }];
  return [{ what: 'mix', says: mix, effect: between - early }, { ...size, effect: late - between }];
}

/** Share stopped of a raid of another size with the cell's mix, by straight lines between the sizes that were flown; null outside them. */
function stoppedAt({ points, state }: Cell, size: number): number | null {
  if (state !== 'flown') return 0;
  const above = points.find(({ missiles_count }) => missiles_count >= size), below = points.findLast(({ missiles_count }) => missiles_count <= size);
  if (above === undefined || below === undefined) return null;
  const span = above.missiles_count - below.missiles_count, share = span === 0 ? 0 : (size - below.missiles_count) / span;
  return below.intercepted.mean + share * (above.intercepted.mean - below.intercepted.mean);
}

/** Which counts make up the raid, where their shares moved by more than one in a hundred. */
function mixWords(before: Cell, after: Cell): string {
  const shares = (cell: Cell): Map<string, number> => {
    const sums = new Map<string, number>(), counts = cell.raid?.counts ?? [], total = counts.reduce((sum, { count, share }) => sum + count * share, 0);
    for (const { force, counted, count, share } of counts) sums.set(`${force} ${counted}`, (sums.get(`${force} ${counted}`) ?? 0) + (count * share) / total);
    return sums;
  };
  const early = shares(before), late = shares(after), moved = [...new Set([...early.keys(), ...late.keys()])].filter((key) => Math.abs((late.get(key) ?? 0) - (early.get(key) ?? 0)) > 0.01);
  return moved.map((key) => `${key}: ${percent(early.get(key))} becomes ${percent(late.get(key))} of the raid`).join(', ');
}

const percent = (share = 0): string => `${Math.round(100 * share)} %`;
