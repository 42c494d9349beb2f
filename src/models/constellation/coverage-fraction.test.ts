import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Luck } from '../../kernel/random.js';
import { latitudeFraction, reachForRatio_rad, thinCapFraction, uniformFraction } from './coverage-fraction.js';

const DEGREE = Math.PI / 180;
const band = (reach: number, inclination: number, latitude: number) => ({ reach_rad: reach * DEGREE, inclination_rad: inclination * DEGREE, latitude_rad: latitude * DEGREE });
const reach = fc.double({ min: 0.5, max: 30, noNaN: true });
const angle = fc.double({ min: 1, max: 89, noNaN: true });

describe('share of a constellation near a place', () => {
  it('agrees with counting satellites drawn at random', () => {
    const luck = new Luck(7);
    const draws = 200_000;
    const place = band(8, 45, 40);
    let near = 0;
    for (let i = 0; i < draws; i++) {
      const node = 2 * Math.PI * luck.uniform(9, 0, i, 0, 0);
      const u = 2 * Math.PI * luck.uniform(9, 0, i, 0, 1);
      const along = Math.cos(u), up = Math.sin(u) * Math.sin(place.inclination_rad), side = Math.sin(u) * Math.cos(place.inclination_rad);
      const x = Math.cos(node) * along - Math.sin(node) * side;
      if (x * Math.cos(place.latitude_rad) + up * Math.sin(place.latitude_rad) >= Math.cos(place.reach_rad)) near++;
    }
    const fraction = latitudeFraction(place);
    expect(Math.abs(near / draws - fraction)).toBeLessThan(3.5 * Math.sqrt(fraction / draws));
  });

  it('grows with reach, is the same north and south, for prograde and retrograde orbits', () => {
    fc.assert(fc.property(reach, angle, angle, (psi, i, latitude) => {
      const here = latitudeFraction(band(psi, i, latitude), 2000);
      expect(here).toBeGreaterThanOrEqual(0);
      expect(here).toBeLessThanOrEqual(1);
      expect(latitudeFraction(band(psi * 1.1, i, latitude), 2000)).toBeGreaterThanOrEqual(here);
      expect(latitudeFraction(band(psi, i, -latitude), 2000)).toBeCloseTo(here, 10);
      expect(latitudeFraction(band(psi, 180 - i, latitude), 2000)).toBeCloseTo(here, 10);
      if (latitude > i + psi) expect(here).toBe(0);
    }), { numRuns: 60 });
  });

  it('averages to the uniform share: over all latitudes by area, any inclination', () => {
    for (const i of [30, 53, 90]) {
      let sum = 0, weight = 0;
      for (let latitude = -89.5; latitude < 90; latitude++) {
        const area = Math.cos(latitude * DEGREE);
        sum += area * latitudeFraction(band(6, i, latitude), 2000);
        weight += area;
      }
      expect(sum / weight / uniformFraction(6 * DEGREE)).toBeCloseTo(1, 2);
    }
  });

  it('is the thin cap inside the band, and everything when all is in reach', () => {
    expect(latitudeFraction(band(1, 60, 20)) / thinCapFraction(band(1, 60, 20))).toBeCloseTo(1, 3);
    expect(latitudeFraction(band(180, 60, 20))).toBeCloseTo(1, 12);
    for (const ratio of [1, 2, 390, 5000]) expect(1 / uniformFraction(reachForRatio_rad(ratio)) / ratio).toBeCloseTo(1, 9);
    expect(uniformFraction(Math.PI)).toBeCloseTo(1, 12);
    expect(latitudeFraction(band(10, 90, 90))).toBeCloseTo(10 / 180, 3);
  });
});
