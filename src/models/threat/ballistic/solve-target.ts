/**
 * Aiming: launch direction and cut-off (or pitch-over, for targets nearer than an early cut-off) with which a missile
 * lands on a place of the rotating ellipsoid. The two unknowns are nearly decoupled when written as the reference
 * range of `prepare.ts` and the launch azimuth, the two errors as metres along and across the line to the target, so
 * Broyden's method starts from a unit Jacobian; a neighbour's solution brings its own and saves most flights.
 * Broyden, Mathematics of Computation 19 (1965).
 */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import type { Flight, Flyer, Launch, Vehicle } from '../../../kernel/flight/flight.js';
import { azimuth_rad, distance_m } from '../../../kernel/earth/geodesy.js';
import { clamp, sin, wrapAngle_rad } from '../../../kernel/maths.js';
import type { GeodeticPlace } from '../place.js';
import { maxRange } from './max-range.js';
import { kickAtReach_rad, type PreparedMissile, shareAtReach } from './prepare.js';
import { cutoffAtShare_s } from './search.js';
import { type OffsetResult, solveAcross, solveFar, solveLofted, solveNear } from './solve-offset.js';

/** What one solution can lend to a neighbour: how far its unknowns were from the plain guess, and its Jacobian. */
export interface AimStart {
  readonly kick_rad: number | undefined;
  readonly reachOffset_m: number;
  readonly azimuthOffset_rad: number;
  readonly jacobian: readonly [number, number, number, number];
}

/** A flight found; `Start` is what it lends to a neighbour. */
export interface AimHit<Start = AimStart> {
  readonly converged: true;
  readonly miss_m: number;
  readonly iterations: number;
  readonly flights: number;
  readonly launch: Launch;
  /** With its table, unless the first flight hit. */
  readonly flight: Flight;
  readonly start: Start;
}

export type AimFailure =
  | { readonly converged: false; readonly reason: 'out-of-range'; readonly range_m: number; readonly maxRange_m: number; readonly azimuthOffset_rad: number; readonly flights: number }
  | { readonly converged: false; readonly reason: 'cannot-fly'; readonly status: Flight['status']; readonly flights: number }
  | { readonly converged: false; readonly reason: 'not-converged'; readonly miss_m: number; readonly iterations: number; readonly flights: number };

/** Aimed for, and still accepted when the iterations run out. */
const GOAL_M = 100;
const ACCEPTED_M = 1000;
const MAX_ITERATIONS = 30;
/** Nearer or farther than these, what is not found by range and bearing is sought by where the impact lies from the target. */
const NEAR_M = 300_000;
const ACROSS_M = 18_500_000;
/** Up to this many times the range of the hand-over, a miss may be the hand-over's fault. */
const LOFTED_SHARE = 2;
/** Largest change in one iteration, along and across, as a share of the range. */
const LONGEST_MOVE = 0.25;
const UNIT: AimStart = { kick_rad: undefined, reachOffset_m: 0, azimuthOffset_rad: 0, jacobian: [1, 0, 0, 1] };

