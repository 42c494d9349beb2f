/**
 * Aiming: the launch azimuth and the time in orbit with which a missile comes down on its target. Every trial steers its way
 * up anew, so that all of them enter the same circular orbit, then flies to the ground on the turning Earth; the two
 * errors are metres east and north at the target. A neighbour's solution as a start saves most flights.
 */
import { EARTH_MEAN_RADIUS_M, EARTH_RATE_RADPS } from '../../../kernel/constants.js';
import { liftsOff } from '../../../kernel/flight/flight-legs.js';
import { ecefFromEci } from '../../../kernel/earth/frames.js';
import { azimuth_rad, distance_m, ecefToGeodetic } from '../../../kernel/earth/geodesy.js';
import { cos, PI, sin, TAU } from '../../../kernel/maths.js';
import { solve2 } from '../../../kernel/roots.js';
import type { GeodeticPlace } from '../place.js';
import type { Approach, Unsolved } from '../threat-class.js';
import { NO_ASCENT_MPS, solveAscent, type Tangents } from './ascent.js';
import type { AscentProgramme } from './ascent-programme.js';
import type { FractionalOrbitalMissile } from './fractional-orbital-missile.js';
import type { OrbitFlyer } from './orbit-flyer.js';
import { circularOrbit, type UpAndDown, wayRound } from './round-the-earth.js';

/** What aiming needs to know of a class before any target is named. */
export interface ClassAscent extends UpAndDown {
  readonly kick_rad: number;
  /** Angle of climb when the second stage ignites, with that pitch-over. */
  readonly climbAngle_rad: number;
  readonly tangents: Tangents;
  /** Whether its de-orbit burn brings it to the ground within a revolution. */
  readonly comesDown: boolean;
}

/** What one solution lends to a neighbour: its distance from the guess by geometry, and its steering. */
export interface AimStart {
  readonly azimuthOffset_rad: number;
  readonly coastOffset_s: number;
  readonly tangents: Tangents;
}

export interface AimHit {
  readonly converged: true;
  readonly programme: AscentProgramme;
  readonly coast_s: number;
  readonly miss_m: number;
  readonly margin_mps: number;
  readonly start: AimStart;
  readonly flights: number;
}

/** Aimed for, and still accepted when the iterations run out. */
const GOAL_M = 200;
const ACCEPTED_M = 1000;
/** Coasts this much below 0 by the guess may still turn out to be possible. */
const GUESS_SLACK_S = 120;

