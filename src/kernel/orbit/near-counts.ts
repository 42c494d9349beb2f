/**
 * How many moving points on a sphere are within a distance of each of many fixed places, moment after moment: satellites of
 * one shell near launch sites. The sphere is cut into bands of equal height and each band into cells by longitude. Cells and
 * places stand still in one frame, so it is worked out once which cells of a band lie wholly within reach of a place, counted
 * by a difference of two sums, and which lie on the rim, whose points are measured one by one. Counts are the same, to the
 * last one, as by measuring every pair: a cell counts as whole only with a guard for rounding.
 */
import { PI } from '../maths.js';
import { bandReach } from './near-reach.js';

/** Share of the sphere's radius by which a point must be inside before it is counted unmeasured. */
const GUARD = 1e-9;

export interface NearCounter {
  /**
   * Counts the points with these coordinates (m, all at `radius_m` from the centre) within `reach_m` of each place.
   * Writes one count a place; allocates nothing.
   */
  count(x_m: Float64Array, y_m: Float64Array, z_m: Float64Array, counts: Int32Array): void;
}

/** `places_m`: x, y, z of each place in turn, in the frame in which the points will be given. */
export function createNearCounter(radius_m: number, reach_m: number, places_m: Float64Array, points_count: number): NearCounter {
  const places = places_m.length / 3;
  const { bands, cells } = gridFor(points_count, radius_m, reach_m);
  const { firstRow, rows } = classify(places_m, radius_m, reach_m, bands, cells);
  const start = new Int32Array(bands * cells + 1), cellOf = new Int32Array(points_count), next = new Int32Array(bands * cells);
  const sx = new Float64Array(points_count), sy = new Float64Array(points_count), sz = new Float64Array(points_count);
  const reachSquared = reach_m * reach_m;
  return {
    count(x_m, y_m, z_m, counts) {
      sortIntoCells(x_m, y_m, z_m, points_count, bands, cells, radius_m, cellOf, start, next, sx, sy, sz);
      for (let p = 0; p < places; p++) {
        counts[p] = countPlace(rows, firstRow[p], firstRow[p + 1], start, sx, sy, sz, places_m[3 * p], places_m[3 * p + 1], places_m[3 * p + 2], reachSquared);
      }
    },
  };
}

/** Enough cells that a rim cell holds about one point, and not so many that walking them costs more than measuring. */
function gridFor(points_count: number, radius_m: number, reach_m: number): { bands: number; cells: number } {
  const angle = Math.min(PI, reach_m / radius_m);
  const fine = Math.sqrt(points_count) * 0.9, coarse = 12 / angle;
  const bands = Math.max(4, Math.ceil(Math.min(Math.max(fine, coarse), 400)));
  return { bands, cells: Math.max(8, 4 * Math.ceil(bands / 2)) };
}

function sortIntoCells(
  x: Float64Array, y: Float64Array, z: Float64Array, count: number, bands: number, cells: number, radius_m: number,
  cellOf: Int32Array, start: Int32Array, next: Int32Array, sx: Float64Array, sy: Float64Array, sz: Float64Array,
): void {
  const perBand = bands / (2 * radius_m), perCell = cells / 4;
  start.fill(0);
  for (let i = 0; i < count; i++) {
    const px = x[i], py = y[i], way = py / (Math.abs(px) + Math.abs(py));
    const longitude = px >= 0 ? (py >= 0 ? way : 4 + way) : 2 - way;
    let band = ((z[i] + radius_m) * perBand) | 0, cell = (longitude * perCell) | 0;
    if (band >= bands) band = bands - 1;
    if (cell >= cells) cell = cells - 1;
    const at = band * cells + cell;
    cellOf[i] = at;
    start[at + 1]++;
  }
  for (let c = 0, sum = 0; c < next.length; c++) {
    next[c] = sum;
    sum += start[c + 1];
    start[c + 1] = sum;
  }
  for (let i = 0; i < count; i++) {
    const to = next[cellOf[i]]++;
    sx[to] = x[i];
    sy[to] = y[i];
    sz[to] = z[i];
  }
}

/** Rows of one place: rim from, whole from, whole to, rim to (numbers of cells in the whole grid; a stretch without whole cells has both in the middle equal). */
function countPlace(
  rows: Int32Array, from: number, to: number, start: Int32Array, sx: Float64Array, sy: Float64Array, sz: Float64Array,
  x: number, y: number, z: number, reachSquared: number,
): number {
  let total = 0;
  for (let row = from; row < to; row++) {
    const o = row * 4;
    const a = start[rows[o]], b = start[rows[o + 1]], c = start[rows[o + 2]], d = start[rows[o + 3]];
    total += c - b;
    for (let i = a; i < b; i++) {
      const dx = sx[i] - x, dy = sy[i] - y, dz = sz[i] - z;
      if (dx * dx + dy * dy + dz * dz <= reachSquared) total++;
    }
    for (let i = c; i < d; i++) {
      const dx = sx[i] - x, dy = sy[i] - y, dz = sz[i] - z;
      if (dx * dx + dy * dy + dz * dz <= reachSquared) total++;
    }
  }
  return total;
}

/** For each place the stretches of cells that may hold points within reach; four cell numbers a stretch. */
function classify(places_m: Float64Array, radius_m: number, reach_m: number, bands: number, cells: number): { firstRow: Int32Array; rows: Int32Array } {
  const places = places_m.length / 3, firstRow = new Int32Array(places + 1);
  let rows = new Int32Array(4 * 1024), count = 0;
  const add = (a: number, b: number, c: number, d: number): void => {
    if (4 * (count + 1) > rows.length) {
      const more = new Int32Array(2 * rows.length);
      more.set(rows);
      rows = more;
    }
    rows.set([a, b, c, d], 4 * count++);
  };
  for (let p = 0; p < places; p++) {
    for (let band = 0; band < bands; band++) {
      const zones = bandReach(places_m[3 * p], places_m[3 * p + 1], places_m[3 * p + 2], radius_m, reach_m, (2 * band) / bands - 1, (2 * band + 2) / bands - 1, cells, GUARD);
      if (zones === undefined) continue;
      const first = band * cells;
      for (let i = 0; i < zones.length; i += 4) add(first + zones[i], first + zones[i + 1], first + zones[i + 2], first + zones[i + 3]);
    }
    firstRow[p + 1] = count;
  }
  return { firstRow, rows: rows.slice(0, 4 * count) };
}
