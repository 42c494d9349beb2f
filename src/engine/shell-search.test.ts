import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { TAU } from '../kernel/maths.js';
import { satellitePosition, shellMotion } from '../models/constellation/walker.js';
import { flightTime_s } from '../models/interceptor/space-based.js';
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
});
