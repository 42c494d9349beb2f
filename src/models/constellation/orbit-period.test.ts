import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAU } from '../../kernel/maths.js';
import { circularPeriod_s, circularSpeed_mps, nodeRate_radps, SUN_RATE_RADPS, sunSynchronousInclination_rad } from './orbit-period.js';
import { shellMotion } from './walker.js';
import { EARTH_RADIUS_M } from '../../kernel/constants.js';

const altitude = fc.double({ min: 150e3, max: 5e6, noNaN: true });

describe('circular orbits', () => {
  it('go once round in a period, ever slower with height', () => {
    fc.assert(fc.property(altitude, (altitude_m) => {
      expect((circularSpeed_mps(altitude_m) * circularPeriod_s(altitude_m)) / (TAU * (EARTH_RADIUS_M + altitude_m))).toBeCloseTo(1, 12);
      expect(circularPeriod_s(altitude_m + 1000)).toBeGreaterThan(circularPeriod_s(altitude_m));
    }));
    expect(circularPeriod_s(35_786e3) / 60).toBeCloseTo(1436.07, 1);
  });

  it('turn their nodes as the shells of the simulator do', () => {
    fc.assert(fc.property(altitude, fc.double({ min: 0, max: Math.PI, noNaN: true }), (altitude_m, inclination_rad) => {
      const shell = shellMotion({ altitude_m, inclination_rad, planes_count: 1, perPlane_count: 1, phasing: 0 });
      expect(Math.abs(nodeRate_radps(altitude_m, inclination_rad) - shell.nodeRate_radps)).toBeLessThan(1e-18);
    }));
  });

  it('keep step with the Sun at one retrograde inclination, below 5,970 km', () => {
    fc.assert(fc.property(altitude, (altitude_m) => {
      const inclination_rad = sunSynchronousInclination_rad(altitude_m);
      expect(inclination_rad).toBeGreaterThan(Math.PI / 2);
      expect(nodeRate_radps(altitude_m, inclination_rad!) / SUN_RATE_RADPS).toBeCloseTo(1, 9);
    }));
    expect(sunSynchronousInclination_rad(5_960e3)).toBeDefined();
    expect(sunSynchronousInclination_rad(5_985e3)).toBeUndefined();
  });
});
