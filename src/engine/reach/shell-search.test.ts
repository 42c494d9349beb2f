import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { TAU } from '../../kernel/maths.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { createLeastFlight } from '../../models/interceptor/least-flight.js';
import { flightTime_s, flyout_m, lowestAltitude_m, type SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { createShellSearch } from './shell-search.js';

const interceptor = { speed_mps: 5000, acceleration_mps2: 147, deadTime_s: 3, divert_mps: 2000, floor_m: 0, battery_s: 300 };
const step_s = 2;

/** A climbing, curving path that starts near a place and heads off at an azimuth. */
function path(lat: number, lon: number, azimuth: number, rows: number): Float64Array {
  const out = new Float64Array(3 * rows);
  for (let row = 0; row < rows; row++) {
    const t = row * step_s, s = 15 * t * t, h = Math.min(10 * t * t, 300e3), angle = s / 6371e3;
    const la = lat + angle * Math.cos(azimuth), lo = lon + (angle * Math.sin(azimuth)) / Math.cos(lat);
    out.set([(6371e3 + h) * Math.cos(la) * Math.cos(lo), (6371e3 + h) * Math.cos(la) * Math.sin(lo), (6371e3 + h) * Math.sin(la)], 3 * row);
  }
  return out;
}

/** A slower climb that levels out at 120 km, for longer windows. */
function slowPath(lat: number, azimuth: number, rows: number): Float64Array {
  const out = new Float64Array(3 * rows);
  for (let row = 0; row < rows; row++) {
    const t = row * step_s, r = 6378e3 + Math.min(1000 * t, 120e3), angle = (0.004 * t * t) / 6378, la = lat + angle * Math.cos(azimuth), lo = (angle * Math.sin(azimuth)) / Math.cos(lat);
    out.set([r * Math.cos(la) * Math.cos(lo), r * Math.cos(la) * Math.sin(lo), r * Math.sin(la)], 3 * row);
  }
  return out;
}

describe('shell search', () => {
  it('finds exactly the satellites that a test of the whole shell finds, with the same times', () => {
    const draw = fc.record({
      lat: fc.double({ min: -0.95, max: 0.95, noNaN: true }), lon: fc.double({ min: -3, max: 3, noNaN: true }), azimuth: fc.double({ min: 0, max: TAU, noNaN: true }),
      node: fc.double({ min: 0, max: TAU, noNaN: true }), phase: fc.double({ min: 0, max: TAU, noNaN: true }),
      inclination: fc.double({ min: 0.3, max: 1.6, noNaN: true }), altitude_km: fc.integer({ min: 250, max: 1200 }), commitRow: fc.integer({ min: 0, max: 70 }),
    });
    fc.assert(
      fc.property(draw, (d) => {
        const shell = { altitude_m: d.altitude_km * 1000, inclination_rad: d.inclination, planes_count: 30, perPlane_count: 40, phasing: 1 };
        const toRow = 90, positions = path(d.lat, d.lon, d.azimuth, toRow + 1), commit_s = d.commitRow * step_s;
        const search = createShellSearch(shell, interceptor, step_s), motion = { ...shellMotion(shell), nodeRate_radps: 0 };
        const stretch = { positions, step_s, fromRow: d.commitRow, toRow };
        search.place(d.node, d.phase);
        search.gather(stretch, commit_s);
        search.scan(stretch, commit_s);
        const found = new Map<number, number>();
        for (let i = 0; i < search.count; i++) if (search.earliest_s[i]! < Infinity) found.set(search.satellite[i]!, search.latestCommit_s[i]!);
        const all = new Map<number, number>(), at = new Float64Array(3);
        for (let satellite = 0; satellite < 1200; satellite++) {
          let latest = -Infinity;
          for (let row = d.commitRow; row <= toRow; row++) {
            satellitePosition(shell, motion, d.node, d.phase, satellite, row * step_s, at);
            const flight_s = flightTime_s(interceptor, Math.hypot(at[0]! - positions[3 * row]!, at[1]! - positions[3 * row + 1]!, at[2]! - positions[3 * row + 2]!));
            if (flight_s <= interceptor.battery_s) latest = Math.max(latest, row * step_s - flight_s);
          }
          if (latest >= commit_s) all.set(satellite, latest);
        }
        expect([...found.keys()].sort((a, b) => a - b)).toEqual([...all.keys()]);
        for (const [satellite, latest] of all) expect(found.get(satellite)).toBeCloseTo(latest, 6);
        expect(search.count).toBeLessThan(1200);
      }),
      { numRuns: 50 },
    );
  });

  it('finds those whose flight outlasts the straight rule by the rule that then holds, one stage or two', () => {
    const oneStage: SpaceInterceptor = { ...interceptor, battery_s: 700 };
    const twoStages: SpaceInterceptor = { ...oneStage, speed_mps: 2500, secondStage: { coast_s: 150, speed_mps: 2500, acceleration_mps2: 50 } };
    const draw = fc.record({
      lat: fc.double({ min: -0.95, max: 0.95, noNaN: true }), azimuth: fc.double({ min: 0, max: TAU, noNaN: true }), node: fc.double({ min: 0, max: TAU, noNaN: true }), phase: fc.double({ min: 0, max: TAU, noNaN: true }),
      inclination: fc.double({ min: 0.3, max: 1.6, noNaN: true }), altitude_km: fc.integer({ min: 250, max: 1200 }), commitRow: fc.integer({ min: 0, max: 70 }), toRow: fc.constantFrom(120, 160, 200, 240, 280, 320), kind: fc.constantFrom(oneStage, twoStages),
    });
    let long = 0;
    fc.assert(
      fc.property(draw, ({ lat, azimuth, node, phase, inclination, altitude_km, commitRow, toRow, kind }) => {
        const shell = { altitude_m: altitude_km * 1000, inclination_rad: inclination, planes_count: 12, perPlane_count: 15, phasing: 1 };
        const positions = slowPath(lat, azimuth, toRow + 1), commit_s = commitRow * step_s, stretch = { positions, step_s, fromRow: commitRow, toRow };
        const search = createShellSearch(shell, kind, step_s), motion = { ...shellMotion(shell), nodeRate_radps: 0 }, rate = motion.latitudeRate_radps;
        search.place(node, phase);
        search.gather(stretch, commit_s);
        search.scan(stretch, commit_s);
        const found = new Map<number, { latest: number; earliest: number }>();
        for (let i = 0; i < search.count; i++) if (search.earliest_s[i]! < Infinity) found.set(search.satellite[i]!, { latest: search.latestCommit_s[i]!, earliest: search.earliest_s[i]! });
        const least = createLeastFlight(kind, motion.radius_m), at = new Float64Array(3), ahead = new Float64Array(3);
        for (let satellite = 0; satellite < 180; satellite++) {
          let latest = -Infinity, earliest = Infinity;
          for (let row = commitRow; row <= toRow; row++) {
            const t = row * step_s;
            satellitePosition(shell, motion, node, phase, satellite, t, at);
            const distance_m = Math.hypot(at[0]! - positions[3 * row]!, at[1]! - positions[3 * row + 1]!, at[2]! - positions[3 * row + 2]!);
            // No form stretches the straight distance by half.
            if (distance_m > 1.5 * flyout_m(kind, t - commit_s)) continue;
            satellitePosition(shell, motion, node, phase, satellite, t + TAU / 4 / rate, ahead);
            const by_s = t - least.flight_s(distance_m, [...at, ...ahead.map((x) => x * rate)], positions, 3 * row, 700);
            latest = Math.max(latest, by_s);
            if (by_s >= commit_s && t - commit_s <= kind.battery_s) earliest = Math.min(earliest, t);
          }
          expect(found.has(satellite)).toBe(earliest < Infinity);
          if (earliest === Infinity) continue;
          const { latest: latestFound, earliest: earliestFound } = found.get(satellite)!;
          expect(latestFound).toBeCloseTo(latest, 5);
          expect(earliestFound).toBeLessThanOrEqual(earliest + 1e-9);
          expect(earliestFound).toBeGreaterThan(earliest - step_s - 1e-9);
          if (earliest - commit_s > 202) long++;
        }
      }),
      { numRuns: 16 },
    );
    expect(long).toBeGreaterThan(0);
  });

  it('never loses a satellite by an earlier order, nor lets one leave later for it', () => {
    const shell = { altitude_m: 500e3, inclination_rad: 0.9, planes_count: 20, perPlane_count: 20, phasing: 1 }, toRow = 260, positions = slowPath(0.6, 1, toRow + 1);
    const search = createShellSearch(shell, { ...interceptor, battery_s: Infinity }, step_s);
    search.place(1, 2);
    const latestAt = (commitRow: number): Map<number, number> => {
      const stretch = { positions, step_s, fromRow: 0, toRow }, commit_s = commitRow * step_s;
      search.gather(stretch, commit_s);
      search.scan(stretch, commit_s);
      return new Map(Array.from({ length: search.count }, (_, i) => [search.satellite[i]!, search.latestCommit_s[i]!] as const).filter((_, i) => search.earliest_s[i]! < Infinity));
    };
    let later = latestAt(250);
    for (let row = 245; row >= 0; row -= 5) {
      const now = latestAt(row);
      for (const [satellite, latest_s] of later) expect(now.get(satellite)).toBeCloseTo(latest_s, 9);
      later = now;
    }
    expect(later.size).toBeGreaterThan(15);
  });

  it('takes ways above the floor of which the straight line to the meeting runs below it', () => {
    const shell = { altitude_m: 300e3, inclination_rad: 0.9, planes_count: 60, perPlane_count: 60, phasing: 1 }, kind = { ...interceptor, floor_m: 100e3 }, motion = { ...shellMotion(shell), nodeRate_radps: 0 };
    const toRow = 150, positions = slowPath(0.6, 1, toRow + 1), stretch = { positions, step_s, fromRow: 140, toRow }, search = createShellSearch(shell, kind, step_s);
    const counts = { both: 0, wayOnly: 0, lineOnly: 0 }, at = new Float64Array(3);
    search.place(1, 2);
    search.gather(stretch, 40);
    search.scan(stretch, 40);
    for (let i = 0; i < search.count; i++) {
      if (search.earliest_s[i] === Infinity) continue;
      const o = 3 * Math.ceil(search.earliest_s[i]! / step_s), [x = NaN, y = NaN, z = NaN] = positions.subarray(o, o + 3);
      satellitePosition(shell, motion, 1, 2, search.satellite[i]!, 40, at);
      const line_m = lowestAltitude_m(altitude_m(at[0]!, at[1]!, at[2]!), altitude_m(x, y, z), Math.hypot(at[0]! - x, at[1]! - y, at[2]! - z), 6378137);
      const isClear = search.isWayClear(i, stretch, 40);
      if (line_m >= kind.floor_m) counts[isClear ? 'both' : 'lineOnly']++;
      else if (isClear) counts.wayOnly++;
    }
    expect(counts.lineOnly).toBe(0);
    expect(counts.both).toBeGreaterThan(10);
    expect(counts.wayOnly).toBeGreaterThan(5);
  });
});
