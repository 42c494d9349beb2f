import { describe, expect, it } from 'vitest';
import { groundInterceptorOf } from '../../scenario/compile/ground-interceptor.js';
import { catalogue } from '../../../test/load.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { Flyer } from '../../kernel/flight/flight.js';
import { altitude_m, destination, geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { arrival_s, chartAnyFlyout, flyoutRows, reachOverGround_m } from './flyout.js';
import { flyoutTo_s } from './flyout-table.js';
import { chartFlyout } from './ground-based.js';
import { vehicleOf } from './stages.js';

const DEG = Math.PI / 180;
const SITE = { lat_rad: 40 * DEG, lon_rad: -95 * DEG, altitude_m: 0 };
const interceptor = (name: string) => groundInterceptorOf(catalogue(), name)!;

function pointAt(azimuth_deg: number, range_m: number, height_m: number): Float64Array {
  const place = new Float64Array(2), point = new Float64Array(3);
  destination(SITE.lat_rad, SITE.lon_rad, azimuth_deg * DEG, range_m, place);
  geodeticToEcef(place[0]!, place[1]!, height_m, point);
  return point;
}

describe('fly-out of terminal interceptors', () => {
  it('of a ballistic one is within 2 % of flights that are not on its grid', () => {
    const thaad = interceptor('thaad'), flyout = chartAnyFlyout(thaad, SITE), flyer = new Flyer(), state = new Float64Array(6);
    let compared = 0;
    for (let i = 0; i < 60; i++) {
      const flight = flyer.fly(vehicleOf(thaad), { ...SITE, azimuth_rad: 0.1 * i, kick_rad: (5 + (i * 37) % 60) * DEG, cutoff_s: Infinity }, { withEphemeris: true, until_s: 180 });
      for (const t_s of [40, 60, 80]) {
        ephemerisAt(flight.ephemeris!, t_s, state);
        const height_m = altitude_m(state[0]!, state[1]!, state[2]!);
        if (height_m < 40_000 || height_m > 150_000 || t_s > flight.apogeeTime_s) continue;
        const time_s = arrival_s(flyout, state[0]!, state[1]!, state[2]!);
        if (time_s === Infinity) continue;
        compared++;
        expect(Math.abs(time_s / t_s - 1)).toBeLessThan(0.02);
      }
    }
    expect(compared).toBeGreaterThan(60);
    expect(reachOverGround_m(flyout)).toBeGreaterThan(200_000);
    expect(reachOverGround_m(flyout)).toBeLessThan(300_000);
  });

  it('is shared over some degrees of latitude, which changes next to nothing', () => {
    const thaad = interceptor('thaad'), own = chartFlyout(thaad, { ...SITE, lat_rad: 42.4 * DEG }), shared = chartAnyFlyout(thaad, { ...SITE, lat_rad: 42.4 * DEG });
    const place = new Float64Array(2), point = new Float64Array(3);
    let compared = 0;
    for (let i = 0; i < 200; i++) {
      destination(42.4 * DEG, SITE.lon_rad, 0.31 * i, 1000 * (10 + ((i * 53) % 170)), place);
      geodeticToEcef(place[0]!, place[1]!, 1000 * (45 + ((i * 29) % 100)), point);
      const a = flyoutTo_s(own, point[0]!, point[1]!, point[2]!), b = arrival_s(shared, point[0]!, point[1]!, point[2]!);
      if (a === Infinity || b === Infinity) continue;
      compared++;
      expect(Math.abs(b / a - 1)).toBeLessThan(0.005);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('of a straight one is the same in all directions, and is drawn as a line', () => {
    const pac3 = interceptor('pac-3-mse'), flyout = chartAnyFlyout(pac3, SITE);
    const north = pointAt(0, 20_000, 15_000), east = pointAt(90, 20_000, 15_000), low = pointAt(0, 20_000, 30);
    const time_s = arrival_s(flyout, north[0]!, north[1]!, north[2]!);
    expect(time_s).toBeGreaterThan(10);
    expect(time_s).toBeLessThan(40);
    expect(arrival_s(flyout, east[0]!, east[1]!, east[2]!)).toBeCloseTo(time_s, 1);
    // Below its floor.
    expect(arrival_s(flyout, low[0]!, low[1]!, low[2]!)).toBe(Infinity);
    const rows = flyoutRows(pac3, SITE, flyout, north[0]!, north[1]!, north[2]!, 1);
    expect(rows[rows.length - 4]).toBe(time_s);
    expect(rows[rows.length - 3]).toBeCloseTo(north[0]!, 3);
    for (let row = 1; row < rows.length / 4; row++) expect(rows[4 * row]!).toBeGreaterThan(rows[4 * row - 4]!);
  });
});
