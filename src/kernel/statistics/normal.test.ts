import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDecibels, toDecibels_dB } from '../decibel.js';
import { normalCdf, normalQuantile } from './normal.js';

describe('normal distribution', () => {
  it('has the published values', () => {
    // Abramowitz and Stegun 1964, table 26.1, and -log10 of tails, table 26.2.
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 15);
    expect(normalCdf(2)).toBeCloseTo(0.977249868051821, 15);
    expect(normalCdf(3)).toBeCloseTo(0.998650101968370, 15);
    expect(-Math.log10(normalCdf(-5))).toBeCloseTo(6.54265, 5);
    expect(-Math.log10(normalCdf(-10))).toBeCloseTo(23.11805, 5);
  });

  it('is monotone, symmetric and the inverse of the quantile', () => {
    fc.assert(fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => {
      expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
      expect(normalCdf(z + 0.01)).toBeGreaterThanOrEqual(normalCdf(z));
    }));
    fc.assert(fc.property(fc.double({ min: 1e-12, max: 0.9999, noNaN: true }), (p) => {
      expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 6);
    }));
    for (const z of [-39, -100]) expect(normalCdf(z)).toBe(0);
  });

  it('meets where its two forms join', () => {
    expect(normalCdf(-2.5 + 1e-12) / normalCdf(-2.5 - 1e-12)).toBeCloseTo(1, 10);
  });
});

describe('decibels', () => {
  it('convert both ways', () => {
    expect(toDecibels_dB(100)).toBeCloseTo(20, 12);
    expect(fromDecibels(-3)).toBeCloseTo(0.501187, 6);
    fc.assert(fc.property(fc.double({ min: -80, max: 80, noNaN: true }), (level) => {
      expect(toDecibels_dB(fromDecibels(level))).toBeCloseTo(level, 10);
    }));
  });
});
