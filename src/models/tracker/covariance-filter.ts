/**
 * Tracker `covariance`: no measurements are made up and filtered, only what a filter would be wrong by is carried. One track is an
 * error `e` of six numbers (position, velocity), its covariance `P`, and for each bias that a sensor keeps all through a run the
 * column `B` by which that bias has pulled the estimate. All three go through the Kalman filter's own recursion: `Φe + w`,
 * `ΦPΦᵀ + Q`, `ΦB` between measurements, `(I − Kh)e + K(v + b)` and the Joseph form of `P`
 * at each row `h` of a measurement. So the error
 * has at all times the covariance `P + ΣBBᵀ`, and it is correlated in time as the filter makes it.
 * Frame: inertial, Earth-fixed at the missile's launch. Source: Maybeck, Stochastic Models, Estimation and Control, volume 1 (1979),
 * chapters 5 and 6; biases that are considered and not estimated: Schmidt (1966), in Tapley, Schutz and Born (2004), chapter 6.
 */

/** Where a track's parts stand from its first number on: error, covariance row by row, columns of bias. */
export const ERROR = 0, COVARIANCE = 6, BIAS = 42;
/** One axis of bias is one column; more sensors than these keep no bias of their own. */
export const BIAS_COLUMNS = 18;
export const TRACK_SIZE = BIAS + 6 * BIAS_COLUMNS;

/** Normal numbers that `start` and `predict` want. */
export const NORMALS = 6;

/** White noise of acceleration: how a mismatch of one standard deviation that lasts some time adds to the variance of velocity. */
export function mismatchDensity_m2ps3(mismatch_mps2: number, lasts_s: number): number {
  return 2 * mismatch_mps2 * mismatch_mps2 * lasts_s;
}

/** Starts the track at `at` from what is known before anything is measured, with the first error drawn from it. */
export function startTrack(tracks: Float64Array, at: number, position_m: number, velocity_mps: number, normals: Float64Array): void {
  tracks.fill(0, at, at + TRACK_SIZE);
  for (let i = 0; i < 6; i++) {
    const sigma = i < 3 ? position_m : velocity_mps;
    tracks[at + ERROR + i] = sigma * normals[i];
    tracks[at + COVARIANCE + 7 * i] = sigma * sigma;
  }
}

/** Gravity's gradient at a place: pull per metre across, and the direction in which it is −2 of it. A pull of 0 is a field without gradient. */
export interface Gradient {
  pull_ps2: number;
  ux: number;
  uy: number;
  uz: number;
}

/** Carries a track on by `dt_s` of the field; `density_m2ps3` is what the motion may differ from what is expected. */
export function predictTrack(tracks: Float64Array, at: number, columns: number, dt_s: number, gradient: Gradient, density_m2ps3: number, normals: Float64Array): void {
  const { pull_ps2, ux, uy, uz } = gradient, P = at + COVARIANCE;
  for (let i = 0; i < 6; i++) carry(tracks, P + i, 6, dt_s, pull_ps2, ux, uy, uz);
  for (let i = 0; i < 6; i++) carry(tracks, P + 6 * i, 1, dt_s, pull_ps2, ux, uy, uz);
  carry(tracks, at + ERROR, 1, dt_s, pull_ps2, ux, uy, uz);
  for (let c = 0; c < columns; c++) carry(tracks, at + BIAS + 6 * c, 1, dt_s, pull_ps2, ux, uy, uz);
  if (density_m2ps3 === 0) return;
  const velocity = density_m2ps3 * dt_s, both = 0.5 * velocity * dt_s, position = (velocity * dt_s * dt_s) / 3;
  const sigmaV = Math.sqrt(velocity), sigmaR = Math.sqrt(0.25 * position);
  for (let i = 0; i < 3; i++) {
    tracks[P + 7 * i] += position;
    tracks[P + 7 * i + 3] += both;
    tracks[P + 7 * i + 18] += both;
    tracks[P + 7 * i + 21] += velocity;
    const w = sigmaV * normals[i];
    tracks[at + ERROR + 3 + i] += w;
    tracks[at + ERROR + i] += 0.5 * dt_s * w + sigmaR * normals[3 + i];
  }
}

/** A vector of six, carried on: over a step of `dt` the transition to third order in it, with the gradient of its middle. */
function carry(t: Float64Array, o: number, s: number, dt: number, k: number, ux: number, uy: number, uz: number): void {
  const a0 = t[o], a1 = t[o + s], a2 = t[o + 2 * s], b0 = t[o + 3 * s], b1 = t[o + 4 * s], b2 = t[o + 5 * s];
  const half = 0.5 * dt * dt, sixth = (half * dt) / 3;
  const p0 = half * a0 + sixth * b0, p1 = half * a1 + sixth * b1, p2 = half * a2 + sixth * b2;
  const q0 = dt * a0 + half * b0, q1 = dt * a1 + half * b1, q2 = dt * a2 + half * b2;
  const alongP = 3 * (ux * p0 + uy * p1 + uz * p2), alongQ = 3 * (ux * q0 + uy * q1 + uz * q2);
  t[o] = a0 + dt * b0 + k * (ux * alongP - p0);
  t[o + s] = a1 + dt * b1 + k * (uy * alongP - p1);
  t[o + 2 * s] = a2 + dt * b2 + k * (uz * alongP - p2);
  t[o + 3 * s] = b0 + k * (ux * alongQ - q0);
  t[o + 4 * s] = b1 + k * (uy * alongQ - q1);
  t[o + 5 * s] = b2 + k * (uz * alongQ - q2);
}

