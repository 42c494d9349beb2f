import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gmst_rad, parseUtc } from '../../kernel/epoch.js';
import { sunDirection_ecef } from './sun.js';

const DEGREE = Math.PI / 180;
function sun(epoch: number): { declination: number; longitude: number; vector: number[] } {
  const vector = [0, 0, 0];
  sunDirection_ecef(epoch, vector);
  return { declination: Math.asin(vector[2]!) / DEGREE, longitude: Math.atan2(vector[1]!, vector[0]!) / DEGREE, vector };
}
const at = (text: string): ReturnType<typeof sun> => sun(parseUtc(text)!);

describe('direction of the Sun', () => {
  it('crosses the equator and turns at the published moments of 2026', () => {
    // Equinoxes and solstices, US Naval Observatory: 20 March 14:46, 21 June 08:25, 23 September 00:05.
    expect(Math.abs(at('2026-03-20T14:46Z').declination)).toBeLessThan(0.002);
    expect(Math.abs(at('2026-09-23T00:05Z').declination)).toBeLessThan(0.002);
    expect(at('2026-06-21T08:25Z').declination).toBeCloseTo(23.435, 2);
  });

  it('is over Greenwich at noon but for the equation of time', () => {
    // 16.4 minutes in early November: the Sun is ahead and stands 4.1 degrees west.
    expect(at('2026-11-03T12:00Z').longitude).toBeCloseTo(-4.11, 1);
    expect(at('2026-11-03T00:00Z').longitude).toBeCloseTo(175.89, 1);
  });

  it('is a unit vector and follows the short formula of the almanac within 0.03 degrees', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 50 * 365.25 * 86400, noNaN: true }), (epoch) => {
      const { vector } = sun(epoch), n = epoch / 86400;
      // The Astronomical Almanac, section C, low-precision formulas for the Sun.
      const g = (357.528 + 0.9856003 * n) * DEGREE, lambda = (280.46 + 0.9856474 * n + 1.915 * Math.sin(g) + 0.02 * Math.sin(2 * g)) * DEGREE, obliquity = (23.439 - 4e-7 * n) * DEGREE;
      const x = Math.cos(lambda), y = Math.cos(obliquity) * Math.sin(lambda), z = Math.sin(obliquity) * Math.sin(lambda), angle = gmst_rad(epoch);
      const dot = vector[0]! * (x * Math.cos(angle) + y * Math.sin(angle)) + vector[1]! * (y * Math.cos(angle) - x * Math.sin(angle)) + vector[2]! * z;
      expect(Math.hypot(...vector)).toBeCloseTo(1, 8);
      expect(Math.acos(Math.min(1, dot)) / DEGREE).toBeLessThan(0.03);
    }));
  });
});
