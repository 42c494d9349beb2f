/** Between plans and the column program: the sets of shots of a plan, and a plan out of the sets that a solution takes. */
import { addShot, loadPlan, type PlanDraft } from './plan-draft.js';
import type { WeaponTargetProblem } from './problem.js';
import { type ShotSets, TAKEN } from './shot-sets.js';

/** Adds the sets of shots of a plan, so that the column program can be no worse than it. */
export function addPlanSets(problem: WeaponTargetProblem, sets: ShotSets, plan: Int32Array): void {
  for (let target = 0; target < problem.targets_count; target++) {
    const pair: number[] = [], shots: number[] = [];
    for (let p = problem.start[target]; p < problem.start[target + 1]; p++) {
      if (plan[p] === 0) continue;
      pair.push(p);
      shots.push(plan[p]);
    }
    sets.add(target, pair, shots, pair.length);
  }
}

/** Fills the draft with the sets that the solution takes, one a target, those taken most first, as far as shots last. */
export function loadRounded(problem: WeaponTargetProblem, sets: ShotSets, draft: PlanDraft): void {
  const { basic } = sets.program, rows: number[] = [];
  for (let row = 0; row < basic.length; row++) {
    if (sets.targetOf(basic[row]) >= 0 && !sets.isForbidden(basic[row]) && sets.program.level(row) > TAKEN) rows.push(row);
  }
  rows.sort((a, b) => sets.program.level(b) - sets.program.level(a) || a - b);
  loadPlan(problem, draft, undefined);
  for (const row of rows) {
    if (draft.fired[sets.targetOf(basic[row])] > 0) continue;
    sets.eachShot(basic[row], (pair, shots) => {
      for (let shot = 0; shot < shots && draft.spare[problem.weapon[pair]] > 0; shot++) addShot(problem, draft, pair);
    });
  }
}
