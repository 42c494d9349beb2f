import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Luck } from '../random.js';
import { clopperPearson, meanInterval, median, percentile } from './statistics.js';

describe('statistics', () => {
  it('says "at most 1 in 543" for none in 2,000', () => {
    const { low, high } = clopperPearson(0, 2000);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(1 - Math.pow(0.025, 1 / 2000), 15);
    expect(Math.round(1 / high)).toBe(543);
  });

  it('reproduces the textbook interval for 5 of 10, and is symmetric', () => {
    expect(clopperPearson(5, 10).low).toBeCloseTo(0.187086, 6);
    expect(clopperPearson(5, 10).high).toBeCloseTo(0.812914, 6);
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
      const successes = Math.round(share * trials);
      const { low, high } = clopperPearson(successes, trials);
      const mirror = clopperPearson(trials - successes, trials);
      expect(low).toBeLessThanOrEqual(successes / trials);
      expect(high).toBeGreaterThanOrEqual(successes / trials);
      expect(mirror.low).toBeCloseTo(1 - high, 9);
      expect(mirror.high).toBeCloseTo(1 - low, 9);
    }));
    expect(() => clopperPearson(3, 2)).toThrow(/3 of 2/);
    expect(() => clopperPearson(0, 0)).toThrow(/0 of 0/);
  });

  it('covers the true mean in about 95 of 100 repetitions', () => {
    const luck = new Luck(5);
    let covered = 0;
    const repetitions = 2000;
    for (let r = 0; r < repetitions; r++) {
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < 12; i++) {
        const value = 3 + 2 * luck.normal(1, r, i, 0, 0);
        sum += value;
        squares += value * value;
      }
      const { low, high } = meanInterval(12, sum, squares);
      if (low <= 3 && 3 <= high) covered++;
    }
    // 0.95 ± four standard errors of 0.0049.
    expect(Math.abs(covered / repetitions - 0.95)).toBeLessThan(0.02);
  });

  it('uses Student’s t, widens with confidence and is honest about one run', () => {
    const { mean, low, high } = meanInterval(10, 20, 50);
    expect(mean).toBe(2);
    // s² = 10/9, t(0.975, 9) = 2.262157.
    expect(high - mean).toBeCloseTo(2.262157 * Math.sqrt(10 / 9 / 10), 6);
    expect(mean - low).toBeCloseTo(high - mean, 12);
    expect(meanInterval(10, 20, 50, 0.99).high).toBeGreaterThan(high);
    expect(meanInterval(1, 4, 16)).toEqual({ mean: 4, low: -Infinity, high: Infinity });
    expect(meanInterval(5, 0.5, 0.05)).toEqual({ mean: 0.1, low: 0.1, high: 0.1 });
  });

  it('picks percentiles among the values, by nearest rank', () => {
    const values = [15, 20, 35, 40, 50];
    expect([5, 30, 40, 50, 100].map((p) => percentile(values, p))).toEqual([15, 20, 20, 35, 50]);
    expect(percentile(values, 0)).toBe(15);
    expect(percentile([], 50)).toBeNaN();
    fc.assert(fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (list, p) => {
      const sorted = [...list].sort((a, b) => a - b);
      const value = percentile(sorted, p);
      const below = sorted.filter((v) => v <= value).length;
      expect(below / sorted.length).toBeGreaterThanOrEqual(p / 100 - 1e-12);
      expect(sorted).toContain(value);
    }));
  });

  it('takes medians without touching its input', () => {
    const values = [9, 1, 5, 3];
    expect(median(values)).toBe(4);
    expect(values).toEqual([9, 1, 5, 3]);
    expect(median([2, 10, 3])).toBe(3);
    expect(median([])).toBeNaN();
  });
});
