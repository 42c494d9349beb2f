/** Windows of ground batteries: terminal layers meet a warhead at their altitudes and within their range only; more reach never less window. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { altitude_m, destination, distance_m, ecefToGeodetic } from '../../kernel/earth/geodesy.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { radarHorizonAngle_rad } from '../../models/sensor/radar-horizon.js';
import { chartAnyFlyout } from '../../models/interceptor/flyout.js';
import { prepareThreat } from '../../models/threat/index.js';
import type { SolvedFlight } from '../../models/threat/threat-class.js';
import type { BatteryReachPlan, GroundLayerPlan, Place } from '../../scenario/plan/plan.js';
import { compileText } from '../../scenario/compile/compile.js';
import { catalogue } from '../../../test/load.js';
import { courseOf, isEverNear } from '../flights/course.js';
import { chartBattery, chartGroundWindow, departure_s, earliestIntercept_s } from './ground-windows.js';
import type { ChartedFlight, GroundWindow } from './ground-windows.js';
import { endOfFreeFlight_s } from '../flights/trajectories.js';

const compiled = (missile: string, from: string, battery: string) => {
  const text = JSON.stringify({ version: 1, raid: [{ missile, from, to: 'seattle', count: 1 }], sensors: [], interceptors: [{ battery, at: 'seattle', count: 20 }] });
  const result = compileText(text, 'test', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { attack: result.compiled.plan.attacks[0]!, layer: result.compiled.plan.layers[0] as GroundLayerPlan };
};

function flightOf(missile: string, from: string): SolvedFlight {
  const { attack } = compiled(missile, from, 'thaad');
  const solved = prepareThreat(attack.threat).solve({ from: attack.origin, to: attack.targets[0]!, route: [], shape: attack.shape, approach: attack.approach, bodies: [] });
  if (!solved.converged) throw new Error('no flight');
  return solved.flight;
}

const charted = (flight: SolvedFlight): ChartedFlight => ({
  ephemeris: flight.ephemeris, from_s: flight.burnTime_s, foretoldUntil_s: endOfFreeFlight_s(flight), impact_s: flight.flightTime_s,
  course: () => courseOf(flight.ephemeris, flight.burnTime_s, flight.flightTime_s),
});

/** A battery moved from Seattle by some way, with another reach. */
function batteryAt(layer: GroundLayerPlan, azimuth_rad: number, away_m: number, reach: BatteryReachPlan = layer.reach ?? {}) {
  const place = new Float64Array(2);
  destination(layer.site.lat_rad, layer.site.lon_rad, azimuth_rad, away_m, place);
  const site: Place = { ...layer.site, lat_rad: place[0]!, lon_rad: place[1]! }, moved = { ...layer, site, reach };
  return { site, battery: chartBattery(moved, chartAnyFlyout(moved.interceptor, moved.site)) };
}

/** Ages and places at which a window says that the missile can be met. */
function meetings(window: GroundWindow, flight: SolvedFlight) {
  const state = new Float64Array(6), place = new Float64Array(3);
  return Array.from(window.commitBy_s).flatMap((commitBy_s, row) => {
    if (commitBy_s === -Infinity) return [];
    const age_s = window.from_s + row * window.step_s;
    ephemerisAt(flight.ephemeris, age_s, state);
    ecefToGeodetic(state[0]!, state[1]!, state[2]!, place);
    return [{ age_s, commitBy_s, lat_rad: place[0]!, lon_rad: place[1]!, height_m: altitude_m(state[0]!, state[1]!, state[2]!) }];
  });
}

const icbm = flightOf('solid-icbm-3-stage', 'north-korea-interior'), glider = flightOf('intercontinental-glide-class', 'russia-siberia'), cruise = flightOf('subsonic-cruise-class', 'north-pacific-launch-area');
const thaad = compiled('solid-icbm-3-stage', 'north-korea-interior', 'thaad').layer, pac3 = compiled('solid-icbm-3-stage', 'north-korea-interior', 'pac-3-mse').layer;
const under = compiled('solid-icbm-3-stage', 'north-korea-interior', 'under-layer').layer, sm6 = compiled('solid-icbm-3-stage', 'north-korea-interior', 'sm-6').layer;

