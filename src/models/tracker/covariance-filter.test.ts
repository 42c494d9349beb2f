/**
 * The error that the tracker draws against the error that an exact Kalman filter makes on sampled measurements of a sampled truth:
 * mean, covariance, and covariance between two moments, in a linear case with a gravity gradient, noise of motion, rows of positions
 * and of velocity, and a bias.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Luck, STREAM } from '../../kernel/random.js';
import { COVARIANCE, createRow, ERROR, NORMALS, predictTrack, startTrack, totalCovariance, TRACK_SIZE, updateTrack } from './covariance-filter.js';
import type { Row } from './covariance-filter.js';

type Matrix = number[][];
const zeros = (n: number, m: number): Matrix => Array.from({ length: n }, () => Array<number>(m).fill(0));
const identity = (n: number): Matrix => zeros(n, n).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
const times = (a: Matrix, b: Matrix): Matrix => a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
const plus = (a: Matrix, b: Matrix, scale = 1): Matrix => a.map((row, i) => row.map((value, j) => value + scale * b[i]![j]!));
const turned = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!));

const STEP_S = 8, STEPS = 24, DENSITY = 60, PULL = 1.2e-6, START = { position: 4e4, velocity: 400 };
const DIRECTION = [0.6, 0.48, 0.64];
/** Rows of the scenario: two across a line of sight, one across another, one of speed; the first with a bias. */
const ROWS = [
  { h: [0.8, -0.6, 0, 0, 0, 0], sigma: 900, bias: 300, every: 1 },
  { h: [0, 0, 1, 0, 0, 0], sigma: 900, bias: 0, every: 1 },
  { h: [0.6, 0.8, 0, 0, 0, 0], sigma: 4000, bias: 0, every: 2 },
  { h: [0, 1e-4, 0, 0, 0.9, 0.3], sigma: 40, bias: 0, every: 3 },
] as const;
const gradient = { pull_ps2: PULL, ux: DIRECTION[0]!, uy: DIRECTION[1]!, uz: DIRECTION[2]! };

/** Transition and noise of one step from their definitions. */
function motion(): { transition: Matrix; noise: Matrix } {
  const g = zeros(3, 3).map((row, i) => row.map((_, j) => PULL * (3 * DIRECTION[i]! * DIRECTION[j]! - (i === j ? 1 : 0))));
  const transition = identity(6), noise = zeros(6, 6), t = STEP_S;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      transition[i]![j]! += (g[i]![j]! * t * t) / 2;
      transition[i]![3 + j]! += (g[i]![j]! * t ** 3) / 6 + (i === j ? t : 0);
      transition[3 + i]![j]! += g[i]![j]! * t;
      transition[3 + i]![3 + j]! += (g[i]![j]! * t * t) / 2;
    }
    noise[i]![i] = (DENSITY * t ** 3) / 3;
    noise[i]![3 + i] = noise[3 + i]![i] = (DENSITY * t * t) / 2;
    noise[3 + i]![3 + i] = DENSITY * t;
  }
  return { transition, noise };
}

/** A filter by the book, on measurements: gains from its own covariance, the bias counted as noise of the row it is in. */
class ExactFilter {
  covariance = identity(6).map((row, i) => row.map((value) => value * (i < 3 ? START.position : START.velocity) ** 2));
  /** Covariance of its error with everything counted that it does not estimate: by Joseph's form, with the bias as a seventh state. */
  augmented: Matrix;
  readonly gains: number[][] = [];

  constructor() {
    this.augmented = identity(7).map((row, i) => row.map((value, j) => (i < 6 && j < 6 ? this.covariance[i]![j]! : value * (i === 6 ? 1 : 0))));
  }

  predict({ transition, noise }: { transition: Matrix; noise: Matrix }): void {
    this.covariance = plus(times(times(transition, this.covariance), turned(transition)), noise);
    const wide = identity(7).map((row, i) => row.map((value, j) => (i < 6 && j < 6 ? transition[i]![j]! : value)));
    const wideNoise = zeros(7, 7).map((row, i) => row.map((_, j) => (i < 6 && j < 6 ? noise[i]![j]! : 0)));
    this.augmented = plus(times(times(wide, this.augmented), turned(wide)), wideNoise);
  }

