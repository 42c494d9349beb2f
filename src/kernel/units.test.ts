import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEG_RAD, fromSi, KNOWN_SUFFIXES, siSuffix, toSi, unitOfKey } from './units.js';

describe('units', () => {
  it('knows what each unit is worth', () => {
    expect(toSi(6648.4, 'km')).toBe(6648400);
    expect(toSi(15, 'g')).toBeCloseTo(147.09975, 10);
    expect(toSi(2, 'h')).toBe(7200);
    expect(toSi(180, 'deg')).toBe(180 * DEG_RAD);
    expect(toSi(1, 'y')).toBe(31557600);
    expect(toSi(1.25, 't')).toBe(1250);
    expect(fromSi(7198, 'kmps')).toBe(7.198);
  });

  it('reads the unit after the last underscore only', () => {
    expect(unitOfKey('range_km')).toBe('km');
    expect(unitOfKey('apogee_reentry_deg')).toBe('deg');
    expect(unitOfKey('model')).toBe('');
    expect(unitOfKey('within_hours')).toBe('');
    expect(unitOfKey('_km')).toBe('');
    expect(unitOfKey('x_constructor')).toBe('');
  });

  it('refuses a suffix that it does not know', () => {
    expect(() => toSi(1, 'furlong')).toThrow(/furlong/);
    expect(() => siSuffix('toString')).toThrow(/toString/);
  });

  it('goes to SI and back, and SI units stand for themselves', () => {
    fc.assert(fc.property(fc.constantFrom(...KNOWN_SUFFIXES), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (suffix, value) => {
      expect(Math.abs(fromSi(toSi(value, suffix), suffix) - value)).toBeLessThanOrEqual(4e-15 * Math.abs(value) + 1e-300);
      expect(siSuffix(siSuffix(suffix))).toBe(siSuffix(suffix));
      expect(toSi(value, siSuffix(suffix))).toBe(value);
    }));
  });
});
