import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText, estimateText, placeOf, significantText, toPlace, shareEstimateText } from './numbers.js';

describe('digits rule', () => {
  it('keeps two significant figures of the half-width', () => {
    expect(placeOf(0.0123)).toBe(-3);
    expect(placeOf(0.0996)).toBe(-2);
    expect(placeOf(140)).toBe(1);
    expect(placeOf(0, -2)).toBe(-2);
  });
  it('rounds value and bounds to the same place', () => {
    expect(estimateText({ mean: 0.312345, low: 0.306221, high: 0.318467 })).toEqual({ mean: '0.3123', low: '0.3062', high: '0.3185', halfWidth: '0.0061' });
    expect(estimateText({ mean: 0.312345, low: 0.306221, high: 0.318467 }, 100)).toEqual({ mean: '31.23', low: '30.62', high: '31.85', halfWidth: '0.61' });
    expect(estimateText({ mean: 123456, low: 122000, high: 125000 }).mean).toBe('123,500');
  });
  it('groups thousands and never prints minus zero', () => {
    expect(countText(1234567)).toBe('1,234,567');
    expect(toPlace(-0.0001, -2)).toBe('0.00');
    expect(toPlace(-1234.5, -1)).toBe('-1,234.5');
    expect(significantText(6378.137)).toBe('6,378');
    expect(significantText(0.00012346)).toBe('0.0001235');
    expect(significantText(1.5)).toBe('1.5');
  });
  it('is within half a unit of its last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: -6, max: 6 }), (value, place) => {
        const back = Number(toPlace(value, place).replaceAll(',', ''));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 * Number(`1e${place}`) * (1 + 1e-9) + 1e-6);
      }),
    );
  });
});

describe('a share with its error', () => {
  it('is told with ±, with its bounds near none and all, and as none or all where it never varied', () => {
    expect(shareEstimateText({ mean: 0.3123, low: 0.3062, high: 0.3184 }, 500)).toBe('31.23 % ± 0.61 % (95 % interval of the mean)');
    expect(shareEstimateText({ mean: 0.982, low: 0.83, high: 0.999 }, 20)).toMatch(/^98\.2 %, from 83\.0 to 99\.9 % \(95/);
    expect(shareEstimateText({ mean: 0.01, low: 0.0001, high: 0.06 }, 20, '')).toMatch(/^1\.0 %, from 0\.0 to 6\.0 %$/);
    expect(shareEstimateText({ mean: 1, low: 0.98, high: 1 }, 200)).toBe('all, in each of 200 attacks');
    expect(shareEstimateText({ mean: 0, low: 0, high: 0.02 }, 1)).toBe('none, in one attack');
  });
});
