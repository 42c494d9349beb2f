import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipseThrough, minimumEnergy } from '../../kernel/orbit/impulsive.js';
import { toSi } from '../../kernel/units.js';
import type { BallisticMissile } from './ballistic/ballistic.js';
import { maxRange } from './ballistic/max-range.js';
import { prepareMissile } from './ballistic/prepare.js';
import { checkReportedFlight } from './reported-flight.js';

const STAGE = { ispVacuum_s: 285, ispSeaLevel_s: 250, referenceArea_m2: 3, coastAfter_s: 3 };
const MISSILE = {
  payload_kg: 1200, ballisticCoefficient_kgpm2: 8000, verticalRise_s: 8, burnTimeSpread: 0.03,
  bus: { warheads_count: 1, interval_s: 0, deltaV_mps: 0 }, decoys: { perMissile_count: 0, ballisticCoefficient_kgpm2: 0, separation_mps: 0 },
};
/** 150 s of thrust in two stages, and 280 s. */
const QUICK: BallisticMissile = { ...MISSILE, stages: [
  { ...STAGE, thrustVacuum_N: 1.2e6, propellant_kg: 32_000, dry_kg: 3400 }, { ...STAGE, thrustVacuum_N: 3.5e5, propellant_kg: 9400, dry_kg: 1100 },
] };
const SLOW: BallisticMissile = { ...MISSILE, stages: [
  { ...STAGE, thrustVacuum_N: 7.5e5, propellant_kg: 38_000, dry_kg: 3600 }, { ...STAGE, thrustVacuum_N: 1.6e5, propellant_kg: 8000, dry_kg: 1000 },
] };

const check = (apogee_km: number, range_km: number, time_s?: number) =>
  checkReportedFlight({ apogee_m: apogee_km * 1000, range_m: range_km * 1000, ...(time_s === undefined ? {} : { time_s }) });

describe('reported flights', () => {
  it('passes a flight that a powered missile can make', () => {
    const found = check(6648.4, 1001.2, 4491);
    expect(found.impliedSpeed_mps).toBeCloseTo(7999, -0.5);
    expect(found.ellipseTime_s).toBeCloseTo(4319, -0.5);
    expect(found.residual_s).toBeCloseTo(172, -0.5);
    expect(found).toMatchObject({ consistent: true, offBy_s: 0 });
  });

  it('flags the claim of 24 March 2022, faster than an impulsive start, and says how far off it is', () => {
    const found = check(6248.5, 1090, 4052);
    expect(found.residual_s).toBeLessThan(0);
    expect(found.consistent).toBe(false);
    expect(found.offBy_s).toBeCloseTo(found.least_s - (found.residual_s ?? NaN), 9);
    expect(found.offBy_s).toBeGreaterThan(60);
  });

  it('flags a flight that takes longer than any boost explains', () => {
    const { most_s, ellipseTime_s } = check(4475, 950);
    expect(check(4475, 950, ellipseTime_s + most_s + 100)).toMatchObject({ consistent: false });
    expect(check(4475, 950, ellipseTime_s + most_s + 100).offBy_s).toBeCloseTo(100, 9);
  });

  it('tells ellipse and band of a report without a time', () => {
    expect(check(4475, 950)).toMatchObject({ residual_s: null, consistent: null, offBy_s: null });
  });

  it('flags every lofted report without time for a boost', () => {
    const report = fc.record({ apogee_km: fc.double({ min: 1000, max: 9000, noNaN: true }), range_km: fc.double({ min: 300, max: 1500, noNaN: true }) });
    fc.assert(fc.property(report, ({ apogee_km, range_km }) => {
      const { flightTime_s } = ellipseThrough(apogee_km * 1000, range_km * 1000);
      expect(check(apogee_km, range_km, flightTime_s)).toMatchObject({ residual_s: 0, consistent: false });
    }));
  });

  it('leaves room for the turning Earth on long flights, where less than the ellipse is possible', () => {
    const range_m = 9e6;
    const { apogee_m } = minimumEnergy(range_m);
    expect(checkReportedFlight({ apogee_m, range_m }).least_s).toBeLessThan(0);
    // A band at most a quarter of the flight wide still says something.
    const { least_s, most_s, ellipseTime_s } = checkReportedFlight({ apogee_m, range_m });
    expect(most_s - least_s).toBeLessThan(ellipseTime_s / 4);
  });

  it('passes what missiles fly from anywhere in any direction', () => {
    const prepared = [QUICK, SLOW].map((missile) => prepareMissile(missile));
    const anywhere = fc.tuple(
      fc.constantFrom(...prepared), fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }),
    );
    fc.assert(fc.property(anywhere, ([missile, lat, azimuth]) => {
      const { flight } = maxRange(missile, { lat_rad: toSi(lat, 'deg'), lon_rad: 0, altitude_m: 0 }, toSi(azimuth, 'deg'));
      const found = checkReportedFlight({ apogee_m: flight.apogee_m, range_m: flight.range_m, time_s: flight.impact.t_s });
      expect(found).toMatchObject({ consistent: true, offBy_s: 0 });
    }), { numRuns: 30 });
  });

  it('refuses an apogee under the ground and a range round the Earth', () => {
    expect(() => check(-1, 1000)).toThrow(/apogee/);
    expect(() => check(1000, 30_000)).toThrow(/range/);
  });
});
