import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleError_rad, errorAtSnr, radarRange_m, radarSnr, rangeError_m, rangeRateError_mps } from './radar-equation.js';

const reference = { range_m: 3_000_000, rcs_m2: 1, snr: 100 };

describe('radar range equation', () => {
  it('gives the reference back, a sixteenth at twice the range, half for half the cross-section', () => {
    expect(radarSnr(reference, 3_000_000, 1)).toBe(100);
    expect(radarSnr(reference, 6_000_000, 1)).toBeCloseTo(6.25, 12);
    expect(radarSnr(reference, 3_000_000, 0.5)).toBe(50);
  });

  it('is inverted by the range', () => {
    fc.assert(fc.property(fc.double({ min: 1e4, max: 1e7, noNaN: true }), fc.double({ min: 1e-4, max: 100, noNaN: true }), (range, rcs) => {
      expect(radarRange_m(reference, rcs, radarSnr(reference, range, rcs)) / range).toBeCloseTo(1, 12);
    }));
  });
});

describe('accuracy of one look', () => {
  it('is the resolution over the root of twice the signal', () => {
    // 1 MHz resolves 150 m, 30 cm over 10 ms 15 m/s; 50 is a hundred under the root.
    expect(rangeError_m(1e6, 50)).toBeCloseTo(14.99, 2);
    expect(rangeRateError_mps(0.3, 0.01, 50)).toBeCloseTo(1.5, 12);
    expect(angleError_rad(0.032, 50)).toBeCloseTo(0.002, 12);
  });

  it('falls with the signal to its floor', () => {
    expect(errorAtSnr(30, 0, 100, 400)).toBeCloseTo(15, 12);
    expect(errorAtSnr(30, 40, 100, 100)).toBeCloseTo(50, 12);
    expect(errorAtSnr(30, 40, 100, 1e12)).toBeCloseTo(40, 6);
  });
});
