import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M, EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../constants.js';
import { altitude_m, distance_m } from '../earth/geodesy.js';
import { minimumEnergy } from './impulsive.js';
import { apogee_m, impactPoint, propagateKepler } from './kepler.js';

const energy = (s: ArrayLike<number>): number =>
  (s[3] ** 2 + s[4] ** 2 + s[5] ** 2) / 2 - MU_EARTH_M3PS2 / Math.sqrt(s[0] ** 2 + s[1] ** 2 + s[2] ** 2);
const momentum = (s: ArrayLike<number>): number[] =>
  [s[1] * s[5] - s[2] * s[4], s[2] * s[3] - s[0] * s[5], s[0] * s[4] - s[1] * s[3]];

const speed = fc.double({ min: -8000, max: 8000, noNaN: true });
const state = fc.tuple(fc.double({ min: 6.5e6, max: 4e7, noNaN: true }), speed, speed, speed)
  .map(([r, vx, vy, vz]) => Float64Array.of(r, r / 5, -r / 7, vx, vy, vz))
  // Falls through the centre are told apart by momentum; leave out the few that pass within 10 km of it.
  .filter((s) => momentum(s).reduce((sum, h) => sum + h * h, 0) > 2 * MU_EARTH_M3PS2 * 1e4);

describe('propagateKepler', () => {
  it('keeps energy and angular momentum, on ellipses and hyperbolas, forwards and backwards', () => {
    const out = new Float64Array(6);
    fc.assert(fc.property(state, fc.double({ min: -20000, max: 20000, noNaN: true }), (s, dt) => {
      propagateKepler(s, dt, out);
      const scale = (s[3] ** 2 + s[4] ** 2 + s[5] ** 2) / 2 + MU_EARTH_M3PS2 / 6.5e6 + MU_EARTH_M3PS2 / Math.sqrt(out[0] ** 2 + out[1] ** 2 + out[2] ** 2);
      expect(Math.abs(energy(out) - energy(s)) / scale).toBeLessThan(1e-9);
      const before = momentum(s);
      momentum(out).forEach((h, i) => expect(Math.abs(h - before[i])).toBeLessThan(1e-9 * (1e11 + Math.abs(before[i]))));
    }), { numRuns: 300 });
  });

  it('comes back, and two halves make a whole', () => {
    const once = new Float64Array(6);
    const twice = new Float64Array(6);
    fc.assert(fc.property(state, fc.double({ min: 1, max: 3000, noNaN: true }), (s, dt) => {
      propagateKepler(s, dt, once);
      propagateKepler(s, dt / 2, twice);
      propagateKepler(twice, dt / 2, twice);
      for (let i = 0; i < 3; i++) expect(Math.abs(twice[i] - once[i])).toBeLessThan(0.05);
      propagateKepler(once, -dt, once);
      for (let i = 0; i < 3; i++) expect(Math.abs(once[i] - s[i])).toBeLessThan(0.05);
    }), { numRuns: 300 });
  });

  it('carries a circular orbit round in its period', () => {
    const r = 6878137;
    const v = Math.sqrt(MU_EARTH_M3PS2 / r);
    const out = new Float64Array(6);
    propagateKepler([r, 0, 0, 0, v, 0], (Math.PI / 2) * Math.sqrt(r ** 3 / MU_EARTH_M3PS2), out);
    expect(out[0]).toBeCloseTo(0, 5);
    expect(out[1]).toBeCloseTo(r, 5);
    expect(out[3]).toBeCloseTo(-v, 8);
  });
});

