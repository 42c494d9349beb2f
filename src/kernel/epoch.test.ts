import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUtc, gmst_rad, parseUtc } from './epoch.js';
import { DEG_RAD } from './units.js';

describe('epoch', () => {
  it('counts from noon of 1 January 2000', () => {
    expect(parseUtc('2000-01-01T12:00:00Z')).toBe(0);
    expect(parseUtc('2000-01-01')).toBe(-43200);
    expect(parseUtc('2026-01-01T00:00Z')).toBe(9497 * 86400 - 43200);
  });

  it('agrees with the engine’s calendar over four centuries', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(1801, 0, 1), max: Date.UTC(2199, 0, 1) }), (ms) => {
      const text = new Date(ms).toISOString();
      const epoch_s = parseUtc(text) ?? NaN;
      expect(epoch_s).toBeCloseTo((ms - Date.UTC(2000, 0, 1, 12)) / 1000, 5);
      expect(formatUtc(epoch_s)).toBe(text.replace('.000Z', 'Z'));
    }), { numRuns: 500 });
  });

  it('refuses what is not a moment', () => {
    for (const text of ['', 'tomorrow', '2026-13-01', '2026-02-29', '2026-01-01T24:00Z', '2026-01-01T00:60Z', '2026-01-01T00:00', '2026-1-1', '2026-01-01T00:00+01:00']) {
      expect(parseUtc(text)).toBeUndefined();
    }
    expect(parseUtc('2024-02-29')).toBeDefined();
  });

  it('turns the Earth as Vallado’s example 3-5 does (20 August 1992, 12:14 UT1: 152.578788°)', () => {
    const turned_rad = gmst_rad(parseUtc('1992-08-20T12:14:00Z') ?? NaN);
    expect(Math.abs(turned_rad - 152.578787810 * DEG_RAD)).toBeLessThan(1e-9);
  });

  it('turns once in a sidereal day, from any moment', () => {
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (epoch_s) => {
      const turned = gmst_rad(epoch_s + 86164.0905) - gmst_rad(epoch_s);
      expect(Math.cos(turned)).toBeCloseTo(1, 9);
    }));
  });
});
