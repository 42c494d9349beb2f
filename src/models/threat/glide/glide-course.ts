/** What a glider is told before its flight, and what came of it. */
import type { Ephemeris } from '../../../kernel/flight/ephemeris.js';
import type { GeodeticPlace } from '../place.js';
import type { FlightPhase } from '../threat-class.js';

export interface GlideCourse {
  /** At the end of the boost, inertial. */
  readonly start_eci: Float64Array;
  readonly start_s: number;
  /** Waypoints in order, the target last. */
  readonly places: readonly GeodeticPlace[];
}

export interface GlideOptions {
  /** Glide ends unfinished below this speed; 0 goes on to the ground. */
  readonly leastSpeed_mps: number;
  /** Ends where the dive would begin. */
  readonly stopsAtDive: boolean;
  readonly withEphemeris: boolean;
}

/** How a waypoint was passed. */
export interface Passing {
  /** Beside the path, to the right positive. */
  readonly aside_m: number;
  readonly age_s: number;
  readonly speed_mps: number;
  readonly netWeight_mps2: number;
  /** Of the place after it, as seen in passing: along the motion and to the right of it. */
  readonly nextAhead_m: number;
  readonly nextAside_m: number;
}

export interface GlideFlight {
  /** `slow`: below the least speed before the dive; `aloft`: too long; `failed`: not integrated. */
  readonly end: 'impact' | 'dive' | 'slow' | 'aloft' | 'failed';
  readonly age_s: number;
  readonly lat_rad: number;
  readonly lon_rad: number;
  /** Where it ended. */
  readonly altitude_m: number;
  readonly speed_mps: number;
  readonly apogee_m: number;
  /** At the beginning of the dive: speed, and how far the target lies beside the path; the speed at the end if there was none. */
  readonly diveSpeed_mps: number;
  readonly diveAside_m: number;
  /** Error of the heading when the pull-up ends, to the right positive, on the place then next; 0 without a pull-up. */
  readonly headingError_rad: number;
  /** Where the pull-up ended. */
  readonly levelled: { readonly lat_rad: number; readonly lon_rad: number };
  readonly phases: readonly FlightPhase[];
  readonly passings: readonly Passing[];
  readonly rightHandSides: number;
  readonly ephemeris: Ephemeris | undefined;
}
