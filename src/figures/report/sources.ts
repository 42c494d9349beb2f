/** Works that the numbers of a report come from, numbered in the order in which they are cited, each once. */
import type { NumberSource } from '../../scenario/compile/compiled.js';
import type { ReportMaterial } from './material.js';

export interface CitedWork {
  readonly number: number;
  readonly source: string;
  readonly url: string;
  /** Pages and tables, each once. */
  readonly places: readonly string[];
  /** Numbers by how they stand. */
  readonly standings: ReadonlyMap<string, number>;
  /** Whether any of its numbers was read at the source itself. */
  readonly isSeen: boolean;
  readonly asOf: { readonly oldest: string; readonly newest: string };
}

const keyOf = ({ source, url }: Pick<NumberSource, 'source' | 'url'>): string => `${source}\n${url}`;

/** The works of all numbers of the plan, those of assumed ones first because the appendix cites them, and then of those that price it. */
export function citedWorks({ compiled: { numbers }, cost }: Pick<ReportMaterial, 'compiled' | 'cost'>): readonly CitedWork[] {
  const groups = new Map<string, NumberSource[]>(), prices = cost?.shield.layers.flatMap((layer) => layer.numbers) ?? [];
  for (const number of [...numbers.filter(({ standing }) => standing === 'assumed'), ...numbers.filter(({ standing }) => standing !== 'assumed'), ...new Set(prices)]) {
    if (number.source === '') continue;
    const group = groups.get(keyOf(number));
    if (group === undefined) groups.set(keyOf(number), [number]);
    else group.push(number);
  }
  return [...groups.values()].map((members, i) => {
    const standings = new Map<string, number>(), [first] = members;
    for (const { standing } of members) standings.set(standing, (standings.get(standing) ?? 0) + 1);
    return {
      number: i + 1, source: first?.source ?? '', url: first?.url ?? '', standings, isSeen: members.some(({ seen }) => seen === 'primary'),
      places: [...new Set(members.map(({ where }) => where).filter((where) => where !== ''))], asOf: agesOf(members),
    };
  });
}

export function workOf(works: readonly CitedWork[], number: NumberSource): CitedWork | undefined {
  return works.find((work) => keyOf(work) === keyOf(number));
}

/** Oldest and newest day as of which cards stand; empty where none says. */
export function agesOf(numbers: readonly Pick<NumberSource, 'asOf'>[]): { readonly oldest: string; readonly newest: string } {
  const days = numbers.map(({ asOf }) => asOf).filter((day) => day !== '').sort();
  return { oldest: days[0] ?? '', newest: days.at(-1) ?? '' };
}
