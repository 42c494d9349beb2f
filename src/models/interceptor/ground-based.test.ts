import { describe, expect, it } from 'vitest';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { Flyer } from '../../kernel/flight/flight.js';
import { altitude_m, destination, geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { chartFlyout, flyoutPath, flyoutTime_s, flyoutTo_s, flyTowards } from './ground-based.js';
import { vehicleOf } from './stages.js';

const DEG = Math.PI / 180;
const stage = (thrust_kN: number, ispVacuum_s: number, ispSeaLevel_s: number, propellant_kg: number, dry_kg: number, referenceArea_m2: number, coastAfter_s: number) => ({
  thrustVacuum_N: thrust_kN * 1000, ispVacuum_s, ispSeaLevel_s, propellant_kg, dry_kg, referenceArea_m2, coastAfter_s,
});
const INTERCEPTOR = {
  stages: [stage(620, 292, 260, 15000, 1400, 1.3, 1), stage(158, 290, 220, 3920, 550, 1.3, 1), stage(33, 287, 200, 770, 420, 1, 0)],
  payload_kg: 67, verticalRise_s: 3, floor_m: 120_000, ceiling_m: 2_000_000, battery_s: 1800,
};
const SITE = { lat_rad: 63.95 * DEG, lon_rad: -145.73 * DEG, altitude_m: 400 };
const table = chartFlyout(INTERCEPTOR, SITE);

/** Pseudo-random numbers for test points, the same in every run. */
const sequence = (seed: number) => () => (seed = (seed * 48271) % 2147483647) / 2147483647;

describe('ground-based interceptor', () => {
  it('burns out at 7 to 8.3 km/s', () => {
    const flyer = new Flyer();
    for (const kick of [0, 30, 55]) {
      const { burnout } = flyer.fly(vehicleOf(INTERCEPTOR), { ...SITE, azimuth_rad: 1, kick_rad: kick * DEG, cutoff_s: Infinity }, { until_s: 400 });
      expect(burnout.speed_mps).toBeGreaterThan(7000);
      expect(burnout.speed_mps).toBeLessThan(8300);
    }
  });

  it('is within 1 % of flights that are not on its grid', () => {
    const random = sequence(7);
    const flyer = new Flyer();
    const state = new Float64Array(6);
    let compared = 0;
    let outside = 0;
    for (let i = 0; i < 150; i++) {
      const launch = { ...SITE, azimuth_rad: random() * 2 * Math.PI, kick_rad: (2 + 58 * random()) * DEG, cutoff_s: Infinity };
      const flight = flyer.fly(vehicleOf(INTERCEPTOR), launch, { withEphemeris: true, until_s: 1800 });
      for (let k = 0; k < 6; k++) {
        const t_s = flight.burnTime_s + random() * (flight.impact.t_s - flight.burnTime_s);
        ephemerisAt(flight.ephemeris!, t_s, state);
        const height_m = altitude_m(state[0], state[1], state[2]);
        if (height_m < 120_000 || height_m > 2_000_000 || t_s < flight.burnTime_s + 20) continue;
        // On the way down a flatter flight may have been there before: the table gives the least time.
        const time_s = flyoutTo_s(table, state[0], state[1], state[2]);
        if (time_s === Infinity) {
          outside++;
          continue;
        }
        compared++;
        expect(time_s).toBeLessThan(t_s * 1.01);
        if (t_s < flight.apogeeTime_s) expect(time_s).toBeGreaterThan(t_s * 0.99);
      }
    }
    expect(compared).toBeGreaterThan(250);
    // Only at the very edge of what can be reached.
    expect(outside / (compared + outside)).toBeLessThan(0.05);
  });

  it('gives the launch that gets there', () => {
    const state = new Float64Array(6);
    const point = new Float64Array(3);
    const place = new Float64Array(2);
    for (const [azimuth, range_m, height_m] of [[0, 1.5e6, 5e5], [80, 2.5e6, 8e5], [200, 3e6, 1.1e6], [290, 2e6, 9e5]] as const) {
      destination(SITE.lat_rad, SITE.lon_rad, azimuth * DEG, range_m, place);
      geodeticToEcef(place[0], place[1], height_m, point);
      const time_s = flyoutTo_s(table, point[0], point[1], point[2]);
      expect(time_s).toBeLessThan(1800);
      // Named by azimuth and range it is the same point, but for the flattening of the Earth.
      expect(Math.abs(flyoutTime_s(table, azimuth * DEG, range_m, height_m) / time_s - 1)).toBeLessThan(0.005);
      const flight = flyTowards(INTERCEPTOR, SITE, table, point[0], point[1], point[2]);
      ephemerisAt(flight.ephemeris!, time_s, state);
      expect(Math.hypot(state[0] - point[0], state[1] - point[1], state[2] - point[2])).toBeLessThan(0.01 * time_s * 7000);
    }
  });

  it('draws a path from the site to the point', () => {
    const point = new Float64Array(3);
    const place = new Float64Array(2);
    destination(SITE.lat_rad, SITE.lon_rad, 1, 2e6, place);
    geodeticToEcef(place[0], place[1], 7e5, point);
    const path = flyoutPath(INTERCEPTOR, SITE, table, point[0], point[1], point[2], 10);
    const site = new Float64Array(3);
    geodeticToEcef(SITE.lat_rad, SITE.lon_rad, SITE.altitude_m, site);
    const last = path.length - 4;
    expect(Math.hypot(path[1] - site[0], path[2] - site[1], path[3] - site[2])).toBeLessThan(1);
    expect(Math.hypot(path[last + 1] - point[0], path[last + 2] - point[1], path[last + 3] - point[2])).toBeLessThan(1);
    expect(path[last]).toBe(flyoutTo_s(table, point[0], point[1], point[2]));
    expect(flyoutPath(INTERCEPTOR, SITE, table, -point[0], -point[1], -point[2], 10)).toHaveLength(0);
  });

  it('calls out of reach what is too low, too high, too far, or too near to be past burnout', () => {
    const minute = (range_km: number, height_km: number) => flyoutTime_s(table, 1, range_km * 1000, height_km * 1000);
    expect(minute(1000, 100)).toBe(Infinity);
    expect(minute(1000, 2100)).toBe(Infinity);
    expect(minute(15000, 500)).toBe(Infinity);
    expect(minute(50, 200)).toBe(Infinity);
    expect(minute(2000, 500)).toBeLessThan(600);
  });

  it('takes longer to farther points at the same height', () => {
    for (const height_m of [3e5, 8e5, 1.5e6]) {
      for (let range_m = 1.2e6; range_m < 4e6; range_m += 1e5) {
        const near = flyoutTime_s(table, 2, range_m, height_m);
        const far = flyoutTime_s(table, 2, range_m + 1e5, height_m);
        if (near < Infinity && far < Infinity) expect(far).toBeGreaterThan(near);
      }
    }
  });

  it('reaches no farther on a shorter battery, and is flown with little work', () => {
    const short = chartFlyout({ ...INTERCEPTOR, battery_s: 600 }, SITE);
    const random = sequence(11);
    for (let i = 0; i < 300; i++) {
      const args = [random() * 2 * Math.PI, random() * 5e6, 1.3e5 + random() * 1.8e6] as const;
      const limited = flyoutTime_s(short, ...args);
      expect(limited === Infinity || limited <= 610).toBe(true);
      if (limited < Infinity) expect(Math.abs(limited / flyoutTime_s(table, ...args) - 1)).toBeLessThan(0.01);
    }
    expect(table.rightHandSides).toBeLessThan(250_000);
  });
});
