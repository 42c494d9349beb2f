import { describe, expect, it } from 'vitest';
import { ephemerisAt } from '../../../kernel/flight/ephemeris.js';
import { azimuth_rad, destination, distance_m, ecefToGeodetic, elevation_rad, geodeticToEcef } from '../../../kernel/earth/geodesy.js';
import { horizonArc_m } from '../../../kernel/earth/horizon.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { FlightRequest, SolvedFlight } from '../threat-class.js';
import { prepareCruise } from './prepare-cruise.js';

const place = (lat_deg: number, lon_deg: number, altitude_m = 0) => ({ lat_rad: lat_deg * DEG_RAD, lon_rad: lon_deg * DEG_RAD, altitude_m });
const MISSILE = { speed_mps: 240, altitude_m: 60, range_m: 2.5e6, dive_m: 5000 };
const SEA = place(40, -60);
const CITY = place(38.9, -77.04);
const request = (change: Partial<FlightRequest> = {}): FlightRequest => ({
  from: SEA, to: CITY, route: [], shape: 'standard', approach: 'short', bodies: [], ...change,
});
const fly = (change: Partial<FlightRequest> = {}, missile: Partial<typeof MISSILE> = {}): SolvedFlight => {
  const result = prepareCruise({ ...MISSILE, ...missile }).solve(request(change));
  if (!result.converged) throw new Error(JSON.stringify(result));
  return result.flight;
};
const geodeticAt = (flight: SolvedFlight, age_s: number) => {
  const state = new Float64Array(6);
  const out = new Float64Array(3);
  ephemerisAt(flight.ephemeris, age_s, state);
  ecefToGeodetic(state[0], state[1], state[2], out);
  return { lat_rad: out[0], lon_rad: out[1], altitude_m: out[2], state };
};

describe('a straight cruise', () => {
  const flight = fly();
  const length_m = distance_m(SEA.lat_rad, SEA.lon_rad, CITY.lat_rad, CITY.lon_rad);

  it('takes the length of its path over its speed', () => {
    expect(flight.flightTime_s).toBeCloseTo((length_m * (1 + 60 / 6371000)) / 240, 1);
    expect(flight.range_m).toBe(length_m);
    expect(flight.burnTime_s).toBe(0);
    expect(flight.phases).toEqual([
      { name: 'cruise', from_s: 0, to_s: flight.phases[1].from_s }, { name: 'dive', from_s: flight.phases[1].from_s, to_s: flight.flightTime_s },
    ]);
    expect(flight.phases[1].to_s - flight.phases[1].from_s).toBeCloseTo(5000 / 240, 1);
  });

  it('keeps to the geodesic, its height and its speed between the rows too', () => {
    const line = azimuth_rad(SEA.lat_rad, SEA.lon_rad, CITY.lat_rad, CITY.lon_rad);
    const on = new Float64Array(2);
    for (let age_s = 0; age_s < flight.phases[0].to_s; age_s += 7.3) {
      const here = geodeticAt(flight, age_s);
      destination(SEA.lat_rad, SEA.lon_rad, line, (240 * age_s) / (1 + 60 / 6371000), on);
      expect(distance_m(here.lat_rad, here.lon_rad, on[0], on[1])).toBeLessThan(0.1);
      expect(Math.abs(here.altitude_m - 60)).toBeLessThan(0.1);
      expect(Math.sqrt(here.state[3] ** 2 + here.state[4] ** 2 + here.state[5] ** 2)).toBeCloseTo(240, 3);
    }
  });

  it('dives in a straight line to the ground at its target', () => {
    const end = geodeticAt(flight, flight.flightTime_s);
    expect(distance_m(end.lat_rad, end.lon_rad, CITY.lat_rad, CITY.lon_rad)).toBeLessThan(0.01);
    expect(Math.abs(end.altitude_m)).toBeLessThan(0.01);
    expect(geodeticAt(flight, (flight.phases[1].from_s + flight.flightTime_s) / 2).altitude_m).toBeCloseTo(30, 1);
  });
});

