/**
 * Least time from ignition to any point around a site, as a table for fast look-up. A point is named by its altitude
 * and its place on a map centred on the site: Lambert's equal-area projection of the sphere of mean radius, because it
 * needs square roots only. While an interceptor climbs, the site turns away below it, so each altitude has its own
 * centre, the place above which a vertical shot passes it; directions and distances on the map are from there.
 * Between nodes linear in altitude, distance and direction. Values run on beyond the edge of what can be reached, and
 * the edge itself is a second, smaller table: Infinity beyond it.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { atan2, cos, PI, sin } from '../../kernel/maths.js';
import type { SitePlace } from './stages.js';

export interface FlyoutTable {
  readonly site: SitePlace;
  /** Rows east, north, up of the site in Earth-fixed axes, up from the Earth's centre. */
  readonly axes: Float64Array;
  readonly floor_m: number;
  readonly altitudeStep_m: number;
  readonly altitude_count: number;
  readonly reachStep_m: number;
  readonly reach_count: number;
  readonly direction_count: number;
  /** East and north of each altitude's centre on the map, m. */
  readonly centre_m: Float64Array;
  /** By altitude, direction and distance: time since ignition, and the launch that gets there. */
  readonly time_s: Float32Array;
  readonly kick_rad: Float32Array;
  /** Launch azimuth minus direction on the map. */
  readonly turn_rad: Float32Array;
  /** By altitude and direction: nearest and farthest distance within reach. */
  readonly nearest_m: Float32Array;
  readonly farthest_m: Float32Array;
  readonly rightHandSides: number;
}

/** Time to an Earth-fixed point; Infinity when out of reach. Allocates nothing. */
export function flyoutTo_s(table: FlyoutTable, x: number, y: number, z: number): number {
  return lookUp(table, table.time_s, x, y, z);
}

/** Time to a point named by azimuth and ground range from the site (mean sphere) and altitude (ellipsoid). */
export function flyoutTime_s(table: FlyoutTable, azimuth_rad: number, groundRange_m: number, altitudeOfPoint_m: number): number {
  const chord_m = 2 * EARTH_MEAN_RADIUS_M * sin(groundRange_m / (2 * EARTH_MEAN_RADIUS_M));
  return lookUpOnMap(table, table.time_s, chord_m * sin(azimuth_rad), chord_m * cos(azimuth_rad), altitudeOfPoint_m);
}

/** Any column of the table at an Earth-fixed point. */
export function lookUp(table: FlyoutTable, column: Float32Array, x: number, y: number, z: number): number {
  const { axes } = table;
  const east = axes[0] * x + axes[1] * y + axes[2] * z;
  const north = axes[3] * x + axes[4] * y + axes[5] * z;
  const up = axes[6] * x + axes[7] * y + axes[8] * z;
  const r = Math.sqrt(east * east + north * north + up * up);
  const scale = mapScale(r, up);
  return lookUpOnMap(table, column, east * scale, north * scale, altitude_m(x, y, z));
}

/** Factor from a point's horizontal components to the map; `r` its distance from the Earth's centre, `up` its height along the site's vertical. */
export function mapScale(r: number, up: number): number {
  // Lambert: sqrt(2 / (1 + cos ψ)) times the unit vector's components; the antipode itself is nowhere on the map.
  return (EARTH_MEAN_RADIUS_M / r) * Math.sqrt(2 / Math.max(1e-9, 1 + up / r));
}

/**
 * Direction on the map as a number in [0, 4), clockwise from north, a quarter per unit: the share of the east component
 * in the sum of both. Runs with the angle, but needs one division where the angle needs an arctangent.
 */
export function quarterDirection(east: number, north: number): number {
  if (east >= 0) return north >= 0 ? (east + north > 0 ? east / (east + north) : 0) : 1 - north / (east - north);
  return north < 0 ? 2 + east / (east + north) : 3 + north / (north - east);
}

/** Azimuth of a direction number. */
export function directionAzimuth_rad(direction: number): number {
  const quarter = Math.floor(direction);
  const share = direction - quarter;
  return (quarter * PI) / 2 + atan2(share, 1 - share);
}

function lookUpOnMap(table: FlyoutTable, column: Float32Array, east: number, north: number, pointAltitude_m: number): number {
  const { altitude_count: layers, reach_count: reaches, direction_count: directions, centre_m } = table;
  const level = (pointAltitude_m - table.floor_m) / table.altitudeStep_m;
  if (!(level >= 0 && level <= layers - 1)) return Infinity;
  const k = Math.min(Math.floor(level), layers - 2);
  const s = level - k;
  const fromEast = east - (centre_m[2 * k] * (1 - s) + centre_m[2 * k + 2] * s);
  const fromNorth = north - (centre_m[2 * k + 1] * (1 - s) + centre_m[2 * k + 3] * s);
  const distance_m = Math.sqrt(fromEast * fromEast + fromNorth * fromNorth);
  const direction = (quarterDirection(fromEast, fromNorth) * directions) / 4;
  const i = Math.min(Math.floor(direction), directions - 1);
  const v = direction - i;
  const next = i + 1 === directions ? 0 : i + 1;
  const edge = k * directions;
  // Not `>`: a layer that is nowhere in reach has an edge that is not a number here.
  if (!(distance_m <= edgeAt(table.farthest_m, edge, directions, i, next, v, s))) return Infinity;
  if (!(distance_m >= edgeAt(table.nearest_m, edge, directions, i, next, v, s))) return Infinity;
  const reach = distance_m / table.reachStep_m;
  const j = Math.min(Math.floor(reach), reaches - 2);
  const u = reach - j;
  const lowA = (k * directions + i) * reaches + j;
  const lowB = (k * directions + next) * reaches + j;
  const layer = directions * reaches;
  const highA = lowA + layer;
  const highB = lowB + layer;
  const low = (1 - v) * ((1 - u) * column[lowA] + u * column[lowA + 1]) + v * ((1 - u) * column[lowB] + u * column[lowB + 1]);
  const high = (1 - v) * ((1 - u) * column[highA] + u * column[highA + 1]) + v * ((1 - u) * column[highB] + u * column[highB + 1]);
  return (1 - s) * low + s * high;
}

/** The edge between four of its nodes: two directions of a layer and of the one above. */
function edgeAt(edge_m: Float32Array, at: number, directions: number, i: number, next: number, v: number, s: number): number {
  const low = (1 - v) * edge_m[at + i] + v * edge_m[at + next];
  const high = (1 - v) * edge_m[at + directions + i] + v * edge_m[at + directions + next];
  return (1 - s) * low + s * high;
}
