/**
 * Over-the-horizon radar: short waves that the ionosphere turns back to the ground see what flies low in a ring around the site.
 * Nearer than one hop there is nothing, nor is there beyond the farthest. Only for targets in the air: a ballistic missile leaves the
 * height that is lit within a minute. The state of the ionosphere by hour and season is a parameter of the sensor's card: the share
 * of looks that work. Distances along a sphere. Source of the idea: Skolnik, Introduction to Radar Systems (2001), section 8.8.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { acos, atan2, clamp, PI, wrapAngle_rad } from '../../kernel/maths.js';

export interface OverHorizonRadar {
  /** Ring on the ground. */
  readonly nearest_m: number;
  readonly farthest_m: number;
  /** Highest target above the ellipsoid that is lit. */
  readonly maxAltitude_m: number;
  readonly sectorCentre_rad: number;
  readonly sectorWidth_rad: number;
}

/**
 * True when a target at an Earth-fixed position, `altitude_m` above the ellipsoid, is inside the ring and the sector.
 * `axes_ecef` are east, north and up at the site, nine numbers.
 */
export function isInOverHorizonView(
  radar: OverHorizonRadar, position_ecef_m: ArrayLike<number>, axes_ecef: ArrayLike<number>, x: number, y: number, z: number, altitude_m: number,
): boolean {
  if (altitude_m > radar.maxAltitude_m) return false;
  const px = position_ecef_m[0], py = position_ecef_m[1], pz = position_ecef_m[2];
  const cosine = (x * px + y * py + z * pz) / Math.sqrt((x * x + y * y + z * z) * (px * px + py * py + pz * pz));
  const ground_m = EARTH_MEAN_RADIUS_M * acos(clamp(cosine, -1, 1));
  if (ground_m < radar.nearest_m || ground_m > radar.farthest_m) return false;
  if (radar.sectorWidth_rad >= 2 * PI) return true;
  const dx = x - px, dy = y - py, dz = z - pz;
  const east = axes_ecef[0] * dx + axes_ecef[1] * dy + axes_ecef[2] * dz;
  const north = axes_ecef[3] * dx + axes_ecef[4] * dy + axes_ecef[5] * dz;
  return Math.abs(wrapAngle_rad(atan2(east, north) - radar.sectorCentre_rad)) <= radar.sectorWidth_rad / 2;
}
