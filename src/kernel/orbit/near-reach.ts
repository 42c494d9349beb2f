/**
 * Which longitudes of a band of a sphere are within reach of a place, as stretches of cells. A point of the sphere at height z
 * (of radius 1) and longitude difference Δ is within reach when z sin φ + √(1 − z²) cos φ cos Δ ≥ k, with k from the triangle
 * of centre, place and point. For Δ below a right angle the left side is concave in z: least at an edge of the band, greatest
 * at z = sin φ / k where that lies in the band.
 */
import { acos, cos, PI, sin } from '../maths.js';

/**
 * Longitude on a scale of 0 to 4 without trigonometry: the way along a square round the pole. It grows with longitude, which
 * is all that cells need.
 */
export function squareLongitude(x: number, y: number): number {
  const way = y / (Math.abs(x) + Math.abs(y));
  return x >= 0 ? (y >= 0 ? way : 4 + way) : 2 - way;
}

/**
 * Stretches of cells (first rim, first whole, after the last whole, after the last rim), one or two, where the band from height
 * `low` to `high` (−1 … 1) may hold points within reach; undefined where it cannot. Cells count along `squareLongitude`.
 */
export function bandReach(x_m: number, y_m: number, z_m: number, radius_m: number, reach_m: number, low: number, high: number, cells: number, guard: number): number[] | undefined {
  const distance_m = Math.sqrt(x_m * x_m + y_m * y_m + z_m * z_m);
  if (distance_m === 0) return reach_m >= radius_m ? [0, 0, 0, cells] : undefined;
  const k = (radius_m * radius_m + distance_m * distance_m - reach_m * reach_m) / (2 * radius_m * distance_m);
  const sinLat = z_m / distance_m, cosLat = Math.sqrt(Math.max(0, 1 - sinLat * sinLat));
  const outer = widest(low, high, sinLat, cosLat, k - guard);
  if (outer < 0) return undefined;
  const atEdges = Math.min(narrowest(low, sinLat, cosLat, k + guard), narrowest(high, sinLat, cosLat, k + guard));
  // On the far side the middle of a band may lie farther than both its edges.
  const inner = -sinLat > low && -sinLat < high ? Math.min(atEdges, PI / 2) : atEdges;
  const across = Math.sqrt(x_m * x_m + y_m * y_m);
  const cosLon = across > 0 ? x_m / across : 1, sinLon = across > 0 ? y_m / across : 0;
  if (outer >= PI - 1e-6 || across === 0) return wholeBand(inner, cosLon, sinLon, cells);
  const from = cellAt(cosLon, sinLon, -outer, cells, -1), to = cellAt(cosLon, sinLon, outer, cells, 1) + 1;
  const hasWhole = inner > 0;
  const wholeFrom = hasWhole ? cellAt(cosLon, sinLon, -inner, cells, 1) + 1 : to, wholeTo = hasWhole ? cellAt(cosLon, sinLon, inner, cells, -1) : to;
  return unwrap(from, to, wholeFrom, wholeTo, cells);
}

/** A band all of whose longitudes may be within reach: whole cells only where all are. */
function wholeBand(inner: number, cosLon: number, sinLon: number, cells: number): number[] {
  if (inner >= PI - 1e-6) return [0, 0, cells, cells];
  if (!(inner > 0)) return [0, 0, 0, cells];
  const after = cellAt(cosLon, sinLon, -inner, cells, 1) + 1, wholeTo = cellAt(cosLon, sinLon, inner, cells, -1);
  const wholeFrom = after === cells ? 0 : after;
  if (after - wholeTo === 1 || wholeFrom === wholeTo) return [0, 0, 0, cells];
  // Where the whole cells run across the place where counting starts, what is left is one stretch of rim between them.
  return wholeFrom < wholeTo ? [0, wholeFrom, wholeTo, cells] : [0, 0, wholeTo, wholeFrom, wholeFrom, wholeFrom, cells, cells];
}

/** Cell numbers grow from 0; a stretch across the end is cut in two. */
function unwrap(from: number, to: number, wholeFrom: number, wholeTo: number, cells: number): number[] {
  const isWrapped = from >= to;
  const end = isWrapped ? to + cells : to;
  let a = wholeFrom, b = wholeTo;
  if (isWrapped && a < from) a += cells;
  if (isWrapped && b < from) b += cells;
  if (a >= b || a < from || b > end) a = b = end;
  if (end <= cells) return [from, a, b, end];
  const cut = (value: number): number => Math.min(value, cells), over = (value: number): number => Math.max(value, cells) - cells;
  return [from, cut(a), cut(b), cells, 0, over(a), over(b), end - cells];
}

/** Greatest longitude difference within reach anywhere in the band; −1 for none. */
function widest(low: number, high: number, sinLat: number, cosLat: number, k: number): number {
  const turning = k !== 0 ? sinLat / k : 2;
  let best = Math.max(halfWidth(low, sinLat, cosLat, k), halfWidth(high, sinLat, cosLat, k));
  if (k > 0 && turning > low && turning < high) best = Math.max(best, halfWidth(turning, sinLat, cosLat, k));
  // Beyond a right angle heights between the edges may reach farther than both.
  return best > PI / 2 || k <= 0 ? PI : best;
}

/** Longitude difference up to which all points at this height are within reach, no more than a right angle; −1 for none. */
function narrowest(z: number, sinLat: number, cosLat: number, k: number): number {
  const width = halfWidth(z, sinLat, cosLat, k);
  return width >= PI ? PI : Math.min(width, PI / 2);
}

function halfWidth(z: number, sinLat: number, cosLat: number, k: number): number {
  const reach = Math.sqrt(Math.max(0, 1 - z * z)) * cosLat, wanted = k - z * sinLat;
  if (wanted > reach) return -1;
  if (wanted <= -reach) return PI;
  return acos(wanted / reach);
}

/** Cell of the longitude that lies `turn` beyond the place's; `side` nudges it outwards by a rounding error. */
function cellAt(cosLon: number, sinLon: number, turn: number, cells: number, side: -1 | 1): number {
  const c = cos(turn), s = sin(turn);
  const way = squareLongitude(cosLon * c - sinLon * s, sinLon * c + cosLon * s) + side * 1e-9;
  const cell = Math.floor(((way < 0 ? way + 4 : way >= 4 ? way - 4 : way) * cells) / 4);
  return Math.min(cell, cells - 1);
}

