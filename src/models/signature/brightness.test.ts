import { describe, expect, it } from 'vitest';
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { brightnessClass, type BrightnessRow, brightStretches } from './brightness.js';

const ROWS: readonly BrightnessRow[] = [
  { class: 'dim', fromSpeed_mps: 2000, belowAltitude_m: 70_000 },
  { class: 'bright', fromSpeed_mps: 4000, belowAltitude_m: 60_000 },
];

describe('brightness', () => {
  it('is the brightest row that speed and altitude fulfil, in any order of the rows', () => {
    for (const rows of [ROWS, [...ROWS].reverse()]) {
      expect(brightnessClass(rows, 6000, 50_000)).toBe('bright');
      expect(brightnessClass(rows, 4000, 60_000)).toBe('bright');
      expect(brightnessClass(rows, 3999, 50_000)).toBe('dim');
      expect(brightnessClass(rows, 6000, 65_000)).toBe('dim');
      expect(brightnessClass(rows, 1999, 30_000)).toBe('none');
      expect(brightnessClass(rows, 7000, 71_000)).toBe('none');
    }
    expect(brightnessClass([], 6000, 40_000)).toBe('none');
  });

  it('holds over the ages at which a flight slows and sinks through the rows', () => {
    // Along the equator at 50 km, the speed falling evenly from 5 km/s to 1 km/s in 400 s.
    const count = 41;
    const radius = EARTH_RADIUS_M + 50_000;
    const rows_ecef = new Float64Array(count * 6);
    for (let i = 0; i < count; i++) {
      const age = i * 10;
      const angle = (5000 * age - 5 * age * age) / radius;
      const speed = 5000 - 10 * age;
      rows_ecef.set([radius * Math.cos(angle), radius * Math.sin(angle), 0, -speed * Math.sin(angle), speed * Math.cos(angle), 0], i * 6);
    }
    const ephemeris: Ephemeris = { parts: [{ start_s: 0, end_s: 400, step_s: 10, first: 0, count }], end_s: 400, rows_ecef };
    const stretches = brightStretches(ephemeris, ROWS);
    expect(stretches.map(({ class: name }) => name)).toEqual(['bright', 'dim']);
    expect(stretches[0].from_s).toBe(0);
    expect(stretches[1].from_s).toBe(stretches[0].to_s);
    expect(Math.abs(stretches[0].to_s - 100)).toBeLessThan(0.05);
    expect(Math.abs(stretches[1].to_s - 300)).toBeLessThan(0.05);
    const late = brightStretches(ephemeris, ROWS, 200, 250);
    expect(late).toEqual([{ class: 'dim', from_s: 200, to_s: 250 }]);
  });
});
