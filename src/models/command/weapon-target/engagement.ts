/**
 * Who shoots what, decided many times a second: the form for use inside a run. Everything is made once for the largest
 * decision; a call fills `problem`, calls `decide` and reads the plan, its value and the bound, and nothing is allocated.
 * Where each target may get one shot the decision is a linear assignment and is solved exactly; else it is greedy plus local
 * search, with a bound from a few steps on the prices of shots and a second plan from what targets would buy at these prices.
 * The bound is that of this one decision.
 */
import { createSparseAssignment, type SparseProblem } from '../../../kernel/assignment/sparse-assignment.js';
import { createBestShots } from './best-shots.js';
import { createGreedy } from './greedy.js';
import { createLocalSearch } from './local-search.js';
import { addShot, type Capacity, createPlanDraft, draftValue, loadPlan, startDraft } from './plan-draft.js';
import { createPriceSearch, fillPower, pricesOfPlan } from './price-bound.js';
import type { WeaponTargetProblem } from './problem.js';

export interface Engagement {
  /** To be filled before each decision: its counts are set, its arrays written from their beginning. Weapons of a target ascend. */
  readonly problem: WeaponTargetProblem;
  /**
   * Decides. `exchanges_count` exchanges without gain end the local search, `priceSteps_count` steps are spent on the
   * bound; both 0 give greedy with single moves and no bound (0).
   */
  decide(exchanges_count: number, priceSteps_count: number): void;
  /** Shots of each pair. */
  readonly plan: Int32Array;
  /** Weight left on average, and what no plan can be below. */
  value: number;
  bound: number;
  /** The plan is the best there is: a linear decision, or value and bound meet. */
  isExact: boolean;
  /** What one more shot of each weapon would take away, by the prices behind the bound; says why a shot went elsewhere. */
  readonly price: Float64Array;
}

/** Value and bound count as met within this share. */
const MET = 1e-9;
/** Room for shots of one weapon that stand as columns of their own in the linear case; a decision that needs more is searched. */
const COLUMNS_PER_PAIR = 8;

export function createEngagement(capacity: Capacity): Engagement {
  const { weapons_count: weapons, targets_count: targets, pairs_count: pairs } = capacity;
  const problem: WeaponTargetProblem = {
    weapons_count: 0, targets_count: 0, shots: new Int32Array(weapons), weight: new Float64Array(targets), mostShots: new Int32Array(targets),
    start: new Int32Array(targets + 1), weapon: new Int32Array(pairs), miss: new Float64Array(pairs),
  };
  const draft = createPlanDraft(capacity), greedy = createGreedy(targets), local = createLocalSearch(capacity, greedy);
  const choice = createBestShots(weapons), prices = createPriceSearch(weapons, choice);
  const power = new Float64Array(pairs), price = new Float64Array(weapons), kept = new Int32Array(pairs);
  const room = COLUMNS_PER_PAIR * pairs, mostColumns = Math.min(room, COLUMNS_PER_PAIR * weapons);
  const assignment = createSparseAssignment(targets, mostColumns), pairOfEntry = new Int32Array(room), firstColumn = new Int32Array(weapons + 1);
  const linear: SparseProblem = { rows_count: 0, columns_count: 0, start: new Int32Array(targets + 1), column: new Int32Array(room), cost: new Float64Array(room), leaveCost: new Float64Array(targets) };

  /** Columns for the shots of each weapon, no more of them than targets in its reach; false where the decision is not linear or there is no room. */
  function layOutLinear(): boolean {
    for (let target = 0; target < problem.targets_count; target++) if (problem.mostShots[target] > 1) return false;
    for (let w = 0; w < problem.weapons_count; w++) {
      firstColumn[w + 1] = firstColumn[w] + Math.min(problem.shots[w], draft.weaponStart[w + 1] - draft.weaponStart[w]);
    }
    if (firstColumn[problem.weapons_count] > mostColumns) return false;
    let entries = 0;
    for (let target = 0; target < problem.targets_count; target++) {
      linear.start[target] = entries;
      for (let pair = problem.start[target]; pair < problem.start[target + 1]; pair++) {
        if (problem.mostShots[target] === 0) continue;
        const w = problem.weapon[pair];
        if (entries + firstColumn[w + 1] - firstColumn[w] > room) return false;
        for (let column = firstColumn[w]; column < firstColumn[w + 1]; column++) {
          linear.column[entries] = column;
          linear.cost[entries] = problem.weight[target] * (problem.miss[pair] - 1);
          pairOfEntry[entries++] = pair;
        }
      }
    }
    linear.start[problem.targets_count] = entries;
    linear.rows_count = problem.targets_count;
    linear.columns_count = firstColumn[problem.weapons_count];
    return true;
  }

  function decideLinear(): void {
    let weight = 0;
    for (let target = 0; target < problem.targets_count; target++) weight += problem.weight[target];
    own.value = weight + assignment.solve(linear);
    own.plan.fill(0, 0, problem.start[problem.targets_count]);
    for (let target = 0; target < problem.targets_count; target++) {
      const entry = assignment.pairOfRow[target];
      if (entry >= 0) own.plan[pairOfEntry[entry]]++;
    }
    // The cheapest of a weapon's shots is what one more would be worth.
    for (let w = 0; w < problem.weapons_count; w++) {
      price[w] = problem.shots[w] > firstColumn[w + 1] - firstColumn[w] ? 0 : Infinity;
      for (let column = firstColumn[w]; column < firstColumn[w + 1]; column++) price[w] = Math.min(price[w], -assignment.columnPotential[column]);
      if (price[w] === Infinity) price[w] = 0;
    }
    own.bound = own.value;
    own.isExact = true;
  }

  /** What targets would buy at the prices found, as far as shots last, made whole and bettered: often the better plan. */
  function tryPlanOfPrices(exchanges_count: number): void {
    const { start, targets_count, weapon } = problem, pairs_here = start[targets_count];
    for (let pair = 0; pair < pairs_here; pair++) kept[pair] = draft.count[pair];
    loadPlan(problem, draft, undefined);
    for (let target = 0; target < targets_count; target++) {
      choice.find(problem, power, target, price, undefined, undefined);
      for (let k = 0; k < choice.kinds; k++) {
        for (let shot = Math.min(choice.shots[k], draft.spare[weapon[choice.pair[k]]]); shot > 0; shot--) addShot(problem, draft, choice.pair[k]);
      }
    }
    local.better(problem, draft, exchanges_count, 1);
    if (draftValue(problem, draft) >= own.value) loadPlan(problem, draft, kept);
    own.value = draftValue(problem, draft);
  }

  const own: Engagement = {
    problem, plan: draft.count, value: 0, bound: 0, isExact: false, price,
    decide(exchanges_count, priceSteps_count) {
      startDraft(problem, draft);
      if (layOutLinear()) return decideLinear();
      greedy.complete(problem, draft);
      local.better(problem, draft, exchanges_count, 0);
      own.value = draftValue(problem, draft);
      pricesOfPlan(problem, draft.count, draft.left, draft.spare, price);
      own.bound = 0;
      if (priceSteps_count > 0) {
        fillPower(problem, power);
        const bound = Math.max(0, prices.better(problem, power, price, own.value, priceSteps_count, MET));
        if (own.value - bound > MET * own.value) tryPlanOfPrices(exchanges_count);
        own.bound = Math.min(own.value, bound);
      }
      own.isExact = own.value - own.bound <= MET * own.value;
    },
  };
  return own;
}
