/**
 * Boost of a glider: with each cut-off goes the pitch-over whose free flight afterwards has the apogee wanted. A reference table
 * of that pitch-over is flown northwards from 45° N; the real place and direction change it by a factor, found by a few boosts.
 */
import { EARTH_MEAN_RADIUS_M, EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { ageAtPowered_s, type Flight, type Flyer, poweredTime_s, type Vehicle } from '../../../kernel/flight/flight.js';
import { eciFromEcef } from '../../../kernel/earth/frames.js';
import { DEG_RAD } from '../../../kernel/units.js';
import { findRoot } from '../../../kernel/roots.js';
import type { GeodeticPlace } from '../place.js';

export interface Boost {
  readonly burnTime_s: number;
  readonly flight: Flight;
  /** State when thrust ends; of no meaning when the boost failed. */
  readonly end_eci: Float64Array;
  /** Apogee of the free flight that would follow, without air; height at the end of the boost when it sinks already. 0: it fell. */
  readonly apogee_m: number;
}

export interface BoostOrder {
  readonly from: GeodeticPlace;
  readonly azimuth_rad: number;
  readonly kick_rad: number;
  /** Share of all powered time after which thrust ends. */
  readonly share: number;
}

const LEAST_KICK_RAD = 0.2 * DEG_RAD;
/** Beyond a right angle thrust points down for some seconds: after a long vertical rise a flat path needs that. */
const MOST_KICK_RAD = 110 * DEG_RAD;
const KICK_TOLERANCE_RAD = 1e-4;
const NEARLY_ALL = 1 - 1e-9;

export function flyBoost(flyer: Flyer, vehicle: Vehicle, order: BoostOrder): Boost {
  const { from, azimuth_rad, kick_rad, share } = order;
  // A little before depletion, so that rounding leaves no sliver of a flight after it.
  const burnTime_s = ageAtPowered_s(vehicle, Math.min(NEARLY_ALL, share) * poweredTime_s(vehicle));
  const launch = { lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m, azimuth_rad, kick_rad, cutoff_s: burnTime_s };
  const flight = flyer.fly(vehicle, launch, { until_s: burnTime_s, withEphemeris: true });
  const end_eci = new Float64Array(6);
  if (flight.status !== 'aloft' || flight.ephemeris === undefined) return { burnTime_s, flight, end_eci, apogee_m: 0 };
  const { rows_ecef } = flight.ephemeris;
  eciFromEcef(rows_ecef.subarray(rows_ecef.length - 6), EARTH_RATE_RADPS * burnTime_s, end_eci);
  return { burnTime_s, flight, end_eci, apogee_m: freeApogee_m(end_eci, flight.burnout.altitude_m) };
}

/** The pitch-over that gives an apogee; NaN where none does. `near_rad` is tried first, when a neighbour's is known. */
export function kickForApogee_rad(fly: (kick_rad: number) => Boost, apogee_m: number, near_rad?: number): number {
  const excess = (kick_rad: number): number => Math.min(fly(kick_rad).apogee_m, 10 * apogee_m) - apogee_m;
  let low = near_rad === undefined ? LEAST_KICK_RAD : 0.9 * near_rad;
  let high = near_rad === undefined ? 5 * LEAST_KICK_RAD : Math.min(1.05 * near_rad, MOST_KICK_RAD);
  // More pitch-over is a lower apogee.
  while (!(excess(low) > 0)) {
    if (low <= LEAST_KICK_RAD) return NaN;
    high = low;
    low = Math.max(LEAST_KICK_RAD, 0.6 * low);
  }
  while (!(excess(high) < 0)) {
    if (high >= MOST_KICK_RAD) return NaN;
    low = high;
    high = Math.min(MOST_KICK_RAD, 1.6 * high);
  }
  return findRoot(excess, low, high, KICK_TOLERANCE_RAD, 40);
}

/** Kepler's apogee above the height at the end of the boost. */
function freeApogee_m(y: Float64Array, altitude_m: number): number {
  const r = Math.sqrt(y[0] * y[0] + y[1] * y[1] + y[2] * y[2]);
  const climbing = y[0] * y[3] + y[1] * y[4] + y[2] * y[5];
  if (climbing <= 0) return altitude_m;
  const v2 = y[3] * y[3] + y[4] * y[4] + y[5] * y[5];
  const energy = 0.5 * v2 - MU_EARTH_M3PS2 / r;
  if (energy >= 0) return 100 * EARTH_MEAN_RADIUS_M;
  const momentum2 = r * r * v2 - climbing * climbing;
  const eccentricity = Math.sqrt(Math.max(0, 1 + (2 * energy * momentum2) / (MU_EARTH_M3PS2 * MU_EARTH_M3PS2)));
  return altitude_m + (-MU_EARTH_M3PS2 / (2 * energy)) * (1 + eccentricity) - r;
}
