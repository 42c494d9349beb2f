import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, distance_m } from '../../../kernel/earth/geodesy.js';
import type { BallisticMissile } from './ballistic.js';
import { maxRange } from './max-range.js';
import { prepareMissile, type PreparedMissile } from './prepare.js';
import { rangeAgainstPayload } from './range-payload.js';
import { solveToTarget } from './solve-target.js';
import { FOUR_STAGES, ONE_STAGE, place, THREE_STAGES, TWO_STAGES } from '../../../../test/ballistic-missiles.js';

const ALL: readonly (readonly [string, BallisticMissile, PreparedMissile])[] = ([
  ['one stage', ONE_STAGE], ['two stages', TWO_STAGES], ['three stages', THREE_STAGES], ['four stages', FOUR_STAGES],
] as const).map(([name, missile]) => [name, missile, prepareMissile(missile)]);
const FROM = place(40, 127);

function target(range_m: number, azimuth_rad: number, from = FROM) {
  const to = new Float64Array(2);
  destination(from.lat_rad, from.lon_rad, azimuth_rad, range_m, to);
  return { lat_rad: to[0], lon_rad: to[1], altitude_m: 0 };
}

describe('energy management', () => {
  it.each(ALL)('hits near and far with %s, by lofting or by cutting off', (_, __, prepared) => {
    for (const share of [0.2, 0.5, 0.9]) {
      const to = target(share * Math.min(maxRange(prepared, FROM, 0.5).range_m, 1.5e7), 0.5);
      const hit = solveToTarget(prepared, FROM, to);
      expect(hit.converged).toBe(true);
      if (hit.converged) expect(hit.miss_m).toBeLessThan(1000);
    }
  });

  it('takes at most forty flights on average over missiles and targets, and at most 1,000 right-hand sides a flight', () => {
    const counts: number[] = [];
    for (const [, , prepared] of ALL) {
      for (const azimuth_rad of [0.3, 1.8, 4.4]) {
        const longest_m = Math.min(maxRange(prepared, FROM, azimuth_rad).range_m, 1.6e7);
        for (const share of [0.15, 0.4, 0.7, 0.97]) {
          const hit = solveToTarget(prepared, FROM, target(share * longest_m, azimuth_rad));
          counts.push(hit.flights);
          if (hit.converged) expect(hit.flight.rightHandSides).toBeLessThanOrEqual(1000);
        }
      }
    }
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(40);
    expect(counts.toSorted((a, b) => a - b)[counts.length / 2]).toBeLessThan(12);
  });

  // Beyond 13,000 km, farther than from any launch area of the data to any of its targets, it is 1.2 m.
  it('lands within a metre of a ten times tighter run', () => {
    for (const [, missile, prepared] of ALL) {
      const longest_m = Math.min(13e6, maxRange(prepared, FROM, 0.5).range_m);
      for (const share of [0.3, 0.8]) {
        const hit = solveToTarget(prepared, FROM, target(share * longest_m, 0.5));
        if (!hit.converged) throw new Error(hit.reason);
        const tight = prepared.flyer.fly(missile, hit.launch, { toleranceFactor: 0.1 }).impact;
        const { impact } = hit.flight;
        expect(distance_m(impact.lat_rad, impact.lon_rad, tight.lat_rad, tight.lon_rad)).toBeLessThan(1);
      }
    }
  });

  it('starts from a submarine anywhere on the sea after a short rise', () => {
    const prepared = prepareMissile({ ...THREE_STAGES, verticalRise_s: 1 });
    for (const from of [place(-35, -20), place(72, 40), place(0, 179.5), place(30, -60)]) {
      const hit = solveToTarget(prepared, from, target(7e6, 5.5, from));
      expect(hit).toMatchObject({ converged: true });
    }
  });

  it('hits what lies under a steep flight, where the Earth turns by more than the range', () => {
    for (const missile of [TWO_STAGES, THREE_STAGES]) {
      const prepared = prepareMissile(missile);
      for (const [range_m, azimuth_rad] of [[10_000, 1], [40_000, 4.5], [90_000, 2.5]] as const) {
        const to = target(range_m, azimuth_rad);
        const hit = solveToTarget(prepared, FROM, to);
        expect(hit.converged).toBe(true);
        if (!hit.converged) return;
        const { impact } = prepared.flyer.fly(missile, hit.launch);
        expect(distance_m(impact.lat_rad, impact.lon_rad, to.lat_rad, to.lon_rad)).toBeLessThan(100);
        expect(hit.flights).toBeLessThanOrEqual(40);
      }
    }
  });

  it('hits close to the antipode, where every bearing leads to the target', () => {
    const prepared = prepareMissile({ ...THREE_STAGES, payload_kg: 250 });
    expect(prepared.longestReach_m).toBeGreaterThan(2e7);
    for (const [range_m, azimuth_rad] of [[19_200_000, 0.5], [19_800_000, 2], [19_990_000, 4.5]] as const) {
      const hit = solveToTarget(prepared, FROM, target(range_m, azimuth_rad));
      expect(hit.converged).toBe(true);
      if (hit.converged) expect(hit.miss_m).toBeLessThan(1000);
    }
  });

  it('loses greatest range with every kilogram of payload at a fixed ballistic coefficient', () => {
    fc.assert(
      fc.property(fc.constantFrom(ONE_STAGE, TWO_STAGES, THREE_STAGES), fc.double({ min: 1, max: 1.8, noNaN: true }), fc.double({ min: 1.01, max: 1.3, noNaN: true }), (missile, load, more) => {
        const [light, heavy] = rangeAgainstPayload(missile, FROM, 0.5, [load * missile.payload_kg, load * more * missile.payload_kg]);
        expect(light!.isGlobal).toBe(false);
        expect(heavy!.range_m).toBeLessThan(light!.range_m);
      }),
      { numRuns: 8 },
    );
  });

  it('tabulates range against payload down to what cannot be lifted', () => {
    const rows = rangeAgainstPayload(THREE_STAGES, FROM, 0.5, [150, 800, 2000, 90_000]);
    expect(rows.map(({ isGlobal }) => isGlobal)).toEqual([true, false, false, false]);
    expect(rows[3]).toEqual({ payload_kg: 90_000, range_m: 0, isGlobal: false });
    expect(rows[1]!.range_m).toBeGreaterThan(2 * rows[2]!.range_m);
  });
});
