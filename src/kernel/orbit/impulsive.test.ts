import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_MEAN_RADIUS_M, MU_EARTH_M3PS2 } from '../constants.js';
import { ellipseThrough, flightsAtSpeed, minimumEnergy } from './impulsive.js';
import { propagateKepler } from './kepler.js';

const range = fc.double({ min: 1e5, max: 1.9e7, noNaN: true });

describe('impulsive flight', () => {
  it('comes down at its range after its time, by free fall', () => {
    const out = new Float64Array(6);
    fc.assert(fc.property(range, fc.double({ min: 1.001, max: 1.3, noNaN: true }), (range_m, faster) => {
      const slowest = minimumEnergy(range_m);
      const pair = flightsAtSpeed(slowest.speed_mps * faster, range_m);
      fc.pre(pair !== undefined && slowest.speed_mps * faster < 10500);
      for (const flight of [slowest, pair!.lofted, pair!.depressed]) {
        fc.pre(flight.flightPathAngle_rad > 0);
        const up = flight.speed_mps * Math.sin(flight.flightPathAngle_rad);
        const along = flight.speed_mps * Math.cos(flight.flightPathAngle_rad);
        propagateKepler([EARTH_MEAN_RADIUS_M, 0, 0, up, along, 0], flight.flightTime_s, out);
        expect(Math.abs(Math.sqrt(out[0] ** 2 + out[1] ** 2) - EARTH_MEAN_RADIUS_M)).toBeLessThan(1);
        expect(Math.abs(((Math.atan2(out[1], out[0]) + 2 * Math.PI) % (2 * Math.PI)) * EARTH_MEAN_RADIUS_M - range_m)).toBeLessThan(1);
        propagateKepler([EARTH_MEAN_RADIUS_M, 0, 0, up, along, 0], flight.flightTime_s / 2, out);
        expect(Math.abs(Math.sqrt(out[0] ** 2 + out[1] ** 2) - EARTH_MEAN_RADIUS_M - flight.apogee_m)).toBeLessThan(1);
      }
    }));
  });

  it('is the slowest: any other apogee over the same range needs more speed', () => {
    fc.assert(fc.property(range, fc.double({ min: 0.2, max: 4, noNaN: true }), (range_m, share) => {
      const slowest = minimumEnergy(range_m);
      const other = ellipseThrough(slowest.apogee_m * share, range_m);
      expect(other.apogee_m).toBeCloseTo(slowest.apogee_m * share, 3);
      expect(other.speed_mps).toBeGreaterThanOrEqual(slowest.speed_mps * (1 - 1e-12));
    }));
    const slowest = minimumEnergy(8e6);
    expect(ellipseThrough(slowest.apogee_m, 8e6).flightTime_s).toBeCloseTo(slowest.flightTime_s, 6);
  });

  it('reproduces section 17.3: flat and steep flights at one speed', () => {
    const pair = flightsAtSpeed(7400, 1e7);
    expect(pair!.depressed.apogee_m / 1000).toBeCloseTo(509.3, 1);
    expect(pair!.depressed.flightTime_s).toBeCloseTo(1519.8, 1);
    expect(pair!.lofted.apogee_m / 1000).toBeCloseTo(2585.1, 1);
    expect(pair!.lofted.flightTime_s).toBeCloseTo(2595.7, 1);
    expect(flightsAtSpeed(7000, 1e7)).toBeUndefined();
    expect(flightsAtSpeed(12000, 1e7)).toBeUndefined();
  });

  it('follows its units: on a planet of another size everything scales', () => {
    fc.assert(fc.property(range, fc.double({ min: 0.3, max: 3, noNaN: true }), (range_m, scale) => {
      const here = minimumEnergy(range_m);
      const there = minimumEnergy(range_m * scale, EARTH_MEAN_RADIUS_M * scale, MU_EARTH_M3PS2 * scale ** 3);
      expect(there.speed_mps / here.speed_mps).toBeCloseTo(scale, 9);
      expect(there.flightTime_s / here.flightTime_s).toBeCloseTo(1, 9);
      expect(there.apogee_m / here.apogee_m).toBeCloseTo(scale, 6);
    }));
  });

  it('refuses ranges beyond half way round', () => {
    expect(() => minimumEnergy(2.1e7)).toThrow(/half way/);
    expect(() => minimumEnergy(0)).toThrow(/half way/);
    expect(() => ellipseThrough(-5, 1e6)).toThrow(/apogee/);
  });
});
