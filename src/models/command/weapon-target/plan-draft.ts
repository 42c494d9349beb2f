/**
 * A plan in the making: shots of each pair, what is left of each target, spare shots of each weapon, and which pairs fire at
 * a target, kept up to date as shots come and go. Also the pairs in the order of weapons, for those who ask what a weapon reaches.
 */
import type { WeaponTargetProblem } from './problem.js';
import { leftOfTarget } from './problem.js';

export interface Capacity {
  readonly weapons_count: number;
  readonly targets_count: number;
  readonly pairs_count: number;
}

export interface PlanDraft {
  readonly count: Int32Array;
  readonly left: Float64Array;
  readonly spare: Int32Array;
  /** Shots at each target. */
  readonly fired: Int32Array;
  /** Pairs that fire at target t: `firstFiring[t]`, then `nextFiring[pair]`, until −1. */
  readonly firstFiring: Int32Array;
  readonly nextFiring: Int32Array;
  readonly targetOf: Int32Array;
  /** Pairs of weapon w: `ofWeapon[weaponStart[w]]` to `ofWeapon[weaponStart[w + 1] − 1]`, by target. */
  readonly weaponStart: Int32Array;
  readonly ofWeapon: Int32Array;
}

export function createPlanDraft({ weapons_count, targets_count, pairs_count }: Capacity): PlanDraft {
  return {
    count: new Int32Array(pairs_count), left: new Float64Array(targets_count), spare: new Int32Array(weapons_count), fired: new Int32Array(targets_count),
    firstFiring: new Int32Array(targets_count), nextFiring: new Int32Array(pairs_count), targetOf: new Int32Array(pairs_count),
    weaponStart: new Int32Array(weapons_count + 1), ofWeapon: new Int32Array(pairs_count),
  };
}

/** Orders the pairs of a problem by weapon, and empties the plan. */
export function startDraft(problem: WeaponTargetProblem, draft: PlanDraft): void {
  const { weapons_count, targets_count, start, weapon } = problem, { weaponStart, ofWeapon, targetOf } = draft;
  weaponStart.fill(0, 0, weapons_count + 1);
  for (let pair = 0; pair < start[targets_count]; pair++) weaponStart[weapon[pair] + 1]++;
  for (let w = 0; w < weapons_count; w++) weaponStart[w + 1] += weaponStart[w];
  for (let target = 0; target < targets_count; target++) {
    for (let pair = start[target]; pair < start[target + 1]; pair++) {
      targetOf[pair] = target;
      ofWeapon[weaponStart[weapon[pair]]++] = pair;
    }
  }
  for (let w = weapons_count; w > 0; w--) weaponStart[w] = weaponStart[w - 1];
  weaponStart[0] = 0;
  loadPlan(problem, draft, undefined);
}

/** Takes over the shots of a plan; `undefined` is the plan without any. */
export function loadPlan(problem: WeaponTargetProblem, draft: PlanDraft, plan: Int32Array | undefined): void {
  const { weapons_count, targets_count, start, weapon } = problem, pairs = start[targets_count];
  if (plan === undefined) draft.count.fill(0, 0, pairs);
  else for (let pair = 0; pair < pairs; pair++) draft.count[pair] = plan[pair];
  for (let w = 0; w < weapons_count; w++) draft.spare[w] = problem.shots[w];
  for (let target = 0; target < targets_count; target++) {
    draft.firstFiring[target] = -1;
    draft.fired[target] = 0;
    for (let pair = start[target + 1] - 1; pair >= start[target]; pair--) {
      if (draft.count[pair] === 0) continue;
      draft.spare[weapon[pair]] -= draft.count[pair];
      draft.fired[target] += draft.count[pair];
      draft.nextFiring[pair] = draft.firstFiring[target];
      draft.firstFiring[target] = pair;
    }
    draft.left[target] = leftOfTarget(problem, draft.count, target);
  }
}

export function addShot(problem: WeaponTargetProblem, draft: PlanDraft, pair: number): void {
  const target = draft.targetOf[pair];
  draft.spare[problem.weapon[pair]]--;
  draft.fired[target]++;
  if (draft.count[pair]++ === 0) {
    draft.nextFiring[pair] = draft.firstFiring[target];
    draft.firstFiring[target] = pair;
  }
  refresh(problem, draft, target);
}

export function removeShot(problem: WeaponTargetProblem, draft: PlanDraft, pair: number): void {
  const target = draft.targetOf[pair];
  draft.spare[problem.weapon[pair]]++;
  draft.fired[target]--;
  if (--draft.count[pair] === 0) {
    if (draft.firstFiring[target] === pair) draft.firstFiring[target] = draft.nextFiring[pair];
    else {
      let before = draft.firstFiring[target];
      while (draft.nextFiring[before] !== pair) before = draft.nextFiring[before];
      draft.nextFiring[before] = draft.nextFiring[pair];
    }
  }
  refresh(problem, draft, target);
}

/** What would be left of the pair's target with one shot of the pair fewer. A product again, since dividing by a miss of 0 is no way back. */
export function leftWithout(problem: WeaponTargetProblem, draft: PlanDraft, pair: number): number {
  const target = draft.targetOf[pair];
  let left = problem.weight[target];
  for (let p = draft.firstFiring[target]; p >= 0; p = draft.nextFiring[p]) {
    for (let shot = p === pair ? draft.count[p] - 1 : draft.count[p]; shot > 0; shot--) left *= problem.miss[p];
  }
  return left;
}

export function draftValue(problem: WeaponTargetProblem, draft: PlanDraft): number {
  let sum = 0;
  for (let target = 0; target < problem.targets_count; target++) sum += draft.left[target];
  return sum;
}

/** Pair of a target and a weapon, −1 where the weapon does not reach it. Weapons of a target ascend. */
export function pairOf(problem: WeaponTargetProblem, target: number, weapon: number): number {
  let low = problem.start[target], high = problem.start[target + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1, found = problem.weapon[middle];
    if (found === weapon) return middle;
    if (found < weapon) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function refresh(problem: WeaponTargetProblem, draft: PlanDraft, target: number): void {
  let left = problem.weight[target];
  for (let p = draft.firstFiring[target]; p >= 0; p = draft.nextFiring[p]) {
    for (let shot = draft.count[p]; shot > 0; shot--) left *= problem.miss[p];
  }
  draft.left[target] = left;
}
