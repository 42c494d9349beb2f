import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_MEAN_RADIUS_M, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { GLIDE_ALTITUDE_M, glideCircularSpeed_mps, glideRange_m, glideTime_s } from './equilibrium-glide.js';

const speed = fc.double({ min: 500, max: 7500, noNaN: true });
const lift = fc.double({ min: 0.5, max: 5, noNaN: true });

describe('equilibrium glide', () => {
  it('adds up over parts of a glide and grows in step with lift over drag', () => {
    fc.assert(fc.property(speed, speed, speed, lift, (a, b, c, liftToDrag) => {
      const [low, middle, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      for (const of of [glideRange_m, glideTime_s]) {
        const whole = of({ speed_mps: high, toSpeed_mps: low, liftToDrag });
        const parts = of({ speed_mps: high, toSpeed_mps: middle, liftToDrag }) + of({ speed_mps: middle, toSpeed_mps: low, liftToDrag });
        expect(Math.abs(whole - parts)).toBeLessThan(1e-6 * Math.max(1, whole));
        expect(of({ speed_mps: high, toSpeed_mps: low, liftToDrag: 2 * liftToDrag })).toBeCloseTo(2 * whole, 4);
      }
    }));
  });

  it('is the integral of drag: weight less centrifugal push, over L/D', () => {
    const radius_m = EARTH_MEAN_RADIUS_M + GLIDE_ALTITUDE_M;
    const gravity = MU_EARTH_M3PS2 / radius_m ** 2;
    const steps = 20_000, from = 6000, to = 1800, liftToDrag = 2.6;
    let time = 0;
    for (let i = 0; i < steps; i++) {
      const v = to + ((from - to) * (i + 0.5)) / steps;
      time += ((from - to) / steps / (gravity - v * v / radius_m)) * liftToDrag;
    }
    expect(glideTime_s({ speed_mps: from, toSpeed_mps: to, liftToDrag }) / time).toBeCloseTo(1, 6);
  });

  it('covers its range at no more than its first and no less than its last speed', () => {
    fc.assert(fc.property(speed, speed, lift, (a, b, liftToDrag) => {
      const glide = { speed_mps: Math.max(a, b), toSpeed_mps: Math.min(a, b), liftToDrag };
      fc.pre(glide.speed_mps - glide.toSpeed_mps > 1);
      const mean = glideRange_m(glide) / glideTime_s(glide);
      expect(mean).toBeLessThan(glide.speed_mps * 1.001);
      // Range is told along the ground, 50 km below.
      expect(mean).toBeGreaterThan(glide.toSpeed_mps * 0.99);
    }));
  });

  it('refuses speeds at which a body would stay in orbit', () => {
    expect(() => glideRange_m({ speed_mps: glideCircularSpeed_mps(), toSpeed_mps: 0, liftToDrag: 2 })).toThrow(/first speed/);
    expect(() => glideTime_s({ speed_mps: 3000, toSpeed_mps: 4000, liftToDrag: 2 })).toThrow(/final speed/);
  });
});
