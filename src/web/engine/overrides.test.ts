import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCount } from './overrides.js';

describe('splitting a count over entries', () => {
  it('keeps the proportion of 40 at one site and 4 at another', () => {
    expect(splitCount(44, [40, 4])).toEqual([40, 4]);
    expect(splitCount(88, [40, 4])).toEqual([80, 8]);
    expect(splitCount(20, [40, 4])).toEqual([18, 2]);
  });
  it('adds up to the total, in whole numbers, each within one of its share', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }), (total, parts) => {
      const counts = splitCount(total, parts), whole = parts.reduce((sum, part) => sum + part, 0);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
      counts.forEach((count, i) => {
        expect(Number.isInteger(count)).toBe(true);
        expect(Math.abs(count - (total * (parts[i] ?? 0)) / whole)).toBeLessThan(1);
      });
    }));
  });
});
