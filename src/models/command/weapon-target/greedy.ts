/**
 * Greedy plan: shot after shot, each where it takes away most of what is left, until no shot is left or none would help.
 * What commanders' rules of thumb come to; everything else here starts from it and is never worse.
 */
import type { PlanDraft } from './plan-draft.js';
import { addShot } from './plan-draft.js';
import type { WeaponTargetProblem } from './problem.js';

export interface Greedy {
  /** Adds shots to the draft until none helps; returns how many. */
  complete(problem: WeaponTargetProblem, draft: PlanDraft): number;
}

export function createGreedy(mostTargets_count: number): Greedy {
  const bestPair = new Int32Array(mostTargets_count), bestGain = new Float64Array(mostTargets_count);

  function lookAgain(problem: WeaponTargetProblem, draft: PlanDraft, target: number): void {
    const { start, weapon, miss } = problem;
    let best = -1, gain = 0;
    if (draft.fired[target] < problem.mostShots[target]) {
      for (let pair = start[target], end = start[target + 1]; pair < end; pair++) {
        if (draft.spare[weapon[pair]] === 0) continue;
        const here = draft.left[target] * (1 - miss[pair]);
        if (here > gain) {
          gain = here;
          best = pair;
        }
      }
    }
    bestPair[target] = best;
    bestGain[target] = gain;
  }

  return {
    complete(problem, draft) {
      const { targets_count, weapon } = problem;
      for (let target = 0; target < targets_count; target++) lookAgain(problem, draft, target);
      for (let added = 0; ; added++) {
        let chosen = -1, gain = 0;
        for (let target = 0; target < targets_count; target++) {
          if (bestGain[target] > gain) {
            gain = bestGain[target];
            chosen = target;
          }
        }
        if (chosen < 0) return added;
        const spent = weapon[bestPair[chosen]];
        addShot(problem, draft, bestPair[chosen]);
        lookAgain(problem, draft, chosen);
        if (draft.spare[spent] > 0) continue;
        for (let target = 0; target < targets_count; target++) {
          if (bestPair[target] >= 0 && weapon[bestPair[target]] === spent) lookAgain(problem, draft, target);
        }
      }
    },
  };
}
