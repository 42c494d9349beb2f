import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { createLeastFlight } from './least-flight.js';
import { PoweredFlight } from './powered-flight.js';
import { reachAt, reachesWithin } from './reach.js';
import { flightTime_s, flyout_m, type SpaceInterceptor } from './space-based.js';

const G = 9.80665;
const interceptors = fc.record({
  speed: fc.double({ min: 3000, max: 8000, noNaN: true }), acceleration_g: fc.double({ min: 5, max: 20, noNaN: true }), dead_s: fc.double({ min: 0, max: 15, noNaN: true }),
  stages: fc.constantFrom(1, 2), pause_s: fc.double({ min: 0, max: 40, noNaN: true }),
}).map(({ speed, acceleration_g, dead_s, stages, pause_s }): SpaceInterceptor => ({
  speed_mps: speed / stages, acceleration_mps2: acceleration_g * G, deadTime_s: dead_s, divert_mps: 0, floor_m: 0, battery_s: 1200,
  ...(stages === 1 ? {} : { secondStage: { coast_s: pause_s, speed_mps: speed / 2, acceleration_mps2: acceleration_g * G } }),
}));
const geometry = fc.record({
  altitude_m: fc.double({ min: 300e3, max: 1500e3, noNaN: true }),
  polar: fc.double({ min: -1, max: 1, noNaN: true }), around: fc.double({ min: 0, max: 6.28, noNaN: true }),
}).map(({ altitude_m, polar, around }) => {
  const radius_m = EARTH_RADIUS_M + altitude_m, flat = Math.sqrt(1 - polar * polar), way = [polar, flat * Math.cos(around), flat * Math.sin(around)] as const;
  const carrier = [radius_m, 0, 0, 0, Math.sqrt(MU_EARTH_M3PS2 / radius_m), 0];
  return { radius_m, way, carrier, at: (distance_m: number): number[] => [radius_m + distance_m * way[0], distance_m * way[1], distance_m * way[2]] };
});
const ONE: SpaceInterceptor = { speed_mps: 5000, acceleration_mps2: 15 * G, deadTime_s: 5, divert_mps: 0, floor_m: 0, battery_s: 300 };
const RADIUS_M = EARTH_RADIUS_M + 500e3, CARRIER = [RADIUS_M, 0, 0, 0, Math.sqrt(MU_EARTH_M3PS2 / RADIUS_M), 0];

