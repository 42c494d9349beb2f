/**
 * Infrared satellite over the equator: it sees a burning rocket once the plume is above the cloud-break altitude and the
 * line of sight clears the Earth. Detection is certain at the next look; signature and background come with issue E.
 */
import { MU_EARTH_M3PS2, EARTH_RATE_RADPS, EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { cos, pow, sin } from '../../kernel/maths.js';

export interface GeostationaryInfrared {
  readonly lon_rad: number;
  readonly cloudBreak_m: number;
  readonly grazingAltitude_m: number;
  readonly minElevation_rad: number;
}

/** Radius of the geostationary orbit (two-body), m. */
export const GEOSTATIONARY_RADIUS_M = pow(MU_EARTH_M3PS2 / (EARTH_RATE_RADPS * EARTH_RATE_RADPS), 1 / 3);

/** Position of the satellite, Earth-fixed. */
export function infraredPosition(sensor: GeostationaryInfrared, out: Float64Array): void {
  out[0] = GEOSTATIONARY_RADIUS_M * cos(sensor.lon_rad);
  out[1] = GEOSTATIONARY_RADIUS_M * sin(sensor.lon_rad);
  out[2] = 0;
}

/**
 * True when a plume at an Earth-fixed position is seen: above cloud and with a clear line of sight.
 * `altitude_m` is the plume's height above the ellipsoid; `satellite` is the satellite's Earth-fixed position.
 */
export function isPlumeSeen(sensor: GeostationaryInfrared, satellite: ArrayLike<number>, x: number, y: number, z: number, altitude_m: number): boolean {
  if (altitude_m < sensor.cloudBreak_m) return false;
  const dx = satellite[0] - x, dy = satellite[1] - y, dz = satellite[2] - z;
  const range = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const radius = Math.sqrt(x * x + y * y + z * z);
  const sinElevation = (dx * x + dy * y + dz * z) / (range * radius);
  if (sinElevation >= sin(sensor.minElevation_rad)) return true;
  if (sinElevation >= 0) return false;
  // Beyond the limb: the ray passes the Earth at the height of its closest approach to the centre.
  const closest = radius * Math.sqrt(1 - sinElevation * sinElevation);
  return sensor.minElevation_rad <= 0 && closest - EARTH_MEAN_RADIUS_M >= sensor.grazingAltitude_m;
}
