/**
 * Three-component vectors for code outside the hottest loops: plain arrays in, an `out` argument last.
 * `out` may be one of the inputs. Hot loops write the arithmetic out in scalars instead.
 */

import { atan2 } from './maths.js';

/** Something that can be read like a vector: number[], Float64Array, a row of a table. */
export type Vector = ArrayLike<number>;

/** Something that results are written to. */
export type WritableVector = Float64Array | number[];

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Length; `Math.hypot` is not exact by the language standard, the square root is. */
export function length(a: Vector): number {
  return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
}

/** Length of the difference of two points. */
export function separation(a: Vector, b: Vector): number {
  const x = a[0] - b[0];
  const y = a[1] - b[1];
  const z = a[2] - b[2];
  return Math.sqrt(x * x + y * y + z * z);
}

export function cross(a: Vector, b: Vector, out: WritableVector): void {
  const x = a[1] * b[2] - a[2] * b[1];
  const y = a[2] * b[0] - a[0] * b[2];
  out[2] = a[0] * b[1] - a[1] * b[0];
  out[0] = x;
  out[1] = y;
}

/** a + factor · b. */
export function addScaled(a: Vector, factor: number, b: Vector, out: WritableVector): void {
  out[0] = a[0] + factor * b[0];
  out[1] = a[1] + factor * b[1];
  out[2] = a[2] + factor * b[2];
}

/** Unit vector along `a`, and the length of `a`; the zero vector stays zero. */
export function normalise(a: Vector, out: WritableVector): number {
  const size = length(a);
  const factor = size > 0 ? 1 / size : 0;
  out[0] = a[0] * factor;
  out[1] = a[1] * factor;
  out[2] = a[2] * factor;
  return size;
}

/** Angle between two directions in [0, π]; the arctangent keeps small angles exact where an arccosine loses them. */
export function angleBetween_rad(a: Vector, b: Vector): number {
  const x = a[1] * b[2] - a[2] * b[1];
  const y = a[2] * b[0] - a[0] * b[2];
  const z = a[0] * b[1] - a[1] * b[0];
  return atan2(Math.sqrt(x * x + y * y + z * z), dot(a, b));
}
