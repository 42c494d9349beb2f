/**
 * Where a payload would fall if its missile's thrust ended early: the instantaneous impact point along the ascent, and
 * whether it lies in the defended territory. A boost kill counts only if it does not.
 */
import { EARTH_RATE_RADPS } from '../kernel/constants.js';
import { impactPoint } from '../kernel/kepler.js';
import { wrapAngle_rad } from '../kernel/maths.js';
import type { AscentGrid } from '../models/tracker/delay.js';
import type { Territory } from '../scenario/plan.js';

/** One flag per row of the ascent: 1 where the payload would fall on the territory. */
export function chartShortfall(ascent: AscentGrid, territory: Territory): Uint8Array {
  const falls = new Uint8Array(ascent.rows), place = new Float64Array(2), state = new Float64Array(6);
  // Most rings are islands far to the north or south of where a payload would fall.
  const bounds = territory.rings.map((ring) => ring.reduce(([low, high], [, lat]) => [Math.min(low, lat), Math.max(high, lat)] as const, [Infinity, -Infinity] as readonly [number, number]));
  for (let row = 0; row < ascent.rows; row++) {
    state.set(ascent.state.subarray(6 * row, 6 * row + 6));
    const fall_s = impactPoint(state, EARTH_RATE_RADPS * row * ascent.step_s, place);
    if (fall_s === Infinity) continue;
    territory.rings.forEach((ring, i) => {
      if (place[0] >= bounds[i][0] && place[0] <= bounds[i][1] && isInsideRing(ring, place[0], place[1])) falls[row] ^= 1;
    });
  }
  return falls;
}

/** Even-odd rule in longitude and latitude; rings that cross the date line are unrolled edge by edge. */
export function isInside(territory: Territory, lat_rad: number, lon_rad: number): boolean {
  let inside = false;
  for (const ring of territory.rings) if (isInsideRing(ring, lat_rad, lon_rad)) inside = !inside;
  return inside;
}

function isInsideRing(ring: Territory['rings'][number], lat_rad: number, lon_rad: number): boolean {
  if (ring.length < 3) return false;
  let inside = false, from = ring[ring.length - 1], fromX = wrapAngle_rad(from[0] - lon_rad);
  for (const to of ring) {
    // Edges are taken the short way round, so x is counted from the point itself and never jumps by a turn.
    const toX = fromX + wrapAngle_rad(to[0] - from[0]);
    if (from[1] > lat_rad !== to[1] > lat_rad) {
      const x = fromX + ((lat_rad - from[1]) / (to[1] - from[1])) * (toX - fromX);
      if (x > 0) inside = !inside;
    }
    from = to;
    fromX = toX;
  }
  return inside;
}
