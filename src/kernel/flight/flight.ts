/**
 * Flight of a staged point mass from launch to the ground: stages in turn with coasts between them, vertical rise,
 * pitch-over, gravity turn, thrust ended by depletion or cut-off, then free flight and re-entry. Threats and ground
 * interceptors share it. Time is since launch; the inertial frame coincides with the Earth-fixed axes at launch.
 * Assumes an instant start of thrust and drops each empty stage when it burns out.
 */
import { EARTH_MEAN_RADIUS_M, EARTH_RATE_RADPS } from '../constants.js';
import type { Ephemeris } from './ephemeris.js';
import { climb_mps, FlightPath, type Sampling } from './flight-path.js';
import { type Launch, liftsOff, planLegs, type Vehicle } from './flight-legs.js';
import { altitude_m as altitudeOf_m, distance_m, ecefFromEnu, ecefToGeodetic, geodeticToEcef } from '../earth/geodesy.js';
import { ecefFromEci, eciFromEcef } from '../earth/frames.js';
import { acos, asin, cos, sin } from '../maths.js';

export { ageAtPowered_s, burnTime_s, type Launch, poweredTime_s, type Stage, type Vehicle } from './flight-legs.js';
export { REENTRY_ALTITUDE_M, type Sampling } from './flight-path.js';

export interface FlightOptions {
  /** Also return the flight as a table. */
  readonly withEphemeris?: boolean;
  /** Its intervals while powered, in free flight, and in dense air on the way down. */
  readonly sampling?: Sampling;
  /** End of the integration, for flights that need not reach the ground; default four hours. */
  readonly until_s?: number;
  /** Factor on the tolerances of the integration; 0.1 is ten times tighter. */
  readonly toleranceFactor?: number;
}

/** Why a flight ended: `aloft` is still flying at `until_s`; `no-lift-off` cannot lift itself. */
export type FlightStatus = 'impact' | 'aloft' | 'no-lift-off' | 'fell-under-power' | 'not-integrated';

export interface Burnout {
  readonly t_s: number;
  /** Speed relative to the Earth, and the angle of that motion above the local horizontal. */
  readonly speed_mps: number;
  readonly flightPathAngle_rad: number;
  readonly inertialSpeed_mps: number;
  readonly altitude_m: number;
  /** Inertial position (m) and velocity (m/s). */
  readonly state_eci: Float64Array;
}

/** What every flight ends with, powered or not. */
export interface Fall {
  readonly status: FlightStatus;
  /** Highest altitude above the ellipsoid, and when. */
  readonly apogee_m: number;
  readonly apogeeTime_s: number;
  /** Age at which it fell through 120 km; undefined for what did not. */
  readonly entry_s: number | undefined;
  /** Where and when the flight ended; on the ground when the status says so. */
  readonly impact: { readonly lat_rad: number; readonly lon_rad: number; readonly t_s: number };
  readonly rightHandSides: number;
  readonly ephemeris: Ephemeris | undefined;
}

export interface Flight extends Fall {
  /** From launch to the end of thrust, coasts included. */
  readonly burnTime_s: number;
  readonly burnout: Burnout;
  /** Geodesic from launch point to impact. */
  readonly range_m: number;
  /** Distance over the ground from launch to impact by way of the point below the apogee; grows beyond half the Earth. */
  readonly groundTrack_m: number;
}

const DEFAULT_UNTIL_S = 4 * 3600;
/** Keeps the interpolated position within 20 m of the integrated one, stage ignitions included (test). */
const SAMPLING: Sampling = { boost_s: 1, coast_s: 10, entry_s: 0.5 };

/** Flies vehicles one after another in the same scratch memory. Make one and keep it. */
export class Flyer {
  private readonly path = new FlightPath();
  private readonly fixed = new Float64Array(6);
  private readonly place = new Float64Array(3);

