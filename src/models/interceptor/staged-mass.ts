/**
 * Mass of a space interceptor with stages, built from the inside out: kill vehicle and divert propellant, then for each stage
 * from the last to the first its propellant by the rocket equation and its structure, dead weight of known mass or a share
 * of the stage's own mass, at last the carrier, which may hold several. With one stage of known dead weight it is AEI's
 * calculator (Harrison 2025) to the digit. No residuals, no drag, no spare propellant of the carrier (orbit-life has that).
 * Source: Tsiolkovsky; stage fractions as in Sutton and Biblarz, Rocket Propulsion Elements, chapter 4.
 */
import { G0_MPS2 } from '../../kernel/constants.js';
import { log } from '../../kernel/maths.js';
import { massRatio, propellant_kg, type SpaceInterceptorMass } from './rocket-equation.js';
import type { SpaceInterceptor } from './space-based.js';

export interface StageMass {
  readonly speed_mps: number;
  readonly specificImpulse_s: number;
  /** Dead weight besides the structural share: an interstage, electronics. */
  readonly dry_kg: number;
  /** Structure over structure and propellant; 0 when `dry_kg` says it all. */
  readonly structuralFraction: number;
}

interface KillVehicleAndCarrier {
  readonly killVehicleDry_kg: number;
  readonly divertSpecificImpulse_s: number;
  /** Shared by all interceptors of the satellite. */
  readonly carrierDry_kg: number;
  readonly perSatellite_count: number;
}

export interface StagedInterceptor extends KillVehicleAndCarrier {
  readonly divert_mps: number;
  /** In the order of burning. */
  readonly stages: readonly StageMass[];
}

/** What is known of an interceptor's build besides its speeds, which come from its flight. */
export interface Build extends KillVehicleAndCarrier {
  readonly firstStage: Omit<StageMass, 'speed_mps'>;
  /** Like the first when left out. */
  readonly secondStage?: Omit<StageMass, 'speed_mps'>;
}

export interface StagedMass {
  readonly satellite_kg: number;
  readonly interceptor_kg: number;
  /** With its divert propellant. */
  readonly killVehicle_kg: number;
  /** In the order of burning; `pushed_kg` is what each stage carries. */
  readonly stages: readonly { readonly propellant_kg: number; readonly structure_kg: number; readonly pushed_kg: number }[];
}

/** A stage that cannot give the speed it is asked for at any mass: it would have to carry more structure than its propellant lifts. */
export interface TooFast {
  readonly reason: 'stage-too-fast';
  /** Counted from 0 in the order of burning. */
  readonly stage: number;
  /** What the stage could give if it carried nothing; the share of structure sets it. */
  readonly below_mps: number;
}

export function stagedMass(design: StagedInterceptor, gravity_mps2 = G0_MPS2): StagedMass | TooFast {
  const { killVehicleDry_kg, divert_mps, divertSpecificImpulse_s, carrierDry_kg, perSatellite_count } = design;
  const killVehicle_kg = killVehicleDry_kg + propellant_kg(killVehicleDry_kg, divert_mps, divertSpecificImpulse_s, gravity_mps2);
  const stages: StagedMass['stages'][number][] = [];
  let pushed_kg = killVehicle_kg;
  for (let stage = design.stages.length - 1; stage >= 0; stage--) {
    const { speed_mps, specificImpulse_s, dry_kg, structuralFraction } = design.stages[stage];
    const below_mps = fastest_mps(specificImpulse_s, structuralFraction, gravity_mps2);
    if (!(speed_mps < below_mps)) return { reason: 'stage-too-fast', stage, below_mps };
    // Structure per kilogram of propellant has to be accelerated as well: m_p = (R − 1)(m + k m_p).
    const perPropellant = structuralFraction / (1 - structuralFraction), more = massRatio(speed_mps, specificImpulse_s, gravity_mps2) - 1;
    const burnt_kg = ((pushed_kg + dry_kg) * more) / (1 - more * perPropellant);
    const structure_kg = dry_kg + perPropellant * burnt_kg;
    stages.unshift({ propellant_kg: burnt_kg, structure_kg, pushed_kg });
    pushed_kg = pushed_kg + structure_kg + burnt_kg;
  }
  return { satellite_kg: carrierDry_kg + perSatellite_count * pushed_kg, interceptor_kg: pushed_kg, killVehicle_kg, stages };
}

/** Speed that no stage of this kind reaches: all of it propellant but for its structure. Infinity without a structural share. */
function fastest_mps(specificImpulse_s: number, structuralFraction: number, gravity_mps2: number): number {
  return structuralFraction > 0 ? -log(structuralFraction) * gravity_mps2 * specificImpulse_s : Infinity;
}

/** Speeds and divert from how it flies, the rest from how it is built. */
export function designFor({ speed_mps, secondStage, divert_mps }: SpaceInterceptor, { firstStage, secondStage: upper = firstStage, ...rest }: Build): StagedInterceptor {
  const first = { ...firstStage, speed_mps };
  return { ...rest, divert_mps, stages: secondStage === undefined ? [first] : [first, { ...upper, speed_mps: secondStage.speed_mps }] };
}

/** AEI's build-up as one stage of known dead weight on a carrier of its own. */
export function asStaged({ killVehicleDry_kg, bodyDry_kg, carrierDry_kg, divert_mps, speed_mps, specificImpulse_s }: SpaceInterceptorMass): StagedInterceptor {
  return {
    killVehicleDry_kg, divert_mps, divertSpecificImpulse_s: specificImpulse_s, carrierDry_kg, perSatellite_count: 1,
    stages: [{ speed_mps, specificImpulse_s, dry_kg: bodyDry_kg, structuralFraction: 0 }],
  };
}
