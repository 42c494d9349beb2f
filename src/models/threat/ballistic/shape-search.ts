/**
 * The flight to a place that rises to a given apogee: cut-off, pitch-over and launch direction are found together by Broyden's
 * method on three errors, impact along and across the line to the target and apogee, starting from another flight to the
 * same place or from a neighbour's.
 */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import type { Flight, Launch } from '../../../kernel/flight/flight.js';
import { azimuth_rad, distance_m } from '../../../kernel/earth/geodesy.js';
import { clamp, exp, log, sin, wrapAngle_rad } from '../../../kernel/maths.js';
import { fromSi } from '../../../kernel/units.js';
import type { GeodeticPlace } from '../place.js';
import type { PreparedMissile } from './prepare.js';
import { cutoffAtShare_s, shareAtCutoff } from './search.js';
import type { AimFailure, AimHit } from './solve-target.js';
import { determinant, solve3, type Vector } from './three-by-three.js';

/** What one solution lends to a neighbour. Pitch-over is in units of the missile's own scale. */
export interface ShapeStart {
  readonly apogee_m: number;
  readonly lowestBurnout_m: number;
  readonly kick_rad: number;
  readonly share: number;
  readonly azimuthOffset_rad: number;
  readonly jacobian: Jacobian | undefined;
  /** The target is so near that thrust ends as early as it may: the apogee is what that gives, and not sought. */
  readonly isEarliest: boolean;
}

/** `not-in-shape`: a flight of this shape to this target would have to do what the missile cannot; `detail` says by how much. */
export type ShapeFailure = AimFailure | { readonly converged: false; readonly reason: 'not-in-shape'; readonly detail: string; readonly flights: number };

export type Jacobian = readonly [Vector, Vector, Vector];

/** Aimed for, and still accepted when the iterations run out; the apogee only has to be right to a hundredth. */
const GOAL_M = 100;
const ACCEPTED_M = 1000;
const APOGEE_GOAL = 0.01;
const MAX_ITERATIONS = 30;
/** Largest change in one iteration: of the pitch-over's logarithm, and of the range as a share of it. */
const LONGEST_TURN = 0.35;
const LONGEST_MOVE = 0.25;
/** Differences for the first Jacobian, of the pitch-over's logarithm and of the share of powered time. */
const TURN_STEP = 0.01;
const SHARE_STEP = 0.001;

/** One flight. Unknowns: share of powered time, logarithm of the pitch-over, azimuth from the line to the target. */
interface Trial {
  readonly x: Vector;
  /** Impact along and across the line to the target, and apogee (by ratio, because it changes by factors), in m. */
  readonly error_m: Vector;
  readonly launch: Launch;
  readonly flight: Flight;
}

/** Apogee and lowest end of thrust of a search that starts from this flight. */
export function startFrom(
  { missile, kickScale }: PreparedMissile, { launch }: Pick<AimHit<unknown>, 'launch'>, from: GeodeticPlace, to: GeodeticPlace, sought: Pick<ShapeStart, 'apogee_m' | 'lowestBurnout_m'>,
): ShapeStart {
  return {
    ...sought,
    kick_rad: launch.kick_rad / kickScale,
    share: shareAtCutoff(missile, launch.cutoff_s),
    azimuthOffset_rad: wrapAngle_rad(launch.azimuth_rad - azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad)),
    jacobian: undefined,
    isEarliest: false,
  };
}

/** How the impact and the apogee move with each unknown, beside a flight that arrives: two flights. */
export function slopesAt(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, start: ShapeStart, { launch, flight }: Pick<AimHit<unknown>, 'launch' | 'flight'>): Jacobian {
  const { fly, measure, across_mprad } = rangeOf(prepared, from, to, start);
  return slopes(measure(unknowns(prepared, start), launch, flight), fly, across_mprad);
}

function unknowns({ earliestShare, kickScale }: PreparedMissile, { share, kick_rad, azimuthOffset_rad }: ShapeStart): Vector {
  return [clamp(share, earliestShare, 1), log(kick_rad * kickScale), azimuthOffset_rad];
}