  update({ h, sigma, bias }: (typeof ROWS)[number]): number[] {
    const column = h.map((value) => [value]), reach = times(this.covariance, column);
    const innovation = times([[...h]], reach)[0]![0]! + sigma * sigma;
    const gain = reach.map((row) => row[0]! / (innovation + bias * bias));
    const left = plus(identity(6), times(gain.map((value) => [value]), [[...h]]), -1), noise = times(gain.map((value) => [value * sigma * sigma]), [gain]);
    this.covariance = plus(times(times(left, this.covariance), turned(left)), noise);
    const wideLeft = identity(7).map((row, i) => row.map((value, j) => (i < 6 ? (j < 6 ? left[i]![j]! : gain[i]! * bias) : value)));
    const wideNoise = zeros(7, 7).map((row, i) => row.map((_, j) => (i < 6 && j < 6 ? noise[i]![j]! : 0)));
    this.augmented = plus(times(times(wideLeft, this.augmented), turned(wideLeft)), wideNoise);
    return gain;
  }
}

const EARLY = STEPS - 4, LATE = STEPS - 1;

/** Errors of the exact filter at the two moments, over sampled truths and measurements. */
function sampleExact(samples: number): { early: Matrix; late: Matrix; filter: ExactFilter; expected: [Matrix, Matrix] } {
  const luck = new Luck(77), step = motion(), filter = new ExactFilter(), gains: number[][][] = [], expected: Matrix[] = [];
  for (let k = 0; k < STEPS; k++) {
    filter.predict(step);
    gains.push(ROWS.flatMap((row) => (k % row.every === 0 ? [filter.update(row)] : [])));
    if (k === EARLY || k === LATE) expected.push(filter.augmented.slice(0, 6).map((row) => row.slice(0, 6)));
  }
  const early: Matrix = [], late: Matrix = [];
  for (let s = 0; s < samples; s++) {
    let draw = 0;
    const normal = (): number => luck.normal(STREAM.measurement, s, 1, 1, draw++);
    let truth = [1e5, -2e4, 3e5, 3000, 1000, -2000];
    let estimate = truth.map((value, i) => value + (i < 3 ? START.position : START.velocity) * normal());
    const bias = normal();
    for (let k = 0; k < STEPS; k++) {
      const move = (x: number[]): number[] => times(step.transition, x.map((value) => [value])).map((row) => row[0]!);
      truth = move(truth);
      for (let i = 0; i < 3; i++) {
        // Motion of an acceleration that is white: its velocity, and what its position has beyond half of that.
        const w = Math.sqrt(DENSITY * STEP_S) * normal();
        truth[3 + i]! += w;
        truth[i]! += (w * STEP_S) / 2 + Math.sqrt((DENSITY * STEP_S ** 3) / 12) * normal();
      }
      estimate = move(estimate);
      let used = 0;
      for (const row of ROWS) {
        if (k % row.every !== 0) continue;
        const measured = row.h.reduce<number>((sum, value, i) => sum + value * truth[i]!, 0) + row.sigma * normal() + row.bias * bias;
        const innovation = measured - row.h.reduce<number>((sum, value, i) => sum + value * estimate[i]!, 0), gain = gains[k]![used++]!;
        estimate = estimate.map((value, i) => value + gain[i]! * innovation);
      }
      const error = estimate.map((value, i) => value - truth[i]!);
      if (k === EARLY) early.push(error);
      if (k === LATE) late.push(error);
    }
  }
  return { early, late, filter, expected: expected as [Matrix, Matrix] };
}

/** The same from the tracker: nothing is measured, errors are drawn. */
function sampleDrawn(samples: number): { early: Matrix; late: Matrix; covariances: [Float64Array, Float64Array] } {
  const luck = new Luck(78), tracks = new Float64Array(2 * TRACK_SIZE), at = TRACK_SIZE, normals = new Float64Array(NORMALS);
  const rows = ROWS.map(({ h, sigma, bias }): Row => ({ ...createRow(), h: Float64Array.from(h), variance: sigma * sigma, bias, column: bias > 0 ? 0 : -1 }));
  const early: Matrix = [], late: Matrix = [], covariances: [Float64Array, Float64Array] = [new Float64Array(36), new Float64Array(36)];
  for (let s = 0; s < samples; s++) {
    let draw = 0;
    const fill = (): void => {
      for (let i = 0; i < NORMALS; i++) normals[i] = luck.normal(STREAM.measurement, s, 1, 1, draw++);
    };
    fill();
    startTrack(tracks, at, START.position, START.velocity, normals);
    const bias = luck.normal(STREAM.measurement, s, 1, 1, draw++);
    for (let k = 0; k < STEPS; k++) {
      fill();
      predictTrack(tracks, at, 1, STEP_S, gradient, DENSITY, normals);
      rows.forEach((row, r) => {
        if (k % ROWS[r]!.every === 0) updateTrack(tracks, at, 1, row, luck.normal(STREAM.measurement, s, 1, 1, draw++), bias);
      });
      if (k !== EARLY && k !== LATE) continue;
      (k === EARLY ? early : late).push(Array.from(tracks.subarray(at + ERROR, at + ERROR + 6)));
      totalCovariance(tracks, at, 1, covariances[k === EARLY ? 0 : 1]);
    }
  }
  return { early, late, covariances };
}

