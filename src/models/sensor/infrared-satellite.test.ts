import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { PI } from '../../kernel/maths.js';
import { createInfraredLook, createSunShade, infraredLevel_prob } from './infrared-satellite.js';
import { infraredDetection_prob } from './infrared-signal.js';
import { createSeenTarget } from './seen-target.js';

const SATELLITE = { cloudBreak_m: 10e3, grazingAltitude_m: 10e3, minElevation_rad: 0, maxOffNadir_rad: PI, noiseEquivalentIrradiance_Wpm2: 1e-12, sceneNoise: 4, falseAlarm_prob: 1e-6 };
/** Over longitude 0 of the equator, 1,000 km up. */
const AT = EARTH_RADIUS_M + 1e6;
const target = (lon_deg: number, altitude_m: number, intensity_Wpsr: number, isCold = false) => {
  const lon = (lon_deg * PI) / 180, r = EARTH_RADIUS_M + altitude_m;
  return { ...createSeenTarget(), x_m: r * Math.cos(lon), y_m: r * Math.sin(lon), altitude_m, intensity_Wpsr, isCold };
};
const look = createInfraredLook(SATELLITE);
const level = (lon_deg: number, altitude_m: number, intensity_Wpsr: number, isCold = false): number => look.level(AT, 0, 0, target(lon_deg, altitude_m, intensity_Wpsr, isCold));

describe('a look from an infrared satellite', () => {
  it('has the level of its signal over the threshold, less in front of the Earth', () => {
    // Right below at 100 km: 900 km away, 4 times the noise against the ground.
    const snr = 1000 / (9e5 * 9e5 * 1e-12);
    expect(infraredLevel_prob(level(0, 100e3, 1000))).toBe(1);
    expect(level(0, 100e3, 20)).toBeCloseTo((snr * 20) / 1000 / 4 - 4.753424, 5);
    expect(infraredLevel_prob(level(0, 100e3, 20))).toBeCloseTo(infraredDetection_prob((snr * 20) / 1000 / 4, 1e-6), 12);
  });

  it('sees nothing below the clouds, nor behind the Earth, and over the limb what is high enough', () => {
    expect(level(5, 9.9e3, 1e6)).toBe(-Infinity);
    expect(level(5, 10.1e3, 1e6)).toBeGreaterThan(8);
    // The horizon is at acos(6388/7378) = 30 degrees for the satellite, and further for a high target.
    expect(level(32, 11e3, 1e6)).toBe(-Infinity);
    expect(level(50, 1000e3, 1e6)).toBeGreaterThan(8);
    expect(level(62, 1000e3, 1e6)).toBe(-Infinity);
  });

  it('sees a body without heat only against space', () => {
    expect(level(10, 200e3, 300, true)).toBe(-Infinity);
    expect(level(10, 200e3, 300, false)).toBeGreaterThan(0);
    expect(level(25, 1500e3, 300, true)).toBeGreaterThan(0);
  });

  it('keeps to its field of regard and its least elevation', () => {
    const narrow = createInfraredLook({ ...SATELLITE, maxOffNadir_rad: 0.5 }), high = createInfraredLook({ ...SATELLITE, minElevation_rad: 0.35 });
    expect(narrow.level(AT, 0, 0, target(2, 50e3, 1e6))).toBeGreaterThan(8);
    expect(narrow.level(AT, 0, 0, target(20, 50e3, 1e6))).toBe(-Infinity);
    expect(high.level(AT, 0, 0, target(10, 50e3, 1e6))).toBeGreaterThan(8);
    expect(high.level(AT, 0, 0, target(25, 50e3, 1e6))).toBe(-Infinity);
  });

  it('is worth making within its reach, and hardly beyond', () => {
    const reach_m = look.reach_m(30), beyond = createInfraredLook({ ...SATELLITE, sceneNoise: 1 });
    const at = (distance_m: number): number => infraredLevel_prob(beyond.level(AT, 0, 0, target(0, 1e6 + distance_m, 30)));
    expect(at(0.99 * reach_m)).toBeGreaterThan(1.3e-3);
    expect(at(1.01 * reach_m)).toBeLessThan(1.4e-3);
  });

  it('is blinded by the Sun beside the target, unless the Earth hides it', () => {
    const shade = createSunShade(0.1)!, thing = target(60, 1500e3, 1e6);
    const dx = thing.x_m - AT, dy = thing.y_m, range = Math.hypot(dx, dy), sun = [dx / range, dy / range, 0];
    expect(shade(AT, 0, 0, thing, sun)).toBe(true);
    expect(shade(AT, 0, 0, thing, [-sun[0]!, -sun[1]!, 0])).toBe(false);
    // Straight down, the Sun is on the other side of the world.
    expect(shade(AT, 0, 0, target(0, 50e3, 1e6), [-1, 0, 0])).toBe(false);
    expect(createSunShade(0)).toBeNull();
  });
});