/** Flights from one place to another, and their errors. */
function rangeOf({ missile, flyer }: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, { apogee_m, jacobian }: ShapeStart) {
  const range_m = distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const bearing_rad = azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const across_mprad = EARTH_MEAN_RADIUS_M * Math.max(0.05, sin(range_m / EARTH_MEAN_RADIUS_M));
  let flights = 0;
  const measure = (x: Vector, launch: Launch, flight: Flight): Trial => {
    const { lat_rad, lon_rad } = flight.impact;
    const turn = wrapAngle_rad(azimuth_rad(from.lat_rad, from.lon_rad, lat_rad, lon_rad) - bearing_rad);
    return { x, launch, flight, error_m: [flight.range_m - range_m, turn * across_mprad, apogee_m * log(flight.apogee_m / apogee_m)] };
  };
  const fly = (x: Vector): Trial => {
    const launch: Launch = {
      lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m,
      azimuth_rad: bearing_rad + x[2], kick_rad: exp(x[1]), cutoff_s: cutoffAtShare_s(missile, x[0]),
    };
    const flight = flyer.fly(missile, launch, { withEphemeris: jacobian !== undefined || flights > 5 });
    flights++;
    return measure(x, launch, flight);
  };
  return { range_m, across_mprad, measure, fly, flown: () => flights };
}

export function searchShape(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, start: ShapeStart): AimHit<ShapeStart> | ShapeFailure {
  const { earliestShare, kickScale } = prepared;
  const { apogee_m, lowestBurnout_m } = start;
  const { range_m, across_mprad, fly, flown } = rangeOf(prepared, from, to, start);
  let trial = fly(unknowns(prepared, start));
  let jacobian = start.jacobian ?? slopes(trial, fly, across_mprad);
  let wasAtLimit = false;
  for (let iteration = 1; iteration <= MAX_ITERATIONS && trial.flight.status === 'impact'; iteration++) {
    const miss_m = missOf(trial, to);
    const isShaped = Math.abs(trial.error_m[2]) < APOGEE_GOAL * apogee_m;
    if (isShaped && (miss_m < GOAL_M || (iteration === MAX_ITERATIONS && miss_m < ACCEPTED_M))) {
      const { launch, flight, x } = trial;
      if (flight.burnout.altitude_m < lowestBurnout_m) return notInShape(`thrust would end at ${kilometres(flight.burnout.altitude_m)}, in dense air; the lowest is ${kilometres(lowestBurnout_m)}`, flown());
      const own: ShapeStart = { ...start, kick_rad: launch.kick_rad / kickScale, share: x[0], azimuthOffset_rad: x[2], jacobian };
      return { converged: true, miss_m, iterations: iteration, flights: flown(), launch, flight, start: own };
    }
    let step = solve3(jacobian, trial.error_m);
    const limit = trial.x[0] >= 1 && step[0] < 0 ? 1 : trial.x[0] <= earliestShare && step[0] > 0 ? -1 : 0;
    if (limit !== 0) {
      // No more (or no less) can be burnt: put apogee and direction right, to say by how much the range misses.
      if (isShaped && wasAtLimit && Math.abs(trial.error_m[1]) < 0.02 * range_m) return atLimit(limit, trial, range_m, flown());
      step = solve3([[1, 0, 0], jacobian[1], jacobian[2]], [0, trial.error_m[1], trial.error_m[2]]);
      step = [0, step[1], step[2]];
    }
    wasAtLimit = limit !== 0;
    const next = advance(trial, step, jacobian, range_m, earliestShare, fly);
    if (next === undefined) break;
    jacobian = broyden(jacobian, trial, next);
    if (!(Math.abs(determinant(...jacobian)) > 0) || iteration % 8 === 0) jacobian = slopes(next, fly, across_mprad);
    trial = next;
  }
  if (wasAtLimit && trial.x[0] >= 1 && trial.error_m[2] < -APOGEE_GOAL * apogee_m) {
    return notInShape(`with everything burnt it rises to ${kilometres(trial.flight.apogee_m)}, and this path to ${kilometres(apogee_m)}`, flown());
  }
  return { converged: false, reason: 'not-converged', miss_m: missOf(trial, to), iterations: MAX_ITERATIONS, flights: flown() };
}

