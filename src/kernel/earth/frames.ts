/**
 * Earth-fixed and inertial frames of one run.
 * The inertial frame (eci) coincides with the Earth-fixed axes (ecef) at the run's t = 0, so the Earth has turned by
 * EARTH_RATE_RADPS · t at time t. Precession, nutation and polar motion are left out: over the hour of a flight they
 * move a point on the ground by less than a metre.
 */
import { EARTH_RATE_RADPS } from '../constants.js';
import { cos, sin } from '../maths.js';

/** Turns a vector about the polar axis: (x, y) to its components after a rotation of the vector by `angle_rad`. */
export function rotateZ(x: number, y: number, angle_rad: number, out: Float64Array | number[]): void {
  const c = cos(angle_rad);
  const s = sin(angle_rad);
  out[0] = c * x - s * y;
  out[1] = s * x + c * y;
}

/**
 * Earth-fixed state (x y z vx vy vz; m, m/s relative to the turning Earth) to the inertial frame when the Earth has
 * turned by `angle_rad`. `out` may be the input.
 */
export function eciFromEcef(state_ecef: ArrayLike<number>, angle_rad: number, out: Float64Array | number[]): void {
  const c = cos(angle_rad);
  const s = sin(angle_rad);
  const x = state_ecef[0];
  const y = state_ecef[1];
  // ω × r is added while still in Earth-fixed axes.
  const vx = state_ecef[3] - EARTH_RATE_RADPS * y;
  const vy = state_ecef[4] + EARTH_RATE_RADPS * x;
  const vz = state_ecef[5];
  out[2] = state_ecef[2];
  out[0] = c * x - s * y;
  out[1] = s * x + c * y;
  out[3] = c * vx - s * vy;
  out[4] = s * vx + c * vy;
  out[5] = vz;
}

/** Inertial state to Earth-fixed axes, velocity relative to the turning Earth; inverse of `eciFromEcef`. */
export function ecefFromEci(state_eci: ArrayLike<number>, angle_rad: number, out: Float64Array | number[]): void {
  const c = cos(angle_rad);
  const s = sin(angle_rad);
  const x = c * state_eci[0] + s * state_eci[1];
  const y = c * state_eci[1] - s * state_eci[0];
  const vx = c * state_eci[3] + s * state_eci[4];
  const vy = c * state_eci[4] - s * state_eci[3];
  const vz = state_eci[5];
  out[2] = state_eci[2];
  out[0] = x;
  out[1] = y;
  out[3] = vx + EARTH_RATE_RADPS * y;
  out[4] = vy - EARTH_RATE_RADPS * x;
  out[5] = vz;
}
