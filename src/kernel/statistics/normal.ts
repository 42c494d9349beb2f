/**
 * The standard normal distribution. Quantile by Acklam's rational approximation (2003), relative error below 1.2e-9:
 * far finer than any dispersion it is used for. One formula for the middle, one for the tails.
 */
import { exp, log } from '../maths.js';

const A = [-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239];
const B = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1];
const C = [-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];
const TAIL = 0.02425;

/** z with Φ(z) = p; ±Infinity at 0 and 1. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p < TAIL) return tail(Math.sqrt(-2 * log(p)));
  if (p > 1 - TAIL) return -tail(Math.sqrt(-2 * log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q) /
    (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1)
  );
}

function tail(q: number): number {
  return (
    (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
  );
}

/**
 * Φ(z), the share of a standard normal below z; relative error below 1e-13 down to the smallest tail. A series of positive terms in
 * the middle, Laplace's continued fraction in the tails (Abramowitz and Stegun 1964, 26.2.11 and 26.2.14).
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size > 38.6) return z > 0 ? 1 : 0;
  const density = exp(-0.5 * z * z) / ROOT_TAU;
  if (size < 2.5) {
    let term = size, sum = size;
    for (let k = 3; term > 1e-17 * sum; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return z < 0 ? 0.5 - density * sum : 0.5 + density * sum;
  }
  let fraction = size;
  for (let k = 120; k >= 1; k--) fraction = size + k / fraction;
  return z < 0 ? density / fraction : 1 - density / fraction;
}

const ROOT_TAU = 2.5066282746310002;