/** Derivatives by differences; turning the launch turns the impact by as much, near enough. */
function slopes(at: Trial, fly: (x: Vector) => Trial, across_mprad: number): Jacobian {
  const shift = at.x[0] < 1 - SHARE_STEP ? SHARE_STEP : -SHARE_STEP;
  const longer = fly([at.x[0] + shift, at.x[1], at.x[2]]);
  const flatter = fly([at.x[0], at.x[1] - TURN_STEP, at.x[2]]);
  const column = (near: Trial, size: number): Vector => [
    (near.error_m[0] - at.error_m[0]) / size, (near.error_m[1] - at.error_m[1]) / size, (near.error_m[2] - at.error_m[2]) / size,
  ];
  return [column(longer, shift), column(flatter, -TURN_STEP), [0, across_mprad, 0]];
}

/** A step within its longest, halved while the missile does not come down; undefined when that does not help. */
function advance(trial: Trial, step: Vector, jacobian: Jacobian, range_m: number, earliest: number, fly: (x: Vector) => Trial): Trial | undefined {
  const move_m = Math.abs(step[0]) * size(jacobian[0]);
  let factor = Math.min(1, LONGEST_TURN / Math.max(Math.abs(step[1]), Math.abs(step[2])), (LONGEST_MOVE * range_m) / move_m);
  for (let halvings = 0; halvings < 6; halvings++) {
    const { x } = trial;
    const next = fly([clamp(x[0] - factor * step[0], earliest, 1), x[1] - factor * step[1], x[2] - factor * step[2]]);
    if (next.flight.status === 'impact') return next;
    factor *= 0.5;
  }
  return undefined;
}

/** Broyden's update, each unknown measured by how far it moves the errors. */
function broyden(columns: Jacobian, before: Trial, after: Trial): Jacobian {
  const [a, b, c] = columns;
  const d = [after.x[0] - before.x[0], after.x[1] - before.x[1], after.x[2] - before.x[2]] as const;
  const weight = columns.map((column) => size(column) * size(column));
  const whole = weight[0] * d[0] * d[0] + weight[1] * d[1] * d[1] + weight[2] * d[2] * d[2];
  if (!(whole > 0)) return columns;
  const missed = ([0, 1, 2] as const).map((i) => after.error_m[i] - before.error_m[i] - (a[i] * d[0] + b[i] * d[1] + c[i] * d[2]));
  const update = (column: Vector, k: 0 | 1 | 2): Vector => {
    const share = (weight[k] * d[k]) / whole;
    return [column[0] + missed[0] * share, column[1] + missed[1] * share, column[2] + missed[2] * share];
  };
  return [update(a, 0), update(b, 1), update(c, 2)];
}

function atLimit(limit: number, { error_m, flight, x }: Trial, range_m: number, flights: number): ShapeFailure {
  if (limit > 0) return { converged: false, reason: 'out-of-range', range_m, maxRange_m: flight.range_m, azimuthOffset_rad: x[2], flights };
  return notInShape(`the target is too near: with the earliest cut-off this path goes ${kilometres(error_m[0])} too far`, flights);
}

function notInShape(detail: string, flights: number): ShapeFailure {
  return { converged: false, reason: 'not-in-shape', detail, flights };
}

function missOf({ flight }: Trial, to: GeodeticPlace): number {
  return distance_m(flight.impact.lat_rad, flight.impact.lon_rad, to.lat_rad, to.lon_rad);
}

function size(vector: Vector): number {
  return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
}

function kilometres(length_m: number): string {
  return `${Math.round(fromSi(length_m, 'km'))} km`;
}