/** One row of a measurement: what it is the derivative of, its variance, and its bias in standard deviations of it. */
export interface Row {
  readonly h: Float64Array;
  variance: number;
  /** One standard deviation of the bias, and the column of it; a column below 0 for none. */
  bias: number;
  column: number;
}

export function createRow(): Row {
  return { h: new Float64Array(6), variance: 1, bias: 0, column: -1 };
}

/**
 * Takes one row into a track. `normal` is the luck of its noise, `biasNormal` that of its bias (the same all through a run).
 * The gain lies along `g = Ph`, so that Joseph's form for it, right for a gain of any size, is one product of `g` with itself.
 */
export function updateTrack(tracks: Float64Array, at: number, columns: number, row: Row, normal: number, biasNormal: number): void {
  const { h, variance, bias, column } = row, P = at + COVARIANCE, E = at + ERROR;
  const h0 = h[0], h1 = h[1], h2 = h[2], h3 = h[3], h4 = h[4], h5 = h[5];
  const g0 = across(tracks, P, h0, h1, h2, h3, h4, h5), g1 = across(tracks, P + 6, h0, h1, h2, h3, h4, h5), g2 = across(tracks, P + 12, h0, h1, h2, h3, h4, h5);
  const g3 = across(tracks, P + 18, h0, h1, h2, h3, h4, h5), g4 = across(tracks, P + 24, h0, h1, h2, h3, h4, h5), g5 = across(tracks, P + 30, h0, h1, h2, h3, h4, h5);
  const innovation = variance + h0 * g0 + h1 * g1 + h2 * g2 + h3 * g3 + h4 * g4 + h5 * g5;
  // The filter knows how large a bias may be and trusts the row less for it; it does not estimate it.
  const trust = 1 / (innovation + (column >= 0 ? bias * bias : 0)), removed = trust * (2 - innovation * trust);
  takeAway(tracks, P, removed * g0, g0, g1, g2, g3, g4, g5);
  takeAway(tracks, P + 6, removed * g1, g0, g1, g2, g3, g4, g5);
  takeAway(tracks, P + 12, removed * g2, g0, g1, g2, g3, g4, g5);
  takeAway(tracks, P + 18, removed * g3, g0, g1, g2, g3, g4, g5);
  takeAway(tracks, P + 24, removed * g4, g0, g1, g2, g3, g4, g5);
  takeAway(tracks, P + 30, removed * g5, g0, g1, g2, g3, g4, g5);
  const pull = Math.sqrt(variance) * normal + (column >= 0 ? bias * biasNormal : 0);
  takeAway(tracks, E, trust * (across(tracks, E, h0, h1, h2, h3, h4, h5) - pull), g0, g1, g2, g3, g4, g5);
  for (let c = 0; c < columns; c++) {
    const o = at + BIAS + 6 * c, change = across(tracks, o, h0, h1, h2, h3, h4, h5) - (c === column ? bias : 0);
    if (change !== 0) takeAway(tracks, o, trust * change, g0, g1, g2, g3, g4, g5);
  }
}

/** Most rows are of places, and have nothing of velocities. */
function across(t: Float64Array, o: number, h0: number, h1: number, h2: number, h3: number, h4: number, h5: number): number {
  const place = t[o] * h0 + t[o + 1] * h1 + t[o + 2] * h2;
  return h3 === 0 && h4 === 0 && h5 === 0 ? place : place + t[o + 3] * h3 + t[o + 4] * h4 + t[o + 5] * h5;
}

function takeAway(t: Float64Array, o: number, share: number, g0: number, g1: number, g2: number, g3: number, g4: number, g5: number): void {
  t[o] -= share * g0;
  t[o + 1] -= share * g1;
  t[o + 2] -= share * g2;
  t[o + 3] -= share * g3;
  t[o + 4] -= share * g4;
  t[o + 5] -= share * g5;
}

/** Covariance of the error as it stands, noise and biases together, row by row, to `out`. */
export function totalCovariance(tracks: Float64Array, at: number, columns: number, out: Float64Array): void {
  for (let i = 0; i < 36; i++) out[i] = tracks[at + COVARIANCE + i];
  for (let c = 0; c < columns; c++) {
    const o = at + BIAS + 6 * c;
    for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) out[6 * i + j] += tracks[o + i] * tracks[o + j];
  }
}

/** Writes what a track's gravity gradient is at an inertial position. */
export function gradientAt(x_m: number, y_m: number, z_m: number, mu_m3ps2: number, out: Gradient): void {
  const r2 = x_m * x_m + y_m * y_m + z_m * z_m, r = Math.sqrt(r2);
  out.pull_ps2 = mu_m3ps2 / (r2 * r);
  out.ux = x_m / r;
  out.uy = y_m / r;
  out.uz = z_m / r;
}
