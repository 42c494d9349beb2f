/**
 * Elementary functions with the same bits in every engine.
 * `Math.sin` and its kin may differ in the last bit between Node 20, Node 24 and Chromium, and one bit is enough
 * to turn a hit into a miss and so change `recordHash`. `Math.sqrt`, `abs`, `min`, `max`, `floor` and the four
 * operations are exact by the language standard and stay as they are.
 */
import acos from '@stdlib/math-base-special-acos';
import asin from '@stdlib/math-base-special-asin';
import atan2 from '@stdlib/math-base-special-atan2';
import cos from '@stdlib/math-base-special-cos';
import exp from '@stdlib/math-base-special-exp';
import log from '@stdlib/math-base-special-ln';
import pow from '@stdlib/math-base-special-pow';
import sin from '@stdlib/math-base-special-sin';
import tan from '@stdlib/math-base-special-tan';

export { acos, asin, atan2, cos, exp, log, pow, sin, tan };

export const PI = 3.141592653589793;
export const TAU = 6.283185307179586;

/** Value held between two limits; `low` wins when the limits cross. */
export function clamp(value: number, low: number, high: number): number {
  return value > high ? (low > high ? low : high) : value < low ? low : value;
}

/** Angle brought into [−π, π). */
export function wrapAngle_rad(angle_rad: number): number {
  const turns = Math.floor((angle_rad + PI) / TAU);
  return angle_rad - turns * TAU;
}