describe('shortest flight', () => {
  it('is that of the straight rule, to the bit, as long as that holds', () => {
    fc.assert(fc.property(interceptors, geometry, fc.double({ min: 0, max: 200, noNaN: true }), (interceptor, { carrier, radius_m, at }, flight_s) => {
      const distance_m = flyout_m(interceptor, flight_s);
      fc.pre(flightTime_s(interceptor, distance_m) <= 200);
      expect(createLeastFlight(interceptor, radius_m).flight_s(distance_m, carrier, at(distance_m), 0, 900)).toBe(flightTime_s(interceptor, distance_m));
    }));
  });

  it('gives back the time after which a form reaches a place, with one stage and two', () => {
    fc.assert(fc.property(interceptors, geometry, fc.double({ min: 210, max: 590, noNaN: true }), (interceptor, { carrier, radius_m, way, at }, flight_s) => {
      const distance_m = reachAt(interceptor, flight_s, radius_m).reach_m(...way), least = createLeastFlight(interceptor, radius_m);
      fc.pre(distance_m > flyout_m(interceptor, 200));
      expect(Math.abs(least.flight_s(distance_m, carrier, at(distance_m), 0, 900) - flight_s)).toBeLessThan(0.02);
      expect(distance_m).toBeLessThanOrEqual(least.stretch(flight_s) * flyout_m(interceptor, flight_s) * (1 + 1e-12));
    }));
  });

  it('does so by Lambert beyond ten minutes', () => {
    fc.assert(fc.property(geometry, fc.double({ min: 640, max: 890, noNaN: true }), ({ carrier, radius_m, way, at }, flight_s) => {
      const far = { ...ONE, battery_s: Infinity }, distance_m = reachAt(far, flight_s, radius_m).reach_m(...way), target = at(distance_m);
      // No way leads through the Earth.
      fc.pre(Math.hypot(...target) > EARTH_RADIUS_M);
      expect(Math.abs(createLeastFlight(far, radius_m).flight_s(distance_m, carrier, target, 0, 900) - flight_s)).toBeLessThan(0.02);
    }), { numRuns: 15 });
  });

  it('never falls as the place moves away, and jumps at 200 s by no more than the straight rule errs there', () => {
    fc.assert(fc.property(interceptors, geometry, (interceptor, { carrier, radius_m, at }) => {
      const least = createLeastFlight(interceptor, radius_m), until_m = flyout_m(interceptor, 590);
      let before = 0;
      for (let k = 1; k <= 60; k++) {
        const distance_m = (until_m * k) / 60, flight_s = least.flight_s(distance_m, carrier, at(distance_m), 0, 900);
        expect(flight_s).toBeGreaterThanOrEqual(before - 1e-9);
        before = flight_s;
      }
      const edge_m = flyout_m(interceptor, 200), after_s = least.flight_s(edge_m + 1, carrier, at(edge_m + 1), 0, 900);
      expect(after_s).toBeGreaterThanOrEqual(200);
      expect(flyout_m(interceptor, after_s) / edge_m - 1).toBeLessThan(0.01);
    }), { numRuns: 40 });
  });

  it('jumps at 600 s by no more than relative motion errs there', () => {
    fc.assert(fc.property(geometry, ({ carrier, radius_m, way, at }) => {
      const far = { ...ONE, battery_s: Infinity }, edge_m = reachAt(far, 600, radius_m).reach_m(...way), target = at(edge_m + 1);
      fc.pre(Math.hypot(...target) > EARTH_RADIUS_M);
      const after_s = createLeastFlight(far, radius_m).flight_s(edge_m + 1, carrier, target, 0, 900);
      expect(after_s).toBeGreaterThanOrEqual(600);
      expect(flyout_m(far, after_s) / flyout_m(far, 600) - 1).toBeLessThan(0.03);
    }), { numRuns: 20 });
  });

  it('is no longer than a flight allowed for it, exactly where some form reaches the place within it', () => {
    fc.assert(fc.property(interceptors, geometry, fc.double({ min: 150, max: 595, noNaN: true }), fc.double({ min: 0.9, max: 1.1, noNaN: true }), (interceptor, { carrier, radius_m, at }, flight_s, share) => {
      const distance_m = share * flyout_m(interceptor, flight_s), target = at(distance_m);
      const least_s = createLeastFlight(interceptor, radius_m).flight_s(distance_m, carrier, target, 0, 900);
      fc.pre(Math.abs(least_s - flight_s) > 0.05);
      expect(least_s <= flight_s).toBe(reachesWithin(interceptor, flight_s, radius_m).some((reach) => reach.canMeet(carrier, target)));
    }));
  });

  it('is the time that powered flight takes, within what is allowed', () => {
    for (const [flight_s, most] of [[120, 0.01], [240, 0.03], [400, 0.03], [590, 0.03], [800, 0.002]] as const) {
      for (const direction of [[0, 1, 0], [0, -1, 0], [0, 0, 1], [0.8, 0.6, 0], [0.36, -0.48, 0.8], [-0.36, 0.48, 0.8]] as const) {
        const far = { ...ONE, battery_s: Infinity }, { carrier_eci, interceptor_eci } = new PoweredFlight(far, RADIUS_M, direction).at(flight_s);
        const distance_m = Math.hypot(...[0, 1, 2].map((i) => carrier_eci[i]! - interceptor_eci[i]!));
        const least_s = createLeastFlight(far, RADIUS_M).flight_s(distance_m, carrier_eci, interceptor_eci, 0, 900);
        expect(Math.abs(flyout_m(far, least_s) / flyout_m(far, flight_s) - 1)).toBeLessThan(most);
      }
    }
  });

  it('hardly depends on the steps', () => {
    for (const flight_s of [240, 415, 595, 700, 890]) {
      for (const [up, along, across] of [[0, 1, 0], [0.5, -0.7, 0.2], [0.3, 0.1, -1]] as const) {
        const far = { ...ONE, battery_s: Infinity }, distance_m = reachAt(far, flight_s, RADIUS_M).reach_m(up, along, across), per = distance_m / Math.hypot(up, along, across);
        const target = [RADIUS_M + per * up, per * along, per * across];
        const [coarse = NaN, fine = NaN] = [10, 5].map((step_s) => createLeastFlight(far, RADIUS_M, step_s).flight_s(distance_m, CARRIER, target, 0, 900));
        expect(Math.abs(coarse - fine)).toBeLessThan(0.02);
      }
    }
  });

  it('is never, beyond the battery’s life or the flights asked for', () => {
    for (const [longest_s, flight_s, there] of [[900, 290, true], [900, 310, false], [250, 260, false], [180, 190, false], [180, 170, true]] as const) {
      const distance_m = reachAt({ ...ONE, battery_s: Infinity }, flight_s, RADIUS_M).reach_m(0, 1, 0);
      expect(createLeastFlight(ONE, RADIUS_M).flight_s(distance_m, CARRIER, [RADIUS_M, distance_m, 0], 0, longest_s) < Infinity).toBe(there);
    }
  });
});
