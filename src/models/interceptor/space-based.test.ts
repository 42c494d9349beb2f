import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { divertNeeded_mps, flightTime_s, flyout_m, lowestAltitude_m } from './space-based.js';

const aei = { speed_mps: 6000, acceleration_mps2: 15 * 9.80665, deadTime_s: 0, divert_mps: 2500, floor_m: 100e3, battery_s: 600 };

describe('space-based interceptor', () => {
  it('reproduces the published fly-out distances at 15 g (literature 17.6)', () => {
    const rows: [number, number, number][] = [[4, 60, 185.6], [4, 120, 425.6], [6, 60, 237.6], [6, 120, 597.6], [8, 180, 1222.5], [10, 60, 264.8], [10, 120, 860.1]];
    for (const [speed_kmps, t_s, km] of rows) expect(flyout_m({ ...aei, speed_mps: speed_kmps * 1000 }, t_s) / 1000).toBeCloseTo(km, 1);
  });

  it('flight time is the inverse of fly-out, dead time included', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3e6, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (distance_m, deadTime_s) => {
        const interceptor = { ...aei, deadTime_s };
        expect(flyout_m(interceptor, flightTime_s(interceptor, distance_m)) / distance_m).toBeCloseTo(1, 9);
      }),
    );
  });

  it('reaches nothing before ignition and never less with more time', () => {
    expect(flyout_m({ ...aei, deadTime_s: 5 }, 4.9)).toBe(0);
    fc.assert(fc.property(fc.double({ min: 0, max: 900, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }), (t, dt) => flyout_m(aei, t + dt) >= flyout_m(aei, t)));
  });

  it('needs twice the velocity to correct in half of the time', () => {
    expect(divertNeeded_mps(aei, 10_000, 40) / divertNeeded_mps(aei, 10_000, 80)).toBeCloseTo(2, 12);
  });

  it('finds the lowest point of a straight path over a sphere', () => {
    fc.assert(
      fc.property(fc.double({ min: 90e3, max: 500e3, noNaN: true }), fc.double({ min: 90e3, max: 500e3, noNaN: true }), fc.double({ min: 0.001, max: 0.3, noNaN: true }), (a_m, b_m, angle) => {
        const R = 6371e3, ax = R + a_m, bx = (R + b_m) * Math.cos(angle), by = (R + b_m) * Math.sin(angle);
        const length_m = Math.hypot(bx - ax, by);
        let lowest = Infinity;
        for (let k = 0; k <= 2000; k++) lowest = Math.min(lowest, Math.hypot(ax + ((bx - ax) * k) / 2000, (by * k) / 2000) - R);
        // The closed form is a parabola; over these lengths it errs by the next order of L/R.
        expect(Math.abs(lowestAltitude_m(a_m, b_m, length_m, R) - lowest)).toBeLessThan(0.003 * length_m);
      }),
    );
  });
});
