/**
 * A flight at a glance: where it is every half minute, how high, and how far it gets in between. From this a battery tells at
 * once during which minutes it could be near enough, so that the flight itself is read only there: of hundreds of missiles and
 * dozens of batteries hardly any pair meets.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import { altitude_m as altitudeOf_m } from '../../kernel/earth/geodesy.js';
import { acos, clamp } from '../../kernel/maths.js';

export interface Course {
  readonly from_s: number;
  readonly step_s: number;
  readonly rows: number;
  /** Directions from the Earth's centre, three numbers a row. */
  readonly direction: Float64Array;
  readonly altitude_m: Float64Array;
  /** By row: longest way until the next row. */
  readonly way_m: Float64Array;
}

const STEP_S = 30;
/** Re-entry and dives change speed within a step; no flight gains as much as this over the faster of its ends. */
const SPEED_MARGIN = 1.2;

export function courseOf(ephemeris: Ephemeris, from_s: number, to_s: number): Course {
  const rows = Math.max(2, Math.ceil((to_s - from_s) / STEP_S) + 1), state = new Float64Array(6);
  const direction = new Float64Array(3 * rows), altitude_m = new Float64Array(rows), way_m = new Float64Array(rows), speed_mps = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    ephemerisAt(ephemeris, Math.min(to_s, from_s + row * STEP_S), state);
    const [x, y, z, vx, vy, vz] = state, r = Math.sqrt(x * x + y * y + z * z);
    direction[3 * row] = x / r;
    direction[3 * row + 1] = y / r;
    direction[3 * row + 2] = z / r;
    altitude_m[row] = altitudeOf_m(x, y, z);
    speed_mps[row] = Math.sqrt(vx * vx + vy * vy + vz * vz);
  }
  for (let row = 0; row < rows - 1; row++) way_m[row] = SPEED_MARGIN * STEP_S * Math.max(speed_mps[row], speed_mps[row + 1]);
  return { from_s, step_s: STEP_S, rows, direction, altitude_m, way_m };
}

/** What a battery asks of a course: the direction of its site, how far it reaches over the ground, and up to which altitude. */
export interface Nearness {
  readonly site_ecef: ArrayLike<number>;
  readonly reach_m: number;
  readonly ceiling_m: number;
}

/** Writes to `out` the first and last age at which the flight may be near enough; false when it never is. */
export function isEverNear(course: Course, { site_ecef, reach_m, ceiling_m }: Nearness, out: Float64Array): boolean {
  const { direction, altitude_m, way_m, from_s, step_s, rows } = course;
  let first = -1, last = -1;
  for (let row = 0; row < rows - 1; row++) {
    // Between two rows it strays from the nearer one by no more than half the way.
    const slack_m = 0.5 * way_m[row];
    if (Math.min(altitude_m[row], altitude_m[row + 1]) - slack_m > ceiling_m) continue;
    const a = 3 * row, b = a + 3;
    const nearer = Math.max(
      site_ecef[0] * direction[a] + site_ecef[1] * direction[a + 1] + site_ecef[2] * direction[a + 2],
      site_ecef[0] * direction[b] + site_ecef[1] * direction[b + 1] + site_ecef[2] * direction[b + 2],
    );
    if (EARTH_MEAN_RADIUS_M * acos(clamp(nearer, -1, 1)) > reach_m + slack_m) continue;
    if (first < 0) first = row;
    last = row + 1;
  }
  if (first < 0) return false;
  out[0] = from_s + first * step_s;
  out[1] = from_s + last * step_s;
  return true;
}
