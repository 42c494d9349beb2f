/**
 * What every class of threat offers, however it flies: one flight from a place to a target, or nothing and by how much it
 * fell short; and many such flights that differ as single missiles of a class do. The engine sees no more than this.
 * Ages count from launch (of a cruise missile: from the start of its cruise).
 */
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import type { FlightStatus } from '../../kernel/flight/flight.js';
import type { GeodeticPlace } from './place.js';

/**
 * How a ballistic flight gets to its target: by its class's pitch programme for long range with thrust ended early (standard),
 * by the path that burns least, by one higher or one lower than that. Other classes fly their own way and take `standard`.
 */
export type TrajectoryShape = 'standard' | 'minimum-energy' | 'lofted' | 'depressed';

/** Which way round the Earth: the short way, or the long way over the other side, as a fractional orbit may. */
export type Approach = 'short' | 'long';

export interface FlightRequest {
  readonly from: GeodeticPlace;
  readonly to: GeodeticPlace;
  /** Places passed on the way, in order; only classes that can steer take any. */
  readonly route: readonly GeodeticPlace[];
  readonly shape: TrajectoryShape;
  readonly approach: Approach;
  /** What the missile sets free beside its first warhead, which flies to `to`; classes without a bus take none. */
  readonly bodies: readonly BodyRequest[];
}

export interface BodyRequest {
  readonly kind: 'warhead' | 'decoy';
  readonly to: GeodeticPlace;
}

export const PHASES = ['boost', 'bus', 'coast', 'orbit', 'de-orbit', 'entry', 'pull-up', 'glide', 'dive', 'cruise'] as const;
export type PhaseName = (typeof PHASES)[number];

/** A stretch of a flight, by age. */
export interface FlightPhase {
  readonly name: PhaseName;
  readonly from_s: number;
  readonly to_s: number;
}

/** One flight that arrives. */
export interface SolvedFlight {
  readonly from: GeodeticPlace;
  readonly ephemeris: Ephemeris;
  /** From launch to the end of the boost, coasts between stages included; 0 for what has no boost. */
  readonly burnTime_s: number;
  /** From launch to impact. */
  readonly flightTime_s: number;
  readonly apogee_m: number;
  /** Geodesic from launch to impact. */
  readonly range_m: number;
  readonly miss_m: number;
  /** In order, without gaps, from 0 to `flightTime_s`. */
  readonly phases: readonly FlightPhase[];
  /** One for each body asked for, in the same order. */
  readonly bodies: readonly BodyFlight[];
}

/** Flight of one more body from the missile's launch on: with the missile until its release, then by itself. */
export interface BodyFlight {
  readonly kind: 'warhead' | 'decoy';
  readonly released_s: number;
  readonly ephemeris: Ephemeris;
  readonly flightTime_s: number;
  readonly miss_m: number;
  /** Change of velocity that the bus gave it, relative to the body before it. */
  readonly deltaV_mps: number;
}

/**
 * No flight found, why, and by how much it misses. What is out of range is the target, or with a `detail` what that says: the
 * aim point of one body, whose distance from the aim point before and the reach of the bus are then the two numbers. A `waypoint`
 * counts the places of the route from 0: the one that cannot be passed, or not left for the target.
 */
export type Unsolved =
  | { readonly converged: false; readonly reason: 'out-of-range'; readonly range_m: number; readonly maxRange_m: number; readonly detail?: string; readonly flights: number }
  | { readonly converged: false; readonly reason: 'cannot-fly'; readonly status: FlightStatus | 'cannot-glide' | 'cannot-reach-orbit' | 'route-not-flyable'; readonly detail: string; readonly waypoint?: number; readonly flights: number }
  | { readonly converged: false; readonly reason: 'not-converged'; readonly miss_m: number; readonly flights: number };

export type SolveResult = { readonly converged: true; readonly flight: SolvedFlight; readonly flights: number } | Unsolved;

export interface VariantSet {
  readonly variants: readonly SolvedFlight[];
  /** Missiles of the class that could not be aimed; the set goes on without them. */
  readonly failures: readonly Unsolved[];
  readonly flights: number;
  readonly rightHandSides: number;
}

/** A class of threat with what aiming needs to know about it before any target is named. Keeps scratch memory: one worker's own. */
export interface PreparedThreat {
  /** The class itself, without dispersion. */
  solve(request: FlightRequest): SolveResult;
  /** `count` missiles of the class, standing anywhere within `radius_m` of `request.from`. */
  solveVariants(request: FlightRequest, radius_m: number, count: number): VariantSet;
}
