/**
 * The plan: everything one run needs, as plain JSON in SI units with every default filled and every card resolved.
 * No functions, classes or typed arrays, so that it can be hashed, stored, sent to a worker and read in a year.
 * Angles in rad, positions geodetic on WGS-84, times in seconds.
 */

import type { BeforePlan, CommandPlan, ReleasePlan } from './command-plan.js';
import type { CommandGraphPlan } from './command-graph-plan.js';
import type { LayerPlan } from './layer-plan.js';
import type { PartnersPlan } from './partners-plan.js';
import type { SensorPlan, SignaturePlan } from './sensor-plan.js';
import type { ThreatPlan } from './threat-plan.js';
import type { TrackerPlan } from './tracker-plan.js';

/** A geodetic place. Altitude above the ellipsoid. */
export interface Place {
  readonly name: string;
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
}

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
export type * from './command-plan.js';
export type * from './layer-plan.js';
export type * from './threat-plan.js';

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
