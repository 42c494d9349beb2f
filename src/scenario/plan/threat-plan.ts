/** Classes of threat in a plan, in SI units. */

/** One propulsive stage; its burn time follows from propellant, thrust and specific impulse. */
export interface StagePlan {
  readonly thrustVacuum_N: number;
  readonly ispVacuum_s: number;
  readonly ispSeaLevel_s: number;
  readonly propellant_kg: number;
  readonly dry_kg: number;
  /** Reference area for drag while this stage is the lowest one. */
  readonly referenceArea_m2: number;
  /** Unpowered time after this stage burns out, before the next ignites. */
  readonly coastAfter_s: number;
}

interface ThreatCommonPlan {
  readonly name: string;
  /** Chance that the missile fails by itself in powered flight (of a cruise missile: on its way). */
  readonly inFlightFailure_prob: number;
}

/** What classes share that a rocket lifts: its stages and how far single missiles differ from the class. */
export interface BoosterPlan {
  readonly fuel: 'solid' | 'liquid';
  readonly stages: readonly StagePlan[];
  readonly payload_kg: number;
  readonly ballisticCoefficient_kgpm2: number;
  readonly verticalRise_s: number;
  /** One standard deviation of burn time, as a share of it. */
  readonly burnTimeSpread: number;
}

/** What a last stage sets free one by one, at different aim points within its footprint; one warhead needs no bus. */
export interface BusPlan {
  readonly warheads_count: number;
  /** Time between one release and the next. */
  readonly interval_s: number;
  /** Velocity that the bus can give in all. */
  readonly deltaV_mps: number;
}

/** Objects that look like a warhead to the defence. They do no harm and are no lethal objects. */
export interface DecoysPlan {
  readonly perMissile_count: number;
  readonly ballisticCoefficient_kgpm2: number;
  /** Speed at which they leave the missile. */
  readonly separation_mps: number;
}

/** A ballistic missile class. */
export interface BallisticThreatPlan extends ThreatCommonPlan, BoosterPlan {
  readonly model: 'staged-ballistic';
  readonly bus: BusPlan;
  readonly decoys: DecoysPlan;
}

/** How bright a thing is in the infrared that is fast in thin air: brighter than a class when faster and lower than its row says. */
export interface BrightnessPlan {
  readonly class: 'dim' | 'bright';
  readonly fromSpeed_mps: number;
  readonly belowAltitude_m: number;
}

/** A glider that a rocket lifts to the edge of the air. */
export interface GlideThreatPlan extends ThreatCommonPlan, BoosterPlan {
  readonly model: 'boost-glide';
  readonly liftToDrag: number;
  /** Mass over drag area while gliding at that lift-to-drag. */
  readonly glideCoefficient_kgpm2: number;
  readonly maxBank_rad: number;
  /** Apogee that the boost aims for. */
  readonly apogee_m: number;
  /** `equilibrium` damps the skips after the pull-up; `skip` lets them run. */
  readonly glide: 'equilibrium' | 'skip';
  /** Greatest load in the pull-up and in turns. */
  readonly maxLoad_mps2: number;
  /** Below this speed it dives at its target. */
  readonly diveSpeed_mps: number;
  readonly brightness: readonly BrightnessPlan[];
}

/** A missile that enters a low orbit and leaves it again before it has gone round. */
export interface FractionalOrbitalThreatPlan extends ThreatCommonPlan, BoosterPlan {
  readonly model: 'fractional-orbital';
  readonly orbitAltitude_m: number;
  readonly deorbit_mps: number;
  readonly deorbitBurn_s: number;
}

/** A cruise missile or a one-way drone: constant speed at a height above the ellipsoid. */
export interface CruiseThreatPlan extends ThreatCommonPlan {
  readonly model: 'cruise';
  readonly guise: 'cruise-missile' | 'one-way-drone';
  readonly speed_mps: number;
  readonly altitude_m: number;
  readonly range_m: number;
  /** Distance from the target at which it dives. */
  readonly dive_m: number;
}

export type ThreatPlan = BallisticThreatPlan | GlideThreatPlan | FractionalOrbitalThreatPlan | CruiseThreatPlan;
