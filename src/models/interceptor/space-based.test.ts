import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { divertNeeded_mps, flightTime_s, flyout_m, lowestAltitude_m, speedGained_mps, totalSpeed_mps, worksWhenCalled_prob } from './space-based.js';

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

describe('two stages', () => {
  const two = { ...aei, speed_mps: 3000, secondStage: { coast_s: 10, speed_mps: 3000, acceleration_mps2: 20 * 9.80665 } };

  it('follows a flight added up second by second', () => {
    const step_s = 1e-3;
    let v = 0, x = 0;
    for (let k = 0; k < 60_000; k++) {
      const next = speedGained_mps(two, (k + 1) * step_s);
      x += 0.5 * (v + next) * step_s;
      v = next;
      if (k % 5000 === 4999) expect(Math.abs(flyout_m(two, (k + 1) * step_s) - x)).toBeLessThan(1);
    }
    expect(v).toBe(totalSpeed_mps(two));
    expect(totalSpeed_mps(two)).toBe(6000);
  });

  it('flight time is the inverse of fly-out in every part of the flight', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 3e6, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true }), (distance_m, coast_s) => {
      const interceptor = { ...two, deadTime_s: 7, secondStage: { ...two.secondStage, coast_s } };
      expect(flyout_m(interceptor, flightTime_s(interceptor, distance_m)) / distance_m).toBeCloseTo(1, 9);
    }));
  });

  it('is one stage when both burn alike without a pause, and one stage keeps its bits', () => {
    const alike = { ...aei, speed_mps: 2500, secondStage: { coast_s: 0, speed_mps: 3500, acceleration_mps2: aei.acceleration_mps2 } };
    for (const t of [10, 20, 30, 50, 120]) expect(flyout_m(alike, t) / flyout_m(aei, t)).toBeCloseTo(1, 12);
    const burn_s = 6000 / aei.acceleration_mps2;
    expect(flyout_m({ ...aei, deadTime_s: 5 }, 131.7)).toBe(6000 * (131.7 - 5) - 0.5 * 6000 * burn_s);
    expect(flightTime_s({ ...aei, deadTime_s: 5 }, 654_321)).toBe(5 + 654_321 / 6000 + 0.5 * burn_s);
  });

  it('loses distance by every second of pause', () => {
    const pausing = { ...two, secondStage: { ...two.secondStage, coast_s: 40 } };
    expect(flyout_m(two, 200) - flyout_m(pausing, 200)).toBeCloseTo(30 * 3000, 6);
  });

  it('works for certain unless said otherwise', () => {
    expect(worksWhenCalled_prob(two)).toBe(1);
    expect(worksWhenCalled_prob({ ...two, reliability_prob: 0.9 })).toBe(0.9);
  });
});
