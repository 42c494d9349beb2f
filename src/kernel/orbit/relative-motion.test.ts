import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, MU_EARTH_M3PS2 } from '../constants.js';
import { propagateKepler } from './kepler.js';
import { displacement_m, farthestPerPush_s, meanMotion_radps, pushNeeded_mps, relativeMotion } from './relative-motion.js';

const RADIUS_M = EARTH_RADIUS_M + 500e3;
const push = fc.double({ min: -1, max: 1, noNaN: true });

describe('relative motion', () => {
  it('agrees with the exact motion of both bodies for small pushes', () => {
    const speed = Math.sqrt(MU_EARTH_M3PS2 / RADIUS_M), turn = meanMotion_radps(RADIUS_M);
    fc.assert(fc.property(push, push, push, fc.double({ min: 1, max: 6000, noNaN: true }), (up, along, across, t_s) => {
      const body = new Float64Array(6), out = [0, 0, 0], angle = turn * t_s;
      propagateKepler([RADIUS_M, 0, 0, up, speed + along, across], t_s, body);
      const c = Math.cos(angle), s = Math.sin(angle);
      displacement_m(relativeMotion(RADIUS_M, t_s), up, along, across, out);
      const exact = [c * body[0] + s * body[1] - RADIUS_M, c * body[1] - s * body[0], body[2]];
      // Second order: over these times bodies part by twenty kilometres, a three hundredth of the radius.
      const far = farthestPerPush_s(relativeMotion(RADIUS_M, t_s)) * Math.hypot(up, along, across);
      exact.forEach((x, i) => expect(Math.abs(out[i] - x)).toBeLessThan(0.01 + 0.01 * far));
    }));
  });

  it('a push and the place it leads to belong together', () => {
    fc.assert(fc.property(push, push, push, fc.double({ min: 1, max: 1500, noNaN: true }), (up, along, across, t_s) => {
      const motion = relativeMotion(RADIUS_M, t_s), out = [0, 0, 0], size = Math.hypot(up, along, across);
      displacement_m(motion, up, along, across, out);
      expect(Math.abs(pushNeeded_mps(motion, out[0], out[1], out[2]) - size)).toBeLessThan(1e-9);
      expect(Math.hypot(...out)).toBeLessThanOrEqual(farthestPerPush_s(motion) * size * (1 + 1e-12) + 1e-300);
    }));
  });

  it('is the straight line over short times, and knows its farthest direction', () => {
    expect(pushNeeded_mps(relativeMotion(RADIUS_M, 10), 300, 400, 1200)).toBeCloseTo(130, 1);
    const motion = relativeMotion(RADIUS_M, 900), out = [0, 0, 0];
    let farthest = 0;
    for (let k = 0; k < 3600; k++) {
      displacement_m(motion, Math.cos(k * Math.PI / 1800), Math.sin(k * Math.PI / 1800), 0, out);
      farthest = Math.max(farthest, Math.hypot(...out));
    }
    expect(farthestPerPush_s(motion) / farthest).toBeCloseTo(1, 5);
  });
});
