import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberAnswer } from './method.js';
import { AEI_SHELL, sizeByLatitude, sizeShell } from './size-shell.js';
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { evenShell, propagateAvailability } from './propagate-availability.js';

const DEGREE = Math.PI / 180;
const sized = (result: ReturnType<typeof sizeByLatitude>): NumberAnswer => {
  if (typeof result === 'string') throw new Error(result);
  return result;
};

describe('sizing a shell', () => {
  it('gives AEI its numbers', () => {
    expect([1, 5, 10, 50, 250].map((salvo) => sized(sizeShell({ ...AEI_SHELL, salvo })).interceptors)).toEqual([998, 4986, 9972, 49857, 249284]);
    expect(sized(sizeShell({ ...AEI_SHELL, maxLatitude_rad: 45 * DEGREE })).absenteeRatio / sized(sizeShell(AEI_SHELL)).absenteeRatio).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('needs fewer with more time, more speed or fewer missiles, and never fewer than are wanted at once', () => {
    fc.assert(fc.property(fc.double({ min: 60, max: 400, noNaN: true }), fc.double({ min: 3000, max: 8000, noNaN: true }), fc.integer({ min: 1, max: 40 }), (flyout_s, speed_mps, salvo) => {
      const inputs = { ...AEI_SHELL, flyout_s, speed_mps, salvo };
      const base = sizeShell(inputs);
      fc.pre(typeof base !== 'string');
      const number = sized(base).interceptors;
      expect(sized(sizeShell({ ...inputs, flyout_s: flyout_s + 5 })).interceptors).toBeLessThanOrEqual(number);
      expect(sized(sizeShell({ ...inputs, salvo: salvo + 1 })).interceptors).toBeGreaterThan(number);
      expect(number).toBeGreaterThanOrEqual(salvo * inputs.shots);
      expect(sized(base).sizedFor95).toBeGreaterThan(number);
      expect(sized(base).atLeast.probability).toBeGreaterThan(0.5);
    }));
  });

  it('falls as one over reach squared when all happens at one altitude', () => {
    const flat = { ...AEI_SHELL, interceptAltitude_m: AEI_SHELL.altitude_m };
    const near = sized(sizeShell(flat)), far = sized(sizeShell({ ...flat, flyout_s: 200 }));
    expect((near.absenteeRatio * near.reach_m ** 2) / (far.absenteeRatio * far.reach_m ** 2)).toBeCloseTo(1, 10);
  });

  it('says why there is no reach', () => {
    expect(sizeShell({ ...AEI_SHELL, flyout_s: 30 })).toBe('still-burning');
    expect(sizeShell({ ...AEI_SHELL, altitude_m: 2000e3 })).toBe('too-high');
    expect(sizeByLatitude({ ...AEI_SHELL, inclination_rad: 30 * DEGREE, latitude_rad: 60 * DEGREE })).toBe('out-of-band');
  });

  it('finds fewer just inside the band of latitudes than anywhere', () => {
    const uniform = sized(sizeShell(AEI_SHELL)).interceptors;
    expect(sized(sizeByLatitude({ ...AEI_SHELL, inclination_rad: 43 * DEGREE, latitude_rad: 40 * DEGREE })).interceptors).toBeLessThan(0.5 * uniform);
    expect(sized(sizeByLatitude({ ...AEI_SHELL, inclination_rad: 43 * DEGREE, latitude_rad: 0 })).interceptors).toBeGreaterThan(uniform);
  });
});

describe('counting satellites as they move', () => {
  it('sees all of them with a reach of half the globe, none above the band', () => {
    const shell = evenShell(60, 500e3, 50 * DEGREE)!;
    const look = { shell, latitude_rad: 40 * DEGREE, reach_rad: Math.PI, duration_s: 600, step_s: 60 };
    expect(propagateAvailability(look)).toEqual({ mean: 60, min: 60, max: 60, looks: 10 });
    expect(propagateAvailability({ ...look, latitude_rad: 80 * DEGREE, reach_rad: 5 * DEGREE }).max).toBe(0);
  });

  it('agrees with the positions that the engine flies', () => {
    const shell = evenShell(144, 800e3, 63 * DEGREE)!;
    const motion = shellMotion(shell), position = new Float64Array(3);
    const latitude_rad = 35 * DEGREE, reach_rad = 20 * DEGREE;
    let most = 0, least = Infinity, sum = 0;
    for (let look = 0; look < 50; look++) {
      const t_s = look * 97, turned = EARTH_RATE_RADPS * t_s;
      const place = [Math.cos(latitude_rad) * Math.cos(turned), Math.cos(latitude_rad) * Math.sin(turned), Math.sin(latitude_rad)] as const;
      let near = 0;
      for (let satellite = 0; satellite < 144; satellite++) {
        satellitePosition(shell, motion, 0, 0, satellite, t_s, position);
        if (position[0]! * place[0] + position[1]! * place[1] + position[2]! * place[2] >= Math.cos(reach_rad) * motion.radius_m) near++;
      }
      most = Math.max(most, near);
      least = Math.min(least, near);
      sum += near;
    }
    expect(propagateAvailability({ shell, latitude_rad, reach_rad, duration_s: 50 * 97, step_s: 97 })).toEqual({ mean: sum / 50, min: least, max: most, looks: 50 });
  });

  it('lays out even patterns, and says when there is none', () => {
    expect(evenShell(1000, 3e5, 0.8)).toMatchObject({ planes_count: 25, perPlane_count: 40 });
    expect(evenShell(997, 3e5, 0.8)).toBeUndefined();
    expect(evenShell(1, 3e5, 0.8)).toMatchObject({ planes_count: 1, perPlane_count: 1 });
  });
});
