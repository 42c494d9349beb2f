/**
 * Weapon-target assignment with a proven bound, better the longer it runs, and stopped at any moment by whoever runs it.
 * 1. Greedy, then local search: a plan. 2. Subgradient steps on the prices of shots: a bound, and the sets of shots that these
 * prices ask for. 3. The column program over such sets, more of them added until its prices ask for no other: the tight bound,
 * and plans rounded from its solution. 4. Where it mixes sets, branch and price, the branch with the lowest bound first.
 * Each `next()` does a stretch of work that depends on the problem alone, so a number of stretches is a budget that gives the
 * same answer everywhere; a clock belongs to the caller. The bound is recomputed from prices by `boundAtPrices` throughout and
 * so does not depend on the linear program being solved well. It speaks of this one decision, not of what may come after it.
 */
import { createBestShots } from './best-shots.js';
import { type Branch, disagreement, fillLimits, takeLowest } from './branches.js';
import { createGreedy } from './greedy.js';
import { createLocalSearch } from './local-search.js';
import { createPlanDraft, draftValue, loadPlan, startDraft } from './plan-draft.js';
import { boundAtPrices, createPriceSearch, fillPower, type Limits, pricesOfPlan } from './price-bound.js';
import { planValue, type WeaponTargetProblem } from './problem.js';
import { addPlanSets, loadRounded } from './rounding.js';
import { createShotSets } from './shot-sets.js';

export type SearchPhase = 'greedy' | 'local search' | 'prices' | 'columns' | 'branches' | 'done';

export interface SearchState {
  phase: SearchPhase;
  /** Shots of each pair in the best plan found, and its value. */
  readonly plan: Int32Array;
  value: number;
  greedyValue: number;
  /** No plan is better than this. */
  bound: number;
  /** The plan is known to be the best, to within rounding. */
  isProved: boolean;
  /** Sets of shots in the column program, and branches done. */
  columns_count: number;
  branches_count: number;
}

/** The plan counts as the best when its value is within this share of the bound, or this share of all weights where hardly anything is left. */
const PROVED_SHARE = 1e-8, PROVED_WEIGHT = 1e-13;
/** Exchanges without gain that end the local search, at first and after each rounding. */
const EXCHANGES = 20, EXCHANGES_OF_ROUNDING = 4;
const PRICE_STRETCHES = 6, STEPS_OF_STRETCH = 25, SIMPLEX_STEPS = 200;

/** (value − bound) / value, 0 where nothing is left. */
export function gapOf({ value, bound }: Pick<SearchState, 'value' | 'bound'>): number {
  return value > 0 ? (value - bound) / value : 0;
}

