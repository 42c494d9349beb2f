/**
 * Who shoots what, as one decision: weapons with so many shots each, targets with weights, and for the pairs that are in
 * reach the chance that one shot destroys the target. Shots at one target succeed independently of each other. A plan gives
 * each pair a number of shots; its value, to be made small, is the weight that is left on average: the sum over targets of
 * weight × product of (1 − chance) over the shots at it. Static: nothing is looked at between shots and nothing is kept for later.
 */

export interface WeaponTargetProblem {
  weapons_count: number;
  targets_count: number;
  /** Shots of each weapon. */
  readonly shots: Int32Array;
  readonly weight: Float64Array;
  /** Most shots at each target in this decision. */
  readonly mostShots: Int32Array;
  /** Pairs of target t are `start[t]` to `start[t + 1] − 1`, weapons ascending, each at most once. */
  readonly start: Int32Array;
  readonly weapon: Int32Array;
  /** Chance that one shot of the pair does not destroy the target, 0 … 1. */
  readonly miss: Float64Array;
}

/** What is left of the weight of one target under a plan: `count` holds the shots of each pair. */
export function leftOfTarget(problem: WeaponTargetProblem, count: Int32Array, target: number): number {
  let left = problem.weight[target];
  for (let pair = problem.start[target], end = problem.start[target + 1]; pair < end; pair++) {
    for (let shot = count[pair]; shot > 0; shot--) left *= problem.miss[pair];
  }
  return left;
}

/** Value of a plan: the weight left on average. */
export function planValue(problem: WeaponTargetProblem, count: Int32Array): number {
  let sum = 0;
  for (let target = 0; target < problem.targets_count; target++) sum += leftOfTarget(problem, count, target);
  return sum;
}
