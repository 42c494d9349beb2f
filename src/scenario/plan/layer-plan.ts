/** Layers of a shield in a plan: shells in orbit and batteries, with what they fire, in SI units. */
import type { FallbackPlan } from './command-graph-plan.js';
import type { ReleasePlan } from './command-plan.js';
import type { Place } from './plan.js';
import type { StagePlan, ThreatPlan } from './threat-plan.js';

/** Chance that a cause of failure shared by many shots does not occur, and who shares it. */
export interface CommonModePlan {
  readonly value: number;
  readonly scope: 'target' | 'layer' | 'system';
}

export interface SpaceInterceptorPlan {
  readonly model: 'space-based';
  readonly name: string;
  readonly speed_mps: number;
  readonly acceleration_mps2: number;
  /** From commit to ignition. */
  readonly deadTime_s: number;
  readonly divert_mps: number;
  /** Lowest altitude at which it can meet a target. */
  readonly floor_m: number;
  readonly battery_s: number;
  /** What follows the first burn; left out where there is one stage. */
  readonly secondStage?: { readonly coast_s: number; readonly speed_mps: number; readonly acceleration_mps2: number };
  /** Chance that an interceptor that has waited in orbit works when called; left out where all do. */
  readonly reliability_prob?: number;
}

export interface WalkerShellPlan {
  readonly altitude_m: number;
  readonly inclination_rad: number;
  readonly planes_count: number;
  readonly perPlane_count: number;
  /** Walker phasing F: satellites in the next plane lead by F·2π/T. */
  readonly phasing: number;
}

interface LayerCommonPlan {
  readonly key: string;
  readonly name: string;
  /** Its own rule; left out where it waits for the rule of its kind. */
  readonly release?: ReleasePlan;
  /** Node of the command graph at which its shooters stand, and what they do when they are cut off. */
  readonly node?: string;
  readonly fallback?: FallbackPlan;
  /** Whose its shooters are; left out where they are those of the nation that leads. */
  readonly nation?: string;
  readonly singleShotKill_prob: number;
  /** Instead of it against threats of these classes. */
  readonly against?: Readonly<Partial<Record<ThreatPlan['model'], number>>>;
  readonly commonMode: readonly CommonModePlan[];
  /** Largest predicted error of the meeting point at which it is sent; only where the tracker has errors. */
  readonly commitGate_m?: number;
}

export interface SpaceLayerPlan extends LayerCommonPlan {
  readonly kind: 'space';
  readonly shell: WalkerShellPlan;
  readonly perSatellite_count: number;
  readonly interceptor: SpaceInterceptorPlan;
}

export interface GroundInterceptorPlan {
  readonly model: 'ground-based';
  readonly name: string;
  readonly stages: readonly StagePlan[];
  readonly payload_kg: number;
  readonly verticalRise_s: number;
  readonly deadTime_s: number;
  /** Lowest and highest altitude of an intercept. */
  readonly floor_m: number;
  readonly ceiling_m: number;
  readonly battery_s: number;
  /** Acts in the last minutes of a flight, within the reach of its battery's own radar; left out for midcourse. */
  readonly phase?: 'terminal';
  /** Steered along a straight line by fins; left out for ballistic flight after a pitch-over. */
  readonly path?: 'straight';
  /** Of what flies on after burn-out; left out where air is of no effect. */
  readonly ballisticCoefficient_kgpm2?: number;
}

/** Where a battery may meet anything, beside altitudes; each left out where it does not bind. */
export interface BatteryReachPlan {
  /** Over the ground, from the battery to the meeting. */
  readonly maxRange_m?: number;
  /** Of the battery's own radar, which must see the target from launch to meeting. */
  readonly antennaHeight_m?: number;
}

/** How fast a battery can fire; each left out where it does not bind. */
export interface LauncherPlan {
  readonly launchInterval_s?: number;
  /** Rounds on launchers. */
  readonly ready_count?: number;
  /** From a launch until the same place on a launcher is ready again; never where left out. */
  readonly reload_s?: number;
  /** Shots that its radar can support in the air at once. */
  readonly guided_count?: number;
}

export interface GroundLayerPlan extends LayerCommonPlan {
  readonly kind: 'ground';
  readonly site: Place;
  readonly magazine_count: number;
  readonly interceptor: GroundInterceptorPlan;
  readonly reach?: BatteryReachPlan;
  readonly launcher?: LauncherPlan;
  /** Velocity that its kill vehicle keeps for correcting; only where the tracker has errors. */
  readonly divert_mps?: number;
}

export type LayerPlan = SpaceLayerPlan | GroundLayerPlan;
