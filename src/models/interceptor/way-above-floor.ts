/**
 * Whether the way of a space interceptor stays above its floor. First the straight line from the carrier at the order to the
 * meeting, which costs little: gravity bends every way outwards from it, so that if the line is clear the way is. It can lie
 * 100 km too low, so where it is not clear the two-body arc decides: free fall from the push in the middle of the burn, within
 * 4 km of powered flight (docs/models/reach.md). Altitudes over the ellipsoid, in axes whose third one is the Earth's.
 */
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { reachAt } from './reach.js';
import { lowestAltitude_m, type SpaceInterceptor } from './space-based.js';

/** Carrier at the order and at the meeting, x y z vx vy vz; the place of the meeting starts at `targetAt` of its array and is above the floor. */
export function isWayAboveFloor(interceptor: SpaceInterceptor, flight_s: number, ordered_eci: Float64Array, carrier_eci: Float64Array, target_eci: Float64Array, targetAt = 0): boolean {
  const x = ordered_eci[0], y = ordered_eci[1], z = ordered_eci[2], { floor_m } = interceptor;
  const tx = target_eci[targetAt], ty = target_eci[targetAt + 1], tz = target_eci[targetAt + 2];
  const dx = x - tx, dy = y - ty, dz = z - tz;
  if (lowestAltitude_m(altitude_m(x, y, z), altitude_m(tx, ty, tz), Math.sqrt(dx * dx + dy * dy + dz * dz), EARTH_RADIUS_M) >= floor_m) return true;
  const lowest = new Float64Array(3), reach = reachAt(interceptor, flight_s, Math.sqrt(x * x + y * y + z * z));
  return reach.lowestRadius_m(carrier_eci, target_eci, 0, targetAt, lowest) > 0 && altitude_m(lowest[0], lowest[1], lowest[2]) >= floor_m;
}
