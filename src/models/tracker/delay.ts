/**
 * Tracker `delay`: the decision-maker has the missile's state as it was `latency_s` ago, and a class template for the rest.
 * The forecast starts at the observed state and adds the template's acceleration, turned about the launch site's vertical
 * to the estimated flight azimuth. So the forecast is wrong exactly by how this missile differs from its class: burn time,
 * pitch programme for another range, and the error of the azimuth. The burn-out it expects is the template's.
 */
import { cos, sin } from '../../kernel/maths.js';

export interface DelayTracker {
  readonly latency_s: number;
  readonly azimuthError_rad: number;
}

/**
 * Positions and velocities on a uniform grid of ages, in the inertial frame that coincides with Earth-fixed axes at the
 * missile's launch. Six numbers a row: x, y, z in m, vx, vy, vz in m/s. Row j is at age `j · step_s`.
 */
export interface AscentGrid {
  readonly step_s: number;
  readonly rows: number;
  readonly state: Float64Array;
  readonly burnout_s: number;
}

/** State at an age, by cubic Hermite interpolation between rows; held at the last row beyond the end. */
export function ascentAt(grid: AscentGrid, age_s: number, out: Float64Array): void {
  const last = grid.rows - 1;
  const place = Math.min(Math.max(age_s / grid.step_s, 0), last);
  const row = Math.min(Math.floor(place), last - 1);
  const u = place - row, h = grid.step_s, a = row * 6, b = a + 6, s = grid.state;
  const u2 = u * u, u3 = u2 * u;
  const p0 = 2 * u3 - 3 * u2 + 1, p1 = 3 * u2 - 2 * u3, m0 = (u3 - 2 * u2 + u) * h, m1 = (u3 - u2) * h;
  for (let i = 0; i < 3; i++) {
    out[i] = p0 * s[a + i] + p1 * s[b + i] + m0 * s[a + 3 + i] + m1 * s[b + 3 + i];
    out[3 + i] = s[a + 3 + i] + u * (s[b + 3 + i] - s[a + 3 + i]);
  }
}

/** What a forecast needs of the launch area: its vertical and its horizontal axes, Earth-fixed at launch. */
export interface LaunchAxes {
  /** East, north, up unit vectors, nine numbers. */
  readonly axes: Float64Array;
  /** Velocity of the ground at the launch site in the inertial frame, m/s. */
  readonly siteVelocity: Float64Array;
}

/**
 * Forecast of positions on the template's grid of ages from row `fromRow` on, three numbers a row, to `out`.
 * `observed` is the state at `observed_s` (age); `azimuthError_rad` is this track's own error.
 * Allocates nothing; `scratch` holds at least eight numbers.
 */
export function forecast(template: AscentGrid, launch: LaunchAxes, observed: Float64Array, observed_s: number, azimuthError_rad: number, fromRow: number, scratch: Float64Array, out: Float64Array): void {
  ascentAt(template, observed_s, scratch);
  turnToHeading(launch, observed, azimuthError_rad, scratch);
  const c = scratch[6], s = scratch[7], k = launch.axes;
  const kx = k[6], ky = k[7], kz = k[8];
  const tx = scratch[0], ty = scratch[1], tz = scratch[2], tvx = scratch[3], tvy = scratch[4], tvz = scratch[5];
  for (let row = fromRow; row < template.rows; row++) {
    const dt = row * template.step_s - observed_s, i = row * 6;
    // What the template gains over flying on at its own velocity: the integral of its acceleration.
    const gx = template.state[i] - tx - tvx * dt, gy = template.state[i + 1] - ty - tvy * dt, gz = template.state[i + 2] - tz - tvz * dt;
    // Rodrigues' rotation about the launch vertical.
    const along = (kx * gx + ky * gy + kz * gz) * (1 - c);
    const o = row * 3;
    out[o] = observed[0] + observed[3] * dt + c * gx + s * (ky * gz - kz * gy) + kx * along;
    out[o + 1] = observed[1] + observed[4] * dt + c * gy + s * (kz * gx - kx * gz) + ky * along;
    out[o + 2] = observed[2] + observed[5] * dt + c * gz + s * (kx * gy - ky * gx) + kz * along;
  }
}

/** Slower than this over the ground, a heading says nothing yet and the template's own is kept, m/s. */
const HEADING_SPEED_MPS = 30;

/** Writes cosine and sine of the turn about the vertical, from the template's heading (state in `scratch[0…5]`) to the observed one plus its error, to `scratch[6]` and `scratch[7]`. */
function turnToHeading(launch: LaunchAxes, observed: Float64Array, azimuthError_rad: number, scratch: Float64Array): void {
  const a = launch.axes, v = launch.siteVelocity;
  const ox = observed[3] - v[0], oy = observed[4] - v[1], oz = observed[5] - v[2];
  const qx = scratch[3] - v[0], qy = scratch[4] - v[1], qz = scratch[5] - v[2];
  const oe = a[0] * ox + a[1] * oy + a[2] * oz, on = a[3] * ox + a[4] * oy + a[5] * oz;
  const qe = a[0] * qx + a[1] * qy + a[2] * qz, qn = a[3] * qx + a[4] * qy + a[5] * qz;
  const product = Math.sqrt((oe * oe + on * on) * (qe * qe + qn * qn));
  // Azimuth grows clockwise from north; a positive rotation about "up" is anticlockwise, hence the sign of the error.
  const errorCos = cos(azimuthError_rad), errorSin = -sin(azimuthError_rad);
  const isHeadingKnown = product >= HEADING_SPEED_MPS * HEADING_SPEED_MPS;
  const c = isHeadingKnown ? (qe * oe + qn * on) / product : 1;
  const s = isHeadingKnown ? (qe * on - qn * oe) / product : 0;
  scratch[6] = c * errorCos - s * errorSin;
  scratch[7] = s * errorCos + c * errorSin;
}
