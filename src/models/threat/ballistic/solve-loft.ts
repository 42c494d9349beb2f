/**
 * The flight with a reported apogee and range, as published for test launches: finds pitch-over (size and direction) and
 * cut-off by Newton's method on three errors: impact along and across the given bearing, and apogee. The direction has
 * to be found too, because the Earth turns by a thousand kilometres under a lofted flight.
 */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import type { Flight, Launch } from '../../../kernel/flight/flight.js';
import { azimuth_rad } from '../../../kernel/earth/geodesy.js';
import { atan2, clamp, cos, PI, sin } from '../../../kernel/maths.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { GeodeticPlace } from '../place.js';
import type { PreparedMissile } from './prepare.js';
import { cutoffAtShare_s } from './search.js';
import { solve3, type Vector } from './three-by-three.js';

export type LoftResult =
  | { readonly converged: true; readonly launch: Launch; readonly flight: Flight; readonly flights: number }
  | {
      readonly converged: false;
      /** `too-high`: burning everything stays below the apogee at this range. */
      readonly reason: 'too-high' | 'not-converged' | 'cannot-fly';
      readonly apogeeError_m: number;
      readonly rangeError_m: number;
      readonly flights: number;
    };

const GOAL_M = 100;
const MAX_ITERATIONS = 25;
/** Differences for the Jacobian: some kilometres on the ground, far above the integrator's noise. */
const KICK_STEP_RAD = 2e-4;
const SHARE_STEP = 2e-4;

/** One flight's unknowns and errors: pitch-over along and across the bearing, share of powered time. */
interface Trial {
  readonly x: Vector;
  readonly error_m: Vector;
  readonly launch: Launch;
  readonly flight: Flight;
}

/** `bearing_rad` is the direction of the impact from the launch point. */
export function solveToLoft(
  prepared: PreparedMissile, from: GeodeticPlace, bearing_rad: number, apogee_m: number, range_m: number,
): LoftResult {
  const { missile, flyer } = prepared;
  let flights = 0;
  const attempt = (x: Vector): Trial => {
    const [along, across, share] = x;
    const launch: Launch = {
      lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m,
      azimuth_rad: bearing_rad + atan2(across, along),
      kick_rad: Math.sqrt(along * along + across * across),
      cutoff_s: cutoffAtShare_s(missile, share),
    };
    const flight = flyer.fly(missile, launch);
    flights++;
    const turn = azimuth_rad(from.lat_rad, from.lon_rad, flight.impact.lat_rad, flight.impact.lon_rad) - bearing_rad;
    return {
      x, launch, flight,
      error_m: [flight.range_m * cos(turn) - range_m, flight.range_m * sin(turn), flight.apogee_m - apogee_m],
    };
  };

  let trial = firstTrial(prepared, attempt, apogee_m, range_m);
  let isAtLimit = false;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    if (trial.flight.status !== 'impact') break;
    if (largest(trial.error_m) < GOAL_M) return { converged: true, launch: trial.launch, flight: trial.flight, flights };
    const [along, across, share] = trial.x;
    const shift = share < 1 ? SHARE_STEP : -SHARE_STEP;
    const columns = [
      slopes(trial, attempt([along + KICK_STEP_RAD, across, share]), KICK_STEP_RAD),
      slopes(trial, attempt([along, across + KICK_STEP_RAD, share]), KICK_STEP_RAD),
      slopes(trial, attempt([along, across, share + shift]), shift),
    ] as const;
    let step = solve3(columns, trial.error_m);
    // Everything burnt and still too low: hold the share and put the range right, to say by how much.
    isAtLimit = share >= 1 && -step[2] > 0;
    if (isAtLimit) {
      step = [...solveUpper(columns, trial.error_m), 0];
      if (Math.abs(trial.error_m[0]) < GOAL_M && Math.abs(trial.error_m[1]) < GOAL_M) break;
    }
    trial = improve(trial, step, attempt, isAtLimit);
  }
  const [along, , height] = trial.error_m;
  const reason = trial.flight.status !== 'impact' ? 'cannot-fly' : isAtLimit ? 'too-high' : 'not-converged';
  return { converged: false, reason, apogeeError_m: height, rangeError_m: along, flights };
}

/** Pitch-over from the angle of the impulsive arc through apogee and range, then cut-off by bisection on apogee. */
function firstTrial(
  prepared: PreparedMissile, attempt: (x: Vector) => Trial, apogee_m: number, range_m: number,
): Trial {
  const half = Math.min(range_m / EARTH_MEAN_RADIUS_M, 3) / 2;
  const rise = apogee_m / EARTH_MEAN_RADIUS_M;
  // Kepler arc with its apogee at the middle: tan γ = e sin φ / (1 − e cos φ), e = h / (r_a − R cos φ).
  const eccentricity = rise / (1 + rise - cos(half));
  const angle = atan2(eccentricity * sin(half), 1 - eccentricity * cos(half));
  const ordinary = 22 * DEG_RAD;
  const kick = prepared.kick.aimed_rad * clamp((PI / 2 - angle) / (PI / 2 - ordinary), 0.02, 1.3);
  let low = 0.3;
  let high = 1;
  let trial = attempt([kick, 0, 1]);
  for (let i = 0; i < 12 && (trial.flight.status !== 'impact' || trial.error_m[2] > 0 || i > 0); i++) {
    const middle = 0.5 * (low + high);
    trial = attempt([kick, 0, middle]);
    if (trial.flight.status === 'aloft' || trial.error_m[2] > 0) high = middle;
    else low = middle;
  }
  return trial;
}

/** A Newton step, halved until the errors shrink; at the limit of the propellant only those on the ground count. */
function improve(trial: Trial, step: Vector, attempt: (x: Vector) => Trial, isAtLimit: boolean): Trial {
  const counted = (error_m: Vector): Vector => (isAtLimit ? [error_m[0], error_m[1], 0] : error_m);
  const size = largest(counted(trial.error_m));
  let factor = 1;
  let next = trial;
  for (let i = 0; i < 6; i++) {
    next = attempt([
      trial.x[0] - factor * clamp(step[0], -0.2, 0.2),
      trial.x[1] - factor * clamp(step[1], -0.2, 0.2),
      clamp(trial.x[2] - factor * clamp(step[2], -0.1, 0.1), 0.05, 1),
    ]);
    if (next.flight.status === 'impact' && largest(counted(next.error_m)) < size) return next;
    factor *= 0.5;
  }
  return next;
}

function largest(error_m: Vector): number {
  return Math.max(Math.abs(error_m[0]), Math.abs(error_m[1]), Math.abs(error_m[2]));
}

function slopes(at: Trial, near: Trial, step: number): Vector {
  return [
    (near.error_m[0] - at.error_m[0]) / step, (near.error_m[1] - at.error_m[1]) / step, (near.error_m[2] - at.error_m[2]) / step,
  ];
}

/** The first two unknowns from the first two errors. */
function solveUpper([a, b]: readonly [Vector, Vector, Vector], r: Vector): readonly [number, number] {
  const whole = a[0] * b[1] - b[0] * a[1];
  return [(r[0] * b[1] - b[0] * r[1]) / whole, (a[0] * r[1] - r[0] * a[1]) / whole];
}
