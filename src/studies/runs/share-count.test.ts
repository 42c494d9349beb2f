import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { createShareCount } from './share-count.js';

describe('shares counted up', () => {
  it('have the interval of the shares themselves where those fall on bins', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 60 }), (percents) => {
      const count = createShareCount(), shares = percents.map((percent) => percent / 100);
      shares.forEach(count.add);
      const found = count.interval(0.95), exact = boundedMeanInterval(shares, undefined);
      for (const end of ['mean', 'low', 'high'] as const) expect(found[end]).toBeCloseTo(exact[end], 9);
    }));
  });

  it('have the mean exactly and percentiles to half a bin', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }), (shares) => {
      const count = createShareCount();
      shares.forEach(count.add);
      const { mean, low, high } = count.interval(0.95);
      expect(mean).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / shares.length, 12);
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      const sorted = [...shares].sort((a, b) => a - b);
      for (const p of [5, 50, 95]) expect(Math.abs(count.percentile(p) - sorted[Math.max(1, Math.ceil((p / 100) * shares.length)) - 1]!)).toBeLessThanOrEqual(0.00026);
    }));
  });

  it('are no number before the first', () => {
    expect(createShareCount().interval(0.95).mean).toBeNaN();
    expect(createShareCount().percentile(50)).toBeNaN();
  });
});
