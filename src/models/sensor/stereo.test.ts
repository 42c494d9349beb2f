import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLineOfSight, noInformation, positionBound_m, stereoAngle_rad } from './stereo.js';

interface Sensor { readonly at: readonly [number, number, number]; readonly error: number }
const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const sensor: fc.Arbitrary<Sensor> = fc.tuple(real(-1.5, 1.5), real(-3.1, 3.1), real(2e5, 5e6), real(1e-5, 1e-3)).map(([lat, lon, range, error]) => ({
  at: [range * Math.cos(lat) * Math.cos(lon), range * Math.cos(lat) * Math.sin(lon), range * Math.sin(lat)], error,
}));

/** What a sensor measures: two angles in axes turned so that neither is near its pole. */
function angles(from: readonly number[], x: readonly number[], axes: readonly (readonly number[])[]): [number, number] {
  const [a = 0, b = 0, c = 0] = axes.map((axis) => axis.reduce((sum, value, i) => sum + value * (x[i]! - from[i]!), 0));
  return [Math.atan2(b, a), Math.atan2(c, Math.sqrt(a * a + b * b))];
}

/** The bound from the measurement model itself: Fisher information by central differences, inverted by elimination. */
function numericalBound(sensors: readonly Sensor[]): number {
  const information = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
  for (const { at, error } of sensors) {
    const range = Math.hypot(...at);
    // First axis towards the target (the origin), the others across it.
    const u = at.map((value) => -value / range);
    const helper = Math.abs(u[0]!) < 0.6 ? [1, 0, 0] : [0, 1, 0];
    const cross = (p: readonly number[], q: readonly number[]): number[] => [p[1]! * q[2]! - p[2]! * q[1]!, p[2]! * q[0]! - p[0]! * q[2]!, p[0]! * q[1]! - p[1]! * q[0]!];
    const v0 = cross(u, helper), size = Math.hypot(...v0), v = v0.map((value) => value / size), axes = [u, v, cross(u, v)];
    const step = 1e-4 * range;
    const slope = [0, 1, 2].map((i) => {
      const ahead = [0, 0, 0], behind = [0, 0, 0];
      ahead[i] = step; behind[i] = -step;
      const a = angles(at, ahead, axes), b = angles(at, behind, axes);
      return [(a[0] - b[0]) / (2 * step), (a[1] - b[1]) / (2 * step)];
    });
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) information[i]![j]! += (slope[i]![0]! * slope[j]![0]! + slope[i]![1]! * slope[j]![1]!) / (error * error);
  }
  let trace = 0;
  for (let column = 0; column < 3; column++) trace += solve(information, column)[column]!;
  return Math.sqrt(trace);
}

function solve(matrix: readonly (readonly number[])[], column: number): number[] {
  const m = matrix.map((row, i) => [...row, i === column ? 1 : 0]);
  for (let p = 0; p < 3; p++) {
    let best = p;
    for (let i = p + 1; i < 3; i++) if (Math.abs(m[i]![p]!) > Math.abs(m[best]![p]!)) best = i;
    [m[p], m[best]] = [m[best]!, m[p]!];
    for (let i = 0; i < 3; i++) {
      if (i === p) continue;
      const factor = m[i]![p]! / m[p]![p]!;
      for (let j = p; j < 4; j++) m[i]![j]! -= factor * m[p]![j]!;
    }
  }
  return m.map((row, i) => row[3]! / row[i]!);
}

function bound(sensors: readonly Sensor[]): number {
  const information = noInformation();
  for (const { at, error } of sensors) addLineOfSight(information, ...at, error);
  return positionBound_m(information);
}

describe('bound from lines of sight', () => {
  it('is that of the measurement model, by numerical differences', () => {
    fc.assert(fc.property(fc.array(sensor, { minLength: 2, maxLength: 5 }), (sensors) => {
      fc.pre(stereoAngle_rad(sensors[0]!.at, sensors[1]!.at) > 0.05);
      expect(bound(sensors) / numericalBound(sensors)).toBeCloseTo(1, 5);
    }), { numRuns: 200 });
  });

  it('is r σ √(1/2 + 2/sin²γ) for two equal ones that cross at γ', () => {
    for (const gamma of [0.01, 0.1, 0.5, 1, Math.PI / 2, 2.5]) {
      const r = 2e6, error = 5e-5;
      const sensors: Sensor[] = [{ at: [r, 0, 0], error }, { at: [r * Math.cos(gamma), r * Math.sin(gamma), 0], error }];
      expect(bound(sensors) / (r * error * Math.sqrt(0.5 + 2 / Math.sin(gamma) ** 2))).toBeCloseTo(1, 6);
    }
  });

  it('never grows with another line, and is infinite from one or from one direction', () => {
    fc.assert(fc.property(fc.array(sensor, { minLength: 2, maxLength: 4 }), sensor, (sensors, more) => {
      fc.pre(stereoAngle_rad(sensors[0]!.at, sensors[1]!.at) > 0.01);
      expect(bound([...sensors, more])).toBeLessThanOrEqual(bound(sensors) * (1 + 1e-4));
    }), { endOnFailure: true });
    expect(bound([{ at: [1e6, 2e6, 3e6], error: 1e-4 }])).toBe(Infinity);
    expect(bound([{ at: [1e6, 2e6, 3e6], error: 1e-4 }, { at: [2e6, 4e6, 6e6], error: 1e-4 }])).toBe(Infinity);
    expect(positionBound_m(noInformation())).toBe(Infinity);
  });

  it('folds the angle between lines at a right angle', () => {
    expect(stereoAngle_rad([1, 0, 0], [-1, 1, 0])).toBeCloseTo(Math.PI / 4, 12);
    expect(stereoAngle_rad([1, 0, 0], [0, 5, 0])).toBeCloseTo(Math.PI / 2, 12);
  });
});
