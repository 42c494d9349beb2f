/** The geostationary orbit (two-body): a satellite that turns with the Earth stands still in the Earth-fixed frame. */
import { EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { cos, pow, sin } from '../../kernel/maths.js';

export const GEOSTATIONARY_RADIUS_M = pow(MU_EARTH_M3PS2 / (EARTH_RATE_RADPS * EARTH_RATE_RADPS), 1 / 3);

/** Position of the satellite over a longitude, Earth-fixed. */
export function geostationaryPosition(lon_rad: number, out_ecef_m: Float64Array): void {
  out_ecef_m[0] = GEOSTATIONARY_RADIUS_M * cos(lon_rad);
  out_ecef_m[1] = GEOSTATIONARY_RADIUS_M * sin(lon_rad);
  out_ecef_m[2] = 0;
}
