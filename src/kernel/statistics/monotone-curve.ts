/**
 * A smooth curve through points that never overshoots between them: monotone cubic interpolation with the tangents of
 * Fritsch and Butland (SIAM J. Sci. Stat. Comput. 5, 1984). Straight on beyond its ends.
 */
export interface MonotoneCurve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly slope: readonly number[];
}

/** `x` strictly ascending, two points or more. */
export function fitMonotoneCurve(x: readonly number[], y: readonly number[]): MonotoneCurve {
  const chord = (i: number) => (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
  const last = x.length - 1;
  const slope = x.map((_, i) => {
    if (i === 0) return chord(0);
    if (i === last) return chord(last - 1);
    const product = chord(i - 1) * chord(i);
    return product > 0 ? (2 * product) / (chord(i - 1) + chord(i)) : 0;
  });
  return { x, y, slope };
}

export function curveAt({ x, y, slope }: MonotoneCurve, at: number): number {
  const last = x.length - 1;
  if (at <= x[0]) return y[0] + slope[0] * (at - x[0]);
  if (at >= x[last]) return y[last] + slope[last] * (at - x[last]);
  let i = 0;
  while (at > x[i + 1]) i++;
  const width = x[i + 1] - x[i];
  const s = (at - x[i]) / width;
  const r = 1 - s;
  return (
    r * r * ((1 + 2 * s) * y[i] + s * width * slope[i]) + s * s * ((3 - 2 * s) * y[i + 1] - r * width * slope[i + 1])
  );
}
