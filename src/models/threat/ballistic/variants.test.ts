import { describe, expect, it } from 'vitest';
import { ephemerisAt } from '../../../kernel/flight/ephemeris.js';
import { Flyer } from '../../../kernel/flight/flight.js';
import { distance_m, ecefToGeodetic } from '../../../kernel/earth/geodesy.js';
import type { BallisticMissile } from './ballistic.js';
import { prepareMissile } from './prepare.js';
import { kickScaleByFactor, solveVariants } from './solve-variants.js';
import { disperse, stretchBurns } from './variants.js';

const DEG = Math.PI / 180;
const place = (lat_deg: number, lon_deg: number) => ({ lat_rad: lat_deg * DEG, lon_rad: lon_deg * DEG, altitude_m: 0 });
const stage = (thrust_kN: number, propellant_kg: number, dry_kg: number, referenceArea_m2: number, coastAfter_s: number) => ({
  thrustVacuum_N: thrust_kN * 1000, ispVacuum_s: 280, ispSeaLevel_s: 240, propellant_kg, dry_kg, referenceArea_m2, coastAfter_s,
});
const MISSILE: BallisticMissile = {
  stages: [stage(1040, 24000, 2960, 2.8, 2), stage(390, 8500, 1050, 2.3, 2), stage(162, 3500, 480, 1.5, 0)],
  payload_kg: 800, ballisticCoefficient_kgpm2: 8000, verticalRise_s: 5, burnTimeSpread: 0.03, bus: { warheads_count: 1, interval_s: 0, deltaV_mps: 0 }, decoys: { perMissile_count: 0, ballisticCoefficient_kgpm2: 0, separation_mps: 0 },
};
const ORIGIN = place(40.85, 129.66);
const TARGET = place(41.88, -87.63);
const RADIUS_M = 100_000;
const AREA = { origin: ORIGIN, radius_m: RADIUS_M };
const prepared = prepareMissile(MISSILE);
const set = solveVariants(prepared, kickScaleByFactor(prepared), AREA, TARGET, 32);

describe('dispersion', () => {
  const draws = Array.from({ length: 4096 }, (_, index) => disperse(MISSILE, ORIGIN, RADIUS_M, index));

  it('keeps to the launch area and to 2.5 standard deviations of burn time', () => {
    for (const { from, burnTimeFactor } of draws) {
      expect(distance_m(from.lat_rad, from.lon_rad, ORIGIN.lat_rad, ORIGIN.lon_rad)).toBeLessThan(RADIUS_M + 1);
      expect(Math.abs(burnTimeFactor - 1)).toBeLessThanOrEqual(2.5 * 0.03);
    }
  });

  it('fills the area evenly and has the truncated normal’s moments', () => {
    const inner = draws.filter(({ from }) => distance_m(from.lat_rad, from.lon_rad, ORIGIN.lat_rad, ORIGIN.lon_rad) < RADIUS_M / 2).length;
    expect(inner / draws.length).toBeCloseTo(0.25, 2);
    const mean = draws.reduce((sum, { burnTimeFactor }) => sum + burnTimeFactor, 0) / draws.length;
    const variance = draws.reduce((sum, { burnTimeFactor }) => sum + (burnTimeFactor - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(1, 4);
    // Cut off at 2.5, a normal's standard deviation is 0.9546 of the whole one's.
    expect(Math.sqrt(variance) / 0.03).toBeCloseTo(0.9546, 2);
  });

  it('is better than chance already with few: the mean of 32 is within a fifth of its standard error', () => {
    const mean = draws.slice(0, 32).reduce((sum, { burnTimeFactor }) => sum + burnTimeFactor, 0) / 32;
    expect(Math.abs(mean - 1)).toBeLessThan(0.2 * 0.03);
    expect(disperse(MISSILE, ORIGIN, RADIUS_M, 7)).toEqual(draws[7]);
  });

  it('stretches burns at constant impulse', () => {
    const slow = stretchBurns(MISSILE, 1.05);
    const flyer = new Flyer();
    const launch = { ...ORIGIN, azimuth_rad: 0.3, kick_rad: 0.7, cutoff_s: Infinity };
    const usual = flyer.fly(MISSILE, launch);
    const longer = flyer.fly(slow, launch);
    expect((longer.burnTime_s - 4) / (usual.burnTime_s - 4)).toBeCloseTo(1.05, 9);
  });
});

describe('a set of solved variants', () => {
  it('hits with every variant, in few flights each', () => {
    expect(set.failures).toHaveLength(0);
    expect(set.variants).toHaveLength(32);
    const state = new Float64Array(6);
    const ground = new Float64Array(3);
    for (const variant of set.variants) {
      expect(variant.miss_m).toBeLessThan(1000);
      ephemerisAt(variant.flight.ephemeris!, variant.flight.impact.t_s, state);
      ecefToGeodetic(state[0], state[1], state[2], ground);
      expect(Math.abs(ground[2])).toBeLessThan(1);
      expect(distance_m(ground[0], ground[1], TARGET.lat_rad, TARGET.lon_rad)).toBeLessThan(1000);
    }
    // The last of the flights that aim a variant from its neighbours is also its table.
    expect(set.flights / 32).toBeLessThan(5);
    expect(set.rightHandSides / set.flights).toBeLessThan(1000);
  });

  it('contains the smaller set', () => {
    const small = solveVariants(prepared, kickScaleByFactor(prepared), AREA, TARGET, 8);
    small.variants.forEach((variant, i) => expect(variant).toEqual(set.variants[i]));
  });

  it('counts variants that cannot reach, and goes on', () => {
    const far = place(25, -78);
    const weak = { ...MISSILE, payload_kg: 850 };
    const heavier = prepareMissile(weak);
    const result = solveVariants(heavier, kickScaleByFactor(heavier), AREA, far, 12);
    expect(result.variants.length + result.failures.length).toBe(12);
    expect(result.variants.length).toBeGreaterThan(0);
    expect(result.failures.length).toBeGreaterThan(0);
    for (const failure of result.failures) expect(failure).toMatchObject({ converged: false, reason: 'out-of-range' });
  });
});
