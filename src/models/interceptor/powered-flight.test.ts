import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { separation } from '../../kernel/vector.js';
import { PoweredFlight } from './powered-flight.js';
import { flyout_m, type SpaceInterceptor } from './space-based.js';

const INTERCEPTOR: SpaceInterceptor = { speed_mps: 6000, acceleration_mps2: 15 * 9.80665, deadTime_s: 5, divert_mps: 0, floor_m: 0, battery_s: 600 };
const RADIUS_M = EARTH_RADIUS_M + 500e3;
const parted_m = (flight: PoweredFlight, flight_s: number): number => {
  const { carrier_eci, interceptor_eci } = flight.at(flight_s);
  return separation(carrier_eci, interceptor_eci);
};

describe('powered flight', () => {
  it('stays with its carrier until ignition and parts from it as the straight rule says at first', () => {
    const flight = new PoweredFlight(INTERCEPTOR, RADIUS_M, [0, 0.6, 0.8]);
    expect(parted_m(flight, 4.9)).toBeLessThan(1e-3);
    for (const flight_s of [10, 20, 45]) expect(parted_m(flight, flight_s) / flyout_m(INTERCEPTOR, flight_s)).toBeCloseTo(1, 3);
    expect(Math.abs(parted_m(flight, 120) / flyout_m(INTERCEPTOR, 120) - 1)).toBeLessThan(0.01);
  });

  it('goes on without a jump where the burn ends, with one stage and two', () => {
    const two = { ...INTERCEPTOR, speed_mps: 3000, secondStage: { coast_s: 10, speed_mps: 3000, acceleration_mps2: 200 } };
    for (const [interceptor, burnout_s] of [[INTERCEPTOR, 5 + 6000 / INTERCEPTOR.acceleration_mps2], [two, 5 + 3000 / INTERCEPTOR.acceleration_mps2 + 10 + 15]] as const) {
      const flight = new PoweredFlight(interceptor, RADIUS_M, [0, -1, 0]);
      expect(parted_m(flight, burnout_s + 1e-6) - parted_m(flight, burnout_s - 1e-6)).toBeLessThan(0.02);
      expect((parted_m(flight, burnout_s + 20) - parted_m(flight, burnout_s)) / 20).toBeCloseTo(6000, -2);
    }
  });

  it('knows its lowest place', () => {
    const down = new PoweredFlight(INTERCEPTOR, RADIUS_M, [-1, 0, 0]).at(60), up = new PoweredFlight(INTERCEPTOR, RADIUS_M, [1, 0, 0]).at(60);
    expect(down.lowestRadius_m).toBe(down.radius_m);
    expect(up.lowestRadius_m).toBeCloseTo(RADIUS_M, 3);
    expect(up.radius_m).toBeGreaterThan(RADIUS_M + 150e3);
  });
});