const covarianceOf = (a: Matrix, b: Matrix): Matrix => zeros(6, 6).map((row, i) => row.map((_, j) => a.reduce((sum, x, s) => sum + x[i]! * b[s]![j]!, 0) / a.length));

describe('the drawn error is that of an exact filter in a linear case', () => {
  const SAMPLES = 4000;
  const exact = sampleExact(SAMPLES), drawn = sampleDrawn(SAMPLES);

  it('has the covariance that the exact filter works out, biases included, to rounding', () => {
    exact.expected.forEach((expected, moment) => {
      for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) expect(drawn.covariances[moment]![6 * i + j]! / Math.sqrt(expected[i]![i]! * expected[j]![j]!)).toBeCloseTo(expected[i]![j]! / Math.sqrt(expected[i]![i]! * expected[j]![j]!), 8);
    });
  });

  it('has mean zero, that covariance, and the correlation in time of the errors made on sampled measurements', () => {
    const [early, late] = exact.expected, sigma = [early, late].map((matrix) => matrix.map((row, i) => Math.sqrt(row[i]!)));
    // Five standard errors of a mean, of a covariance of one sample, and of the difference of two.
    const five = 5 / Math.sqrt(SAMPLES);
    [drawn.early, drawn.late].forEach((sample, moment) => {
      for (let i = 0; i < 6; i++) expect(Math.abs(sample.reduce((sum, e) => sum + e[i]!, 0) / SAMPLES / sigma[moment]![i]!)).toBeLessThan(five);
      const found = covarianceOf(sample, sample), expected = exact.expected[moment]!;
      for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) expect(Math.abs(found[i]![j]! - expected[i]![j]!) / (sigma[moment]![i]! * sigma[moment]![j]!)).toBeLessThan(five * Math.SQRT2);
    });
    const lagExact = covarianceOf(exact.early, exact.late), lagDrawn = covarianceOf(drawn.early, drawn.late);
    let strongest = 0;
    for (let i = 0; i < 6; i++)
      for (let j = 0; j < 6; j++) {
        const scale = sigma[0]![i]! * sigma[1]![j]!;
        strongest = Math.max(strongest, Math.abs(lagExact[i]![j]! / scale));
        expect(Math.abs(lagExact[i]![j]! - lagDrawn[i]![j]!) / scale).toBeLessThan(five * 2);
      }
    // Errors that forget everything in between would pass the comparison: these do not.
    expect(strongest).toBeGreaterThan(2 * five);
  });
});

it('one more row never makes a track worse, and its covariance stays one', () => {
  const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
  const direction = fc.tuple(real(-1, 1), real(-1, 1), real(-1, 1)).filter(([a, b, c]) => a * a + b * b + c * c > 0.01);
  fc.assert(
    fc.property(fc.array(fc.tuple(direction, direction, real(1, 1e5), fc.boolean()), { minLength: 1, maxLength: 20 }), (looks) => {
      const tracks = new Float64Array(TRACK_SIZE), normals = new Float64Array(NORMALS), before = new Float64Array(36);
      startTrack(tracks, 0, 1e5, 1000, normals);
      for (const [position, velocity, sigma, isRate] of looks) {
        predictTrack(tracks, 0, 0, 10, gradient, 100, normals);
        before.set(tracks.subarray(COVARIANCE, COVARIANCE + 36));
        updateTrack(tracks, 0, 0, { h: Float64Array.from([...position, ...(isRate ? velocity : [0, 0, 0])]), variance: sigma * sigma, bias: 0, column: -1 }, 0, 0);
        // In every direction asked, the variance is no greater than before and not below zero.
        for (let axis = 0; axis < 12; axis++) {
          const u = Array.from({ length: 6 }, (_, i) => (axis < 6 ? (i === axis ? 1 : 0) : Math.sin(axis * 7 + i * 3)) * (i < 3 ? 1 : 10));
          let was = 0, is = 0;
          for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) {
            was += u[i]! * u[j]! * before[6 * i + j]!;
            is += u[i]! * u[j]! * tracks[COVARIANCE + 6 * i + j]!;
          }
          expect(is).toBeLessThanOrEqual(was * (1 + 1e-9));
          expect(is).toBeGreaterThan(-1e-9 * was);
        }
      }
    }),
    { numRuns: 60 },
  );
});
