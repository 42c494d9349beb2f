/**
 * The US Standard Atmosphere 1976 from 86 to 1,000 km, as a continuation of its seven lower layers.
 * Temperature: the standard's own closed forms (equations 25 to 31). Density and pressure: its table VIII, joined by a
 * cubic spline through the logarithms with the lower layers' slope at 86 km. The coarsest spacing is
 * between 105 and 115 km, where the air stops mixing and the logarithm bends most.
 */
import { exp, log } from '../maths.js';

/** Where the seven layers end, geometric. */
export const UPPER_BASE_M = 86000;

/** Where the standard ends; above it the code flies in vacuum. */
export const UPPER_TOP_M = 1000000;

/** Effective Earth radius of the standard, which turns geometric into geopotential altitude. */
export const GEOPOTENTIAL_RADIUS_M = 6356766;

/** Table VIII: geometric altitude km, pressure Pa, density kg/m³. */
const TABLE: readonly (readonly [number, number, number])[] = [
  [86, 3.7338e-1, 6.958e-6], [90, 1.8359e-1, 3.416e-6], [95, 7.5966e-2, 1.393e-6], [100, 3.2011e-2, 5.604e-7],
  [105, 1.4477e-2, 2.325e-7], [110, 7.1042e-3, 9.708e-8], [115, 4.0096e-3, 4.289e-8], [120, 2.5382e-3, 2.222e-8],
  [125, 1.7354e-3, 1.291e-8], [130, 1.2505e-3, 8.152e-9], [140, 7.2028e-4, 3.831e-9], [150, 4.5422e-4, 2.076e-9],
  [160, 3.0395e-4, 1.233e-9], [180, 1.5271e-4, 5.194e-10], [200, 8.4736e-5, 2.541e-10], [250, 2.4767e-5, 6.073e-11],
  [300, 8.7704e-6, 1.916e-11], [350, 3.4498e-6, 7.014e-12], [400, 1.4518e-6, 2.803e-12], [450, 6.4468e-7, 1.184e-12],
  [500, 3.0236e-7, 5.215e-13], [550, 1.5137e-7, 2.384e-13], [600, 8.2130e-8, 1.137e-13], [650, 4.8865e-8, 5.712e-14],
  [700, 3.1908e-8, 3.070e-14], [750, 2.2599e-8, 1.788e-14], [800, 1.7036e-8, 1.136e-14], [850, 1.3415e-8, 7.824e-15],
  [900, 1.0873e-8, 5.759e-15], [950, 8.9816e-9, 4.453e-15], [1000, 7.5138e-9, 3.561e-15],
];

/** Value and slope (per metre) of the logarithm of a quantity at each table altitude. */
export interface LogSpline {
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

const ALTITUDE_M = Float64Array.from(TABLE, (row) => row[0] * 1000);

/** Spline of ln(pressure), given its value and slope (per metre) where the layers end. */
export function splinePressure(base: number, slope: number): LogSpline {
  return spline(TABLE.map((row) => row[1]), base, slope);
}

/** Spline of ln(density), given its value and slope (per metre) where the layers end. */
export function splineDensity(base: number, slope: number): LogSpline {
  return spline(TABLE.map((row) => row[2]), base, slope);
}

/** Kinetic temperature between 86 and 1,000 km; equations 25, 27, 29 and 31 of the standard. */
export function upperTemperature_K(altitude_m: number): number {
  const z_km = altitude_m / 1000;
  if (z_km <= 91) return 186.8673;
  if (z_km <= 110) {
    const x = (z_km - 91) / -19.9429;
    return 263.1905 - 76.3232 * Math.sqrt(1 - x * x);
  }
  if (z_km <= 120) return 240 + 12 * (z_km - 110);
  const radius_km = GEOPOTENTIAL_RADIUS_M / 1000;
  const xi = ((z_km - 120) * (radius_km + 120)) / (radius_km + z_km);
  return 1000 - 640 * exp(-0.01875 * xi);
}

/** Table interval of an altitude between 86 and 1,000 km, for `evaluate`. */
export function upperInterval(altitude_m: number): number {
  let low = 0;
  let high = ALTITUDE_M.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ALTITUDE_M[middle] <= altitude_m) low = middle;
    else high = middle;
  }
  return low;
}

/** The splined quantity itself, not its logarithm. */
export function evaluate(curve: LogSpline, interval: number, altitude_m: number): number {
  const width = ALTITUDE_M[interval + 1] - ALTITUDE_M[interval];
  const t = (altitude_m - ALTITUDE_M[interval]) / width;
  const rise = curve.value[interval + 1] - curve.value[interval];
  const start = curve.slope[interval] * width - rise;
  const end = rise - curve.slope[interval + 1] * width;
  return exp(curve.value[interval] + t * (rise + (1 - t) * (start * (1 - t) + end * t)));
}

/** Cubic spline with continuous second derivative, clamped at the lower end and natural at the upper. */
function spline(values: readonly number[], base: number, baseSlope: number): LogSpline {
  const n = values.length;
  const value = Float64Array.from(values, (v) => log(v));
  value[0] = log(base);
  const slope = new Float64Array(n);
  const factor = new Float64Array(n);
  slope[0] = baseSlope;
  // Thomas elimination of the slopes' tridiagonal equations.
  for (let i = 1; i < n; i++) {
    const before = 1 / (ALTITUDE_M[i] - ALTITUDE_M[i - 1]);
    const risen = (value[i] - value[i - 1]) * before * before;
    const after = i + 1 < n ? 1 / (ALTITUDE_M[i + 1] - ALTITUDE_M[i]) : 0;
    const rising = i + 1 < n ? (value[i + 1] - value[i]) * after * after : 0;
    const pivot = 2 * (before + after) - before * factor[i - 1];
    factor[i] = after / pivot;
    slope[i] = (3 * (risen + rising) - before * slope[i - 1]) / pivot;
  }
  for (let i = n - 2; i > 0; i--) slope[i] -= factor[i] * slope[i + 1];
  return { value, slope };
}
