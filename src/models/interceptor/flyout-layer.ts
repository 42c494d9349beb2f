/**
 * One altitude of a fly-out table from the passages of that altitude. First along each launch azimuth: time and launch
 * as functions of distance from the layer's centre, up to the farthest. Then around: at each distance the launch
 * azimuths' places give the values at the table's directions. Smooth curves through few points both times, so some
 * tens of flights an azimuth are enough.
 */
import { atan2, TAU, wrapAngle_rad } from '../../kernel/maths.js';
import type { FlyoutFlights, Passage } from './flyout-flights.js';
import { directionAzimuth_rad, type FlyoutTable } from './flyout-table.js';

/** Points nearer to each other than this share of a step of the table tell the curve nothing but noise. */
const MIN_SPACING = 0.02;

export function fillLayer(table: FlyoutTable, flights: FlyoutFlights, level: number): void {
  const { reach_count: reaches, direction_count: directions, reachStep_m } = table;
  const { azimuth_rad } = flights;
  const count = azimuth_rad.length;
  const spokes = azimuth_rad.map((azimuth, a) =>
    outward(flights.passages[a][level], table.centre_m[2 * level], table.centre_m[2 * level + 1], azimuth, MIN_SPACING * reachStep_m),
  );
  if (spokes.some(({ distance }) => distance.length < 3)) return;
  // Around the centre, with two more at each end so that a curve can look past north.
  const wide = count + 4;
  const angle = new Float64Array(wide);
  const time = new Float64Array(wide);
  const kick = new Float64Array(wide);
  const launch = new Float64Array(wide);
  const nearest = new Float64Array(wide);
  const farthest = new Float64Array(wide);
  for (let j = 0; j < reaches; j++) {
    for (let c = 0; c < wide; c++) {
      const a = (c - 2 + count) % count;
      const spoke = spokes[a];
      const { distance } = spoke;
      const where = locate(distance, j * reachStep_m);
      launch[c] = azimuth_rad[a] + (c < 2 ? -TAU : c >= count + 2 ? TAU : 0);
      angle[c] = launch[c] + smooth(distance, spoke.turn, where, j * reachStep_m, false);
      time[c] = smooth(distance, spoke.time, where, j * reachStep_m, true);
      kick[c] = smooth(distance, spoke.kick, where, j * reachStep_m, true);
      nearest[c] = distance[0];
      farthest[c] = distance[distance.length - 1];
    }
    for (let i = 0; i < directions; i++) {
      const node = directionAzimuth_rad((4 * i) / directions);
      const azimuth = node < angle[1] ? node + TAU : node > angle[wide - 2] ? node - TAU : node;
      const before = locate(angle, azimuth);
      const cell = (level * directions + i) * reaches + j;
      table.time_s[cell] = between(angle, time, before, azimuth);
      table.kick_rad[cell] = between(angle, kick, before, azimuth);
      table.turn_rad[cell] = between(angle, launch, before, azimuth) - azimuth;
      if (j > 0) continue;
      table.nearest_m[level * directions + i] = between(angle, nearest, before, azimuth);
      table.farthest_m[level * directions + i] = between(angle, farthest, before, azimuth);
    }
  }
}

/** Values along one launch azimuth against distance from the centre, as far as distance grows. */
interface Spoke {
  readonly distance: number[];
  readonly time: number[];
  readonly kick: number[];
  /** Direction on the map minus launch azimuth. */
  readonly turn: number[];
}

function outward(points: readonly Passage[], centreEast_m: number, centreNorth_m: number, azimuth_rad: number, spacing_m: number): Spoke {
  const spoke: Spoke = { distance: [], time: [], kick: [], turn: [] };
  for (const { east_m, north_m, t_s, kick_rad } of points) {
    const east = east_m - centreEast_m;
    const north = north_m - centreNorth_m;
    const distance = Math.sqrt(east * east + north * north);
    const last = spoke.distance[spoke.distance.length - 1] ?? -Infinity;
    // Past the farthest point the steeper flights come down nearer again, later.
    if (distance < last) break;
    if (distance < last + spacing_m) continue;
    spoke.distance.push(distance);
    spoke.time.push(t_s);
    spoke.kick.push(kick_rad);
    spoke.turn.push(distance > 0 ? wrapAngle_rad(atan2(east, north) - azimuth_rad) : 0);
  }
  return spoke;
}

/** Index of the interval that holds a value, or of the nearest one. */
function locate(x: ArrayLike<number>, at: number): number {
  const last = x.length - 2;
  let i = 0;
  while (i < last && at > x[i + 1]) i++;
  return i;
}

function between(angle: ArrayLike<number>, value: ArrayLike<number>, c: number, at: number): number {
  const i = Math.max(1, Math.min(angle.length - 3, c));
  return hermite(angle, value, i, at, tangent(angle, value, i), tangent(angle, value, i + 1));
}

/** Smooth curve through all points of a spoke; beyond its ends straight on, or level. */
function smooth(x: readonly number[], y: readonly number[], i: number, at: number, isStraightOn: boolean): number {
  const last = x.length - 1;
  const chord = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
  const slope0 = i > 0 ? tangent(x, y, i) : 1.5 * chord - 0.5 * tangent(x, y, 1);
  const slope1 = i < last - 1 ? tangent(x, y, i + 1) : 1.5 * chord - 0.5 * tangent(x, y, last - 1);
  if (at < x[0]) return y[0] + (isStraightOn ? slope0 * (at - x[0]) : 0);
  if (at > x[last]) return y[last] + (isStraightOn ? slope1 * (at - x[last]) : 0);
  return hermite(x, y, i, at, slope0, slope1);
}

/** Slope at a point of the parabola through it and its neighbours. */
function tangent(x: ArrayLike<number>, y: ArrayLike<number>, i: number): number {
  const before = x[i] - x[i - 1];
  const after = x[i + 1] - x[i];
  return ((y[i] - y[i - 1]) * (after / before) + (y[i + 1] - y[i]) * (before / after)) / (before + after);
}

function hermite(x: ArrayLike<number>, y: ArrayLike<number>, i: number, at: number, slope0: number, slope1: number): number {
  const width = x[i + 1] - x[i];
  const s = (at - x[i]) / width;
  const r = 1 - s;
  return r * r * ((1 + 2 * s) * y[i] + s * width * slope0) + s * s * ((3 - 2 * s) * y[i + 1] - r * width * slope1);
}
