/** The exact answers of a location question: for each number of batteries the most that can be protected, and the same where no state may be left out. */
import { coveredWeight } from './covering.js';
import { chosenSites, coverModel, fewestModel, type IntegerAnswer, type IntegerModel, type IntegerSolver } from './integer-model.js';
import { type PreparedQuestion, problemOf } from './location-question.js';
import type { PlaceWeights } from './weights.js';

export interface ExactSet {
  /** Places in the list of sites; null where the solver was stopped before it had any. */
  readonly sites: readonly number[] | null;
  readonly value: number;
  /** Nothing protects more than this. */
  readonly bound: number;
  readonly isProved: boolean;
}

export interface ExactAnswers {
  /** Of the plan's own weights, for 1, 2, … batteries. */
  readonly curve: readonly ExactSet[];
  /** Of each other way to weigh, with all batteries. */
  readonly byScheme: ReadonlyMap<string, ExactSet>;
  readonly everyState: ExactEveryState;
}

export interface ExactEveryState {
  /** Fewest batteries with which somebody is protected in every state where anybody can be; null where it was not found in time. */
  readonly fewest: number | null;
  /** That fewer will not do is proved. */
  readonly isFewestProved: boolean;
  /** The most that all batteries protect under that condition; null where they are too few, or nothing was found in time. */
  readonly best: ExactSet | null;
}

/** How many models `solveExactly` hands to its solver, at most. */
export const modelsOf = ({ batteries_count, weighings }: PreparedQuestion): number => batteries_count + (weighings.length - 1) + 2;

/** `onModel` is told how many models are done. */
export async function solveExactly(question: PreparedQuestion, solver: IntegerSolver, onModel: (done: number) => void = () => undefined): Promise<ExactAnswers> {
  let done = 0;
  const solve = async (model: IntegerModel): Promise<IntegerAnswer> => {
    const answer = await solver(model);
    onModel(++done);
    return answer;
  };
  const { weights, weighings, batteries_count } = question, curve: ExactSet[] = [];
  for (let count = 1; count <= batteries_count; count++) curve.push(setOf(await solve(coverModel(problemOf(question, weights), count)), question, weights));
  const byScheme = new Map<string, ExactSet>();
  for (const weighing of weighings.slice(1)) byScheme.set(weighing.scheme, setOf(await solve(coverModel(problemOf(question, weighing), batteries_count)), question, weighing));
  return { curve, byScheme, everyState: await solveEveryState(question, solve) };
}

async function solveEveryState(question: PreparedQuestion, solve: IntegerSolver): Promise<ExactEveryState> {
  const { weights, batteries_count } = question, groups = coverableStates(question), problem = problemOf(question, weights);
  if (groups.length === 0) return { fewest: 0, isFewestProved: true, best: null };
  const answer = await solve(fewestModel(problem, groups)), sites = chosenSites(answer, problem.covers.length), fewest = sites?.length ?? null;
  // The bound of a minimum that is written as a maximum of minus the number.
  const isFewestProved = answer.status === 'optimal';
  const atLeast = answer.bound === null ? 0 : Math.ceil(-answer.bound - 1e-6);
  if (batteries_count < (isFewestProved && fewest !== null ? fewest : atLeast)) return { fewest, isFewestProved, best: null };
  const best = await solve(coverModel(problem, batteries_count, groups));
  return { fewest, isFewestProved, best: best.status === 'infeasible' || best.values === null ? null : setOf(best, question, weights) };
}

/** States in which some site protects somebody, as lists of places. */
export function coverableStates({ states, covers }: PreparedQuestion): number[][] {
  const can = new Set(covers.flat());
  return states.map(({ places }) => places.filter((place) => can.has(place))).filter((places) => places.length > 0);
}

function setOf(answer: IntegerAnswer, question: PreparedQuestion, weights: PlaceWeights): ExactSet {
  const problem = problemOf(question, weights), chosen = chosenSites(answer, problem.covers.length), sites = chosen === null ? null : withoutIdle(question, chosen), all = coveredWeight(problem, problem.covers.map((_, site) => site));
  const value = sites === null ? 0 : coveredWeight(problem, sites), isProved = answer.status === 'optimal' && sites !== null;
  return { sites, value, bound: isProved ? value : Math.min(all, answer.bound ?? all), isProved };
}

/** A solver may place batteries left over anywhere: those that cover nobody whom the others do not are left out. */
function withoutIdle({ covers, places }: PreparedQuestion, sites: readonly number[]): number[] {
  const covered = (some: readonly number[]): number => coveredWeight({ weight: places.map(() => 1), covers }, some), all = covered(sites);
  const smallestFirst = [...sites].sort((a, b) => (covers[a]?.length ?? 0) - (covers[b]?.length ?? 0));
  return smallestFirst.reduce<number[]>((kept, site) => {
    const others = kept.filter((other) => other !== site);
    return covered(others) === all ? others : kept;
  }, [...sites]);
}
