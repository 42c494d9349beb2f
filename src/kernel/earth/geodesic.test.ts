import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azimuth_rad, destination, distance_m } from './geodesic.js';
import { PI } from '../maths.js';
import { DEG_RAD } from '../units.js';

const latitude = fc.double({ min: -PI / 2, max: PI / 2, noNaN: true });
const longitude = fc.double({ min: -PI, max: PI, noNaN: true, maxExcluded: true });
/** Half a meridian of WGS-84: the farthest that two points can lie apart. */
const HALF_WAY_M = 20003931.4586;

describe('geodesic', () => {
  it('measures antipodes along a meridian, whatever the latitude', () => {
    for (const lat of [0, 0.3, -1.2, PI / 2]) {
      expect(Math.abs(distance_m(lat, 0.4, -lat, 0.4 + PI) - HALF_WAY_M)).toBeLessThan(1e-3);
    }
  });

  it('measures the equator and the quarter meridian', () => {
    expect(distance_m(0, 0, 0, DEG_RAD)).toBeCloseTo(111319.4908, 3);
    expect(distance_m(0, 0, PI / 2, 0)).toBeCloseTo(10001965.7293, 3);
    expect(distance_m(0.5, 0.5, 0.5, 0.5)).toBe(0);
    expect(azimuth_rad(0, 0, 0, 1)).toBeCloseTo(PI / 2, 12);
    expect(azimuth_rad(0, 0, 0, -1)).toBeCloseTo(1.5 * PI, 12);
    expect(azimuth_rad(0, 0, -1, 0)).toBeCloseTo(PI, 12);
  });

  it('is symmetric and never longer than half way round', () => {
    fc.assert(fc.property(latitude, longitude, latitude, longitude, (lat1, lon1, lat2, lon2) => {
      const there = distance_m(lat1, lon1, lat2, lon2);
      expect(Math.abs(there - distance_m(lat2, lon2, lat1, lon1))).toBeLessThan(1e-3);
      expect(there).toBeLessThanOrEqual(HALF_WAY_M + 1e-3);
    }), { numRuns: 500 });
  });

  it('ends where it is aimed: destination(azimuth, distance) is the other point, near antipodes too', () => {
    const end = new Float64Array(2);
    const offset = fc.double({ min: -0.02, max: 0.02, noNaN: true });
    const near = fc.tuple(latitude, longitude, offset, offset).map(([lat, lon, a, b]) =>
      [lat, lon, Math.min(PI / 2, Math.max(-PI / 2, -lat + a)), lon + PI + b] as const);
    const any = fc.tuple(latitude, longitude, latitude, longitude).map((four) => four as readonly [number, number, number, number]);
    fc.assert(fc.property(fc.oneof(any, near), ([lat1, lon1, lat2, lon2]) => {
      const length_m = distance_m(lat1, lon1, lat2, lon2);
      destination(lat1, lon1, azimuth_rad(lat1, lon1, lat2, lon2), length_m, end);
      // Half a centimetre: near an antipode the azimuth's last digits move the end by millimetres.
      expect(distance_m(end[0], end[1], lat2, lon2)).toBeLessThan(5e-3);
    }), { numRuns: 1000 });
  });

  it('comes back after going out', () => {
    const end = new Float64Array(2);
    const bearing = fc.double({ min: 0, max: 2 * PI, noNaN: true });
    fc.assert(fc.property(latitude, longitude, bearing, fc.double({ min: 1, max: 1.99e7, noNaN: true }), (lat, lon, az, length_m) => {
      destination(lat, lon, az, length_m, end);
      expect(Math.abs(distance_m(lat, lon, end[0], end[1]) - length_m)).toBeLessThan(1e-3);
    }), { numRuns: 500 });
  });
});
