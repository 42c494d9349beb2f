import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfOf, smallestSize } from './search.js';

const whole = { most: 64, isWhole: true, probes: 4 }, any = { most: 64, isWhole: false, probes: 4 };

describe('the smallest size that works', () => {
  it('is the edge, where everything above it works', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 64 }), (edge) => {
      expect(smallestSize((size) => size >= edge, whole)).toBe(edge);
    }));
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 63, noNaN: true }), (edge) => {
      const size = smallestSize((x) => x >= edge, any)!;
      expect(size).toBeGreaterThanOrEqual(edge);
      // Closed in to a thousandth, and rounded up in the third digit.
      expect(size).toBeLessThanOrEqual(edge * 1.0115);
    }));
  });

  it('works and half of it does not, whatever works', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }), fc.boolean(), (table, isWhole) => {
      const works = (size: number): boolean => size > 0 && table[Math.ceil(size) - 1]!;
      const size = smallestSize(works, { most: 64, isWhole, probes: 6 });
      if (size === null) return;
      expect(works(size)).toBe(true);
      expect(works(halfOf(size, isWhole))).toBe(false);
      if (isWhole) expect(Number.isInteger(size)).toBe(true);
    }));
  });

  it('is the very smallest of few whole ones, even where more do not work', () => {
    expect(smallestSize((size) => size === 3, { most: 10, isWhole: true, probes: 4 })).toBe(3);
    expect(smallestSize((size) => size === 1, { most: 1, isWhole: true, probes: 4 })).toBe(1);
  });

  it('is none where nothing works, and asks no size twice', () => {
    const asked: number[] = [];
    expect(smallestSize((size) => { asked.push(size); return false; }, any)).toBeNull();
    expect(asked).toEqual([64, 32, 16, 8]);
    asked.length = 0;
    smallestSize((size) => { asked.push(size); return size > 5; }, any);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
