/** Why a plan that a study has made cannot be run: a missile that cannot get to its target. Found by flying it, so it is kept. */
import { canonicalJson, sha256Hex } from '../../kernel/hash.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { checkReach } from '../../scenario/meaning/reach.js';

/** A sentence for the reader, or null when nothing stands against the plan. `kept` holds earlier answers by their inputs. */
export function refusalOf(plan: Plan, kept: Map<string, unknown>): string | null {
  const inputs = plan.attacks.map(({ threat, origin, originRadius_m, targets, shape, approach, route }) => ({ threat, origin, originRadius_m, targets, shape, approach, route }));
  const key = `reach:${sha256Hex(canonicalJson(inputs))}`;
  const known = kept.get(key) as { readonly refusal: string | null } | undefined;
  if (known !== undefined) return known.refusal;
  // The path of a problem tells which missile and target it is about; words without numbers, so that like can be counted with like.
  const where = plan.attacks.map(({ threat, origin, targets }) => targets.map((target) => ({ file: '', line: 0, path: `${threat.name} cannot get from ${origin.name} to ${target.name}` })));
  const refusal = checkReach(plan, '', where)[0]?.path ?? null;
  kept.set(key, { refusal });
  return refusal;
}
