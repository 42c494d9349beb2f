/**
 * The plan: everything one run needs, as plain JSON in SI units with every default filled and every card resolved.
 * No functions, classes or typed arrays, so that it can be hashed, stored, sent to a worker and read in a year.
 * Angles in rad, positions geodetic on WGS-84, times in seconds.
 */

import type { CommandGraphPlan, FallbackPlan } from './command-graph-plan.js';
import type { PartnersPlan } from './partners-plan.js';
import type { SensorPlan, SignaturePlan } from './sensor-plan.js';
import type { TrackerPlan } from './tracker-plan.js';

/** A geodetic place. Altitude above the ellipsoid. */
export interface Place {
  readonly name: string;
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
}

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

/** A group of missiles of one class from one area, aimed at the targets in turn. */
export interface AttackPlan {
  readonly key: string;
  readonly threat: ThreatPlan;
  readonly signature: SignaturePlan;
  readonly origin: Place;
  /** Missiles stand anywhere within this distance of the origin. */
  readonly originRadius_m: number;
  readonly targets: readonly Place[];
  readonly count: number;
  /** First launch after the start of the raid. */
  readonly start_s: number;
  /** Launch times are spread over this time by chance. */
  readonly within_s: number;
  /** Ripple: each missile of the whole group is launched this long after the one before; 0 for none. */
  readonly every_s: number;
  /** Which launches of the group's ripple are this attack's: `start_s + order[i] every_s`. Empty for 0, 1, 2, …, as without a ripple. */
  readonly order: readonly number[];
  readonly shape: 'standard' | 'minimum-energy' | 'lofted' | 'depressed';
  readonly approach: 'short' | 'long';
  /** Places passed on the way, in order. */
  readonly route: readonly Place[];
}

export type { CovarianceTrackerPlan, DelayTrackerPlan, TrackerPlan } from './tracker-plan.js';
export type { InfraredSensorPlan, OrbitPlan, RadarSensorPlan, SensorPlan, SignaturePlan } from './sensor-plan.js';

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

/** What must have been seen before a layer may fire. */
export type Evidence = 'one-infrared' | 'two-infrared' | 'radar' | 'infrared-and-radar';

export interface ReleasePlan {
  readonly evidence: Evidence;
  /** From evidence to permission to fire: people, rules and links. */
  readonly delay_s: number;
}

export interface CommandPlan {
  readonly doctrine: 'barrage' | 'shoot-look-shoot';
  /** Shots a layer may spend on one target. */
  readonly shotsPerTarget: number;
  /** Share of each magazine that is not fired. */
  readonly reserve: number;
  readonly decisionPeriod_s: number;
  /** From an intercept to knowing whether it worked. */
  readonly assessment_s: number;
  readonly prediction: 'template' | 'perfect';
  /** Left out where each object simply gets the earliest intercept. */
  readonly assignment?: 'joint';
  /** Shots at once by what an object threatens, classes ascending; left out where the doctrine alone says how many. */
  readonly salvo?: readonly SalvoPlan[];
  /** Left out where looks make no error. */
  readonly assessmentError?: { readonly hitCalledMiss_prob: number; readonly missCalledHit_prob: number };
  /** Left out where no layer leaves an object to a later one. */
  readonly handOver?: 'after-first-salvo' | 'at-once';
  /** Names of the preferred among the defended places; left out where all count alike. */
  readonly preferred?: readonly string[];
}

/** Objects that threaten at least this many people get so many shots at once. */
export interface SalvoPlan {
  readonly fromPeople_count: number;
  readonly shots: number;
}

/** What is taken as stopped without an interceptor. */
export interface BeforePlan {
  readonly launchPrevented_prob: number;
  readonly nonKinetic_prob: number;
}

/** A country outline: rings of [longitude, latitude] pairs in rad, even-odd fill. */
export interface Territory {
  readonly name: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

export interface Plan {
  readonly version: 1;
  readonly epoch: {
    /** Seconds since 2000-01-01T12:00:00 UTC. */
    readonly from_s: number;
    /** The first launch falls within this time after `from_s`. */
    readonly within_s: number;
  };
  /** `worst-epoch`: the attacker launches when the fewest satellites can reach his missiles. */
  readonly launch: 'random' | 'worst-epoch';
  /** Number of pre-solved variants per missile, origin and target. */
  readonly variants_count: number;
  readonly attacks: readonly AttackPlan[];
  readonly sensors: readonly SensorPlan[];
  readonly tracker: TrackerPlan;
  readonly layers: readonly LayerPlan[];
  readonly release: { readonly space: ReleasePlan; readonly ground: ReleasePlan };
  readonly command: CommandPlan;
  /** Left out where everything planned is launched and only interceptors stop it. */
  readonly before?: BeforePlan;
  /** Left out where reports and orders take the delays of sensors and of release rules. */
  readonly commandGraph?: CommandGraphPlan;
  /** Left out where nations share everything and everyone fires for everyone. */
  readonly partners?: PartnersPlan;
  readonly defended: { readonly places: readonly (Place & { readonly population_count: number })[]; readonly territory: Territory };
}
