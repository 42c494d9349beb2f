/** What the planner is asked, and the covering problem that it comes to. People are covered or not; nothing here says where anything is aimed. */
import { invariant } from '../../kernel/invariant.js';
import type { SiteFootprint } from '../../studies/locations/coverage.js';
import type { Covering } from './covering.js';
import type { DefendedPlace, PlaceWeights } from './weights.js';

export interface LocationQuestion {
  readonly places: readonly DefendedPlace[];
  readonly footprints: readonly SiteFootprint[];
  readonly batteries_count: number;
  readonly weights: PlaceWeights;
  /** Other ways to weigh the same places, for regret; the plan's own among them or not. */
  readonly others?: readonly PlaceWeights[];
}

export interface PreparedQuestion extends LocationQuestion {
  readonly covers: Covering['covers'];
  readonly names: readonly string[];
  /** All weights that are compared, the plan's own first, each once. */
  readonly weighings: readonly PlaceWeights[];
  /** States and territories of the places in alphabetical order, each with its places; those without a state are in none. */
  readonly states: readonly { readonly state: string; readonly places: readonly number[] }[];
}

export function prepareQuestion(question: LocationQuestion): PreparedQuestion {
  const { places, footprints, batteries_count, weights, others = [] } = question, at = new Map(places.map(({ name }, i) => [name, i]));
  invariant(batteries_count >= 1 && Number.isInteger(batteries_count), `planLocations: batteries_count must be a whole number of 1 or more, was ${batteries_count}`);
  invariant(weights.shares.length === places.length, `planLocations: ${weights.shares.length} weights for ${places.length} places`);
  const covers = footprints.map(({ protects }) => protects.flatMap((name) => at.get(name) ?? []));
  const codes = [...new Set(places.map(({ state }) => state).filter((state) => state !== ''))].sort();
  return {
    ...question, covers, names: footprints.map(({ site }) => site),
    weighings: [weights, ...others.filter(({ scheme }) => scheme !== weights.scheme)],
    states: codes.map((state) => ({ state, places: places.flatMap((place, i) => (place.state === state ? [i] : [])) })),
  };
}

export function problemOf({ covers, names }: PreparedQuestion, { shares }: PlaceWeights): Covering {
  return { weight: shares, covers, names };
}
