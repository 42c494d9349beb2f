/**
 * From where to defend, in which order: the greedy order is the answer, for a defence that grows must keep what stands; the exact
 * set of each size, where a solver was asked, says how much that costs. Beside it regret by other weights, and who is left out.
 */
import { coveredWeight, greedyGuarantee, type GreedyStep, protectedBy, takeGreedily, upperBound } from './covering.js';
import { type EveryStatePlan, planEveryState, type StateShare, stateShares } from './equity.js';
import { type ExactAnswers, type ExactSet, solveExactly } from './exact-locations.js';
import type { IntegerSolver } from './integer-model.js';
import { type LocationQuestion, type PreparedQuestion, prepareQuestion, problemOf } from './location-question.js';
import { type RegretTable, regretTable } from './regret.js';

export interface OrderedSite {
  readonly site: string;
  /** What it adds to those before it, as a share of all weight, and in people. */
  readonly added: number;
  readonly addedPeople_count: number;
  /** Places that none before it protects. */
  readonly newPlaces: readonly string[];
}

export interface CurvePoint {
  readonly batteries_count: number;
  /** Share of all weight that the first so many sites of the order protect, and people in the places that they protect. */
  readonly share: number;
  readonly people_count: number;
  /** No set of so many sites protects more: from submodularity, or from the solver. */
  readonly bound: number;
  /** The greedy order comes to at least this share of the most possible, whatever the numbers. */
  readonly guarantee: number;
  readonly exact: ExactPoint | null;
}

export interface ExactPoint {
  readonly share: number;
  readonly people_count: number;
  readonly sites: readonly string[];
  readonly isProved: boolean;
}

export interface LocationPlan {
  readonly weights: string;
  readonly places_count: number;
  readonly sites_count: number;
  readonly people_count: number;
  readonly batteries_count: number;
  /** What all sites together would protect, as a share. */
  readonly reachable: number;
  readonly curve: readonly CurvePoint[];
  readonly order: readonly OrderedSite[];
  /** Places that the whole order protects. */
  readonly protects: readonly string[];
  readonly states: readonly StateShare[];
  readonly everyState: EveryStatePlan;
  readonly regret: RegretTable;
}

/** The greedy plan and its bounds; no solver is needed. */
export function planLocations(question: LocationQuestion): LocationPlan {
  return assemble(prepareQuestion(question), undefined);
}

/** The same plan beside the exact answers of a solver, which may be stopped by its own limit and says so. */
export async function proveLocations(question: LocationQuestion, solver: IntegerSolver, onModel?: (done: number) => void): Promise<LocationPlan> {
  const prepared = prepareQuestion(question);
  return assemble(prepared, await solveExactly(prepared, solver, onModel));
}

function assemble(question: PreparedQuestion, exact: ExactAnswers | undefined): LocationPlan {
  const { weights, batteries_count, places, names } = question, problem = problemOf(question, weights);
  const steps = takeGreedily(problem, batteries_count), sites = steps.map(({ site }) => site), whole = protectedBy(problem, sites);
  const best = exact?.curve[batteries_count - 1];
  return {
    weights: weights.scheme, places_count: places.length, sites_count: names.length, batteries_count,
    people_count: places.reduce((sum, { population_count }) => sum + population_count, 0),
    reachable: coveredWeight(problem, names.map((_, site) => site)),
    curve: curveOf(question, steps, exact),
    order: steps.map(({ site, added, newPlaces }) => ({ site: names[site] ?? '', added, addedPeople_count: newPlaces.reduce((sum, place) => sum + (places[place]?.population_count ?? 0), 0), newPlaces: newPlaces.map((place) => places[place]?.name ?? '') })),
    protects: places.filter((_, place) => whole[place]).map(({ name }) => name),
    states: stateShares(question, sites),
    everyState: planEveryState(question, best !== undefined && best.sites !== null && best.value >= coveredWeight(problem, sites) ? best.sites : sites, exact?.everyState),
    regret: regretTable(question, exact),
  };
}

function curveOf(question: PreparedQuestion, steps: readonly GreedyStep[], exact: ExactAnswers | undefined): CurvePoint[] {
  const problem = problemOf(question, question.weights);
  return Array.from({ length: question.batteries_count + 1 }, (_, count) => {
    const sites = steps.slice(0, count).map(({ site }) => site), found = exact?.curve[count - 1], share = coveredWeight(problem, sites);
    return {
      batteries_count: count, share, people_count: peopleOf(question, sites), guarantee: greedyGuarantee(count),
      // Rounding of sums must not put the bound below what is there.
      bound: Math.max(share, found?.value ?? 0, Math.min(upperBound(problem, count, steps), found?.bound ?? Infinity)),
      exact: exactPoint(question, found),
    };
  });
}

function exactPoint(question: PreparedQuestion, found: ExactSet | undefined): ExactPoint | null {
  if (found === undefined || found.sites === null) return null;
  return { share: found.value, people_count: peopleOf(question, found.sites), sites: found.sites.map((site) => question.names[site] ?? '').sort(), isProved: found.isProved };
}

export function peopleOf({ places, covers }: PreparedQuestion, sites: readonly number[]): number {
  return coveredWeight({ weight: places.map(({ population_count }) => population_count), covers }, sites);
}
