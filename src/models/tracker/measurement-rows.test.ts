import { describe, expect, it } from 'vitest';
import { addLineOfSight, noInformation, positionBound_m } from '../sensor/stereo.js';
import { COVARIANCE, createRow, NORMALS, startTrack, TRACK_SIZE, updateTrack } from './covariance-filter.js';
import { confuse, createSight, writeDirections, writePlace, writeRadar } from './measurement-rows.js';
import type { Sight } from './measurement-rows.js';

const rows = Array.from({ length: 4 }, createRow);
const sightOf = (d: readonly number[], v: readonly number[] = [0, 0, 0]): Sight => Object.assign(createSight(), { dx_m: d[0], dy_m: d[1], dz_m: d[2], vx_mps: v[0], vy_mps: v[1], vz_mps: v[2] });

function started(position_m: number, velocity_mps: number): Float64Array {
  const tracks = new Float64Array(TRACK_SIZE);
  startTrack(tracks, 0, position_m, velocity_mps, new Float64Array(NORMALS));
  return tracks;
}
const positionError_m = (tracks: Float64Array): number => Math.sqrt(tracks[COVARIANCE]! + tracks[COVARIANCE + 7]! + tracks[COVARIANCE + 14]!);

describe('directions', () => {
  it('of two satellites give the position bound of the closed form', () => {
    for (const [first, second] of [[[3.6e7, 1e6, 2e6], [-5e6, 3.5e7, 1e6]], [[2e6, 0, 1e5], [1e6, 1.8e6, -3e5]], [[0, 0, 2e6], [3e5, 1e5, 1.9e6]]] as const) {
      const information = noInformation(), tracks = started(1e7, 1);
      for (const sight of [first, second]) {
        addLineOfSight(information, sight[0], sight[1], sight[2], 3e-5);
        writeDirections(sightOf(sight), { angle_rad: 3e-5, range_m: 1, rate_mps: 1, biasShare: 0 }, 1, rows);
        for (const row of rows.slice(0, 2)) updateTrack(tracks, 0, 0, row, 0, 0);
      }
      // The start knows ten thousand kilometres, which is information too.
      expect(positionError_m(tracks) / positionBound_m(information)).toBeCloseTo(1, 5);
    }
  });

  it('are across the line of sight and across each other, straight along the axis of the Earth too', () => {
    for (const d of [[1e6, 2e6, -3e6], [0, 0, 5e6], [4e6, 0, 0]]) {
      writeDirections(sightOf(d), { angle_rad: 1e-4, range_m: 1, rate_mps: 1, biasShare: 0.5 }, 4, rows);
      const [a, b] = rows, dot = (u: ArrayLike<number>, v: ArrayLike<number>): number => [0, 1, 2].reduce((sum, i) => sum + u[i]! * v[i]!, 0);
      expect(dot(a!.h, a!.h)).toBeCloseTo(1, 12);
      expect(dot(b!.h, b!.h)).toBeCloseTo(1, 12);
      expect(dot(a!.h, b!.h)).toBeCloseTo(0, 12);
      expect(Math.abs(dot(a!.h, d)) + Math.abs(dot(b!.h, d))).toBeLessThan(1e-6 * Math.hypot(...d));
      const across_m = 1e-4 * Math.hypot(...d);
      expect(a!.variance).toBeCloseTo((across_m * across_m) / 4, 3);
      expect(a!.bias).toBeCloseTo(across_m / 2, 6);
    }
  });
});

describe('a radar', () => {
  it('has rows that are the derivatives of range and range rate', () => {
    const d = [2.1e6, -8e5, 1.3e6], v = [-4000, 2500, 3000];
    writeRadar(sightOf(d, v), { angle_rad: 1e-3, range_m: 50, rate_mps: 30, biasShare: 0 }, 1, rows);
    const range = (x: readonly number[]): number => Math.hypot(x[0]!, x[1]!, x[2]!);
    const rate = (x: readonly number[]): number => (x[0]! * x[3]! + x[1]! * x[4]! + x[2]! * x[5]!) / range(x);
    const x = [...d, ...v];
    for (let i = 0; i < 6; i++) {
      const step = i < 3 ? 10 : 0.01, ahead = x.map((value, k) => value + (k === i ? step : 0)), behind = x.map((value, k) => value - (k === i ? step : 0));
      expect(rows[2]!.h[i]).toBeCloseTo((range(ahead) - range(behind)) / (2 * step), 6);
      expect(rows[3]!.h[i]).toBeCloseTo((rate(ahead) - rate(behind)) / (2 * step), 6);
    }
  });

  it('knows a place to its range and to its angle times range', () => {
    const tracks = started(1e6, 1e4);
    writeRadar(sightOf([3e6, 0, 0]), { angle_rad: 2e-3, range_m: 50, rate_mps: 30, biasShare: 0 }, 4, rows);
    for (const row of rows) updateTrack(tracks, 0, 0, row, 0, 0);
    expect(Math.sqrt(tracks[COVARIANCE]!)).toBeCloseTo(25, 3);
    expect(Math.sqrt(tracks[COVARIANCE + 7]!)).toBeCloseTo(3000, 0);
    expect(Math.sqrt(tracks[COVARIANCE + 21]!)).toBeCloseTo(15, 3);
  });
});

it('a place is known alike in all axes, and a neighbour blurs it by its distance', () => {
  const tracks = started(1e6, 1);
  writePlace(600, 4, rows);
  for (const row of rows.slice(0, 3)) updateTrack(tracks, 0, 0, row, 0, 0);
  expect(positionError_m(tracks)).toBeCloseTo(300 * Math.sqrt(3), 2);
  writePlace(600, 4, rows);
  confuse(rows[0]!, 0.1, 3000);
  expect(rows[0]!.variance).toBeCloseTo(90_000 + 0.1 * 3e6, 6);
});
