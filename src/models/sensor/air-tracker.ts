/**
 * A satellite's radar that follows what flies in the air, as a cone of view with a chance of detection for each look: no open source
 * says how such a radar works, so nothing finer is modelled. Level 0 is in view, −Infinity is not.
 */
import { cos, PI, sin } from '../../kernel/maths.js';
import type { SeenTarget } from './seen-target.js';
import { sineOfElevation } from './sight-line.js';

export interface AirTracker {
  readonly minElevation_rad: number;
  readonly maxOffNadir_rad: number;
  readonly maxAltitude_m: number;
}

export function createAirTrackerLook({ minElevation_rad, maxOffNadir_rad, maxAltitude_m }: AirTracker): (sx: number, sy: number, sz: number, target: SeenTarget) => number {
  const leastSine = sin(minElevation_rad), leastCosine = maxOffNadir_rad < PI ? cos(maxOffNadir_rad) : -1;
  return (sx, sy, sz, target) => {
    if (!target.fliesInAir || target.altitude_m > maxAltitude_m) return -Infinity;
    const { x_m: x, y_m: y, z_m: z } = target;
    if (sineOfElevation(sx, sy, sz, x, y, z) < leastSine) return -Infinity;
    const dx = x - sx, dy = y - sy, dz = z - sz;
    const along = -(sx * dx + sy * dy + sz * dz);
    return along >= leastCosine * Math.sqrt((sx * sx + sy * sy + sz * sz) * (dx * dx + dy * dy + dz * dz)) ? 0 : -Infinity;
  };
}
