/**
 * Motion of a body beside another one on a circular orbit, to first order in their distance (Hill 1878; Clohessy and Wiltshire,
 * Journal of the Aerospace Sciences 27, 1960; Vallado, Fundamentals of Astrodynamics and Applications, 4th edition, section
 * 6.8): what a push away from the orbit leads to, and which push leads to a wanted place.
 * Axes: up, along the orbit, across it, turning with the reference body. Not curved along the orbit: bodies that part at
 * kilometres a second keep to straight lines, not to circles.
 */
import { MU_EARTH_M3PS2 } from '../constants.js';
import { sin } from '../maths.js';

/** By how many metres a push of 1 m/s moves a body in a given time; the in-plane part also turned round. */
export interface RelativeMotion {
  readonly time_s: number;
  readonly upByUp_s: number;
  /** Up by a push along; a push up moves the body along by as much the other way. */
  readonly upByAlong_s: number;
  readonly alongByAlong_s: number;
  readonly acrossByAcross_s: number;
}

export function meanMotion_radps(orbitRadius_m: number): number {
  return Math.sqrt(MU_EARTH_M3PS2 / (orbitRadius_m * orbitRadius_m * orbitRadius_m));
}

export function relativeMotion(orbitRadius_m: number, time_s: number): RelativeMotion {
  const rate_radps = meanMotion_radps(orbitRadius_m), turn = rate_radps * time_s, s = sin(turn), half = sin(0.5 * turn);
  return {
    time_s,
    upByUp_s: s / rate_radps,
    upByAlong_s: (4 * half * half) / rate_radps,
    alongByAlong_s: (4 * s - 3 * turn) / rate_radps,
    acrossByAcross_s: s / rate_radps,
  };
}

/** Where a push leads, relative to the reference body: up, along, across, in m. */
export function displacement_m(motion: RelativeMotion, up_mps: number, along_mps: number, across_mps: number, out: Float64Array | number[]): void {
  out[0] = motion.upByUp_s * up_mps + motion.upByAlong_s * along_mps;
  out[1] = motion.alongByAlong_s * along_mps - motion.upByAlong_s * up_mps;
  out[2] = motion.acrossByAcross_s * across_mps;
}

/** Size of the push that leads to a place relative to the reference body; Infinity where none does (after half a turn). */
export function pushNeeded_mps(motion: RelativeMotion, up_m: number, along_m: number, across_m: number): number {
  const { upByUp_s, upByAlong_s, alongByAlong_s, acrossByAcross_s } = motion;
  const determinant = upByUp_s * alongByAlong_s + upByAlong_s * upByAlong_s;
  const up_mps = (alongByAlong_s * up_m - upByAlong_s * along_m) / determinant;
  const along_mps = (upByAlong_s * up_m + upByUp_s * along_m) / determinant;
  const across_mps = across_m === 0 ? 0 : across_m / acrossByAcross_s;
  const push2 = up_mps * up_mps + along_mps * along_mps + across_mps * across_mps;
  return push2 < Infinity ? Math.sqrt(push2) : Infinity;
}

/** The farthest to which any push of 1 m/s leads, m: the largest singular value. */
export function farthestPerPush_s({ upByUp_s, upByAlong_s, alongByAlong_s, acrossByAcross_s }: RelativeMotion): number {
  const sum = upByUp_s + alongByAlong_s, difference = upByUp_s - alongByAlong_s, turned = 2 * upByAlong_s;
  return Math.max(Math.abs(acrossByAcross_s), 0.5 * (Math.sqrt(sum * sum + turned * turned) + Math.abs(difference)));
}
