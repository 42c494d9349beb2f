import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Flyer } from '../../../kernel/flight/flight.js';
import { destination, distance_m } from '../../../kernel/earth/geodesy.js';
import { type BallisticMissile, flyBallistic } from './ballistic.js';
import { maxRange } from './max-range.js';
import { prepareMissile } from './prepare.js';
import { solveToLoft } from './solve-loft.js';
import { solveToTarget } from './solve-target.js';

const DEG = Math.PI / 180;
const place = (lat_deg: number, lon_deg: number) => ({ lat_rad: lat_deg * DEG, lon_rad: lon_deg * DEG, altitude_m: 0 });
const stage = (thrust_kN: number, ispVacuum_s: number, ispSeaLevel_s: number, propellant_kg: number, dry_kg: number, referenceArea_m2: number, coastAfter_s: number) => ({
  thrustVacuum_N: thrust_kN * 1000, ispVacuum_s, ispSeaLevel_s, propellant_kg, dry_kg, referenceArea_m2, coastAfter_s,
});
/** A fast solid and a slow liquid: the two ends of how sensitive a gravity turn is. */
const SOLID: BallisticMissile = {
  stages: [stage(1040, 265, 235, 24000, 2960, 2.8, 2), stage(390, 280, 240, 8500, 1050, 2.3, 2), stage(162, 283, 200, 3500, 480, 1.5, 0)],
  payload_kg: 800, ballisticCoefficient_kgpm2: 8000, verticalRise_s: 5, burnTimeSpread: 0.03, bus: { warheads_count: 1, interval_s: 0, deltaV_mps: 0 }, decoys: { perMissile_count: 0, ballisticCoefficient_kgpm2: 0, separation_mps: 0 },
};
const LIQUID: BallisticMissile = {
  stages: [stage(1120, 284, 252, 54000, 4900, 4.5, 3), stage(195, 292, 240, 9600, 1250, 4.5, 0)],
  payload_kg: 1000, ballisticCoefficient_kgpm2: 8000, verticalRise_s: 14, burnTimeSpread: 0.03, bus: { warheads_count: 1, interval_s: 0, deltaV_mps: 0 }, decoys: { perMissile_count: 0, ballisticCoefficient_kgpm2: 0, separation_mps: 0 },
};
const KOREA = place(40.85, 129.66);
const solid = prepareMissile(SOLID);
const liquid = prepareMissile(LIQUID);

const PAIRS: readonly (readonly [string, ReturnType<typeof place>, ReturnType<typeof place>])[] = [
  ['Korea to Chicago', KOREA, place(41.88, -87.63)],
  ['Korea to Los Angeles', KOREA, place(34.05, -118.24)],
  ['Korea to New York', KOREA, place(40.7, -74)],
  ['Korea to Guam', KOREA, place(13.4, 144.8)],
  ['Korea to Sydney', KOREA, place(-33.9, 151.2)],
  ['Siberia to Washington over the pole', place(52, 82), place(38.9, -77)],
  ['east along the equator', place(0, 0), place(0, 80)],
  ['west along the equator', place(0, 0), place(0, -80)],
  ['Iran to London, north-west', place(34, 50), place(51.5, -0.1)],
  ['across the southern hemisphere', place(-30, 135), place(-20, 55)],
  ['near enough to need lofting', KOREA, place(35.7, 139.7)],
  ['over the date line and the equator', place(20, 170), place(-30, -140)],
];

