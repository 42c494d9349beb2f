/**
 * Aiming by where the impact lies north and east of the target, for the two places that range and bearing from the launch
 * do not tell apart: near the launch, where the Earth turns under a steep flight by more than its range and pitch-over is
 * taken as a northward and an eastward part; and near the antipode, where every bearing leads to the target. Newton's method
 * with differences.
 */
import { EARTH_RATE_RADPS } from '../../../kernel/constants.js';
import type { Flight, Launch } from '../../../kernel/flight/flight.js';
import { azimuth_rad, distance_m } from '../../../kernel/earth/geodesy.js';
import { atan2, clamp, cos, sin } from '../../../kernel/maths.js';
import type { GeodeticPlace } from '../place.js';
import { offset_m } from './offset.js';
import { kickAtReach_rad, type PreparedMissile, shareAtReach } from './prepare.js';
import { cutoffAtShare_s, HALF_EARTH_M, reach_m } from './search.js';

/** A miss is the smallest found, Infinity when nothing came down. */
export interface OffsetResult {
  readonly isHit: boolean;
  readonly miss_m: number;
  readonly launch: Launch;
  readonly flight: Flight;
  readonly flights: number;
}

type Pair = readonly [number, number];
type Programme = (x: Pair) => Pick<Launch, 'azimuth_rad' | 'kick_rad' | 'cutoff_s'>;

/** Where to start, the differences for the slopes, and the longest change in one iteration. */
interface Search {
  readonly start: Pair;
  readonly step: Pair;
  readonly longest: Pair;
}

const GOAL_M = 100;
const MAX_ITERATIONS = 10;
const LOFTS_TRIED = 8;
const SHARE_HALVINGS = 14;
/** A flight half round the Earth takes about this long; the target meanwhile moves east. */
const HALF_ROUND_S = 3400;

/** Almost straight up, at the earliest cut-off. */
export function solveNear(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace): OffsetResult {
  const cutoff_s = cutoffAtShare_s(prepared.missile, prepared.earliestShare);
  const programme: Programme = ([north, east]) => ({ azimuth_rad: atan2(east, north), kick_rad: Math.sqrt(north * north + east * east), cutoff_s });
  return solve(prepared, from, to, programme, { start: [0, 0], step: [0.004, 0.004], longest: [0.5, 0.5] });
}

/**
 * At the earliest cut-off with the steeper of the pitch-overs that may do it, found by trying some of each size first. It
 * closes the gap where pitch-over gives over to cut-off: due east a missile goes farther than the reference flights foretell.
 */
export function solveLofted(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace): OffsetResult {
  const bearing_rad = azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const cutoff_s = cutoffAtShare_s(prepared.missile, prepared.earliestShare);
  const programme: Programme = ([north, east]) => ({ azimuth_rad: atan2(east, north), kick_rad: Math.sqrt(north * north + east * east), cutoff_s });
  const at = (size: number): Pair => [size * cos(bearing_rad), size * sin(bearing_rad)];
  const longest_rad = prepared.kick.aimed_rad * prepared.kickScale;
  let start = at(0);
  let least_m = Infinity;
  for (let i = 1; i <= LOFTS_TRIED; i++) {
    const x = at((longest_rad * i) / LOFTS_TRIED);
    const { impact, status } = prepared.flyer.fly(prepared.missile, { lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m, ...programme(x) });
    const miss_m = status === 'impact' ? distance_m(impact.lat_rad, impact.lon_rad, to.lat_rad, to.lon_rad) : Infinity;
    if (miss_m < least_m) [start, least_m] = [x, miss_m];
  }
  const step = 0.01 * longest_rad;
  const found = solve(prepared, from, to, programme, { start, step: [step, step], longest: [longest_rad / 4, longest_rad / 4] });
  return { ...found, flights: found.flights + LOFTS_TRIED };
}

/** To the other side of the Earth: azimuth and share of powered time, starting towards where the target will be. */
export function solveAcross(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace): OffsetResult {
  const later_rad = to.lon_rad + EARTH_RATE_RADPS * HALF_ROUND_S;
  const reach_m = Math.min(distance_m(from.lat_rad, from.lon_rad, to.lat_rad, later_rad), prepared.longestReach_m);
  const kick_rad = kickAtReach_rad(prepared, reach_m);
  const programme: Programme = ([bearing, share]) => ({
    azimuth_rad: bearing, kick_rad, cutoff_s: cutoffAtShare_s(prepared.missile, clamp(share, prepared.earliestShare, 1)),
  });
  const start: Pair = [azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, later_rad), shareAtReach(prepared, reach_m)];
  return solve(prepared, from, to, programme, { start, step: [0.002, -0.0005], longest: [0.4, 0.02] });
}

/**
 * Far round the Earth at a given pitch-over, where the last hundredth of the propellant is worth thousands of kilometres:
 * cut-off by halves towards where the target will be, and from there as above.
 */
export function solveFar(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, kick_rad: number): OffsetResult {
  const range_m = distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const later_rad = to.lon_rad + (EARTH_RATE_RADPS * HALF_ROUND_S * range_m) / HALF_EARTH_M;
  const bearing_rad = azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, later_rad);
  const programme: Programme = ([bearing, share]) => ({
    azimuth_rad: bearing, kick_rad, cutoff_s: cutoffAtShare_s(prepared.missile, clamp(share, prepared.earliestShare, 1)),
  });
  let low = prepared.earliestShare;
  let high = 1;
  for (let i = 0; i < SHARE_HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    const flight = prepared.flyer.fly(prepared.missile, { lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m, ...programme([bearing_rad, middle]) });
    if (reach_m(flight) > range_m) high = middle;
    else low = middle;
  }
  const found = solve(prepared, from, to, programme, { start: [bearing_rad, low], step: [0.002, -0.0001], longest: [0.2, 0.004] });
  return { ...found, flights: found.flights + SHARE_HALVINGS };
}

function solve(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, programme: Programme, { start, step, longest }: Search): OffsetResult {
  let flights = 0;
  const fly = (x: Pair) => {
    const launch: Launch = { lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m, ...programme(x) };
    const flight = prepared.flyer.fly(prepared.missile, launch);
    flights++;
    const error = offset_m(flight.impact, to);
    return { error, launch, flight, miss_m: flight.status === 'impact' ? Math.sqrt(error[0] * error[0] + error[1] * error[1]) : Infinity };
  };
  let x = start;
  let trial = fly(x);
  let best = trial;
  for (let iteration = 0; iteration < MAX_ITERATIONS && trial.miss_m < Infinity && best.miss_m >= GOAL_M; iteration++) {
    const [n, e] = trial.error;
    const first = fly([x[0] + step[0], x[1]]).error;
    const second = fly([x[0], x[1] + step[1]]).error;
    const nn = (first[0] - n) / step[0], en = (first[1] - e) / step[0];
    const ne = (second[0] - n) / step[1], ee = (second[1] - e) / step[1];
    const whole = nn * ee - ne * en;
    const change: Pair = [-(ee * n - ne * e) / whole, -(nn * e - en * n) / whole];
    const factor = Math.min(1, longest[0] / Math.abs(change[0]), longest[1] / Math.abs(change[1]));
    x = [x[0] + factor * change[0], x[1] + factor * change[1]];
    trial = fly(x);
    if (trial.miss_m < best.miss_m) best = trial;
  }
  return { isHit: best.miss_m < GOAL_M, miss_m: best.miss_m, launch: best.launch, flight: best.flight, flights };
}
