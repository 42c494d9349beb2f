/** Who is left out: states, the district and territories in which nobody is protected, and the plan in which no state that can be reached is left out. */
import { coveredWeight, protectedBy, takeGreedily } from './covering.js';
import { coverableStates, type ExactEveryState } from './exact-locations.js';
import { type PreparedQuestion, problemOf } from './location-question.js';

export interface StateShare {
  readonly state: string;
  readonly places_count: number;
  readonly people_count: number;
  /** Of the places that are counted there. */
  readonly protectedPlaces_count: number;
  readonly protectedPeople_count: number;
  /** Some candidate site would protect somebody there. */
  readonly isReachable: boolean;
}

export interface EveryStatePlan {
  /** Batteries with which somebody is protected in every state that any site reaches: the fewest found. */
  readonly fewest_count: number;
  readonly isFewestProved: boolean;
  /** States that no candidate site protects anybody in. */
  readonly outOfReach: readonly string[];
  /** The best plan found with all batteries under that condition; null where they are too few, or none was found. */
  readonly best: { readonly sites: readonly string[]; readonly share: number; readonly isProved: boolean } | null;
  /** What the condition costs: share of the weight of the best set found without it, less that of the plan above. */
  readonly costs: number | null;
}

export function stateShares({ states, places, covers }: PreparedQuestion, sites: readonly number[]): StateShare[] {
  const isProtected = protectedBy({ weight: places.map(() => 1), covers }, sites), can = new Set(covers.flat());
  const people = (chosen: readonly number[]): number => chosen.reduce((sum, place) => sum + (places[place]?.population_count ?? 0), 0);
  return states.map(({ state, places: own }) => {
    const safe = own.filter((place) => isProtected[place]);
    return { state, places_count: own.length, people_count: people(own), protectedPlaces_count: safe.length, protectedPeople_count: people(safe), isReachable: own.some((place) => can.has(place)) };
  });
}

/** `unbound`: the best set known without the condition. */
export function planEveryState(question: PreparedQuestion, unbound: readonly number[], exact: ExactEveryState | undefined): EveryStatePlan {
  const { weights, names, batteries_count } = question, problem = problemOf(question, weights), groups = coverableStates(question);
  const needed = reachStates(question, groups), fewest_count = Math.min(needed.length, exact?.fewest ?? Infinity);
  const filled = needed.length > batteries_count ? null : [...needed, ...takeGreedily(problem, batteries_count, needed).map(({ site }) => site)];
  const own = filled === null ? null : { sites: filled, value: coveredWeight(problem, filled), isProved: false }, proved = exact?.best ?? null;
  const best = proved !== null && proved.sites !== null && proved.value >= (own?.value ?? 0) ? { sites: proved.sites, value: proved.value, isProved: proved.isProved } : own;
  const reached = new Set(groups.flat());
  return {
    fewest_count, isFewestProved: exact?.isFewestProved === true && exact.fewest === fewest_count,
    outOfReach: question.states.filter(({ places }) => !places.some((place) => reached.has(place))).map(({ state }) => state),
    best: best === null ? null : { sites: best.sites.map((site) => names[site] ?? '').sort(), share: best.value, isProved: best.isProved },
    costs: best === null ? null : Math.max(0, coveredWeight(problem, unbound) - best.value),
  };
}

/** Greedy set cover over states: the site that reaches most of those left; among equals the one that adds most weight, then the first by name. */
function reachStates(question: PreparedQuestion, groups: readonly (readonly number[])[]): number[] {
  const { covers, names, weights } = question, problem = problemOf(question, weights), chosen: number[] = [];
  let left = [...groups];
  while (left.length > 0) {
    const base = coveredWeight(problem, chosen);
    let best: { site: number; reaches: number; adds: number } | undefined;
    covers.forEach((places, site) => {
      const reaches = left.filter((group) => places.some((place) => group.includes(place))).length;
      if (reaches === 0) return;
      const adds = coveredWeight(problem, [...chosen, site]) - base;
      if (best === undefined || reaches > best.reaches || (reaches === best.reaches && (adds > best.adds || (adds === best.adds && (names[site] ?? '') < (names[best.site] ?? ''))))) best = { site, reaches, adds };
    });
    if (best === undefined) break;
    const { site } = best;
    chosen.push(site);
    left = left.filter((group) => !(covers[site] ?? []).some((place) => group.includes(place)));
  }
  return chosen;
}