/** The same state comes back each time, brought up to date. */
export function* searchPlan(problem: WeaponTargetProblem): Generator<SearchState, SearchState> {
  const { weapons_count, targets_count, weight } = problem, pairs_count = problem.start[targets_count];
  const capacity = { weapons_count, targets_count, pairs_count };
  const draft = createPlanDraft(capacity), greedy = createGreedy(targets_count), local = createLocalSearch(capacity, greedy);
  const power = new Float64Array(pairs_count), price = new Float64Array(weapons_count);
  const choice = createBestShots(weapons_count), sets = createShotSets(problem);
  const limits: Limits = { fewest: new Int32Array(pairs_count), most: new Int32Array(pairs_count) };
  const weights = weight.subarray(0, targets_count).reduce((sum, one) => sum + one, 0);
  const state: SearchState = {
    phase: 'greedy', plan: new Int32Array(pairs_count), value: Infinity, greedyValue: NaN, bound: 0, isProved: false, columns_count: 0, branches_count: 0,
  };

  /** From this bound on nothing better than the plan, but for rounding, can be found. */
  const goodEnough = (): number => state.value - PROVED_SHARE * state.value - PROVED_WEIGHT * weights;
  const keepDraft = (): void => {
    if (draftValue(problem, draft) >= state.value) return;
    state.plan.set(draft.count);
    state.value = planValue(problem, state.plan);
    raiseBound(state.bound);
  };
  const raiseBound = (bound: number): void => {
    state.bound = Math.max(state.bound, Math.min(bound, state.value));
    state.isProved = state.bound >= goodEnough();
    state.columns_count = sets.program.columns_count;
  };

  function* firstPlans(): Generator<SearchState, void> {
    startDraft(problem, draft);
    greedy.complete(problem, draft);
    keepDraft();
    state.greedyValue = state.value;
    yield state;
    state.phase = 'local search';
    for (let round = 0, idle = 0; idle < EXCHANGES && !local.isExhausted; round++, idle++) {
      const before = state.value;
      local.better(problem, draft, round === 0 ? 0 : 1, round);
      keepDraft();
      if (state.value < before) idle = 0;
      yield state;
    }
  }

  function* firstPrices(): Generator<SearchState, void> {
    state.phase = 'prices';
    const search = createPriceSearch(weapons_count, choice);
    fillPower(problem, power);
    loadPlan(problem, draft, state.plan);
    pricesOfPlan(problem, draft.count, draft.left, draft.spare, price);
    addPlanSets(problem, sets, state.plan);
    for (let stretch = 0; stretch < PRICE_STRETCHES && !state.isProved; stretch++) {
      raiseBound(search.better(problem, power, price, state.value, STEPS_OF_STRETCH, PROVED_SHARE, (target, _, { pair, shots, kinds }) => sets.add(target, pair, shots, kinds)));
      yield state;
    }
  }

  /** Solves the column program under the limits until its prices ask for no further set, or the branch is not worth it; returns the bound. */
  function* boundOfBranch(branch: Branch | undefined): Generator<SearchState, number> {
    let bound = branch?.bound ?? state.bound, isSmoothed = false;
    const now = new Float64Array(weapons_count), centre = price.slice();
    while (bound < goodEnough()) {
      while (!sets.program.solve(SIMPLEX_STEPS)) yield state;
      const value = sets.value();
      // Every other time prices half way to the best so far: those of the program alone swing (Wentges, 1997).
      for (let w = 0; w < weapons_count; w++) {
        const asked = Math.max(0, -sets.program.price[targets_count + w]);
        now[w] = isSmoothed ? 0.5 * (asked + centre[w]) : asked;
      }
      let added = 0;
      const here = boundAtPrices(problem, power, now, choice, limits, (target, _, { pair, shots, kinds }) => {
        if (sets.add(target, pair, shots, kinds)) added++;
      });
      if (here > bound) {
        bound = here;
        centre.set(now);
      }
      if (branch === undefined) {
        raiseBound(bound);
        price.set(centre);
      }
      yield state;
      if (value - bound <= 0.1 * (state.value - goodEnough()) || (added === 0 && !isSmoothed)) break;
      isSmoothed = !isSmoothed;
    }
    return bound;
  }

  function* branchAndPrice(): Generator<SearchState, void> {
    state.phase = 'columns';
    const waiting: (Branch | undefined)[] = [undefined];
    /** Lowest bound of the branches that are done with. */
    let closed = Infinity;
    while (waiting.length > 0 && !state.isProved) {
      const branch = takeLowest(waiting);
      fillLimits(problem, branch, limits);
      sets.impose(limits);
      const bound = yield* boundOfBranch(branch);
      if (bound < goodEnough()) {
        loadRounded(problem, sets, draft);
        local.better(problem, draft, EXCHANGES_OF_ROUNDING, state.branches_count);
        keepDraft();
      }
      const split = bound < goodEnough() ? disagreement(problem, sets) : undefined;
      if (split === undefined) closed = Math.min(closed, bound);
      else for (const side of ['atLeast', 'fewer'] as const) waiting.push({ parent: branch, ...split, side, bound });
      state.branches_count++;
      state.phase = 'branches';
      raiseBound(waiting.reduce((lowest, one) => Math.min(lowest, one?.bound ?? lowest), closed));
      yield state;
    }
  }

  yield* firstPlans();
  yield* firstPrices();
  if (!state.isProved) yield* branchAndPrice();
  state.phase = 'done';
  return state;
}
