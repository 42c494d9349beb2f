/**
 * What a look tells of a target's state, as rows for the filter: two directions across the line of sight from an infrared satellite;
 * range, two directions and range rate from a radar; a place in all three axes from what only says where. Errors across the line of
 * sight are range times the error of an angle, so a row's unit is metres (of range rate m/s). The two directions are the one along
 * circles of latitude about the Earth's axis and the one across it: nearly the same all through a flight for a sensor that stands
 * still, so that a bias of an axis stays a bias. Formulas: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking
 * and Navigation (2001), section 1.7 and 10.3.
 */
import type { Row } from './covariance-filter.js';

/** Where the target is from the sensor, and how it moves relative to it; inertial axes. */
export interface Sight {
  dx_m: number;
  dy_m: number;
  dz_m: number;
  vx_mps: number;
  vy_mps: number;
  vz_mps: number;
}

export function createSight(): Sight {
  return { dx_m: 0, dy_m: 0, dz_m: 0, vx_mps: 0, vy_mps: 0, vz_mps: 0 };
}

/** One look's accuracy: standard deviations, and what share of them is the same in all looks of a run. */
export interface LookError {
  readonly angle_rad: number;
  readonly range_m: number;
  readonly rate_mps: number;
  readonly biasShare: number;
}

/** Rows of a direction, the first two, and of a radar's range and range rate after them. */
export const DIRECTIONS = 2, RADAR_ROWS = 4;

/** Fills the rows of a direction for `looks` looks in one: their noise averages out, their bias does not. */
export function writeDirections(sight: Sight, error: LookError, looks: number, rows: readonly Row[]): void {
  const { dx_m: dx, dy_m: dy, dz_m: dz } = sight;
  const range_m = Math.sqrt(dx * dx + dy * dy + dz * dz), ux = dx / range_m, uy = dy / range_m, uz = dz / range_m;
  const level = Math.sqrt(ux * ux + uy * uy);
  // Straight along the Earth's axis every direction across is as good.
  const ex = level > 1e-6 ? -uy / level : 1, ey = level > 1e-6 ? ux / level : 0;
  const across_m = range_m * error.angle_rad;
  setRow(rows[0], across_m, looks, error.biasShare, ex, ey, 0);
  setRow(rows[1], across_m, looks, error.biasShare, -uz * ey, uz * ex, ux * ey - uy * ex);
}

export function writeRadar(sight: Sight, error: LookError, looks: number, rows: readonly Row[]): void {
  writeDirections(sight, error, looks, rows);
  const { dx_m: dx, dy_m: dy, dz_m: dz, vx_mps: vx, vy_mps: vy, vz_mps: vz } = sight;
  const range_m = Math.sqrt(dx * dx + dy * dy + dz * dz), ux = dx / range_m, uy = dy / range_m, uz = dz / range_m;
  setRow(rows[2], error.range_m, looks, error.biasShare, ux, uy, uz);
  const along = vx * ux + vy * uy + vz * uz;
  setRow(rows[3], error.rate_mps, looks, 0, (vx - along * ux) / range_m, (vy - along * uy) / range_m, (vz - along * uz) / range_m);
  const { h } = rows[3];
  h[3] = ux;
  h[4] = uy;
  h[5] = uz;
}

/** A place with the same error in each axis; no bias. */
export function writePlace(error_m: number, looks: number, rows: readonly Row[]): void {
  setRow(rows[0], error_m, looks, 0, 1, 0, 0);
  setRow(rows[1], error_m, looks, 0, 0, 1, 0);
  setRow(rows[2], error_m, looks, 0, 0, 0, 1);
}

function setRow(row: Row, sigma: number, looks: number, biasShare: number, hx: number, hy: number, hz: number): void {
  const { h } = row;
  h[0] = hx;
  h[1] = hy;
  h[2] = hz;
  h[3] = h[4] = h[5] = 0;
  row.variance = (sigma * sigma) / looks;
  row.bias = biasShare * sigma;
  row.column = -1;
}

/**
 * Takes in what may have been measured of a neighbour: with a chance of that, the row's variance grows by the square of the
 * distance to it, a third of it along each axis.
 */
export function confuse(row: Row, chance: number, distance_m: number): void {
  row.variance += (chance * distance_m * distance_m) / 3;
}
