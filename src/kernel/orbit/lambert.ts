/**
 * Lambert's problem: with which velocity must a body leave one place to fall freely to another in a given time? Point-mass
 * gravity, less than one revolution, either way round.
 * Universal variables after Bate, Mueller and White, Fundamentals of Astrodynamics (1971), section 5.3, with y (the square of
 * the chord's share of the path) as the unknown instead of z: time grows or falls evenly with it, both limits are known, and
 * nothing cancels on short, fast arcs. Bracketed, so that it cannot diverge.
 */
import { MU_EARTH_M3PS2 } from '../constants.js';
import { stumpff2, stumpff3 } from './kepler.js';
import { asin, log } from '../maths.js';
import { findRoot } from '../roots.js';

const MU = MU_EARTH_M3PS2;
const ROOT_MU = Math.sqrt(MU);
const ROOT_2 = Math.SQRT2;
/** Share of the path's largest possible A below which the two places lie opposite each other and no plane is given. */
const OPPOSITE = 1e-9;

export type Way = 'short' | 'long';

/**
 * Writes the velocity at `from` (three numbers) and at `to` (three more) to `out`. False, and `out` untouched, when the places
 * lie opposite each other, or coincide, or the time is not positive, or so long that it takes almost a whole turn.
 * `fromAt` and `toAt`: where the places start in their arrays.
 */
export function solveLambert(
  from: ArrayLike<number>, to: ArrayLike<number>, flight_s: number, way: Way, out: Float64Array | number[], fromAt = 0, toAt = 0,
): boolean {
  const x1 = from[fromAt], y1 = from[fromAt + 1], z1 = from[fromAt + 2];
  const dx = to[toAt] - x1, dy = to[toAt + 1] - y1, dz = to[toAt + 2] - z1;
  const x2 = to[toAt], y2 = to[toAt + 1], z2 = to[toAt + 2];
  const r1 = Math.sqrt(x1 * x1 + y1 * y1 + z1 * z1), r2 = Math.sqrt(x2 * x2 + y2 * y2 + z2 * z2);
  const chord2 = dx * dx + dy * dy + dz * dz;
  const size = Math.sqrt(Math.max(0, r1 * r2 + x1 * x2 + y1 * y2 + z1 * z2));
  if (!(flight_s > 0) || !(chord2 > 0) || !(size * size > OPPOSITE * r1 * r2)) return false;
  const a = way === 'short' ? size : -size;
  const square = solveSquare(a, chord2, r1 + r2, ROOT_MU * flight_s);
  if (!(square > 0)) return false;
  // f and g of the arc; the difference of the places is taken before anything is added to it.
  const g = (a * Math.sqrt(square)) / ROOT_MU, perG = 1 / g, back = square / r1, end = square / r2;
  out[0] = (dx + back * x1) * perG;
  out[1] = (dy + back * y1) * perG;
  out[2] = (dz + back * z1) * perG;
  out[3] = (dx - end * x2) * perG;
  out[4] = (dy - end * y2) * perG;
  out[5] = (dz - end * z2) * perG;
  return true;
}

/** The y for which the arc takes the wanted time (times √μ); NaN when no bracket is found. */
function solveSquare(a: number, chord2: number, sum: number, wanted: number): number {
  const parabola = chord2 / (sum + ROOT_2 * a), stretch = 2 * ROOT_2 * a;
  const late = (square: number): number => {
    const p = (square - parabola) / stretch;
    const quarter = p >= 0 ? asin(Math.min(1, Math.sqrt(p))) : log(Math.sqrt(-p) + Math.sqrt(1 - p));
    const z = 16 * quarter * quarter * (p >= 0 ? 1 : -1);
    const chi2 = square / stumpff2(z);
    return chi2 * Math.sqrt(chi2) * stumpff3(z) + a * Math.sqrt(square) - wanted;
  };
  // A whole turn lies at p = 1; a straight line, at once, at y = 0 the short way and at infinite y the long way.
  const turn = parabola + stretch;
  let near = parabola, far = near;
  if (late(parabola) < 0) {
    let left = 0.25;
    do {
      near = far;
      far = turn - left * stretch;
      left *= 0.25;
      if (left < 1e-9) return NaN;
    } while (late(far) < 0);
  } else if (a > 0) {
    far = 0;
  } else {
    let times = 4;
    do {
      near = far;
      far = parabola * times;
      times *= 4;
      if (times > 1e18) return NaN;
    } while (late(far) > 0);
  }
  return findRoot(late, near, far, 0);
}
