/**
 * Where a payload would fall if its missile's thrust ended early: the instantaneous impact point along the ascent, and
 * whether it lies in the defended territory. A boost kill counts only if it does not.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { impactPoint } from '../../kernel/orbit/kepler.js';
import { TAU, wrapAngle_rad } from '../../kernel/maths.js';
import type { AscentGrid } from '../../models/tracker/delay.js';
import type { Territory } from '../../scenario/plan/plan.js';

/** One flag per row of the ascent: 1 where the payload would fall on the territory. */
export function chartShortfall(ascent: AscentGrid, territory: readonly UnrolledRing[]): Uint8Array {
  const falls = new Uint8Array(ascent.rows), place = new Float64Array(2), state = new Float64Array(6);
  for (let row = 0; row < ascent.rows; row++) {
    state.set(ascent.state.subarray(6 * row, 6 * row + 6));
    const fall_s = impactPoint(state, EARTH_RATE_RADPS * row * ascent.step_s, place);
    if (fall_s < Infinity && isInside(territory, place[0], place[1])) falls[row] = 1;
  }
  return falls;
}

/** A ring whose longitudes run on past the date line instead of jumping, with its bounds. */
export interface UnrolledRing {
  readonly lon_rad: Float64Array;
  readonly lat_rad: Float64Array;
  readonly west_rad: number;
  readonly east_rad: number;
  readonly south_rad: number;
  readonly north_rad: number;
}

export function unrollRings(territory: Territory): UnrolledRing[] {
  return territory.rings.filter((ring) => ring.length > 2).map((ring) => {
    const lon_rad = new Float64Array(ring.length), lat_rad = Float64Array.from(ring, (point) => point[1]);
    // Each edge is taken the short way round.
    ring.forEach((point, i) => (lon_rad[i] = i === 0 ? point[0] : lon_rad[i - 1] + wrapAngle_rad(point[0] - ring[i - 1][0])));
    return { lon_rad, lat_rad, west_rad: Math.min(...lon_rad), east_rad: Math.max(...lon_rad), south_rad: Math.min(...lat_rad), north_rad: Math.max(...lat_rad) };
  });
}

/** Even-odd rule in longitude and latitude. */
export function isInside(rings: readonly UnrolledRing[], lat_rad: number, lon_rad: number): boolean {
  let inside = false;
  for (const ring of rings) {
    if (lat_rad < ring.south_rad || lat_rad > ring.north_rad) continue;
    const turns = Math.ceil((ring.west_rad - lon_rad) / TAU);
    const lon = lon_rad + turns * TAU;
    if (lon <= ring.east_rad && crossesOddly(ring, lat_rad, lon)) inside = !inside;
  }
  return inside;
}

function crossesOddly(ring: UnrolledRing, lat_rad: number, lon_rad: number): boolean {
  const { lat_rad: lat, lon_rad: lon } = ring;
  let odd = false;
  for (let i = 0, j = lat.length - 1; i < lat.length; j = i++) {
    if (lat[i] > lat_rad !== lat[j] > lat_rad && lon_rad < lon[j] + ((lat_rad - lat[j]) / (lat[i] - lat[j])) * (lon[i] - lon[j])) odd = !odd;
  }
  return odd;
}
