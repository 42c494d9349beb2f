/**
 * Circular orbits in numbers: speed, period, turning of the node, and the inclination that keeps step with the Sun.
 * Two-body speed and period; the node turns by J2 alone, to first order. Altitudes count from the equatorial radius.
 * Source: Vallado, Fundamentals of Astrodynamics and Applications (2013), sections 1.3 and 9.6.
 */
import { EARTH_RADIUS_M, J2, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { acos, clamp, cos, TAU } from '../../kernel/maths.js';
import { toSi } from '../../kernel/units.js';

/** One turn about the Sun in a tropical year of 365.2422 days: what a sun-synchronous node must keep. */
export const SUN_RATE_RADPS = TAU / toSi(365.2422, 'd');

export function circularSpeed_mps(altitude_m: number): number {
  return Math.sqrt(MU_EARTH_M3PS2 / (EARTH_RADIUS_M + altitude_m));
}

/** T = 2π √(a³/μ). */
export function circularPeriod_s(altitude_m: number): number {
  return TAU / meanMotion_radps(altitude_m);
}

/** Turning of the node: −1.5 J2 (Re/a)² n cos i; westward for orbits that run eastward. */
export function nodeRate_radps(altitude_m: number, inclination_rad: number): number {
  return -nodeScale_radps(altitude_m) * cos(inclination_rad);
}

/** Inclination at which the node turns eastward as fast as the Sun; undefined above 5,970 km, where none does. */
export function sunSynchronousInclination_rad(altitude_m: number): number | undefined {
  const cosine = -SUN_RATE_RADPS / nodeScale_radps(altitude_m);
  return cosine < -1 ? undefined : acos(clamp(cosine, -1, 1));
}

function meanMotion_radps(altitude_m: number): number {
  const a = EARTH_RADIUS_M + altitude_m;
  return Math.sqrt(MU_EARTH_M3PS2 / a) / a;
}

function nodeScale_radps(altitude_m: number): number {
  const ratio = EARTH_RADIUS_M / (EARTH_RADIUS_M + altitude_m);
  return 1.5 * J2 * ratio * ratio * meanMotion_radps(altitude_m);
}
