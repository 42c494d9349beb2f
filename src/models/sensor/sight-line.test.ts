import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { altitude_m, geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { backgroundOf, isAboveCloud, isAwayFromSun, isInFieldOfRegard, isSightClear, sineOfElevation } from './sight-line.js';

type Point = readonly [number, number, number];
const R = EARTH_RADIUS_M;
const point = (lat: number, lon: number, h: number): Point => {
  const out: [number, number, number] = [0, 0, 0];
  geodeticToEcef(lat, lon, h, out);
  return out;
};
/** Lowest altitude of the ellipsoid's own kind along a line, by walking it. */
function lowest(s: Point, t: Point, beyond = 1): number {
  let least = Infinity;
  for (let i = 0; i <= 20_000; i++) {
    const f = (beyond * i) / 20_000;
    least = Math.min(least, altitude_m(s[0] + f * (t[0] - s[0]), s[1] + f * (t[1] - s[1]), s[2] + f * (t[2] - s[2])));
  }
  return least;
}
const anywhere = fc.tuple(fc.double({ min: -1.5, max: 1.5, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }));

describe('line of sight', () => {
  it('is clear over the equator up to the tangent and not beyond', () => {
    const satellite: Point = [R + 1e6, 0, 0];
    const arc = Math.acos((R + 1e4) / (R + 1e6)) + Math.acos((R + 1e4) / (R + 2e5));
    for (const [share, clear] of [[0.999, true], [1.001, false]] as const) {
      const t = point(0, arc * share, 2e5);
      expect(isSightClear(...satellite, ...t, 1e4)).toBe(clear);
      expect(isSightClear(...t, ...satellite, 1e4)).toBe(clear);
    }
  });

  it('agrees with walking the line over the ellipsoid, poles included', () => {
    fc.assert(fc.property(anywhere, anywhere, fc.double({ min: 3e5, max: 4e7, noNaN: true }), fc.double({ min: 3e4, max: 2e6, noNaN: true }), (a, b, hs, ht) => {
      const s = point(a[0], a[1], hs), t = point(b[0], b[1], ht);
      const least = lowest(s, t);
      fc.pre(Math.abs(least - 2e4) > 300);
      expect(isSightClear(...s, ...t, 2e4)).toBe(least > 2e4);
    }), { numRuns: 60, endOnFailure: true });
  });

  it('does not hide what stands below the satellite, however low; clouds do', () => {
    expect(isSightClear(R + 1e6, 0, 0, ...point(0, 0.05, 0), 1e4)).toBe(true);
    expect(isAboveCloud(9_999, 10_000)).toBe(false);
    expect(isAboveCloud(10_000, 10_000)).toBe(true);
  });

  it('has the Earth behind a target in front of it and space behind one above the limb or this side of it', () => {
    const s: Point = [R + 1e6, 0, 0];
    expect(backgroundOf(...s, ...point(0, 0.1, 1e5), 1e5)).toBe('earth');
    expect(backgroundOf(...s, ...point(0, 0.6, 1e6), 1e5)).toBe('space');
    // Beyond the limb: the line has passed its lowest point before the target.
    expect(backgroundOf(...s, ...point(0, 0.7, 3e5), 1e5)).toBe('space');
    // Looking up.
    expect(backgroundOf(...s, R + 2e6, 0, 0, 1e5)).toBe('space');
    // The altitude along the line, walked as far as it can be of interest.
    const length = 9e7, away = 3e5;
    fc.assert(fc.property(anywhere, anywhere, fc.double({ min: 6e5, max: 4e7, noNaN: true }), (a, b, h) => {
      const from = point(a[0], a[1], h);
      const along = [Math.cos(b[0]) * Math.cos(b[1]), Math.cos(b[0]) * Math.sin(b[1]), Math.sin(b[0])] as const;
      const to: Point = [from[0] + away * along[0], from[1] + away * along[1], from[2] + away * along[2]];
      const least = lowest(from, to, length / away);
      fc.pre(Math.abs(least - 1e5) > 1000);
      expect(backgroundOf(...from, ...to, 1e5)).toBe(least < 1e5 ? 'earth' : 'space');
    }), { numRuns: 60, endOnFailure: true });
  });
});

describe('field of regard', () => {
  it('is a cone about the line straight down', () => {
    const s: Point = [R + 1e6, 0, 0];
    const field = { minOffNadir_rad: 0.2, maxOffNadir_rad: 0.8 };
    const at = (offNadir: number): Point => [R + 1e6 - 5e5 * Math.cos(offNadir), 5e5 * Math.sin(offNadir), 0];
    for (const [offNadir, seen] of [[0.1, false], [0.21, true], [0.79, true], [0.81, false], [2, false]] as const) expect(isInFieldOfRegard(field, ...s, ...at(offNadir))).toBe(seen);
    expect(isInFieldOfRegard({ minOffNadir_rad: 0, maxOffNadir_rad: Math.PI }, ...s, ...at(3))).toBe(true);
  });

  it('keeps away from the Sun', () => {
    const sun = [1, 0, 0];
    const s: Point = [0, 4e7, 0];
    const at = (angle: number): Point => [1e6 * Math.cos(angle), 4e7 + 1e6 * Math.sin(angle), 0];
    expect(isAwayFromSun(sun, 0.1, ...s, ...at(0.09))).toBe(false);
    expect(isAwayFromSun(sun, 0.1, ...s, ...at(-0.09))).toBe(false);
    expect(isAwayFromSun(sun, 0.1, ...s, ...at(0.11))).toBe(true);
    expect(isAwayFromSun(sun, 0, ...s, ...at(0))).toBe(true);
  });

  it('knows how high a satellite stands', () => {
    expect(sineOfElevation(R + 1e6, 0, 0, R, 0, 0)).toBeCloseTo(1, 12);
    expect(sineOfElevation(R, 1e6, 0, R, 0, 0)).toBeCloseTo(0, 12);
  });
});
