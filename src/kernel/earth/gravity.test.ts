import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, EARTH_RATE_RADPS, J2, MU_EARTH_M3PS2 } from '../constants.js';
import { gravity_eci_mps2 } from './gravity.js';

describe('gravity', () => {
  it('weighs what WGS-84 says at the equator and the pole, centrifugal part taken off', () => {
    const out = new Float64Array(3);
    gravity_eci_mps2(EARTH_RADIUS_M, 0, 0, out);
    // Normal gravity 9.7803253 and 9.8321849 m/s². What J4 adds at the pole is 1.1e-4, a
    // fiftieth of what J2 does; leaving J2 out, or turning its sign, misses by 1.6e-2 and more.
    expect(-out[0] - EARTH_RATE_RADPS ** 2 * EARTH_RADIUS_M).toBeCloseTo(9.78033, 4);
    gravity_eci_mps2(0, 0, 6356752.3142, out);
    expect(Math.abs(-out[2] - 9.83218)).toBeLessThan(2e-4);
  });

  it('is the slope of the potential', () => {
    const potential = (x: number, y: number, z: number): number => {
      const r = Math.sqrt(x * x + y * y + z * z);
      return (MU_EARTH_M3PS2 / r) * (1 - (J2 * (EARTH_RADIUS_M / r) ** 2 * (3 * (z / r) ** 2 - 1)) / 2);
    };
    const axis = fc.double({ min: -1e7, max: 1e7, noNaN: true });
    const out = new Float64Array(3);
    fc.assert(fc.property(axis, axis, axis, (x, y, z) => {
      fc.pre(x * x + y * y + z * z > 4e13);
      gravity_eci_mps2(x, y, z, out);
      const d = 50;
      expect(Math.abs(out[0] - (potential(x + d, y, z) - potential(x - d, y, z)) / (2 * d))).toBeLessThan(2e-8);
      expect(Math.abs(out[1] - (potential(x, y + d, z) - potential(x, y - d, z)) / (2 * d))).toBeLessThan(2e-8);
      expect(Math.abs(out[2] - (potential(x, y, z + d) - potential(x, y, z - d)) / (2 * d))).toBeLessThan(2e-8);
    }));
  });
});