describe('a window of a terminal battery', () => {
  it('on a warhead of an ICBM lies between its altitudes, within its range, in the last minute', () => {
    const { site, battery } = batteryAt(thaad, 0, 0), met = meetings(chartGroundWindow(charted(icbm), battery), icbm);
    expect(met.length).toBeGreaterThan(10);
    for (const { age_s, height_m, lat_rad, lon_rad } of met) {
      expect(height_m).toBeGreaterThanOrEqual(40_000);
      expect(height_m).toBeLessThanOrEqual(150_000);
      expect(distance_m(site.lat_rad, site.lon_rad, lat_rad, lon_rad)).toBeLessThan(201_000);
      expect(age_s).toBeGreaterThan(icbm.flightTime_s - 120);
    }
    expect(meetings(chartGroundWindow(charted(icbm), batteryAt(thaad, Math.PI, 600_000).battery), icbm)).toHaveLength(0);
  });

  it('on a glider lies within its altitudes too, and a low one meets it in its dive only', () => {
    for (const layer of [thaad, pac3, sm6]) {
      const met = meetings(chartGroundWindow(charted(glider), batteryAt(layer, 0, 0).battery), glider);
      for (const { height_m } of met) {
        expect(height_m).toBeGreaterThanOrEqual(layer.interceptor.floor_m);
        expect(height_m).toBeLessThanOrEqual(layer.interceptor.ceiling_m);
      }
    }
    expect(meetings(chartGroundWindow(charted(glider), batteryAt(pac3, 0, 0).battery), glider).length).toBeGreaterThan(0);
  });

  it("on a cruise missile opens at the horizon of the battery's own radar, which must see it from launch to meeting", () => {
    const { site, battery } = batteryAt(sm6, 0, 0), met = meetings(chartGroundWindow(charted(cruise), battery), cruise);
    expect(met.length).toBeGreaterThan(10);
    const first = met[0]!, state = new Float64Array(6), place = new Float64Array(3);
    ephemerisAt(cruise.ephemeris, first.commitBy_s, state);
    ecefToGeodetic(state[0]!, state[1]!, state[2]!, place);
    const height_m = altitude_m(state[0]!, state[1]!, state[2]!), away_m = distance_m(site.lat_rad, site.lon_rad, place[0]!, place[1]!);
    const horizon_m = 6_371_000 * radarHorizonAngle_rad(15, height_m);
    expect(away_m).toBeLessThanOrEqual(horizon_m + 1_000);
    expect(away_m).toBeGreaterThan(horizon_m - 5_000);
    const tall = meetings(chartGroundWindow(charted(cruise), batteryAt(sm6, 0, 0, { ...sm6.reach, antennaHeight_m: 300 }).battery), cruise);
    expect(tall[0]!.age_s).toBeLessThan(first.age_s);
  });

  it('with more range or a higher antenna never shrinks', () => {
    const flights = [icbm, glider, cruise], layers = [thaad, pac3, sm6, under];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 6.28, noNaN: true }), fc.double({ min: 0, max: 250_000, noNaN: true }),
        fc.double({ min: 5_000, max: 300_000, noNaN: true }), fc.double({ min: 1, max: 5, noNaN: true }), fc.double({ min: 5, max: 200, noNaN: true }),
        (f, l, azimuth_rad, away_m, maxRange_m, factor, antennaHeight_m) => {
          const flight = flights[f]!, layer = layers[l]!;
          const less = chartGroundWindow(charted(flight), batteryAt(layer, azimuth_rad, away_m, { maxRange_m, antennaHeight_m }).battery);
          const more = chartGroundWindow(charted(flight), batteryAt(layer, azimuth_rad, away_m, { maxRange_m: factor * maxRange_m, antennaHeight_m: factor * antennaHeight_m }).battery);
          const known = new Map(meetings(more, flight).map(({ age_s, commitBy_s }) => [age_s, commitBy_s]));
          for (const { age_s, commitBy_s } of meetings(less, flight)) expect(known.get(age_s)).toBe(commitBy_s);
          expect(more.lastCommit_s).toBeGreaterThanOrEqual(less.lastCommit_s);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is found although most of the flight is never looked at', () => {
    // The same by brute force: is the missile ever near enough where the course says that it never is?
    const course = courseOf(icbm.ephemeris, icbm.burnTime_s, icbm.flightTime_s), state = new Float64Array(6), out = new Float64Array(2);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 6.28, noNaN: true }), fc.double({ min: 0, max: 3e6, noNaN: true }), (azimuth_rad, away_m) => {
        const { nearness } = batteryAt(thaad, azimuth_rad, away_m).battery, isNear = isEverNear(course, nearness, out);
        for (let age_s = icbm.burnTime_s; age_s <= icbm.flightTime_s; age_s += 1) {
          ephemerisAt(icbm.ephemeris, age_s, state);
          const r = Math.hypot(state[0]!, state[1]!, state[2]!), cosArc = (nearness.site_ecef[0]! * state[0]! + nearness.site_ecef[1]! * state[1]! + nearness.site_ecef[2]! * state[2]!) / r;
          if (altitude_m(state[0]!, state[1]!, state[2]!) > nearness.ceiling_m || 6_371_000 * Math.acos(Math.min(1, cosArc)) > nearness.reach_m) continue;
          expect(isNear).toBe(true);
          expect(age_s).toBeGreaterThanOrEqual(out[0]! - 1e-6);
          expect(age_s).toBeLessThanOrEqual(out[1]! + 1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tells when an interceptor leaves that is committed early', () => {
    const window: GroundWindow = { from_s: 100, step_s: 1, commitBy_s: Float64Array.of(-Infinity, 60, 62, 64), lastCommit_s: 64 };
    expect(departure_s(window, 10)).toBe(60);
    expect(departure_s(window, 61)).toBe(61);
    expect(departure_s(window, 65)).toBe(Infinity);
    expect(earliestIntercept_s(window, 61)).toBe(101.5);
  });
});
