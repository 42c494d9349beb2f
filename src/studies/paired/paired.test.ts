import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifference } from './paired.js';

describe('paired difference', () => {
  it('agrees with a textbook example', () => {
    // Differences 2, 4, 6: mean 4, standard deviation 2, t(0.975, 2) = 4.302653; variances 1 and 9 against 4.
    const { mean, low, high, varianceRatio } = pairedDifference([3, 6, 9], [1, 2, 3]);
    expect(mean).toBeCloseTo(4, 12);
    expect(high - 4).toBeCloseTo((4.302653 * 2) / Math.sqrt(3), 5);
    expect(low + high).toBeCloseTo(8, 9);
    expect(varianceRatio).toBeCloseTo(10 / 4, 9);
  });

  it('turns its sign with the order, and scales', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(10), fc.nat(10)), { minLength: 2, maxLength: 30 }), (pairs) => {
      const a = pairs.map(([x]) => x), b = pairs.map(([, y]) => y);
      const forward = pairedDifference(a, b, 0.1), backward = pairedDifference(b, a, 0.1);
      expect(forward.mean).toBeCloseTo(-backward.mean, 12);
      expect(forward.low).toBeCloseTo(-backward.high, 12);
      expect(forward.mean).toBeCloseTo(0.1 * pairedDifference(a, b).mean, 12);
    }));
  });

  it('knows no ratio where all pairs differ alike, and no interval from one pair', () => {
    expect(pairedDifference([5, 6, 7], [4, 5, 6], 0.1)).toMatchObject({ varianceRatio: null });
    expect(pairedDifference([1], [0])).toMatchObject({ mean: 1, low: -Infinity, high: Infinity });
    expect(() => pairedDifference([1, 2], [1])).toThrow(/2 runs against 1/);
  });
});
