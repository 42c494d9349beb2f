import { describe, expect, it } from 'vitest';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { ecefFromEci } from '../../kernel/earth/frames.js';
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import type { ReplayShell } from '../../engine/record/record.js';
import { placeShell, positionAt, satelliteCount } from './moving.js';
import { fromTrack, toTrack } from './moments.js';

const path = { t_s: Float64Array.of(10, 20, 40), position_ecef_m: Float64Array.of(0, 0, 0, 10, 0, 0, 10, 20, 0) };

describe('a path', () => {
  it('is straight between samples and held at its ends', () => {
    const out = new Float64Array(3);
    const at = (t_s: number): number[] => { positionAt(path, t_s, out); return [...out]; };
    expect(at(0)).toEqual([0, 0, 0]);
    expect(at(15)).toEqual([5, 0, 0]);
    expect(at(30)).toEqual([10, 10, 0]);
    expect(at(99)).toEqual([10, 20, 0]);
  });
});

describe('satellites of the picture', () => {
  it('stand where the simulator has them, to a metre', () => {
    // A forgotten Earth rotation or J2 drift is tens of kilometres after ten minutes.
    const walker = { altitude_m: 350e3, inclination_rad: 0.87, planes_count: 12, perPlane_count: 9, phasing: 1 };
    const motion = shellMotion(walker), node_rad = 0.4, phase_rad = 1.1, t_s = 600;
    const shell: ReplayShell = { ...walker, layer: 'x', node_rad, phase_rad, meanMotion_radps: motion.latitudeRate_radps, nodeRate_radps: motion.nodeRate_radps };
    const drawn = new Float64Array(satelliteCount(shell) * 3), inertial = new Float64Array(6), fixed = new Float64Array(6);
    placeShell(shell, t_s, drawn);
    for (let satellite = 0; satellite < satelliteCount(shell); satellite++) {
      satellitePosition(walker, motion, node_rad, phase_rad, satellite, t_s, inertial);
      ecefFromEci(inertial, EARTH_RATE_RADPS * t_s, fixed);
      for (let axis = 0; axis < 3; axis++) expect(Math.abs((drawn[satellite * 3 + axis] ?? NaN) - (fixed[axis] ?? NaN))).toBeLessThan(1);
    }
  });
});

describe('the scale of the timeline', () => {
  it('goes there and back', () => {
    for (const t_s of [0, 45, 100, 1800]) {
      expect(fromTrack(toTrack(t_s, 1800), 1800)).toBeCloseTo(t_s, 6);
      expect(fromTrack(toTrack(t_s, 36_000), 36_000)).toBeCloseTo(t_s, 6);
    }
  });
});
