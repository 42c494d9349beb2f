import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { satellitesNear } from './plane-search.js';

describe('satellites near a direction', () => {
  it('are all of those that a look at every satellite finds, and few others', () => {
    const shell = fc.record({ altitude_m: fc.double({ min: 4e5, max: 2e7, noNaN: true }), inclination_rad: fc.double({ min: 0.1, max: 3, noNaN: true }), planes_count: fc.integer({ min: 1, max: 9 }), perPlane_count: fc.integer({ min: 1, max: 11 }) });
    const angle = fc.double({ min: 0, max: 6.3, noNaN: true });
    fc.assert(fc.property(shell, angle, angle, angle, fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0.02, max: 1.5, noNaN: true }), fc.double({ min: 0, max: 5000, noNaN: true }), (some, node_rad, phase_rad, lon, z, angle_rad, t_s) => {
      const walker = { ...some, phasing: some.planes_count - 1 }, motion = shellMotion(walker), total = walker.planes_count * walker.perPlane_count;
      const flat = Math.sqrt(1 - z * z), ux = flat * Math.cos(lon), uy = flat * Math.sin(lon);
      const found = new Int32Array(total), count = satellitesNear(walker, motion, node_rad, phase_rad, t_s, ux, uy, z, angle_rad, found);
      const named = new Set(found.subarray(0, count)), at = new Float64Array(3);
      expect(named.size).toBe(count);
      for (let satellite = 0; satellite < total; satellite++) {
        satellitePosition(walker, motion, node_rad, phase_rad, satellite, t_s, at);
        const apart = Math.acos(Math.min(1, Math.max(-1, (at[0] * ux + at[1] * uy + at[2] * z) / motion.radius_m)));
        if (apart <= angle_rad) expect(named.has(satellite)).toBe(true);
        // Rounding to whole slots names at most one neighbour more on either side.
        else if (named.has(satellite)) expect(apart).toBeLessThan(angle_rad + 2.01 * ((2 * Math.PI) / walker.perPlane_count) + 1e-9);
      }
    }), { numRuns: 300 });
  });
});