export function solveToTarget(
  prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, start: AimStart = UNIT,
): AimHit | AimFailure {
  const first = aim(prepared, from, to, start);
  if (first.converged) return first;
  const range_m = distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const isTooFar = first.reason === 'out-of-range';
  const neverFlies = first.reason === 'cannot-fly' && (first.status === 'no-lift-off' || first.status === 'not-integrated');
  if (!isTooFar && !neverFlies && range_m < NEAR_M) return otherwise(first, solveNear(prepared, from, to));
  if (first.reason === 'cannot-fly') return first;
  if (range_m > ACROSS_M && range_m < prepared.longestReach_m) {
    const across = otherwise(first, solveAcross(prepared, from, to));
    return across.converged ? across : otherwise(across, solveFar(prepared, from, to, prepared.kick.aimed_rad * prepared.kickScale));
  }
  if (!isTooFar && !(range_m > prepared.longestReach_m)) return range_m < LOFTED_SHARE * prepared.loftBelow_m ? besideHandOver(first, prepared, from, to) : first;
  // The class's best pitch-over is not exactly this direction's; look for the farthest flight before giving up.
  const azimuthOffset_rad = isTooFar ? first.azimuthOffset_rad : 0;
  const limit = maxRange(prepared, from, azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad) + azimuthOffset_rad);
  const flights = first.flights + limit.flights;
  // Half as far again is out of reach in any direction near this one.
  if (!limit.isGlobal && range_m > 1.5 * limit.range_m) {
    return { converged: false, reason: 'out-of-range', range_m, maxRange_m: limit.range_m, azimuthOffset_rad, flights };
  }
  const kick_rad = limit.isGlobal ? prepared.kick.farthest_rad * prepared.kickScale : limit.kick_rad;
  const second = aim(prepared, from, to, { ...UNIT, kick_rad, azimuthOffset_rad, reachOffset_m: prepared.longestReach_m - range_m });
  // Nothing is out of a global missile's range, but close to the antipode no line of approach is better than another.
  if (limit.isGlobal && !second.converged && second.reason === 'out-of-range') {
    const missed: AimFailure = { converged: false, reason: 'not-converged', miss_m: range_m - second.maxRange_m, iterations: MAX_ITERATIONS, flights: second.flights + flights };
    return otherwise(missed, solveFar(prepared, from, to, limit.kick_rad));
  }
  if (limit.isGlobal && !second.converged) return otherwise({ ...second, flights: second.flights + flights }, solveFar(prepared, from, to, limit.kick_rad));
  return { ...second, flights: second.flights + flights };
}

/** Where one way of shortening a flight gives over to the other: each of them by itself. */
function besideHandOver(first: AimFailure, prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace): AimHit | AimFailure {
  const lofted = otherwise(first, solveLofted(prepared, from, to));
  if (lofted.converged) return lofted;
  const cut = aim(prepared, from, to, { ...UNIT, kick_rad: prepared.kick.aimed_rad * prepared.kickScale });
  return { ...(cut.converged ? cut : lofted), flights: lofted.flights + cut.flights };
}

/** A flight that was sought in vain by range and bearing, and then by another way. */
function otherwise(first: AimFailure, { isHit, miss_m, launch, flight, flights: more }: OffsetResult): AimHit | AimFailure {
  const flights = first.flights + more;
  if (isHit) return { converged: true, miss_m, launch, flight, flights, iterations: MAX_ITERATIONS, start: UNIT };
  return first.reason === 'not-converged' ? { ...first, miss_m: Math.min(first.miss_m, miss_m), flights } : { ...first, flights };
}

