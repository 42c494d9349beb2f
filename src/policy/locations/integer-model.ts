/**
 * The covering problem as a mixed-integer linear programme, and what a solver must do. A column for each site (0 or 1: a battery stands
 * there) and one for each place (between 0 and 1: it is protected); a place is protected at most as much as the sites that protect it.
 * Columns of places need not be integers: with whole sites, what may be above 0 may be 1.
 */
import type { Covering } from './covering.js';

/** Maximise cost·x with every column from 0 to 1 and every row between its ends. */
export interface IntegerModel {
  readonly cost: readonly number[];
  readonly isInteger: readonly boolean[];
  readonly rows: readonly { readonly low: number; readonly high: number; readonly terms: readonly (readonly [column: number, factor: number])[] }[];
}

export interface IntegerAnswer {
  /** `stopped`: a limit of time came first; then values and bound are the best known, or null. */
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  readonly values: readonly number[] | null;
  /** No solution is worth more than this. */
  readonly bound: number | null;
}

/** Passed in by a face; HiGHS on Node. Rejects where the solver is broken, not where a model has no solution. */
export type IntegerSolver = (model: IntegerModel) => Promise<IntegerAnswer>;

/** `mustReach`: groups of places of each of which at least one must be protected. */
export function coverModel({ weight, covers }: Covering, most: number, mustReach: readonly (readonly number[])[] = []): IntegerModel {
  const sites = covers.length, protectors: number[][] = weight.map(() => []);
  covers.forEach((places, site) => places.forEach((place) => protectors[place]?.push(site)));
  return {
    cost: [...covers.map(() => 0), ...weight],
    isInteger: [...covers.map(() => true), ...weight.map(() => false)],
    rows: [
      { low: 0, high: most, terms: covers.map((_, site) => [site, 1] as const) },
      ...protectors.map((by, place) => ({ low: -Infinity, high: 0, terms: [[sites + place, 1] as const, ...by.map((site) => [site, -1] as const)] })),
      ...reachRows(covers, mustReach),
    ],
  };
}

/** The fewest sites with which at least one place of every group is protected. */
export function fewestModel({ covers }: Covering, mustReach: readonly (readonly number[])[]): IntegerModel {
  return { cost: covers.map(() => -1), isInteger: covers.map(() => true), rows: reachRows(covers, mustReach) };
}

function reachRows(covers: Covering['covers'], mustReach: readonly (readonly number[])[]): IntegerModel['rows'] {
  return mustReach.map((group) => ({ low: 1, high: Infinity, terms: covers.flatMap((places, site) => (places.some((place) => group.includes(place)) ? [[site, 1] as const] : [])) }));
}

/** Sites that an answer chooses. */
export function chosenSites({ values }: IntegerAnswer, sites: number): number[] | null {
  if (values === null) return null;
  return Array.from({ length: sites }, (_, site) => site).filter((site) => (values[site] ?? 0) > 0.5);
}