export function aim(
  flyer: OrbitFlyer, missile: FractionalOrbitalMissile, ascent: ClassAscent, from: GeodeticPlace, to: GeodeticPlace, approach: Approach, start?: AimStart,
): AimHit | Unsolved {
  const altitude_m = missile.orbitAltitude_m;
  const before = flyer.flights;
  if (!liftsOff(missile)) return { converged: false, reason: 'cannot-fly', status: 'no-lift-off', detail: '', flights: 0 };
  const guess = wayRound(from, to, approach, altitude_m, ascent);
  const direction_rad = guess.azimuth_rad + (start?.azimuthOffset_rad ?? 0);
  const first = solveAscent(flyer, missile, from, direction_rad, ascent.kick_rad, start?.tangents ?? ascent.tangents);
  if (!first.isLevel || first.margin_mps < 0) return cannotReachOrbit(first.isLevel, first.margin_mps, altitude_m, flyer.flights - before);
  if (!ascent.comesDown) return staysUp(missile, flyer.flights - before);
  if (guess.coast_s < -GUESS_SLACK_S) return tooNear(guess.angle_rad, ascent, approach, flyer.flights - before);
  const inOrbit = Float64Array.from(flyer.state);
  let inOrbit_s = flyer.t_s;
  let isAloft = false;
  const period_s = TAU / circularOrbit(from, altitude_m).rate_radps;
  let last = first;
  const ground = new Float64Array(3);
  const fly = (azimuth: number, coast_s: number, out: Float64Array): void => {
    out[0] = NaN;
    if (!(coast_s >= 0)) return;
    if (azimuth !== last.programme.azimuth_rad) {
      last = solveAscent(flyer, missile, from, azimuth, ascent.kick_rad, last.programme);
      inOrbit.set(flyer.state);
      inOrbit_s = flyer.t_s;
    }
    if (!last.isLevel || last.margin_mps < 0) return;
    flyer.resume(inOrbit_s, inOrbit);
    flyer.coast(missile, coast_s);
    flyer.brake(missile);
    isAloft = flyer.fall(missile, flyer.t_s + period_s) !== 'ground';
    if (isAloft) return;
    placeBelow(flyer, ground);
    const away_m = distance_m(to.lat_rad, to.lon_rad, ground[0], ground[1]);
    const bearing = azimuth_rad(to.lat_rad, to.lon_rad, ground[0], ground[1]);
    out[0] = away_m * sin(bearing);
    out[1] = away_m * cos(bearing);
  };
  const guessed_s = Math.max(0, guess.coast_s + (start?.coastOffset_s ?? 0));
  const { x, residual } = solve2(fly, [direction_rad, guessed_s], { step: [2e-3, 2], tolerance: GOAL_M, maxStep: [0.15, 300], maxIterations: 25 });
  const [azimuth, coast_s] = x;
  const flights = flyer.flights - before;
  if (isAloft) return staysUp(missile, flights);
  if (!last.isLevel || last.margin_mps < 0) return cannotReachOrbit(last.isLevel, last.margin_mps, altitude_m, flights);
  if (!(residual < ACCEPTED_M)) {
    if (coast_s < GUESS_SLACK_S && residual === residual) {
      const detail = `even without any time in orbit it lands ${km(residual)} km away from the target`;
      return { converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail: detail + longWay(approach), flights };
    }
    return { converged: false, reason: 'not-converged', miss_m: residual === residual ? residual : PI * EARTH_MEAN_RADIUS_M, flights };
  }
  return {
    converged: true, programme: last.programme, coast_s, miss_m: residual, margin_mps: last.margin_mps, flights,
    start: { azimuthOffset_rad: azimuth - guess.azimuth_rad, coastOffset_s: coast_s - guess.coast_s, tangents: last.programme },
  };
}

/** Latitude, longitude and altitude of where the flyer is. */
export function placeBelow(flyer: OrbitFlyer, out: Float64Array): void {
  const fixed = new Float64Array(6);
  ecefFromEci(flyer.state, EARTH_RATE_RADPS * flyer.t_s, fixed);
  ecefToGeodetic(fixed[0], fixed[1], fixed[2], out);
}

function staysUp(missile: FractionalOrbitalMissile, flights: number): Unsolved {
  const detail = `still aloft one revolution after its de-orbit burn of ${missile.deorbit_mps.toFixed(0)} m/s at ${km(missile.orbitAltitude_m)} km`;
  return { converged: false, reason: 'cannot-fly', status: 'aloft', detail, flights };
}

function tooNear(angle_rad: number, ascent: ClassAscent, approach: Approach, flights: number): Unsolved {
  const least_m = (ascent.up_rad + ascent.down_rad) * EARTH_MEAN_RADIUS_M;
  const detail = `the way to the target is ${km(angle_rad * EARTH_MEAN_RADIUS_M)} km, the way into orbit and down again at least ${km(least_m)} km`
    + longWay(approach);
  return { converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail, flights };
}

function cannotReachOrbit(isLevel: boolean, margin_mps: number, altitude_m: number, flights: number): Unsolved {
  const detail = margin_mps <= NO_ASCENT_MPS
    ? 'it falls back to the ground before its stages have burnt out'
    : margin_mps < 0
      ? `the tanks are empty ${Math.ceil(-margin_mps)} m/s short of a circular orbit at ${km(altitude_m)} km`
      : `no steering of the upper stages arrives level at ${km(altitude_m)} km`;
  return { converged: false, reason: 'cannot-fly', status: 'cannot-reach-orbit', detail: isLevel ? detail : `${detail}, and not level`, flights };
}

const longWay = (approach: Approach): string => (approach === 'short' ? '; the long way round may reach it' : '');

const km = (length_m: number): string => (length_m / 1000).toFixed(0);