function aim(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, start: AimStart): AimHit | AimFailure {
  const range_m = distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const bearing_rad = azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  // Metres across the line of sight per radian of azimuth; held off zero towards the antipode.
  const across_mprad = EARTH_MEAN_RADIUS_M * Math.max(0.05, sin(range_m / EARTH_MEAN_RADIUS_M));
  const longest_m = prepared.longestReach_m;
  const move = LONGEST_MOVE * range_m;
  let [j00, j01, j10, j11] = start.jacobian;
  let reach_m = clamp(range_m + start.reachOffset_m, 0, longest_m);
  let across_m = start.azimuthOffset_rad * across_mprad;
  let flights = 0;
  let best: { miss_m: number; launch: Launch; flight: Flight; start: AimStart } | undefined;
  let fallback = { along: 0, across: 0, reach: 0, side: 0 };
  let status: Flight['status'] = 'impact';
  let timesAtLimit = 0;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    const launch: Launch = {
      lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m,
      azimuth_rad: bearing_rad + across_m / across_mprad,
      kick_rad: start.kick_rad ?? kickAtReach_rad(prepared, reach_m),
      cutoff_s: cutoffAtShare_s(prepared.missile, shareAtReach(prepared, reach_m)),
    };
    // The first flight of a start from scratch seldom hits; the others may be the last, whose table will be wanted.
    const flight = prepared.flyer.fly(prepared.missile, launch, { withEphemeris: iteration > 1 || start !== UNIT });
    flights++;
    status = flight.status;
    if (status === 'no-lift-off' || status === 'not-integrated') break;
    const isShort = status === 'fell-under-power';
    // Too far round to call short or long: pull back.
    if (status === 'aloft' || isShort) {
      reach_m = isShort ? reach_m * 0.9 : reach_m - 0.5 * move;
      fallback = { along: 0, across: 0, reach: 0, side: 0 };
      if (reach_m < 1000) break;
      continue;
    }
    const passed = flight.groundTrack_m > EARTH_MEAN_RADIUS_M * 3.2 && range_m < 1.9e7;
    const along = (passed ? flight.groundTrack_m : flight.range_m) - range_m;
    const turn = passed ? 0 : wrapAngle_rad(azimuth_rad(from.lat_rad, from.lon_rad, flight.impact.lat_rad, flight.impact.lon_rad) - bearing_rad);
    const across = turn * across_mprad;
    const miss_m = distance_m(flight.impact.lat_rad, flight.impact.lon_rad, to.lat_rad, to.lon_rad);
    if (fallback.reach > 0) {
      // Broyden's update: the Jacobian that would have foretold the step just flown, changed as little as possible.
      const d0 = reach_m - fallback.reach;
      const d1 = across_m - fallback.side;
      const size = d0 * d0 + d1 * d1;
      const e0 = along - fallback.along - (j00 * d0 + j01 * d1);
      const e1 = across - fallback.across - (j10 * d0 + j11 * d1);
      if (size > 0) {
        j00 += (e0 * d0) / size;
        j01 += (e0 * d1) / size;
        j10 += (e1 * d0) / size;
        j11 += (e1 * d1) / size;
      }
    }
    if (best === undefined || miss_m < best.miss_m) {
      const lent: AimStart = {
        kick_rad: start.kick_rad, reachOffset_m: reach_m - range_m, azimuthOffset_rad: across_m / across_mprad, jacobian: [j00, j01, j10, j11],
      };
      best = { miss_m, launch, flight, start: lent };
    }
    if (miss_m < GOAL_M) return { converged: true, iterations: iteration, flights, ...best };
    if (reach_m >= longest_m && along < 0 && ++timesAtLimit > 1 && Math.abs(across) < 0.02 * range_m) {
      return { converged: false, reason: 'out-of-range', range_m, maxRange_m: flight.range_m, azimuthOffset_rad: across_m / across_mprad, flights };
    }
    fallback = { along, across, reach: reach_m, side: across_m };
    let determinant = j00 * j11 - j01 * j10;
    if (!(Math.abs(determinant) > 0.02) || iteration % 10 === 0) {
      [j00, j01, j10, j11] = UNIT.jacobian;
      determinant = 1;
    }
    const step0 = -(j11 * along - j01 * across) / determinant;
    const step1 = -(j00 * across - j10 * along) / determinant;
    reach_m = clamp(reach_m + clamp(step0, -move, move), 0.2 * range_m < longest_m ? 0.05 * range_m : 0, longest_m);
    across_m += clamp(step1, -move, move);
  }
  if (best !== undefined && best.miss_m < ACCEPTED_M) return { converged: true, iterations: MAX_ITERATIONS, flights, ...best };
  if (best === undefined) return { converged: false, reason: 'cannot-fly', status, flights };
  return { converged: false, reason: 'not-converged', miss_m: best.miss_m, iterations: MAX_ITERATIONS, flights };
}

/** The flight of a hit with its table; flown again where aiming made none. */
export function tabulate(flyer: Flyer, missile: Vehicle, { flight, launch }: Pick<AimHit<unknown>, 'flight' | 'launch'>): Flight {
  return flight.ephemeris === undefined ? flyer.fly(missile, launch, { withEphemeris: true }) : flight;
}
