import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeastProbability, meanForAtLeast, poissonProbability } from './poisson.js';

const mean = fc.double({ min: 0.001, max: 3000, noNaN: true });

describe('Poisson', () => {
  it('adds to one, with the right mean and variance', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 400, noNaN: true }), (m) => {
      let total = 0, first = 0, second = 0;
      for (let k = 0; k < m + 20 * Math.sqrt(m) + 60; k++) {
        const p = poissonProbability(k, m);
        total += p;
        first += k * p;
        second += k * k * p;
      }
      expect(total).toBeCloseTo(1, 10);
      expect(first / m).toBeCloseTo(1, 9);
      expect((second - first * first) / m).toBeCloseTo(1, 5);
    }), { numRuns: 30 });
  });

  it('counts at least k as one less the terms below', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 60, noNaN: true }), (k, m) => {
      let below = 0;
      for (let i = 0; i < k; i++) below += poissonProbability(i, m);
      expect(atLeastProbability(k, m)).toBeCloseTo(1 - below, 10);
    }));
    expect(atLeastProbability(0, 0)).toBe(1);
    expect(atLeastProbability(1, 0)).toBe(0);
    expect(atLeastProbability(30, 0.1)).toBeGreaterThan(0);
  });

  it('rises with the mean, and the inverse undoes it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2000 }), mean, (k, m) => {
      expect(atLeastProbability(k, m * 1.01)).toBeGreaterThanOrEqual(atLeastProbability(k, m) - 1e-12);
    }));
    fc.assert(fc.property(fc.integer({ min: 1, max: 800 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (k, p) => {
      expect(atLeastProbability(k, meanForAtLeast(k, p))).toBeCloseTo(p, 8);
    }));
  });

  it('refuses chances that no mean gives', () => {
    expect(() => meanForAtLeast(2, 1)).toThrow(/between 0 and 1/);
    expect(() => poissonProbability(2, -1)).toThrow(/negative/);
    expect(meanForAtLeast(0, 0.5)).toBe(0);
    expect(poissonProbability(0, 0)).toBe(1);
  });
});