describe('impactPoint', () => {
  it('lands on the ellipsoid where and when stepwise free fall does', () => {
    const place = new Float64Array(2);
    const end = new Float64Array(6);
    const launch = fc.tuple(fc.double({ min: 1e4, max: 2e6, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), speed, speed, fc.double({ min: -3000, max: 4000, noNaN: true }));
    fc.assert(fc.property(launch, fc.double({ min: 0, max: 6, noNaN: true }), ([height, lat, east, north, up], turned_rad) => {
      // Below 7.5 km/s: nearly in orbit a body may graze the flattened Earth more than once, and no boost is cut off there.
      fc.pre(east * east + north * north + up * up < 5.6e7);
      const r = EARTH_RADIUS_M + height;
      const [c, s] = [Math.cos(lat), Math.sin(lat)];
      const body = [r * c, 0, r * s, up * c - north * s, east, up * s + north * c];
      const left_s = impactPoint(body, turned_rad, place);
      fc.pre(left_s < 30000);
      propagateKepler(body, left_s, end);
      expect(Math.abs(altitude_m(end[0], end[1], end[2]))).toBeLessThan(0.05);
      const lon = Math.atan2(end[1], end[0]) - turned_rad - EARTH_RATE_RADPS * left_s;
      expect(Math.abs(Math.sin((lon - place[1]) / 2))).toBeLessThan(1e-8);
      // It is the first time that the body is at the ground: on the way there it stays above.
      for (let share = 0.1; share < 0.95; share += 0.1) {
        propagateKepler(body, left_s * share, end);
        expect(altitude_m(end[0], end[1], end[2])).toBeGreaterThan(-0.1);
      }
    }), { numRuns: 300 });
  });

  it('reaches the range of the minimum-energy flight, in its time', () => {
    const range_m = 5.5e6;
    const flight = minimumEnergy(range_m);
    const place = new Float64Array(2);
    const r = EARTH_RADIUS_M + 1;
    const { speed_mps: v, flightPathAngle_rad: gamma } = flight;
    const left_s = impactPoint([r, 0, 0, v * Math.sin(gamma), v * Math.cos(gamma), 0], 0, place);
    // Sphere of 6,371 km against the equator's 6,378 km: a few tenths of a per cent.
    expect(Math.abs(left_s / flight.flightTime_s - 1)).toBeLessThan(0.005);
    const inertial_m = distance_m(0, 0, 0, place[1] + EARTH_RATE_RADPS * left_s) * (EARTH_MEAN_RADIUS_M / EARTH_RADIUS_M);
    expect(Math.abs(inertial_m / range_m - 1)).toBeLessThan(0.005);
  });

  it('falls straight down on the axis, and sits where it sits on the ground', () => {
    const place = new Float64Array(2);
    const left_s = impactPoint([0, 0, 6456752.3142, 0, 0, 0], 0, place);
    expect(place[0]).toBeCloseTo(Math.PI / 2, 12);
    // Free fall from rest, closed form: t = √(r₀³/2μ) (acos √x + √(x (1 − x))), x = r/r₀.
    const x = 6356752.3142 / 6456752.3142;
    const fall_s = Math.sqrt(6456752.3142 ** 3 / (2 * MU_EARTH_M3PS2)) * (Math.acos(Math.sqrt(x)) + Math.sqrt(x * (1 - x)));
    expect(left_s).toBeCloseTo(fall_s, 5);
    expect(impactPoint([EARTH_RADIUS_M - 5, 0, 0, 0, 465, 0], 0.5, place)).toBe(0);
    expect(place[1]).toBeCloseTo(-0.5, 12);
  });

  it('says never for orbits that clear the Earth or leave it, and writes nothing', () => {
    const place = [9, 9];
    expect(impactPoint([7e6, 0, 0, 0, 7546, 0], 0, place)).toBe(Infinity);
    expect(impactPoint([7e6, 0, 0, 0, 12000, 0], 0, place)).toBe(Infinity);
    expect(place).toEqual([9, 9]);
  });
});

describe('apogee_m', () => {
  it('is the highest altitude on the way, over the ellipsoid', () => {
    const body = [6678137, 0, 1e5, 2000, 4000, 3000];
    const out = new Float64Array(6);
    let highest = 0;
    for (let t = 0; t < 2000; t += 0.25) {
      propagateKepler(body, t, out);
      highest = Math.max(highest, altitude_m(out[0], out[1], out[2]));
    }
    // The ellipsoid's slope moves the very highest point a little off the orbit's apogee.
    expect(Math.abs(apogee_m(body) - highest)).toBeLessThan(20);
    expect(apogee_m([7e6, 0, 0, 0, 12000, 0])).toBe(Infinity);
    expect(apogee_m([7e6, 0, 0, 0, Math.sqrt(MU_EARTH_M3PS2 / 7e6), 0])).toBeCloseTo(7e6 - EARTH_RADIUS_M, 3);
  });
});