describe('a route', () => {
  const turn = place(45, -65, 9000);
  const flight = fly({ route: [turn] });
  const [, corner] = flight.ephemeris.parts;

  it('passes its places at their own height, climbing evenly, without a gap', () => {
    const there = geodeticAt(flight, corner.start_s);
    expect(distance_m(there.lat_rad, there.lon_rad, turn.lat_rad, turn.lon_rad)).toBeLessThan(0.01);
    expect(there.altitude_m).toBeCloseTo(9000, 2);
    expect(geodeticAt(flight, corner.start_s / 2).altitude_m).toBeCloseTo(4530, 0);
    expect(flight.apogee_m).toBe(9000);
    flight.ephemeris.parts.forEach((part, i) => expect(part.start_s).toBe(i === 0 ? 0 : flight.ephemeris.parts[i - 1].end_s));
    const legs_m = distance_m(SEA.lat_rad, SEA.lon_rad, turn.lat_rad, turn.lon_rad) + distance_m(turn.lat_rad, turn.lon_rad, CITY.lat_rad, CITY.lon_rad);
    expect(Math.abs(flight.flightTime_s * 240 - legs_m) / legs_m).toBeLessThan(1e-3);
  });

  it('has speeds that are the change of its places', () => {
    for (let age_s = 5; age_s < flight.flightTime_s - 5; age_s += 31.7) {
      if (Math.abs(age_s - corner.start_s) < 5) continue;
      const { state } = geodeticAt(flight, age_s);
      const [before, after] = [geodeticAt(flight, age_s - 0.5).state, geodeticAt(flight, age_s + 0.5).state];
      for (let c = 0; c < 3; c++) expect(Math.abs(after[c] - before[c] - state[c + 3])).toBeLessThan(0.1);
    }
  });

  it('may dive from straight above, or over the whole of a last leg that is shorter than the dive', () => {
    const drop = fly({}, { dive_m: 0 });
    expect(drop.flightTime_s - drop.phases[1].from_s).toBeCloseTo(60 / 240, 6);
    const all = fly({ to: place(40.01, -60) });
    expect(all.phases).toEqual([{ name: 'dive', from_s: 0, to_s: all.flightTime_s }]);
  });
});

describe('refusals', () => {
  const refuse = (change: Partial<FlightRequest>, missile: Partial<typeof MISSILE> = {}) => prepareCruise({ ...MISSILE, ...missile }).solve(request(change));

  it('say by how much a path is too long', () => {
    const path_m = distance_m(SEA.lat_rad, SEA.lon_rad, CITY.lat_rad, CITY.lon_rad);
    const result = refuse({}, { range_m: 1e6 });
    expect(result).toMatchObject({ reason: 'out-of-range', maxRange_m: 1e6 });
    expect(result.converged === false && result.reason === 'out-of-range' ? result.range_m : 0).toBeCloseTo(path_m, 3);
  });

  it('name a waypoint underground and a path without length', () => {
    expect(refuse({ route: [place(42, -65), place(41, -70, -30)] })).toMatchObject({
      status: 'route-not-flyable', detail: 'route[1] lies 30 m under the ellipsoid; a missile flies above it',
    });
    expect(refuse({ to: SEA })).toMatchObject({ status: 'route-not-flyable', detail: 'launch and target are one place: the path has no length' });
  });
});

describe('what a radar on the ground can see', () => {
  it.each([[60, 27.6], [1000, 112.9], [10_000, 356.9], [40_000, 712]])('at %d m the missile rises over the horizon %f km away', (altitude_m, arc_km) => {
    const radar = place(39, -70);
    const out = new Float64Array(2);
    destination(radar.lat_rad, radar.lon_rad, 1, 8e5, out);
    const flight = fly({ from: { lat_rad: out[0], lon_rad: out[1], altitude_m: 0 }, to: radar }, { altitude_m, dive_m: 100 });
    const site = new Float64Array(3);
    geodeticToEcef(radar.lat_rad, radar.lon_rad, 0, site);
    let age_s = 0;
    while (age_s < flight.flightTime_s) {
      const { state } = geodeticAt(flight, age_s);
      if (elevation_rad(radar.lat_rad, radar.lon_rad, 0, state[0], state[1], state[2]) >= 0) break;
      age_s += 0.5;
    }
    const seen = geodeticAt(flight, age_s);
    const ground_km = distance_m(radar.lat_rad, radar.lon_rad, seen.lat_rad, seen.lon_rad) / 1000;
    expect(horizonArc_m(0, altitude_m) / 1000).toBeCloseTo(arc_km, 0);
    // The literature's horizon is a sphere's; the ellipsoid here is up to 0.3 % flatter or rounder, half of it in the arc.
    expect(Math.abs(ground_km / arc_km - 1)).toBeLessThan(0.01);
  });
});

describe('single missiles of the class', () => {
  const set = prepareCruise(MISSILE).solveVariants(request(), 100_000, 16);

  it('start within the launch area and all arrive', () => {
    expect(set.variants).toHaveLength(16);
    for (const one of set.variants) {
      expect(distance_m(one.from.lat_rad, one.from.lon_rad, SEA.lat_rad, SEA.lon_rad)).toBeLessThan(100_001);
      const end = geodeticAt(one, one.flightTime_s);
      expect(distance_m(end.lat_rad, end.lon_rad, CITY.lat_rad, CITY.lon_rad)).toBeLessThan(0.01);
    }
  });

  it('fail one by one where the path is too long for some', () => {
    const some = prepareCruise({ ...MISSILE, range_m: 1.47e6 }).solveVariants(request(), 100_000, 32);
    expect(some.variants.length).toBeGreaterThan(0);
    expect(some.failures.length).toBeGreaterThan(0);
  });
});