  fly(vehicle: Vehicle, launch: Launch, options: FlightOptions = {}): Flight {
    const until_s = options.until_s ?? DEFAULT_UNTIL_S;
    const sampling = options.sampling ?? SAMPLING;
    const { path, fixed } = this;
    this.stand(launch);
    path.begin(0, launch.altitude_m, options.withEphemeris === true ? sampling.boost_s : 0, options.toleranceFactor ?? 1);
    let status: FlightStatus | undefined = liftsOff(vehicle) ? undefined : 'no-lift-off';
    for (const leg of planLegs(vehicle, launch)) {
      if (status !== undefined || path.t_s >= until_s) break;
      const end = path.followLeg(leg, until_s);
      if (end === 'event') status = 'fell-under-power';
      if (end === 'failed') status = 'not-integrated';
    }
    const burnout = this.burnoutAt(launch);
    path.changeSampling(sampling.coast_s);
    status ??= STATUS[path.fall(vehicle.ballisticCoefficient_kgpm2, until_s, sampling.entry_s)];
    const fall = this.land(status);
    return {
      ...fall, burnTime_s: burnout.t_s, burnout,
      range_m: distance_m(launch.lat_rad, launch.lon_rad, fall.impact.lat_rad, fall.impact.lon_rad),
      groundTrack_m: EARTH_MEAN_RADIUS_M * (angleBetween_rad(path.dynamics.up_eci, path.apogee_ecef_m) + angleBetween_rad(path.apogee_ecef_m, fixed)),
    };
  }

  /** Free fall from an inertial state at an age, without thrust; the axes are those of the launch. */
  fall(state_eci: ArrayLike<number>, t_s: number, ballisticCoefficient_kgpm2: number, options: FlightOptions = {}): Fall {
    const { path } = this;
    const sampling = options.sampling ?? SAMPLING;
    path.state.set(state_eci);
    ecefFromEci(path.state, EARTH_RATE_RADPS * t_s, path.apogee_ecef_m);
    const altitude_m = altitudeOf_m(path.state[0], path.state[1], path.state[2]);
    path.begin(t_s, altitude_m, options.withEphemeris === true ? sampling.coast_s : 0, options.toleranceFactor ?? 1);
    return this.land(STATUS[path.fall(ballisticCoefficient_kgpm2, options.until_s ?? DEFAULT_UNTIL_S, sampling.entry_s)]);
  }

  /** Writes the inertial state at which the last flight ended. */
  lastState(out: Float64Array): void {
    out.set(this.path.state);
  }

  /** Puts the state on the launch point, at rest on the turning Earth. */
  private stand(launch: Launch): void {
    const { fixed, path } = this;
    const { dynamics } = path;
    geodeticToEcef(launch.lat_rad, launch.lon_rad, launch.altitude_m, fixed);
    fixed.fill(0, 3);
    eciFromEcef(fixed, 0, path.state);
    path.apogee_ecef_m.set(path.state);
    ecefFromEnu(launch.lat_rad, launch.lon_rad, 0, 0, 1, dynamics.up_eci);
    ecefFromEnu(launch.lat_rad, launch.lon_rad, sin(launch.azimuth_rad), cos(launch.azimuth_rad), 0, dynamics.ahead_eci);
  }

  /** Closes the flight where it ended. */
  private land(status: FlightStatus): Fall {
    const { path, fixed, place } = this;
    const ephemeris = path.finish();
    ecefFromEci(path.state, EARTH_RATE_RADPS * path.t_s, fixed);
    ecefToGeodetic(fixed[0], fixed[1], fixed[2], place);
    return {
      status, apogee_m: path.apogee_m, apogeeTime_s: path.apogeeTime_s, entry_s: path.entry_s,
      impact: { lat_rad: place[0], lon_rad: place[1], t_s: path.t_s }, rightHandSides: path.rightHandSides, ephemeris,
    };
  }

  private burnoutAt(launch: Launch): Burnout {
    const { fixed } = this;
    const { state, t_s } = this.path;
    ecefFromEci(state, EARTH_RATE_RADPS * t_s, fixed);
    const speed_mps = length(fixed[3], fixed[4], fixed[5]);
    return {
      t_s,
      speed_mps,
      flightPathAngle_rad: speed_mps > 0 ? asin(Math.max(-1, Math.min(1, climb_mps(fixed) / speed_mps))) : 0,
      inertialSpeed_mps: length(state[3], state[4], state[5]),
      altitude_m: t_s > 0 ? altitudeOf_m(state[0], state[1], state[2]) : launch.altitude_m,
      state_eci: new Float64Array(state),
    };
  }
}

const STATUS = { event: 'impact', end: 'aloft', failed: 'not-integrated' } as const;

function length(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}

function angleBetween_rad(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / (length(a[0], a[1], a[2]) * length(b[0], b[1], b[2]));
  return acos(Math.max(-1, Math.min(1, cosine)));
}
