/**
 * Two-body motion: where a free-falling body will be, where it would hit, how high it would rise.
 * Point-mass gravity, no air, no J2 (over an ICBM's coast J2 moves the place of impact by some ten kilometres).
 * Universal variables after Bate, Mueller and White, Fundamentals of Astrodynamics (1971), chapter 4; the root by
 * Laguerre's method as Conway proposed (Celestial Mechanics 39, 1986), which does not diverge.
 * States are x y z vx vy vz in m and m/s, in an inertial frame whose z axis is the Earth's.
 */
import { EARTH_RADIUS_M, EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../constants.js';
import { altitude_m, geodeticLatitude_rad } from '../earth/geodesy.js';
import { acos, atan2, clamp, cos, exp, log, sin, TAU, wrapAngle_rad } from '../maths.js';

const MU = MU_EARTH_M3PS2;
const ROOT_MU = Math.sqrt(MU);

/** State after `dt_s` of free fall (negative: before). `out` may be the input. Ellipses, parabolas and hyperbolas. */
export function propagateKepler(state: ArrayLike<number>, dt_s: number, out: Float64Array | number[]): void {
  const x = state[0];
  const y = state[1];
  const z = state[2];
  const vx = state[3];
  const vy = state[4];
  const vz = state[5];
  const r0 = Math.sqrt(x * x + y * y + z * z);
  const sigma = (x * vx + y * vy + z * vz) / ROOT_MU;
  const alpha = 2 / r0 - (vx * vx + vy * vy + vz * vz) / MU;
  // Whole revolutions change nothing and would only cost digits.
  const period = alpha > 0 ? TAU / (ROOT_MU * alpha * Math.sqrt(alpha)) : Infinity;
  const dt = period < Math.abs(dt_s) ? dt_s - period * Math.trunc(dt_s / period) : dt_s;
  const chi = solveUniversal(r0, sigma, alpha, dt);
  const psi = alpha * chi * chi;
  const c2 = stumpff2(psi);
  const c3 = stumpff3(psi);
  const f = 1 - (chi * chi * c2) / r0;
  const g = dt - (chi * chi * chi * c3) / ROOT_MU;
  const px = f * x + g * vx;
  const py = f * y + g * vy;
  const pz = f * z + g * vz;
  const r = Math.sqrt(px * px + py * py + pz * pz);
  const fDot = (ROOT_MU * chi * (psi * c3 - 1)) / (r * r0);
  const gDot = 1 - (chi * chi * c2) / r;
  out[0] = px;
  out[1] = py;
  out[2] = pz;
  out[3] = fDot * x + gDot * vx;
  out[4] = fDot * y + gDot * vy;
  out[5] = fDot * z + gDot * vz;
}

/**
 * Instantaneous impact point: where the body would meet the ellipsoid if it fell freely from now on, without air.
 * `angle_rad` is how far the Earth has turned at this moment; its further turning until the impact is counted. Writes
 * geodetic latitude and longitude to `out` and returns the seconds left: 0 for a body at or under the surface, Infinity
 * (and `out` untouched) when the orbit clears the Earth or never comes back.
 */
export function impactPoint(state_eci: ArrayLike<number>, angle_rad: number, out: Float64Array | number[]): number {
  const x = state_eci[0];
  const y = state_eci[1];
  const z = state_eci[2];
  const vx = state_eci[3];
  const vy = state_eci[4];
  const vz = state_eci[5];
  if (altitude_m(x, y, z) <= 0) {
    writePlace(x, y, z, angle_rad, out);
    return 0;
  }
  const r0 = Math.sqrt(x * x + y * y + z * z);
  const a = 1 / (2 / r0 - (vx * vx + vy * vy + vz * vz) / MU);
  if (!(a > 0)) return Infinity;
  const eSin = (x * vx + y * vy + z * vz) / Math.sqrt(MU * a);
  const eCos = 1 - r0 / a;
  const e = Math.sqrt(eSin * eSin + eCos * eCos);
  // In [0, 2π), so that a body already on its way down has no revolution before it.
  const rising = atan2(eSin, eCos);
  const anomaly0 = rising < 0 ? rising + TAU : rising;
  const perRate = a * Math.sqrt(a / MU);
  // The ellipsoid's radius below the impact is not known beforehand; each pass takes it from the pass before.
  let radius = EARTH_RADIUS_M;
  let px = x;
  let py = y;
  let pz = z;
  let dt = Infinity;
  for (let pass = 0; pass < 12; pass++) {
    if (a * (1 - e) >= radius) return Infinity;
    const falling = TAU - acos(clamp((1 - radius / a) / e, -1, 1));
    const swept = falling - anomaly0;
    const next = perRate * (swept - e * sin(falling) + eSin);
    const f = 1 - (a / r0) * (1 - cos(swept));
    const g = next - perRate * (swept - sin(swept));
    px = f * x + g * vx;
    py = f * y + g * vy;
    pz = f * z + g * vz;
    const settled = Math.abs(next - dt) < 1e-6;
    dt = next;
    if (settled) break;
    radius = Math.sqrt(px * px + py * py + pz * pz) - altitude_m(px, py, pz);
  }
  dt = Math.max(0, dt);
  writePlace(px, py, pz, angle_rad + EARTH_RATE_RADPS * dt, out);
  return dt;
}

/** Altitude above the ellipsoid of the highest point of the orbit that a body is on; Infinity when it escapes. */
export function apogee_m(state: ArrayLike<number>): number {
  const x = state[0];
  const y = state[1];
  const z = state[2];
  const vx = state[3];
  const vy = state[4];
  const vz = state[5];
  const r = Math.sqrt(x * x + y * y + z * z);
  const v2 = vx * vx + vy * vy + vz * vz;
  const a = 1 / (2 / r - v2 / MU);
  if (!(a > 0)) return Infinity;
  const along = v2 - MU / r;
  const radial = x * vx + y * vy + z * vz;
  // Eccentricity vector; the apogee lies opposite to it.
  const ex = (along * x - radial * vx) / MU;
  const ey = (along * y - radial * vy) / MU;
  const ez = (along * z - radial * vz) / MU;
  const e = Math.sqrt(ex * ex + ey * ey + ez * ez);
  if (e < 1e-12) return altitude_m(x, y, z);
  const scale = (-a * (1 + e)) / e;
  return altitude_m(scale * ex, scale * ey, scale * ez);
}

function writePlace(x: number, y: number, z: number, angle_rad: number, out: Float64Array | number[]): void {
  const across = Math.sqrt(x * x + y * y);
  out[0] = geodeticLatitude_rad(across, z);
  out[1] = wrapAngle_rad((across > 0 ? atan2(y, x) : 0) - angle_rad);
}

/** Universal Kepler equation; `sigma` is r·v/√μ and `alpha` 1/a. */
export function solveUniversal(r0: number, sigma: number, alpha: number, dt: number): number {
  const wanted = ROOT_MU * dt;
  let chi = firstGuess(r0, sigma, alpha, dt);
  for (let pass = 0; pass < 50; pass++) {
    const psi = alpha * chi * chi;
    const c2 = stumpff2(psi);
    const c3 = stumpff3(psi);
    const bend = 1 - alpha * r0;
    const value = sigma * chi * chi * c2 + bend * chi * chi * chi * c3 + r0 * chi - wanted;
    const first = sigma * chi * (1 - psi * c3) + bend * chi * chi * c2 + r0;
    const second = sigma * (1 - psi * c2) + bend * chi * (1 - psi * c3);
    const root = Math.sqrt(Math.abs(16 * first * first - 20 * value * second));
    const step = (5 * value) / (first + (first < 0 ? -root : root));
    chi -= step;
    if (Math.abs(step) <= 1e-13 * (Math.abs(chi) + 1)) break;
  }
  return chi;
}

function firstGuess(r0: number, sigma: number, alpha: number, dt: number): number {
  if (alpha >= 0) return ROOT_MU * dt * (alpha > 0 ? alpha : 1 / r0);
  const a = 1 / alpha;
  const sign = dt < 0 ? -1 : 1;
  const argument = (-2 * MU * alpha * dt) / (sigma * ROOT_MU + sign * Math.sqrt(-MU * a) * (1 - r0 * alpha));
  return argument > 1 ? sign * Math.sqrt(-a) * log(argument) : (ROOT_MU * dt) / r0;
}

/** (1 − cos √ψ)/ψ and its continuation; the series avoids the cancellation near 0. */
export function stumpff2(psi: number): number {
  if (Math.abs(psi) < 0.05) return 1 / 2 - psi * (1 / 24 - psi * (1 / 720 - psi * (1 / 40320 - psi * (1 / 3628800 - psi / 479001600))));
  if (psi > 0) return (1 - cos(Math.sqrt(psi))) / psi;
  const s = Math.sqrt(-psi);
  return (0.5 * (exp(s) + exp(-s)) - 1) / -psi;
}

/** (√ψ − sin √ψ)/√ψ³ and its continuation. */
export function stumpff3(psi: number): number {
  if (Math.abs(psi) < 0.05) return 1 / 6 - psi * (1 / 120 - psi * (1 / 5040 - psi * (1 / 362880 - psi * (1 / 39916800 - psi / 6227020800))));
  const s = Math.sqrt(Math.abs(psi));
  return psi > 0 ? (s - sin(s)) / (s * s * s) : (0.5 * (exp(s) - exp(-s)) - s) / (s * s * s);
}
