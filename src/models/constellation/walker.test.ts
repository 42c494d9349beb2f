import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { TAU } from '../../kernel/maths.js';
import { satellitePosition, shellMotion } from './walker.js';

const shell = { altitude_m: 350e3, inclination_rad: 0.87, planes_count: 12, perPlane_count: 20, phasing: 1 };

describe('walker shell', () => {
  it('agrees with published periods and node rates (literature 17.4)', () => {
    const at = (altitude_m: number, inclination_deg: number) => shellMotion({ ...shell, altitude_m, inclination_rad: (inclination_deg * TAU) / 360 });
    const degPerDay = (radps: number) => (radps * 86400 * 360) / TAU;
    expect(degPerDay(at(300e3, 45).nodeRate_radps)).toBeCloseTo(-5.9987, 3);
    expect(degPerDay(at(500e3, 45).nodeRate_radps)).toBeCloseTo(-5.41, 3);
    expect(degPerDay(at(550e3, 53).nodeRate_radps)).toBeCloseTo(-4.4892, 3);
    expect(degPerDay(at(1000e3, 60).nodeRate_radps)).toBeCloseTo(-2.9924, 3);
    // At the inclination where 4cos²i = 1 the rate of the argument of latitude is the two-body rate.
    expect(TAU / at(300e3, 60).latitudeRate_radps / 60).toBeCloseTo(90.52, 2);
  });

  it('keeps every satellite on its circle and inclination, and returns after a turn of the pattern', () => {
    const motion = shellMotion(shell), here = new Float64Array(3), next = new Float64Array(3);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 239 }), fc.double({ min: 0, max: 86400, noNaN: true }), fc.double({ min: 0, max: TAU, noNaN: true }), (satellite, t_s, node) => {
        satellitePosition(shell, motion, node, 0.3, satellite, t_s, here);
        expect(Math.hypot(...here) / motion.radius_m).toBeCloseTo(1, 12);
        expect(Math.abs(here[2]!)).toBeLessThanOrEqual(motion.radius_m * Math.sin(shell.inclination_rad) * (1 + 1e-12));
        satellitePosition(shell, motion, node, 0.3 + TAU / shell.perPlane_count, satellite, t_s, next);
        const plane = Math.floor(satellite / 20), slot = (satellite + 1) % 20;
        satellitePosition(shell, motion, node, 0.3, plane * 20 + slot, t_s, here);
        expect(Math.hypot(here[0]! - next[0]!, here[1]! - next[1]!, here[2]! - next[2]!)).toBeLessThan(0.01);
      }),
    );
  });

  it('spaces planes evenly with the Walker phase between neighbours', () => {
    const motion = shellMotion(shell), a = new Float64Array(3), b = new Float64Array(3);
    satellitePosition(shell, motion, 0, 0, 20, 0, a);
    satellitePosition(shell, motion, TAU / 12, TAU / 240, 0, 0, b);
    expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)).toBeLessThan(0.01);
  });
});
