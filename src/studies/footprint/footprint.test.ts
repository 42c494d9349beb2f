/** Footprints against a closed form, and what they must be like whatever the numbers. */
import { describe, expect, it } from 'vitest';
import { compileText } from '../../scenario/compile/compile.js';
import type { GroundLayerPlan, Plan } from '../../scenario/plan/plan.js';
import { catalogue } from '../../../test/load.js';
import { courseOf } from '../../engine/flights/course.js';
import { chartBattery } from '../../engine/reach/ground-windows.js';
import type { GroundWindow } from '../../engine/reach/ground-windows.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { axesAt } from '../../models/interceptor/ground-based.js';
import { chartStraight } from '../../models/interceptor/straight-flyout.js';
import { area_m2, type FootprintFlight, type FootprintQuestion, spotAt, traceFootprint } from './footprint.js';
import { footprintPairs, pairFootprint } from './plan-footprint.js';
import { countShots, createShotCounter, type ShotRules } from './shots.js';

const RULES: ShotRules = { doctrine: 'barrage', assessment_s: 10, wanted: 1 };

function planWith(battery: string, missile: string, from: string, more: object = {}): Plan {
  const result = compileText(JSON.stringify({ version: 1, raid: [{ missile, from, to: 'seattle', count: 1 }], sensors: [], interceptors: [{ battery, at: 'seattle', ...more }] }), 'test', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}
const footprintOf = (plan: Plan, rules: ShotRules = RULES, more: object = {}) => pairFootprint(plan, footprintPairs(plan)[0]!, { rules, delay_s: 0, ...more }, undefined).footprint;

describe('a footprint in the flat closed form', () => {
  // Straight lines at constant speeds: the target comes down at 3 km/s and 40°, and may be fired at below 60 km; the interceptor
  // needs distance over 2 km/s to get anywhere between 10 and 30 km of altitude. Aimed at p, the target is met at altitude h at
  // p minus h/tan 40° along its way, if that lies within 2 km/s times the time from 60 km to h.
  const SPEED = 3000, DOWN = (40 * Math.PI) / 180, TOP = 60_000, FLOOR = 10_000, CEILING = 30_000, OWN = 2000;
  const layer = planWith('pac-3-mse', 'hwasong-12', 'north-korea-interior').layers[0] as GroundLayerPlan;
  const site = { name: 'here', lat_rad: 0.7, lon_rad: 0.3, altitude_m: 0 };
  const ours: GroundLayerPlan = { ...layer, site, interceptor: { ...layer.interceptor, floor_m: FLOOR, ceiling_m: CEILING, deadTime_s: 0, battery_s: 1000 } };
  const chartedTable = chartStraight(ours.interceptor, 0);
  const time_s = chartedTable.time_s.map((_, i) => ((i % chartedTable.distance_count) * 1000) / OWN);
  const table = { ...chartedTable, distanceStep_m: 1000, time_s, farthest_m: chartedTable.farthest_m.map(() => 150_000) };
  const site_ecef_m = new Float64Array(3);
  geodeticToEcef(site.lat_rad, site.lon_rad, 0, site_ecef_m);
  const battery = chartBattery({ interceptor: ours.interceptor, site }, { path: 'straight', table, axes: axesAt(site), site_ecef_m });
  // From the west: it flies along the local east, down to the spot.
  const origin = { lat_rad: 0.7, lon_rad: 0.3 - 0.5 };
  const duration_s = (2 * TOP) / (SPEED * Math.sin(DOWN));
  const flightTo = (spot: { lat_rad: number; lon_rad: number }): FootprintFlight => {
    const end = new Float64Array(3), [sinLon, cosLon, sinLat, cosLat] = [Math.sin(spot.lon_rad), Math.cos(spot.lon_rad), Math.sin(spot.lat_rad), Math.cos(spot.lat_rad)];
    geodeticToEcef(spot.lat_rad, spot.lon_rad, 0, end);
    const east = [-sinLon, cosLon, 0], up = [cosLat * cosLon, cosLat * sinLon, sinLat];
    const velocity = [0, 1, 2].map((c) => SPEED * (Math.cos(DOWN) * east[c]! - Math.sin(DOWN) * up[c]!));
    const start = [0, 1, 2].map((c) => end[c]! - duration_s * velocity[c]!);
    const ephemeris = { parts: [{ start_s: 0, end_s: duration_s, step_s: duration_s, first: 0, count: 2 }], end_s: duration_s, rows_ecef: Float64Array.from([...start, ...velocity, ...end, ...velocity]) };
    return { ephemeris, from_s: 0, impact_s: duration_s, foretoldUntil_s: duration_s, course: () => courseOf(ephemeris, 0, duration_s), release_s: duration_s - TOP / (SPEED * Math.sin(DOWN)) };
  };
  const question: FootprintQuestion = { layer: ours, battery, origin, flightTo, rules: RULES, radius_m: 130_000, cells: 26, solvedEvery: 1, places: [] };
  const isDefended = (x: number, y: number): boolean => {
    for (let h = FLOOR; h <= CEILING; h += 50) {
      const back = h / Math.tan(DOWN);
      if (Math.sqrt((x - back) ** 2 + y * y + h * h) <= (OWN * (TOP - h)) / (SPEED * Math.sin(DOWN))) return true;
    }
    return false;
  };

  it('has its area within 2 % and its reach within 1.5 km', () => {
    const { area_m2: found, reach, rings } = traceFootprint(question);
    let cells = 0;
    for (let x = -130; x <= 130; x++) for (let y = -130; y <= 130; y++) if (isDefended(1000 * x, 1000 * y)) cells++;
    expect(rings).toHaveLength(1);
    expect(Math.abs(found / (cells * 1e6) - 1)).toBeLessThan(0.02);
    for (const { azimuth_rad, reach_m } of reach) {
      let farthest = 0;
      for (let away = 0; away < 130_000; away += 100) if (isDefended(away * Math.sin(azimuth_rad), away * Math.cos(azimuth_rad))) farthest = away;
      expect(Math.abs(reach_m - farthest)).toBeLessThan(1500);
    }
  });

  it('lies behind the battery as the target flies, and a carried flight gives the same', () => {
    const { reach, area_m2: each } = traceFootprint(question), { area_m2: carried, work } = traceFootprint({ ...question, solvedEvery: 26 });
    expect(reach[4]!.reach_m).toBeGreaterThan(reach[12]!.reach_m + 20_000);
    expect(Math.abs(carried / each - 1)).toBeLessThan(0.02);
    expect(work.solved).toBeLessThan(12);
  });
});

describe('a footprint', () => {
  const plan = planWith('thaad', 'solid-icbm-3-stage', 'north-korea-interior');

  it('is carried from few solved flights as from many', () => {
    const few = footprintOf(plan), many = footprintOf(plan, RULES, { cells: 10, radius_m: 650_000 });
    expect(few.area_m2).toBeGreaterThan(1e11);
    expect(Math.abs(many.area_m2 / few.area_m2 - 1)).toBeLessThan(0.03);
    expect(few.defendsItself).toBe(true);
    expect(few.inside).toContain('seattle');
    expect(few.people_count).toBeGreaterThanOrEqual(737_015);
  });

  it('never grows with more shots, a look between them, a later release, a shorter range or a smaller magazine', () => {
    const more = { cells: 10 }, whole = footprintOf(plan, RULES, more).area_m2;
    const three = footprintOf(plan, { ...RULES, wanted: 3 }, more).area_m2, looked = footprintOf(plan, { ...RULES, wanted: 3, doctrine: 'shoot-look-shoot' }, more).area_m2;
    expect(three).toBeLessThanOrEqual(whole);
    expect(looked).toBeLessThanOrEqual(three);
    expect(looked).toBeLessThan(whole);
    expect(footprintOf(plan, RULES, { ...more, delay_s: 1700 }).area_m2).toBeLessThanOrEqual(whole);
    expect(footprintOf(planWith('thaad', 'solid-icbm-3-stage', 'north-korea-interior', { maxRange_km: 100 }), RULES, { ...more, radius_m: 650_000 }).area_m2).toBeLessThan(0.5 * whole);
    expect(footprintOf(planWith('thaad', 'solid-icbm-3-stage', 'north-korea-interior', { count: 2 }), { ...RULES, wanted: 3 }, more).rings).toHaveLength(0);
  });

  it('is empty where the missile does not get, or permission never comes', () => {
    expect(footprintOf(planWith('thaad', 'hwasong-12', 'north-korea-interior'), RULES, { cells: 5 }).rings).toHaveLength(0);
    expect(footprintOf(plan, RULES, { cells: 5, delay_s: Infinity })).toMatchObject({ rings: [], people_count: 0, area_m2: 0 });
  });
});

describe('area and shots', () => {
  it('of a cap is that of the sphere, around a pole too', () => {
    const radius_m = 1e6, R = 6_371_008.8, wanted = 2 * Math.PI * R * R * (1 - Math.cos(radius_m / R));
    for (const lat_rad of [0, 0.8, 1.55, -1.5]) {
      const ring = Array.from({ length: 360 }, (_, i) => spotAt({ lat_rad, lon_rad: 3 }, radius_m * Math.cos((i * Math.PI) / 180), radius_m * Math.sin((i * Math.PI) / 180)));
      expect(Math.abs(area_m2(ring) / wanted - 1)).toBeLessThan(0.01);
      expect(area_m2([...ring].reverse())).toBeCloseTo(-area_m2(ring), -3);
    }
  });

  it('counts shots as launchers, magazine and looks allow', () => {
    const layer = planWith('thaad', 'solid-icbm-3-stage', 'north-korea-interior', { count: 6, launchInterval_s: 4 }).layers[0] as GroundLayerPlan;
    const window: GroundWindow = { from_s: 100, step_s: 1, commitBy_s: Float64Array.from({ length: 21 }, (_, row) => 50 + row), lastCommit_s: 70 };
    const count = (from_s: number, rules: Partial<ShotRules>) => countShots(createShotCounter(layer), window, from_s, { ...RULES, wanted: 99, ...rules });
    expect(count(0, {})).toBe(6);
    expect(count(62, {})).toBe(3);
    expect(count(71, {})).toBe(0);
    expect(count(0, { wanted: 2 })).toBe(2);
    expect(count(0, { doctrine: 'shoot-look-shoot' })).toBe(1);
  });
});
