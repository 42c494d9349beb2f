import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, EARTH_RATE_RADPS } from '../constants.js';
import { ecefFromEci, eciFromEcef, rotateZ } from './frames.js';

const place = fc.double({ min: -1e7, max: 1e7, noNaN: true });
const speed = fc.double({ min: -1e4, max: 1e4, noNaN: true });
const state = fc.tuple(place, place, place, speed, speed, speed);
const angle = fc.double({ min: -7, max: 7, noNaN: true });

describe('frames', () => {
  it('carries a resting point on the equator east at 465.1 m/s', () => {
    const out = new Float64Array(6);
    eciFromEcef([EARTH_RADIUS_M, 0, 0, 0, 0, 0], 0, out);
    expect(out[4]).toBeCloseTo(465.101, 3);
    expect(Array.from(out.subarray(0, 3))).toEqual([EARTH_RADIUS_M, 0, 0]);
  });

  it('turns eastward', () => {
    const out = [0, 0];
    rotateZ(1, 0, Math.PI / 2, out);
    expect(out[0]).toBeCloseTo(0, 15);
    expect(out[1]).toBe(1);
  });

  it('comes back: ecefFromEci ∘ eciFromEcef is the identity, in place too', () => {
    fc.assert(fc.property(state, angle, (start, turned_rad) => {
      const there = Float64Array.from(start);
      eciFromEcef(there, turned_rad, there);
      ecefFromEci(there, turned_rad, there);
      for (let i = 0; i < 6; i++) expect(Math.abs(there[i] - start[i])).toBeLessThan(i < 3 ? 1e-7 : 1e-10);
    }));
  });

  it('gives the inertial velocity that differences of inertial positions give', () => {
    fc.assert(fc.property(state, angle, (start, turned_rad) => {
      const dt = 1e-3;
      const before = new Float64Array(6);
      const after = new Float64Array(6);
      const now = new Float64Array(6);
      const moved = (t: number): number[] => [start[0] + start[3] * t, start[1] + start[4] * t, start[2] + start[5] * t, start[3], start[4], start[5]];
      eciFromEcef(moved(-dt), turned_rad - EARTH_RATE_RADPS * dt, before);
      eciFromEcef(moved(dt), turned_rad + EARTH_RATE_RADPS * dt, after);
      eciFromEcef(start, turned_rad, now);
      for (let i = 0; i < 3; i++) expect(Math.abs((after[i] - before[i]) / (2 * dt) - now[i + 3])).toBeLessThan(1e-4);
    }));
  });
});
