/**
 * The plan of a shield against a raid of a cell: all of the scenario but its raid. It is the plan that `cupola run` makes of the
 * scenario with the changes told by `raidOverrides`, so that its hash and its records are the same there.
 */
import { planHashOf } from '../../scenario/plan/plan-hash.js';
import { problemWords } from '../../scenario/text/problem.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { nationsOfTargets } from '../../scenario/compile/compile-partners.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { AttackPlan, Plan } from '../../scenario/plan/plan.js';
import type { RaidOfCell } from '../../scenario/threat-set.js';

/** Solved flights of each class, origin and target where the scenario has more: many cells are flown, each of them a raid of its own. */
export const CELL_VARIANTS = 8;

export interface CellPlan {
  readonly plan: Plan;
  readonly planHash: string;
  readonly overrides: readonly string[];
}

export function planOfRaid(base: Plan, raid: readonly RaidOfCell[], catalogue: Catalogue): CellPlan {
  const attacks = compileRaid(raid, catalogue), variants_count = Math.min(base.variants_count, CELL_VARIANTS);
  const plan: Plan = { ...base, attacks, variants_count, ...(base.partners === undefined ? {} : { partners: { ...base.partners, targetNations: nationsOfTargets(attacks, catalogue) } }) };
  return { plan, planHash: planHashOf(plan), overrides: [...(variants_count === base.variants_count ? [] : [`variants=${variants_count}`]), `raid=${JSON.stringify(raid)}`] };
}

function compileRaid(raid: readonly RaidOfCell[], catalogue: Catalogue): readonly AttackPlan[] {
  const result = compileText(JSON.stringify({ version: 1, raid, interceptors: [] }), 'threat set', catalogue);
  if (!result.ok) throw new Error(`threat set: ${problemWords(result.problems)}`);
  return result.compiled.plan.attacks;
}
