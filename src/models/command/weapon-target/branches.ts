/**
 * Branches of the search for the best plan: each says of some pairs that they fire at least, or at most, so many shots.
 * A solution of the column program that mixes sets of shots is split by a pair that the sets disagree about: either it fires
 * k shots or more, or fewer. Where no pair is left to disagree about, the solution is a plan.
 */
import type { Limits } from './price-bound.js';
import type { WeaponTargetProblem } from './problem.js';
import { type ShotSets, TAKEN } from './shot-sets.js';

export interface Branch {
  readonly parent: Branch | undefined;
  readonly pair: number;
  readonly shots: number;
  /** At least `shots`, or fewer. */
  readonly side: 'atLeast' | 'fewer';
  /** No plan of this branch is better. */
  readonly bound: number;
}

/** Writes what a branch and those above it demand; `undefined` is the root. */
export function fillLimits(problem: WeaponTargetProblem, branch: Branch | undefined, { fewest, most }: Limits): void {
  for (let target = 0; target < problem.targets_count; target++) {
    for (let pair = problem.start[target]; pair < problem.start[target + 1]; pair++) {
      fewest[pair] = 0;
      most[pair] = Math.min(problem.shots[problem.weapon[pair]], problem.mostShots[target]);
    }
  }
  for (let at = branch; at !== undefined; at = at.parent) {
    if (at.side === 'atLeast') fewest[at.pair] = Math.max(fewest[at.pair], at.shots);
    else most[at.pair] = Math.min(most[at.pair], at.shots - 1);
  }
}

/** The pair and number of shots about which the sets taken disagree most evenly, or nothing where they agree. */
export function disagreement(problem: WeaponTargetProblem, sets: ShotSets): { readonly pair: number; readonly shots: number } | undefined {
  const pairs = problem.start[problem.targets_count], { basic } = sets.program;
  let most = 1;
  for (let shots = 1; shots <= most; shots++) {
    const share = new Float64Array(pairs);
    for (let row = 0; row < basic.length; row++) {
      const level = sets.program.level(row);
      if (sets.targetOf(basic[row]) < 0 || level < TAKEN) continue;
      sets.eachShot(basic[row], (pair, number) => {
        if (number >= shots) share[pair] += level;
        if (number > most) most = number;
      });
    }
    let best = -1;
    for (let pair = 0; pair < pairs; pair++) {
      if (share[pair] > TAKEN && share[pair] < 1 - TAKEN && (best < 0 || Math.abs(share[pair] - 0.5) < Math.abs(share[best] - 0.5))) best = pair;
    }
    if (best >= 0) return { pair: best, shots };
  }
  return undefined;
}

/** Takes the branch with the lowest bound out of those waiting, the youngest of equals; the root, `undefined`, has none yet and comes first. */
export function takeLowest(waiting: (Branch | undefined)[]): Branch | undefined {
  let at = 0;
  for (let k = 1; k < waiting.length; k++) if ((waiting[k]?.bound ?? -Infinity) <= (waiting[at]?.bound ?? -Infinity)) at = k;
  const [taken] = waiting.splice(at, 1);
  return taken;
}
