/** Linear equations of three unknowns by Cramer's rule, for the small Newton and Broyden steps of aiming. */

export type Vector = readonly [number, number, number];

/** `columns` are the matrix's columns; its determinant must not vanish. */
export function solve3([a, b, c]: readonly [Vector, Vector, Vector], r: Vector): Vector {
  const whole = determinant(a, b, c);
  return [determinant(r, b, c) / whole, determinant(a, r, c) / whole, determinant(a, b, r) / whole];
}

export function determinant(a: Vector, b: Vector, c: Vector): number {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1]) + c[0] * (a[1] * b[2] - a[2] * b[1]);
}