describe('aiming at a place', () => {
  it.each(PAIRS)('lands within a kilometre: %s', (_, from, to) => {
    for (const prepared of [solid, liquid]) {
      const hit = solveToTarget(prepared, from, to);
      expect(hit.converged).toBe(true);
      if (!hit.converged) return;
      // Flown again from the launch alone, so that nothing of the solver is believed.
      const flight = flyBallistic(prepared.missile, hit.launch);
      expect(flight.status).toBe('impact');
      expect(distance_m(flight.impact.lat_rad, flight.impact.lon_rad, to.lat_rad, to.lon_rad)).toBeLessThan(1000);
      expect(hit.miss_m).toBeLessThan(1000);
    }
  });

  it('needs few flights, and fewer beside a neighbour', () => {
    const [, from, to] = PAIRS[0];
    const cold = solveToTarget(solid, from, to);
    expect(cold.flights).toBeLessThan(12);
    if (!cold.converged) throw new Error('did not converge');
    const warm = solveToTarget(solid, place(41.2, 129.2), to, cold.start);
    expect(warm.converged).toBe(true);
    expect(warm.flights).toBeLessThanOrEqual(5);
  });

  it('says how far it can fly when the target is farther', () => {
    const from = KOREA;
    const to = place(-23, -46);
    const result = solveToTarget(solid, from, to);
    expect(result).toMatchObject({ converged: false, reason: 'out-of-range' });
    if (result.converged || result.reason !== 'out-of-range') return;
    expect(result.range_m).toBeCloseTo(distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad), 3);
    expect(result.maxRange_m).toBeLessThan(result.range_m);
    expect(result.maxRange_m).toBeGreaterThan(8_000_000);
  });

  it('reaches anything up to nine tenths of its farthest flight, from anywhere in any direction', () => {
    const anywhere = fc.tuple(
      fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0.25, max: 0.9, noNaN: true }),
    );
    fc.assert(
      fc.property(anywhere, ([lat, lon, azimuth, share]) => {
        const from = place(lat, lon);
        const to = new Float64Array(2);
        // The west is the poorest direction: its farthest flight bounds them all.
        const limit = maxRange(solid, from, 270 * DEG);
        destination(from.lat_rad, from.lon_rad, azimuth * DEG, share * limit.range_m, to);
        const hit = solveToTarget(solid, from, { lat_rad: to[0], lon_rad: to[1], altitude_m: 0 });
        expect(hit.converged).toBe(true);
        if (hit.converged) expect(hit.miss_m).toBeLessThan(1000);
      }),
      { numRuns: 15 },
    );
  });

  it('refuses what cannot fly with its reason', () => {
    const brick = { ...SOLID, payload_kg: 90_000 };
    const result = solveToTarget({ ...solid, missile: brick }, KOREA, place(41.88, -87.63));
    expect(result).toMatchObject({ converged: false, reason: 'cannot-fly', status: 'no-lift-off' });
  });
});

describe('farthest flight', () => {
  it('goes farther east than north than west, because the Earth turns', () => {
    const range_m = (azimuth: number) => maxRange(solid, place(0, 0), azimuth * DEG).range_m;
    expect(range_m(90)).toBeGreaterThan(range_m(0) * 1.1);
    expect(range_m(0)).toBeGreaterThan(range_m(270) * 1.05);
  });

  it('is a maximum: neither more nor less pitch-over goes farther', () => {
    const best = maxRange(solid, KOREA, 20 * DEG);
    const flyer = new Flyer();
    for (const factor of [0.9, 0.97, 1.03, 1.1]) {
      const other = flyer.fly(SOLID, { ...KOREA, azimuth_rad: 20 * DEG, kick_rad: best.kick_rad * factor, cutoff_s: Infinity });
      expect(other.range_m).toBeLessThanOrEqual(best.range_m + 10);
    }
  });

  it('loses range with payload', () => {
    const heavy = prepareMissile({ ...SOLID, payload_kg: 1200 });
    expect(maxRange(heavy, KOREA, 20 * DEG).range_m).toBeLessThan(maxRange(solid, KOREA, 20 * DEG).range_m * 0.9);
  });

  it('says that a missile can reach everywhere instead of giving a number beyond the antipode', () => {
    const light = prepareMissile({ ...SOLID, payload_kg: 150 });
    const result = maxRange(light, KOREA, 20 * DEG);
    expect(result.isGlobal).toBe(true);
    expect(result.range_m).toBeLessThan(20_020_000);
    expect(result.range_m).toBeGreaterThan(15_000_000);
  });
});

describe('reported apogee and range', () => {
  it('finds the lofted and the ordinary flight alike', () => {
    for (const [apogee_m, range_m, bearing] of [[3.2e6, 9e5, 85], [1.2e6, 9e6, 30], [2.5e6, 4e6, 200]] as const) {
      const result = solveToLoft(solid, KOREA, bearing * DEG, apogee_m, range_m);
      expect(result.converged).toBe(true);
      if (!result.converged) return;
      expect(Math.abs(result.flight.apogee_m - apogee_m)).toBeLessThan(200);
      expect(Math.abs(result.flight.range_m - range_m)).toBeLessThan(200);
      const to = new Float64Array(2);
      destination(KOREA.lat_rad, KOREA.lon_rad, bearing * DEG, range_m, to);
      expect(distance_m(to[0], to[1], result.flight.impact.lat_rad, result.flight.impact.lon_rad)).toBeLessThan(500);
    }
  });

  it('says by how much it stays below an apogee that is too high', () => {
    const result = solveToLoft(solid, KOREA, 85 * DEG, 9e6, 9e5);
    expect(result).toMatchObject({ converged: false, reason: 'too-high' });
    if (result.converged) return;
    expect(result.apogeeError_m).toBeLessThan(-3e6);
    expect(Math.abs(result.rangeError_m)).toBeLessThan(1000);
  });
});
