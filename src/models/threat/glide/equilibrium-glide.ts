/**
 * Equilibrium glide: lift and the push outwards on a round Earth carry the weight, drag eats the speed, and so range and time follow
 * from speeds and lift over drag alone. One altitude of 50 km, constant lift over drag, no turns, no skips, and nothing of the
 * descent at the end: an upper bound on how far, a fair guess at how long.
 * Source: Eggers, Allen and Neice, NACA Report 1382 (1958), in the form used by Tracy and Wright (2020).
 */
import { EARTH_MEAN_RADIUS_M, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { log } from '../../../kernel/maths.js';

/** Altitude that the literature takes for a glide. */
export const GLIDE_ALTITUDE_M = 50e3;

export interface Glide {
  readonly speed_mps: number;
  readonly toSpeed_mps: number;
  readonly liftToDrag: number;
}

/** Speed of a circular orbit at the altitude of the glide, 7.879 km/s: a faster body needs no lift and would not come down. */
export function glideCircularSpeed_mps(): number {
  return Math.sqrt(MU_EARTH_M3PS2 / (EARTH_MEAN_RADIUS_M + GLIDE_ALTITUDE_M));
}

/** Ground range: (R/2)(L/D) ln[(1 − (v₂/v_c)²)/(1 − (v₁/v_c)²)]. */
export function glideRange_m(glide: Glide): number {
  const { start, end } = speedShares(glide);
  return 0.5 * EARTH_MEAN_RADIUS_M * glide.liftToDrag * log((1 - end * end) / (1 - start * start));
}

/** Time: (L/D) v_c/(2g) ln[((1 + v₁/v_c)/(1 − v₁/v_c))/((1 + v₂/v_c)/(1 − v₂/v_c))]. */
export function glideTime_s(glide: Glide): number {
  const { start, end, circular_mps } = speedShares(glide);
  const radius_m = EARTH_MEAN_RADIUS_M + GLIDE_ALTITUDE_M;
  const gravity_mps2 = MU_EARTH_M3PS2 / (radius_m * radius_m);
  return ((glide.liftToDrag * circular_mps) / (2 * gravity_mps2)) * log(((1 + start) * (1 - end)) / ((1 - start) * (1 + end)));
}

function speedShares({ speed_mps, toSpeed_mps }: Glide): { start: number; end: number; circular_mps: number } {
  const circular_mps = glideCircularSpeed_mps();
  if (!(toSpeed_mps >= 0 && speed_mps >= toSpeed_mps && speed_mps < circular_mps)) {
    throw new RangeError(`glide: needs 0 ≤ final speed ≤ first speed < ${circular_mps} m/s, was ${toSpeed_mps} and ${speed_mps} m/s`);
  }
  return { start: speed_mps / circular_mps, end: toSpeed_mps / circular_mps, circular_mps };
}
