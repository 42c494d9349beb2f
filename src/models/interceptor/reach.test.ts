import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { propagateKepler } from '../../kernel/orbit/kepler.js';
import { footprint, reach_m, reachAt, reachForm } from './reach.js';
import { flyout_m, type SpaceInterceptor } from './space-based.js';

const BOOST: SpaceInterceptor = { speed_mps: 6000, acceleration_mps2: 15 * 9.80665, deadTime_s: 5, divert_mps: 2500, floor_m: 100e3, battery_s: 1200 };
const RADIUS_M = EARTH_RADIUS_M + 500e3, SPEED_MPS = Math.sqrt(MU_EARTH_M3PS2 / RADIUS_M);

/** Carrier at the meeting and the place to which a push in the middle of the burn leads: in a tilted plane, at an offset. */
function pushed(interceptor: SpaceInterceptor, flight_s: number, [up, along, across]: readonly [number, number, number]) {
  const lever_s = flyout_m(interceptor, flight_s) / interceptor.speed_mps, v = interceptor.speed_mps / Math.hypot(up, along, across);
  const tilt = (s: Float64Array): Float64Array => Float64Array.of(s[0], 0.6 * s[1] - 0.8 * s[2], 0.8 * s[1] + 0.6 * s[2], s[3], 0.6 * s[4] - 0.8 * s[5], 0.8 * s[4] + 0.6 * s[5]);
  const carrier = new Float64Array(6), body = new Float64Array(6);
  propagateKepler([RADIUS_M, 0, 0, 0, SPEED_MPS, 0], lever_s, carrier);
  propagateKepler([RADIUS_M, 0, 0, v * up, SPEED_MPS + v * along, v * across], lever_s, body);
  return { carrier: tilt(carrier), target: tilt(body), body };
}

const DIRECTIONS: [number, number, number][] = [[0, 1, 0], [0, -1, 0], [0, 0, 1], [0.3, 0.7, -0.6], [-0.1, -0.8, 0.5]];

describe('reach', () => {
  it('takes the form by time of flight', () => {
    expect([30, 200, 200.1, 600, 601].map(reachForm)).toEqual(['straight', 'straight', 'relative-motion', 'relative-motion', 'lambert']);
  });

  it('is the fly-out, to the bit, as long as the straight rule holds', () => {
    const reach = reachAt(BOOST, 120, RADIUS_M), carrier = [RADIUS_M, 0, 0, 0, SPEED_MPS, 0];
    expect(reach.farthest_m).toBe(flyout_m(BOOST, 120));
    expect(reach.reach_m(1, 2, 3)).toBe(flyout_m(BOOST, 120));
    expect(reach.canMeet(carrier, [RADIUS_M, flyout_m(BOOST, 120), 0])).toBe(true);
    expect(reach.canMeet([0, ...carrier], [9, 9, RADIUS_M, flyout_m(BOOST, 120) + 1, 0], 1, 2)).toBe(false);
    expect(reach.velocityNeeded_mps(carrier, [RADIUS_M, flyout_m(BOOST, 120), 0])).toBeCloseTo(6000, 6);
  });

  it('needs the speed that was given: relative motion within 3 %, Lambert to the digit', () => {
    for (const direction of DIRECTIONS) {
      const middle = pushed(BOOST, 500, direction), late = pushed(BOOST, 900, direction);
      expect(Math.abs(reachAt(BOOST, 500, RADIUS_M).velocityNeeded_mps(middle.carrier, middle.target) / 6000 - 1)).toBeLessThan(0.03);
      expect(reachAt(BOOST, 900, RADIUS_M).velocityNeeded_mps(late.carrier, late.target) / 6000).toBeCloseTo(1, 9);
    }
  });

  it('comes as far in a direction as the speed needed there allows, and nowhere farther than the farthest', () => {
    for (const flight_s of [400, 800]) {
      const reach = reachAt(BOOST, flight_s, RADIUS_M), carrier = [RADIUS_M, 0, 0, 0, SPEED_MPS, 0];
      for (const [up, along, across] of DIRECTIONS) {
        const distance_m = reach.reach_m(up, along, across), size = Math.hypot(up, along, across);
        const at = (share: number): number[] => [RADIUS_M + (share * distance_m * up) / size, (share * distance_m * along) / size, (share * distance_m * across) / size];
        expect(reach.canMeet(carrier, at(0.9999))).toBe(true);
        expect(reach.canMeet(carrier, at(1.0001))).toBe(false);
        expect(distance_m).toBeLessThanOrEqual(reach.farthest_m);
        expect(reach_m(BOOST, flight_s, RADIUS_M, up, along, across)).toBe(distance_m);
      }
    }
  });

  it('reaches nothing before ignition or after the battery’s life', () => {
    for (const flight_s of [4, 1201]) {
      const reach = reachAt(BOOST, flight_s, RADIUS_M);
      expect([reach.farthest_m, reach.reach_m(0, 1, 0), reach.velocityNeeded_mps([RADIUS_M, 0, 0, 0, SPEED_MPS, 0], [RADIUS_M, 1, 0])]).toEqual([0, 0, Infinity]);
      expect(footprint(BOOST, flight_s, RADIUS_M, RADIUS_M).angle_rad).toBe(0);
    }
  });

  it('finds the lowest point of the way', () => {
    for (const direction of [[-0.3, -1, 0], [-0.4, 0.2, 1], [0.5, 1, 0], [-1, 0.1, 0]] as [number, number, number][]) {
      const { carrier, target } = pushed(BOOST, 300, direction), state = new Float64Array(6), v = 6000 / Math.hypot(...direction);
      const lever_s = flyout_m(BOOST, 300) / 6000;
      let lowest = Infinity;
      for (let k = 0; k <= 4000; k++) {
        propagateKepler([RADIUS_M, 0, 0, v * direction[0], SPEED_MPS + v * direction[1], v * direction[2]], (lever_s * k) / 4000, state);
        lowest = Math.min(lowest, Math.hypot(state[0], state[1], state[2]));
      }
      expect(Math.abs(reachAt(BOOST, 300, RADIUS_M).lowestRadius_m(carrier, target) - lowest)).toBeLessThan(5);
    }
  });
});

describe('footprint', () => {
  it('is the closed form as long as the straight rule holds', () => {
    // AEI 2025, appendix B: 300 km, intercept at 200 km, 120 s: 589.2 km of reach.
    const { reach_m: along_m, angle_rad, least_rad, most_rad } = footprint({ ...BOOST, deadTime_s: 0 }, 120, EARTH_RADIUS_M + 300e3, EARTH_RADIUS_M + 200e3);
    expect(along_m / 1000).toBeCloseTo(589.2, 1);
    expect(least_rad).toBe(most_rad);
    expect(angle_rad).toBeCloseTo(least_rad, 12);
  });

  it('hardly changes where one form hands over to the next', () => {
    for (const [at_s, change] of [[200, 0.02], [600, 0.03]] as const) {
      const before = footprint(BOOST, at_s, RADIUS_M, EARTH_RADIUS_M + 200e3), after = footprint(BOOST, at_s + 1e-6, RADIUS_M, EARTH_RADIUS_M + 200e3);
      expect(Math.abs(after.angle_rad / before.angle_rad - 1)).toBeLessThan(change);
    }
    const far = footprint(BOOST, 900, RADIUS_M, RADIUS_M);
    expect(far.most_rad).toBeGreaterThan(far.least_rad);
    expect(far.angle_rad).toBeGreaterThan(far.least_rad);
    expect(far.angle_rad).toBeLessThan(far.most_rad);
  });
});
