/**
 * How a small error of a free-falling body's state grows until a later moment: the position rows of the two-body transition matrix,
 * in closed form with universal functions. Point-mass gravity; J2 changes the growth by about a thousandth and is left out.
 * Source: Battin, An Introduction to the Mathematics and Methods of Astrodynamics (1999), section 9.7, equations 9.84 to 9.87.
 */
import { MU_EARTH_M3PS2 } from '../constants.js';
import { solveUniversal, stumpff2, stumpff3 } from './kepler.js';

/** Numbers of a transition: nine of position by position, nine of position by velocity (row by row), and the state reached. */
export const FREE_FALL_SIZE = 24;
const BY_VELOCITY = 9, REACHED = 18;
const MU = MU_EARTH_M3PS2, ROOT_MU = Math.sqrt(MU);

/** Writes to `out` the derivatives of the position after `dt_s` by position and velocity now, and the state then. The state is six numbers of `states` from `at` on, inertial. */
export function freeFallTransition(states: ArrayLike<number>, at: number, dt_s: number, out: Float64Array): void {
  const x = states[at], y = states[at + 1], z = states[at + 2], vx = states[at + 3], vy = states[at + 4], vz = states[at + 5];
  const r0 = Math.sqrt(x * x + y * y + z * z), sigma = (x * vx + y * vy + z * vz) / ROOT_MU, alpha = 2 / r0 - (vx * vx + vy * vy + vz * vz) / MU;
  const chi = solveUniversal(r0, sigma, alpha, dt_s), chi2 = chi * chi, psi = alpha * chi2;
  const c2 = stumpff2(psi), c3 = stumpff3(psi);
  const f = 1 - (chi2 * c2) / r0, g = dt_s - (chi2 * chi * c3) / ROOT_MU;
  const px = f * x + g * vx, py = f * y + g * vy, pz = f * z + g * vz, r = Math.sqrt(px * px + py * py + pz * pz);
  const fDot = (ROOT_MU * chi * (psi * c3 - 1)) / (r * r0), gDot = 1 - (chi2 * c2) / r;
  const qx = fDot * x + gDot * vx, qy = fDot * y + gDot * vy, qz = fDot * z + gDot * vz;
  const c = (chi2 * chi2 * chi * (3 * stumpff5(psi, c3) - stumpff4(psi, c2))) / ROOT_MU - dt_s * chi2 * c2;
  out[REACHED] = px;
  out[REACHED + 1] = py;
  out[REACHED + 2] = pz;
  out[REACHED + 3] = qx;
  out[REACHED + 4] = qy;
  out[REACHED + 5] = qz;
  const byPosition = (1 - f) / (r0 * r0), byC = c / (r0 * r0 * r0), byChange = r / MU, across = (r0 / MU) * (1 - f), byMu = c / MU;
  for (let i = 0; i < 3; i++) {
    const p = out[REACHED + i], q = out[REACHED + 3 + i], dr = p - states[at + i], dv = q - states[at + 3 + i];
    for (let j = 0; j < 3; j++) {
      const r0j = states[at + j], v0j = states[at + 3 + j];
      out[3 * i + j] = byChange * dv * (out[REACHED + 3 + j] - v0j) + byPosition * p * r0j + byC * q * r0j;
      out[BY_VELOCITY + 3 * i + j] = across * (dr * v0j - dv * r0j) + byMu * q * v0j;
    }
    out[4 * i] += f;
    out[BY_VELOCITY + 4 * i] += g;
  }
}

/** Error of the position to which a state with the error `e` leads (six numbers from `from` on). */
export function carriedError_m(transition: Float64Array, e: ArrayLike<number>, from: number, out_m: Float64Array): void {
  for (let i = 0; i < 3; i++) {
    let sum_m = 0;
    for (let j = 0; j < 3; j++) sum_m += transition[3 * i + j] * e[from + j] + transition[BY_VELOCITY + 3 * i + j] * e[from + 3 + j];
    out_m[i] = sum_m;
  }
}

/** (½ − c₂)/ψ and its continuation. */
function stumpff4(psi: number, c2: number): number {
  return Math.abs(psi) < 0.05 ? 1 / 24 - psi * (1 / 720 - psi * (1 / 40320 - psi / 3628800)) : (0.5 - c2) / psi;
}

/** (⅙ − c₃)/ψ and its continuation. */
function stumpff5(psi: number, c3: number): number {
  return Math.abs(psi) < 0.05 ? 1 / 120 - psi * (1 / 5040 - psi * (1 / 362880 - psi / 39916800)) : (1 / 6 - c3) / psi;
}
