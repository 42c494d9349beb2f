/**
 * How soon an interceptor from a site can be at a point, whichever way its kind flies: by its table of ballistic flights, or by
 * that of straight ones. What the engine and the studies ask; they do not look into the tables.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { altitude_m as altitudeOf_m, geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { acos, clamp, PI } from '../../kernel/maths.js';
import { axesAt, chartFlyout, flyoutPath } from './ground-based.js';
import { type FlyoutTable, flyoutTo_s } from './flyout-table.js';
import type { GroundInterceptor, SitePlace } from './stages.js';
import { chartStraight, type StraightTable, straightTime_s } from './straight-flyout.js';

/** A straight table with the place of its launcher. */
export interface StraightFlyout {
  readonly path: 'straight';
  readonly table: StraightTable;
  /** Rows east, north, up, as in a fly-out table. */
  readonly axes: Float64Array;
  readonly site_ecef_m: Float64Array;
}

export type Flyout = FlyoutTable | StraightFlyout;

export const isStraight = (flyout: Flyout): flyout is StraightFlyout => 'path' in flyout;

/** Where tables come from that batteries of a kind can share; made anew each time unless somebody keeps them. */
export interface TableSource {
  straight(interceptor: GroundInterceptor, altitude_m: number): StraightTable;
  ballistic(interceptor: GroundInterceptor, site: SitePlace): FlyoutTable;
}

const MADE_ANEW: TableSource = { straight: chartStraight, ballistic: chartFlyout };

/**
 * Terminal ballistic flights last two minutes: over those, some degrees of latitude change what the Earth's rotation does by less than a
 * thousandth of the way, and longitude changes nothing. Midcourse ones keep a table each (decision 4).
 */
const SHARED_LATITUDE_RAD = PI / 36;

export function chartAnyFlyout(interceptor: GroundInterceptor, site: SitePlace, tables: TableSource = MADE_ANEW): Flyout {
  if (interceptor.path === 'straight') return { path: 'straight', table: tables.straight(interceptor, site.altitude_m), axes: axesAt(site), site_ecef_m: siteOf(site) };
  if (interceptor.phase !== 'terminal') return chartFlyout(interceptor, site);
  const near = { lat_rad: SHARED_LATITUDE_RAD * Math.round(site.lat_rad / SHARED_LATITUDE_RAD), lon_rad: 0, altitude_m: site.altitude_m };
  return { ...tables.ballistic(interceptor, near), site, axes: axesAt(site) };
}

/** Time from ignition to an Earth-fixed point; Infinity when out of reach. Allocates nothing. */
export function arrival_s(flyout: Flyout, x: number, y: number, z: number): number {
  if (!isStraight(flyout)) return flyoutTo_s(flyout, x, y, z);
  const { table, axes, site_ecef_m } = flyout;
  const height_m = altitudeOf_m(x, y, z);
  if (height_m < table.floor_m || height_m > table.ceiling_m) return Infinity;
  const dx = x - site_ecef_m[0], dy = y - site_ecef_m[1], dz = z - site_ecef_m[2];
  const distance_m = Math.sqrt(dx * dx + dy * dy + dz * dz);
  return straightTime_s(table, distance_m > 0 ? (axes[6] * dx + axes[7] * dy + axes[8] * dz) / distance_m : 1, distance_m);
}

/** No point farther than this over the ground can be met. */
export function reachOverGround_m(flyout: Flyout): number {
  if (isStraight(flyout)) return flyout.table.farthest_m.reduce((most, each) => Math.max(most, each), 0);
  const { centre_m, farthest_m } = flyout;
  let most = 0;
  for (const each of farthest_m) if (each > most) most = each;
  let shift = 0;
  for (let k = 0; k < centre_m.length; k += 2) shift = Math.max(shift, Math.sqrt(centre_m[k] * centre_m[k] + centre_m[k + 1] * centre_m[k + 1]));
  // The map is a chord of the mean sphere; back to the arc.
  const chord = (most + shift) / EARTH_MEAN_RADIUS_M;
  return EARTH_MEAN_RADIUS_M * acos(clamp(1 - 0.5 * chord * chord, -1, 1));
}

/** A path for drawing: rows of time since ignition and Earth-fixed position. Empty when out of reach. */
export function flyoutRows(interceptor: GroundInterceptor, site: SitePlace, flyout: Flyout, x: number, y: number, z: number, step_s: number): Float64Array {
  if (!isStraight(flyout)) return flyoutPath(interceptor, site, flyout, x, y, z, step_s);
  const time_s = arrival_s(flyout, x, y, z);
  if (!(time_s < Infinity)) return new Float64Array(0);
  const { table, axes, site_ecef_m: from } = flyout;
  const way = [x - from[0], y - from[1], z - from[2]], distance_m = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
  const sine = (axes[6] * way[0] + axes[7] * way[1] + axes[8] * way[2]) / distance_m;
  const rows = Math.max(2, Math.ceil(time_s / step_s) + 1), path = new Float64Array(4 * rows);
  for (let row = 0; row < rows; row++) {
    // Even in distance, so that each row's time is read straight from the table.
    const share = row / (rows - 1);
    path[4 * row] = row === 0 ? 0 : row === rows - 1 ? time_s : straightTime_s(table, sine, share * distance_m);
    for (let c = 0; c < 3; c++) path[4 * row + 1 + c] = from[c] + share * way[c];
  }
  return path;
}

function siteOf(site: SitePlace): Float64Array {
  const position = new Float64Array(3);
  geodeticToEcef(site.lat_rad, site.lon_rad, site.altitude_m, position);
  return position;
}
