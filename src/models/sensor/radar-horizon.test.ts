import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { horizonAngle_rad, RADAR_EARTH_RADIUS_M } from '../../kernel/earth/horizon.js';
import { BENDING_TOP_M, radarHorizonAngle_rad, rayAngle_rad } from './radar-horizon.js';

const R = EARTH_MEAN_RADIUS_M;

/** A ray through air of exponential refractivity by Bouguer's rule n r cos e = constant, in small steps of height; an independent way. */
function tracedAngle(elevation: number, to: number, surface = 315e-6, scale = 7350): number {
  const n = (h: number): number => 1 + surface * Math.exp(-h / scale);
  const constant = n(0) * R * Math.cos(elevation);
  // Steps grow with the square of an index, since at elevation 0 the slope begins at infinity.
  const steps = 20_000;
  let angle = 0;
  for (let i = 0; i < steps; i++) {
    const a = to * (i / steps) ** 2, b = to * ((i + 1) / steps) ** 2, h = to * ((i + 0.5) / steps) ** 2;
    const radius = R + h, q = n(h) * radius;
    angle += ((b - a) * constant) / (radius * Math.sqrt(q * q - constant * constant));
  }
  return angle;
}

describe('radar horizon', () => {
  it('is the 4/3 rule for low targets', () => {
    for (const h of [10, 500, 3000, BENDING_TOP_M]) {
      const rule = (RADAR_EARTH_RADIUS_M * horizonAngle_rad(0, h, RADAR_EARTH_RADIUS_M)) / R;
      expect(radarHorizonAngle_rad(0, h) / rule).toBeCloseTo(1, 12);
    }
    expect(radarHorizonAngle_rad(100, 3000)).toBeCloseTo(radarHorizonAngle_rad(0, 100) + radarHorizonAngle_rad(0, 3000), 14);
  });

  it('follows rays traced through exponential air to a percent where the 4/3 rule does not', () => {
    for (const h of [20e3, 40e3, 200e3, 1000e3]) {
      expect(Math.abs(radarHorizonAngle_rad(0, h) / tracedAngle(0, h) - 1)).toBeLessThan(0.012);
    }
    const rule = (RADAR_EARTH_RADIUS_M * horizonAngle_rad(0, 1000e3, RADAR_EARTH_RADIUS_M)) / R;
    expect(rule / tracedAngle(0, 1000e3)).toBeGreaterThan(1.1);
    for (const e of [0.02, 0.0524, 0.2]) expect(Math.abs(rayAngle_rad(e, 0, 300e3) / tracedAngle(e, 300e3) - 1)).toBeLessThan(0.01);
  });

  it('lies beyond the straight horizon and grows with height, and less elevation sees farther', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 2e6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (h, e) => {
      expect(radarHorizonAngle_rad(0, h)).toBeGreaterThan(horizonAngle_rad(0, h));
      expect(radarHorizonAngle_rad(0, h * 1.01)).toBeGreaterThan(radarHorizonAngle_rad(0, h));
      expect(rayAngle_rad(e, 0, h)).toBeLessThanOrEqual(radarHorizonAngle_rad(0, h) + 1e-12);
      expect(rayAngle_rad(e + 0.01, 0, h)).toBeLessThan(rayAngle_rad(e, 0, h));
    }));
  });

  it('works from a mountain above the bending air', () => {
    expect(rayAngle_rad(0.1, 8000, 100e3)).toBeCloseTo(Math.acos(((R + 8000) * Math.cos(0.1)) / (R + 100e3)) - 0.1, 12);
  });
});
