import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, MU_EARTH_M3PS2 } from '../constants.js';
import { propagateKepler } from './kepler.js';
import { solveLambert, type Way } from './lambert.js';

const solve = (from: number[], to: number[], flight_s: number, way: Way = 'short'): number[] => {
  const out = [0, 0, 0, 0, 0, 0];
  expect(solveLambert(from, to, flight_s, way, out)).toBe(true);
  return out;
};

/** Place and velocity on an ellipse in the plane z = 0, and time since perigee, from the eccentric anomaly: Kepler's closed form. */
const onEllipse = (a: number, e: number, E: number) => {
  const n = Math.sqrt(MU_EARTH_M3PS2 / a ** 3), b = a * Math.sqrt(1 - e * e), rate = n / (1 - e * Math.cos(E));
  return { place: [a * (Math.cos(E) - e), b * Math.sin(E), 0], velocity: [-a * Math.sin(E) * rate, b * Math.cos(E) * rate, 0], t_s: (E - e * Math.sin(E)) / n };
};

describe('solveLambert', () => {
  it('finds the arcs of an ellipse, the short way and the long way', () => {
    const anomaly = fc.double({ min: -2.9, max: 2.9, noNaN: true });
    fc.assert(fc.property(fc.double({ min: 6.6e6, max: 4e7, noNaN: true }), fc.double({ min: 0.001, max: 0.7, noNaN: true }), anomaly, fc.double({ min: 0.02, max: 5.5, noNaN: true }), (a, e, E1, step) => {
      const start = onEllipse(a, e, E1), end = onEllipse(a, e, E1 + step);
      const angle = (Math.atan2(end.place[1], end.place[0]) - Math.atan2(start.place[1], start.place[0]) + 4 * Math.PI) % (2 * Math.PI);
      fc.pre(Math.abs(angle - Math.PI) > 0.01);
      const found = solve(start.place, end.place, end.t_s - start.t_s, angle < Math.PI ? 'short' : 'long');
      [...start.velocity, ...end.velocity].forEach((v, i) => expect(Math.abs(found[i] - v)).toBeLessThan(1e-5));
    }), { numRuns: 300 });
  });

  it('comes near to the speeds of a Hohmann transfer as the places come to lie opposite', () => {
    const r1 = 6678137, r2 = 42164e3, a = (r1 + r2) / 2, off = 1e-4;
    const speed = (r: number): number => Math.sqrt(MU_EARTH_M3PS2 * (2 / r - 1 / a));
    const v = solve([r1, 0, 0], [-r2 * Math.cos(off), r2 * Math.sin(off), 0], Math.PI * Math.sqrt(a ** 3 / MU_EARTH_M3PS2));
    expect(Math.sqrt(v[0] ** 2 + v[1] ** 2) / speed(r1)).toBeCloseTo(1, 4);
    expect(Math.sqrt(v[3] ** 2 + v[4] ** 2) / speed(r2)).toBeCloseTo(1, 3);
    expect(solveLambert([r1, 0, 0], [-r2, 0, 0], 19e3, 'short', [])).toBe(false);
  });

  it('gives the worked examples of the textbooks', () => {
    // Vallado, Fundamentals of Astrodynamics and Applications, example 7-5; Curtis, Orbital Mechanics for Engineering Students, example 5.2.
    const vallado = solve([15945.34e3, 0, 0], [12214.83899e3, 10249.46731e3, 0], 76 * 60);
    [2058.913, 2915.965, 0, -3451.565, 910.315, 0].forEach((v, i) => expect(Math.abs(vallado[i] - v)).toBeLessThan(0.01));
    const curtis = solve([5000e3, 10000e3, 2100e3], [-14600e3, 2500e3, 7000e3], 3600);
    [-5992.5, 1925.4, 3245.6, -3312.5, -4196.6, -385.29].forEach((v, i) => expect(Math.abs(curtis[i] - v)).toBeLessThan(0.1));
  });

  it('goes and comes back with Kepler’s equation within a part in a million, for arcs of interceptors too', () => {
    const out = new Float64Array(6), end = new Float64Array(6);
    const push = fc.double({ min: -9000, max: 9000, noNaN: true });
    fc.assert(fc.property(fc.double({ min: 200e3, max: 1600e3, noNaN: true }), push, push, push, fc.double({ min: 10, max: 900, noNaN: true }), (altitude_m, ux, uy, uz, flight_s) => {
      const r = EARTH_RADIUS_M + altitude_m, speed = Math.sqrt(MU_EARTH_M3PS2 / r);
      const start = [r, 0, 0, ux, speed + uy, uz];
      propagateKepler(start, flight_s, end);
      const across = Math.sqrt(end[1] ** 2 + end[2] ** 2), radius = Math.sqrt(end[0] ** 2 + across ** 2);
      // Neither falling through the middle of the Earth nor beyond half a turn.
      fc.pre(radius > 3e6 && Math.hypot(speed + uy, uz) > 1000 && (end[0] > 0 || across > 0.05 * radius) && end[1] * (speed + uy) + end[2] * uz > 0);
      expect(solveLambert(start, end, flight_s, 'short', out)).toBe(true);
      for (let i = 0; i < 3; i++) {
        expect(Math.abs(out[i] - start[3 + i])).toBeLessThan(1e-6 * 8000);
        expect(Math.abs(out[3 + i] - end[3 + i])).toBeLessThan(1e-6 * 8000);
      }
    }), { numRuns: 500 });
  });

  it('mirrors: the way back takes the same velocities turned round', () => {
    const there = solve([7e6, 0, 0], [5e6, 4e6, 2e6], 700), back = solve([5e6, 4e6, 2e6], [7e6, 0, 0], 700);
    for (let i = 0; i < 3; i++) expect(back[i]).toBeCloseTo(-there[3 + i], 6);
  });

  it('reads places out of longer arrays and refuses times that are none', () => {
    const out = [0, 0, 0, 0, 0, 0];
    expect(solveLambert([9, 9, 7e6, 0, 0], [9, 5e6, 4e6, 2e6], 700, 'short', out, 2, 1)).toBe(true);
    expect(out).toEqual(solve([7e6, 0, 0], [5e6, 4e6, 2e6], 700));
    expect(solveLambert([7e6, 0, 0], [5e6, 4e6, 2e6], 0, 'short', out)).toBe(false);
    expect(solveLambert([7e6, 0, 0], [7e6, 0, 0], 700, 'short', out)).toBe(false);
    expect(solveLambert([7e6, 0, 0], [5e6, 4e6, 2e6], 1e30, 'long', out)).toBe(false);
  });
});
