/**
 * What a plan launches, counted in lethal objects: a missile with three warheads is one missile and three lethal objects.
 * Decoys never count. Names of objects are the paths from which their keys are made.
 */
import type { AttackPlan, Plan, ThreatPlan } from './plan.js';

export interface BodyName {
  /** `raid[0]/3` where a missile is one object, else `raid[0]/3.1`, `raid[0]/3.2`, and `raid[0]/3.decoy1` for decoys. */
  readonly name: string;
  /** 0 is the first warhead; decoys come after all warheads. */
  readonly body: number;
  readonly isLethal: boolean;
}

export function warheadsOf(threat: ThreatPlan): number {
  return threat.model === 'staged-ballistic' ? threat.bus.warheads_count : 1;
}

export function decoysOf(threat: ThreatPlan): number {
  return threat.model === 'staged-ballistic' ? threat.decoys.perMissile_count : 0;
}

/** Lethal objects launched in one attack. */
export function lethalCount(attacks: readonly Pick<AttackPlan, 'count' | 'threat'>[]): number {
  return attacks.reduce((sum, { count, threat }) => sum + count * warheadsOf(threat), 0);
}

/** What people call the things counted: missiles where each is one lethal object. */
export function lethalNoun(attacks: Plan['attacks']): 'missile' | 'warhead' {
  return attacks.some(({ threat }) => warheadsOf(threat) > 1) ? 'warhead' : 'missile';
}

/** Objects of the `index`-th missile of an attack. */
export function bodiesOf(attack: Pick<AttackPlan, 'key' | 'threat'>, index: number): BodyName[] {
  const warheads = warheadsOf(attack.threat), decoys = decoysOf(attack.threat), missile = `${attack.key}/${index}`;
  return Array.from({ length: warheads + decoys }, (_, body): BodyName => {
    const isLethal = body < warheads;
    const name = warheads + decoys === 1 ? missile : isLethal ? `${missile}.${body + 1}` : `${missile}.decoy${body - warheads + 1}`;
    return { name, body, isLethal };
  });
}
