/**
 * Gravity of an oblate Earth: point mass and the second zonal harmonic.
 * The next harmonics are a thousandth of J2; left out, they move an ICBM's impact by some hundred metres, which aiming
 * absorbs. Source: Vallado, Fundamentals of Astrodynamics and Applications, 4th edition, section 8.6.1.
 */
import { EARTH_RADIUS_M, J2, MU_EARTH_M3PS2 } from '../constants.js';

const J2_FACTOR_M2 = 1.5 * J2 * EARTH_RADIUS_M * EARTH_RADIUS_M;

/** Gravitational acceleration at a position whose z axis is the Earth's axis; the centrifugal part is not in it. */
export function gravity_eci_mps2(x: number, y: number, z: number, out: Float64Array | number[]): void {
  const r2 = x * x + y * y + z * z;
  const perR2 = 1 / r2;
  const central = -MU_EARTH_M3PS2 * perR2 * Math.sqrt(perR2);
  const oblate = J2_FACTOR_M2 * perR2;
  const fiveSine2 = 5 * z * z * perR2;
  const equatorial = central * (1 + oblate * (1 - fiveSine2));
  out[0] = equatorial * x;
  out[1] = equatorial * y;
  out[2] = central * (1 + oblate * (3 - fiveSine2)) * z;
}
