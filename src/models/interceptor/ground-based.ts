/**
 * Ground-based interceptor: how soon it can be where. Its own stages are flown from its site over all directions and
 * pitch-overs, once; the fly-out table made from them gives the least time to any point around the site within 1 % of
 * integrated flights. Times are from ignition: the dead time between commit and ignition is not in them. Divert of the
 * kill vehicle is not modelled as range. After burnout only: a point passed under power is not one that can be met.
 */
import { type Flight, Flyer } from '../../kernel/flight/flight.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { atan2 } from '../../kernel/maths.js';
import { flyFamilies, type FlyoutFlights, MAP_EDGE_M, type Passage } from './flyout-flights.js';
import { fillLayer } from './flyout-layer.js';
import { type FlyoutTable, flyoutTo_s, lookUp } from './flyout-table.js';
import { type GroundInterceptor, type SitePlace, vehicleOf } from './stages.js';

export { type FlyoutTable, flyoutTime_s, flyoutTo_s } from './flyout-table.js';
export type { GroundInterceptor } from './stages.js';

/** Steps of a table for midcourse; what reaches less far or less high gets finer ones, no fewer than these many. */
const ALTITUDE_STEP_M = 50_000, ALTITUDE_STEPS_LEAST = 16;
const REACH_STEP_M = 100_000, REACH_STEPS_LEAST = 25;
/** A multiple of four, so that the kinks of the direction number fall on nodes. */
const DIRECTIONS = 16;

export function chartFlyout(interceptor: GroundInterceptor, site: SitePlace): FlyoutTable {
  const span_m = interceptor.ceiling_m - interceptor.floor_m;
  const layers = Math.max(2, Math.ceil(span_m / Math.min(ALTITUDE_STEP_M, span_m / ALTITUDE_STEPS_LEAST)) + 1);
  const altitudeStep_m = span_m / (layers - 1);
  const altitudes_m = Array.from({ length: layers }, (_, k) => interceptor.floor_m + k * altitudeStep_m);
  const axes = axesAt(site);
  const flights = flyFamilies(interceptor, site, axes, altitudes_m);
  const centre_m = centres(flights.vertical);
  const most_m = farthest_m(flights, centre_m), reachStep_m = Math.min(REACH_STEP_M, Math.max(1, most_m / REACH_STEPS_LEAST));
  const reaches = Math.min(Math.ceil(most_m / reachStep_m), Math.floor(MAP_EDGE_M / reachStep_m)) + 2;
  const size = layers * DIRECTIONS * reaches;
  const table: FlyoutTable = {
    site, axes, centre_m,
    floor_m: interceptor.floor_m, altitudeStep_m, altitude_count: layers,
    reachStep_m, reach_count: reaches, direction_count: DIRECTIONS,
    time_s: new Float32Array(size).fill(Infinity),
    kick_rad: new Float32Array(size).fill(Infinity),
    turn_rad: new Float32Array(size).fill(Infinity),
    nearest_m: new Float32Array(layers * DIRECTIONS).fill(Infinity),
    farthest_m: new Float32Array(layers * DIRECTIONS).fill(-Infinity),
    rightHandSides: flights.rightHandSides,
  };
  for (let level = 0; level < layers; level++) fillLayer(table, flights, level);
  return table;
}

/**
 * A path for drawing: rows of time since ignition and Earth-fixed position, from the site to the point. The launch is
 * read from the table, flown, and bent by what it misses (within a hundredth of its length). Empty when out of reach.
 */
export function flyoutPath(
  interceptor: GroundInterceptor, site: SitePlace, table: FlyoutTable, x: number, y: number, z: number, step_s: number,
): Float64Array {
  const time_s = flyoutTo_s(table, x, y, z);
  if (!(time_s < Infinity)) return new Float64Array(0);
  const flight = flyTowards(interceptor, site, table, x, y, z);
  if (flight.ephemeris === undefined) return new Float64Array(0);
  const rows = Math.max(2, Math.ceil(time_s / step_s) + 1);
  const path = new Float64Array(4 * rows);
  const state = new Float64Array(6);
  ephemerisAt(flight.ephemeris, time_s, state);
  const miss = [x - state[0], y - state[1], z - state[2]];
  for (let row = 0; row < rows; row++) {
    const t_s = (time_s * row) / (rows - 1);
    const share = row / (rows - 1);
    ephemerisAt(flight.ephemeris, t_s, state);
    path[4 * row] = t_s;
    for (let c = 0; c < 3; c++) path[4 * row + 1 + c] = state[c] + share * share * miss[c];
  }
  return path;
}

/** The flight whose launch the table gives for a point. */
export function flyTowards(interceptor: GroundInterceptor, site: SitePlace, table: FlyoutTable, x: number, y: number, z: number): Flight {
  const kick_rad = lookUp(table, table.kick_rad, x, y, z);
  const { axes } = table;
  const east = axes[0] * x + axes[1] * y + axes[2] * z;
  const north = axes[3] * x + axes[4] * y + axes[5] * z;
  // The turn was stored against the direction from the layer's centre; close to it from the site as well, since the
  // centre lies within some tens of kilometres.
  const azimuth_rad = atan2(east, north) + lookUp(table, table.turn_rad, x, y, z);
  return new Flyer().fly(
    vehicleOf(interceptor),
    { lat_rad: site.lat_rad, lon_rad: site.lon_rad, altitude_m: site.altitude_m, azimuth_rad, kick_rad, cutoff_s: Infinity },
    { withEphemeris: true, until_s: interceptor.battery_s },
  );
}

/** East, north, and up from the Earth's centre, at a site. */
export function axesAt(site: SitePlace): Float64Array {
  const p = new Float64Array(3);
  geodeticToEcef(site.lat_rad, site.lon_rad, site.altitude_m, p);
  const across = Math.max(1e-6, Math.sqrt(p[0] * p[0] + p[1] * p[1]));
  const r = Math.sqrt(across * across + p[2] * p[2]);
  const east = [-p[1] / across, p[0] / across, 0];
  const up = [p[0] / r, p[1] / r, p[2] / r];
  return Float64Array.of(
    ...east, up[1] * east[2] - up[2] * east[1], up[2] * east[0] - up[0] * east[2], up[0] * east[1] - up[1] * east[0], ...up,
  );
}

/** Where the vertical flight passes each altitude; above its apogee, where it turned round. */
function centres(vertical: readonly (Passage | undefined)[]): Float64Array {
  const centre_m = new Float64Array(2 * vertical.length);
  let last: Passage | undefined;
  vertical.forEach((passage, level) => {
    last = passage ?? last;
    centre_m[2 * level] = last?.east_m ?? 0;
    centre_m[2 * level + 1] = last?.north_m ?? 0;
  });
  return centre_m;
}

function farthest_m({ passages }: FlyoutFlights, centre_m: Float64Array): number {
  let farthest = 0;
  for (const layers of passages) {
    layers.forEach((points, level) => {
      for (const { east_m, north_m } of points) {
        const e = east_m - centre_m[2 * level];
        const n = north_m - centre_m[2 * level + 1];
        farthest = Math.max(farthest, Math.sqrt(e * e + n * n));
      }
    });
  }
  return farthest;
}
