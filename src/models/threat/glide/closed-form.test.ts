import { describe, expect, it } from 'vitest';
import { EARTH_RATE_RADPS, EARTH_RADIUS_M, J2, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { DEG_RAD } from '../../../kernel/units.js';
import { compareWithClosedForm, flyGlide, steepAir } from './closed-form.js';
import { INTERCONTINENTAL as GLIDER } from './test-gliders.js';

const from = { speed_mps: 6000, toSpeed_mps: 1800, azimuth_rad: 0, bank_rad: 0 };

describe('the glide beside its closed form', () => {
  it('covers 6,739 km in 1,626 s from 6 to 1.8 km/s at L/D 2.6 under the closed form’s assumptions', () => {
    const { closedForm, underAssumptions } = compareWithClosedForm({ speed_mps: 6000, toSpeed_mps: 1800, liftToDrag: 2.6 }, 10_000);
    expect(closedForm.range_m / 1000).toBeCloseTo(6739, 0);
    expect(closedForm.time_s).toBeCloseTo(1626, 0);
    expect(Math.abs(underAssumptions.range_m / 6_739_000 - 1)).toBeLessThan(0.002);
    expect(Math.abs(underAssumptions.time_s / 1626 - 1)).toBeLessThan(0.003);
  });

  it('does so for other speeds and lift over drag', () => {
    for (const [speed_mps, liftToDrag, range_km, time_s] of [[4000, 2.6, 2025, 693], [5000, 2.5, 3677, 1052], [6000, 2.2, 5703, 1376], [7000, 2.6, 12_456, 2504]]) {
      const { underAssumptions } = compareWithClosedForm({ speed_mps, toSpeed_mps: 1800, liftToDrag }, 10_000);
      expect(Math.abs(underAssumptions.range_m / 1000 / range_km - 1)).toBeLessThan(0.003);
      expect(Math.abs(underAssumptions.time_s / time_s - 1)).toBeLessThan(0.003);
    }
  });

  it('goes 2 % farther northwards, 16 % eastwards and 9 % less westwards when everything is in it', () => {
    const { closedForm, north, east, west } = compareWithClosedForm({ speed_mps: 6000, toSpeed_mps: 1800, liftToDrag: 2.6 }, 10_000);
    expect(north.range_m / closedForm.range_m).toBeCloseTo(1.022, 2);
    expect(east.range_m / closedForm.range_m).toBeCloseTo(1.162, 2);
    expect(west.range_m / closedForm.range_m).toBeCloseTo(0.913, 2);
    expect(north.time_s / closedForm.time_s).toBeCloseTo(1.022, 2);
  });

  it('hardly depends on the ballistic coefficient, which only moves its altitude', () => {
    const thin = flyGlide({ ...GLIDER, glideCoefficient_kgpm2: 3000 }, 'turning-ellipsoid', from);
    const dense = flyGlide({ ...GLIDER, glideCoefficient_kgpm2: 13_000 }, 'turning-ellipsoid', from);
    expect(Math.abs(thin.range_m / dense.range_m - 1)).toBeLessThan(0.01);
    expect(thin.altitude_m - dense.altitude_m).toBeGreaterThan(8000);
  });
});

describe('what drag and lift do', () => {
  it('takes energy from the motion through the air at every step', () => {
    // In axes that turn with the Earth, energy with the centrifugal part changes by drag alone; lift does no work.
    for (const glide of ['equilibrium', 'skip'] as const) {
      let before = Infinity;
      flyGlide({ ...GLIDER, glide, maxBank_rad: 1 }, 'turning-ellipsoid', { ...from, azimuth_rad: 1, bank_rad: 0.5 }, (_age, [x, y, z, vx, vy, vz]) => {
        const r = Math.hypot(x, y, z);
        const potential = (-MU_EARTH_M3PS2 / r) * (1 - J2 * (EARTH_RADIUS_M / r) ** 2 * (1.5 * (z / r) ** 2 - 0.5));
        const energy = 0.5 * (vx * vx + vy * vy + vz * vz) + potential - 0.5 * EARTH_RATE_RADPS ** 2 * (x * x + y * y);
        expect(energy).toBeLessThan(before);
        before = energy;
      });
    }
  });

  it('turns by L/D sin(bank) ln(speed before over speed after), the closed form of a steady turn', () => {
    const sphere = steepAir(GLIDER);
    for (const bank of [10, 20, 30]) {
      let heading = 0;
      let speed = 0;
      // Eastwards along the equator, near which latitude hardly turns the azimuth.
      flyGlide(GLIDER, sphere, { speed_mps: 6000, toSpeed_mps: 5400, azimuth_rad: 90 * DEG_RAD, bank_rad: bank * DEG_RAD }, (_age, [x, y, z, vx, vy, vz]) => {
        const across = Math.hypot(x, y);
        const r = Math.hypot(across, z);
        const east = (x * vy - y * vx) / across;
        const north = (vz * across - (z * (x * vx + y * vy)) / across) / r;
        heading = -Math.atan2(north, east);
        speed = Math.hypot(vx, vy, vz);
      });
      const closed = GLIDER.liftToDrag * Math.sin(bank * DEG_RAD) * Math.log(6000 / speed);
      expect(heading / closed).toBeGreaterThan(0.95);
      expect(heading / closed).toBeLessThan(1.02);
    }
  });

  it('goes farther to the side with more bank, up to half a right angle, and with more lift over drag', () => {
    const aside = (bank: number, liftToDrag: number) =>
      -flyGlide({ ...GLIDER, liftToDrag }, 'turning-ellipsoid', { ...from, azimuth_rad: 90 * DEG_RAD, bank_rad: bank * DEG_RAD }).lat_rad;
    expect(aside(10, 2.6)).toBeGreaterThan(0.02);
    expect(aside(20, 2.6)).toBeGreaterThan(aside(10, 2.6) * 1.4);
    expect(aside(35, 2.6)).toBeGreaterThan(aside(20, 2.6));
    expect(aside(20, 3.2)).toBeGreaterThan(aside(20, 2.6) * 1.2);
    expect(aside(20, 2.6)).toBeGreaterThan(aside(20, 2) * 1.3);
  });

  it('goes less far with more drag for the same lift', () => {
    const range = (liftToDrag: number) => flyGlide({ ...GLIDER, liftToDrag }, 'turning-ellipsoid', from).range_m;
    expect(range(2)).toBeLessThan(range(2.3));
    expect(range(2.3)).toBeLessThan(range(2.6));
    // In step with it, as in the closed form.
    expect(range(2.6) / range(2)).toBeCloseTo(1.3, 1);
  });
});
