/**
 * Zero-lift drag coefficient of a slender, pointed body against Mach number, on its frontal area.
 * Generic: the shape (flat subsonic, peak just above Mach 1, slow fall) is that of the ballistic-missile curve in
 * Sutton and Biblarz, Rocket Propulsion Elements, 7th edition, figure 4-3; the values are rounded and assumed. An ICBM
 * loses some 100 m/s to drag in all, so 20 % in the coefficient moves its range by about 1 %.
 */

/** Mach numbers and coefficients of the curve; constant outside it. */
const MACH = [0, 0.6, 0.9, 1.2, 1.6, 2.4, 4, 6, 10] as const;
const COEFFICIENT = [0.2, 0.2, 0.25, 0.4, 0.36, 0.28, 0.2, 0.17, 0.15] as const;

/** Tangents of the monotone cubic through the points (Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5, 1984). */
const SLOPE = MACH.map((mach, i) => {
  if (i === 0 || i === MACH.length - 1) return 0;
  const before = (COEFFICIENT[i] - COEFFICIENT[i - 1]) / (mach - MACH[i - 1]);
  const after = (COEFFICIENT[i + 1] - COEFFICIENT[i]) / (MACH[i + 1] - mach);
  return before * after > 0 ? (2 * before * after) / (before + after) : 0;
});

/** Smooth in value and slope, so that the integrator sees no kink. */
export function dragCoefficient(mach: number): number {
  const last = MACH.length - 1;
  if (mach >= MACH[last]) return COEFFICIENT[last];
  let i = 0;
  while (mach >= MACH[i + 1]) i++;
  const width = MACH[i + 1] - MACH[i];
  const s = (mach - MACH[i]) / width;
  const r = 1 - s;
  return (
    r * r * ((1 + 2 * s) * COEFFICIENT[i] + s * width * SLOPE[i]) +
    s * s * ((3 - 2 * s) * COEFFICIENT[i + 1] - r * width * SLOPE[i + 1])
  );
}
