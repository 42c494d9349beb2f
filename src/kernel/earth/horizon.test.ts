import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capFraction, coverageCap_rad, horizonAngle_rad, horizonArc_m, horizonSlant_m, leastCoveringCount, RADAR_EARTH_RADIUS_M } from './horizon.js';
import { PI } from '../maths.js';

const altitude = fc.double({ min: 1, max: 4e7, noNaN: true });

describe('horizon', () => {
  it('sees published distances', () => {
    expect(horizonArc_m(0, 40e3) / 1e3).toBeCloseTo(712, 0);
    expect(horizonSlant_m(0, 1000e3) / 1e3).toBeCloseTo(3707, 0);
    expect(horizonArc_m(1000e3, 30e3) / 1e3).toBeCloseTo(3974, 0);
    expect(horizonArc_m(0, 40e3, RADAR_EARTH_RADIUS_M) / 1e3).toBeCloseTo(823, 0);
  });

  it('is the same from either end, adds up over the surface, and grows with height', () => {
    fc.assert(fc.property(altitude, altitude, (a_m, b_m) => {
      expect(horizonAngle_rad(a_m, b_m)).toBeCloseTo(horizonAngle_rad(b_m, a_m), 12);
      expect(horizonArc_m(a_m, b_m)).toBeCloseTo(horizonArc_m(a_m, 0) + horizonArc_m(0, b_m), 4);
      expect(horizonArc_m(a_m * 1.01, b_m)).toBeGreaterThan(horizonArc_m(a_m, b_m));
      // A straight line is shorter than the arc above it at target height, and longer than the one on the ground.
      expect(horizonSlant_m(a_m, b_m)).toBeGreaterThan(horizonArc_m(a_m, b_m));
    }));
    expect(horizonArc_m(0, 0)).toBe(0);
  });

  it('covers the tangent cap at elevation 0, less above, and nothing from the ground', () => {
    fc.assert(fc.property(altitude, fc.double({ min: 0.001, max: 1.5, noNaN: true }), (altitude_m, elevation_rad) => {
      expect(coverageCap_rad(altitude_m, 0)).toBeCloseTo(horizonAngle_rad(0, altitude_m), 12);
      expect(coverageCap_rad(altitude_m, elevation_rad)).toBeLessThan(coverageCap_rad(altitude_m, 0));
    }));
    expect(coverageCap_rad(0, 0.3)).toBeCloseTo(0, 12);
  });

  it('gives caps their share of the sphere', () => {
    expect(capFraction(PI)).toBeCloseTo(1, 15);
    expect(capFraction(PI / 2)).toBeCloseTo(0.5, 15);
    // The textbook form 1 − cos loses these digits.
    expect(capFraction(1e-9) / 2.5e-19).toBeCloseTo(1, 12);
    expect(leastCoveringCount(PI / 2)).toBeCloseTo(2, 12);
  });
});
