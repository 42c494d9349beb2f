/** What coverage is asked for: one kind of target at one altitude, as it looks in a phase of its flight. */
import { createSeenTarget, type SeenTarget } from '../../models/sensor/seen-target.js';
import type { AttackPlan } from '../../scenario/plan/plan.js';

export const COVER_PHASES = ['boost', 'coast', 'air'] as const;
export type CoverPhase = (typeof COVER_PHASES)[number];

export interface SoughtTarget {
  readonly phase: CoverPhase;
  readonly missile: string;
  readonly altitude_m: number;
  /** For people, as in `Burning mobile-icbm-class at 50 km`. */
  readonly words: string;
  readonly looks: Pick<SeenTarget, 'intensity_Wpsr' | 'isCold' | 'rcs_m2' | 'fliesInAir'>;
}

/** Altitudes that stand where none is given: above the clouds and most of the air; near the apogees of low flights; low in the air. */
const ALTITUDE_M: Readonly<Record<CoverPhase, number>> = { boost: 50e3, coast: 500e3, air: 20e3 };
const WORDS: Readonly<Record<CoverPhase, string>> = { boost: 'A burning', coast: 'A coasting', air: 'A flying' };

/** Phases that a threat has: what has no boost is in the air all the time. */
export function phasesOf({ threat }: AttackPlan): readonly CoverPhase[] {
  if (threat.model === 'cruise') return ['air'];
  return threat.model === 'boost-glide' ? ['boost', 'coast', 'air'] : ['boost', 'coast'];
}

export function soughtTarget({ threat, signature }: AttackPlan, phase: CoverPhase, altitude_m?: number): SoughtTarget {
  const at_m = altitude_m ?? (threat.model === 'cruise' ? threat.altitude_m : ALTITUDE_M[phase]);
  const burning = phase === 'boost', air = phase === 'air';
  return {
    phase, missile: threat.name, altitude_m: at_m,
    words: `${WORDS[phase]} ${threat.name} at ${Math.round(at_m / 1000)} km`,
    looks: {
      // The dimmest stage: who sees it sees the others.
      intensity_Wpsr: burning ? Math.min(...signature.plume_Wpsr) : air && signature.dim_Wpsr > 0 ? signature.dim_Wpsr : signature.body_Wpsr,
      isCold: !burning && !(air && signature.dim_Wpsr > 0),
      rcs_m2: burning ? signature.boosterRcs_m2 : signature.bodyRcs_m2,
      fliesInAir: air,
    },
  };
}

export function targetAt({ altitude_m, looks }: SoughtTarget): SeenTarget {
  return Object.assign(createSeenTarget(), looks, { altitude_m });
}
