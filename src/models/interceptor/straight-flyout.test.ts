import { describe, expect, it } from 'vitest';
import { chartStraight, straightTime_s } from './straight-flyout.js';

/** Like an upper-tier point-defence missile: two pulses. */
const pulse = (thrust_kN: number, propellant_kg: number, coastAfter_s: number) => ({
  thrustVacuum_N: thrust_kN * 1000, ispVacuum_s: 262, ispSeaLevel_s: 240, propellant_kg, dry_kg: 1, referenceArea_m2: 0.051, coastAfter_s,
});
const MISSILE = {
  stages: [pulse(62, 115, 1), pulse(45, 80, 0)], payload_kg: 176, verticalRise_s: 0.5, floor_m: 300, ceiling_m: 36_000, battery_s: 120,
  phase: 'terminal', path: 'straight', ballisticCoefficient_kgpm2: 15_000,
} as const;
const table = chartStraight(MISSILE, 0);

describe('straight fly-out', () => {
  it('gains what the rocket equation gives where there is no air and no weight to carry', () => {
    // Straight up in vacuum: ideal speed less gravity over the time of the burns and the coast between.
    const noAir = { ...MISSILE, stages: MISSILE.stages.map((stage) => ({ ...stage, ispSeaLevel_s: stage.ispVacuum_s, referenceArea_m2: 1e-9 })), ballisticCoefficient_kgpm2: 1e12 };
    const up = chartStraight(noAir, 0).burnout_mps[24]!;
    const g0 = 9.80665, mass = 176 + 197, first = 262 * g0 * Math.log(mass / (mass - 115)), second = 262 * g0 * Math.log((mass - 116) / (mass - 196));
    const burn = (115 * 262 * g0) / 62_000 + 1 + (80 * 262 * g0) / 45_000;
    expect(up).toBeCloseTo(first + second - g0 * burn, -1);
  });

  it('takes longer to farther points, and reaches farther in thinner air', () => {
    for (const sine of [0, 0.1, 0.4, 0.8, 1]) {
      let before = -1;
      for (let km = 0; km <= 200; km += 2) {
        const time_s = straightTime_s(table, sine, km * 1000);
        if (time_s === Infinity) {
          for (let more = km; more < 300; more += 10) expect(straightTime_s(table, sine, more * 1000)).toBe(Infinity);
          break;
        }
        expect(time_s).toBeGreaterThan(before);
        before = time_s;
      }
    }
    expect(table.farthest_m[16]!).toBeGreaterThan(1.5 * table.farthest_m[0]!);
  });

  it('gives the time of the integration between its nodes', () => {
    // A table twice as fine in nothing but its own step would differ by the interpolation only: compare with a chart at another altitude step.
    const exact = (sine: number, distance_m: number) => straightTime_s(table, sine, distance_m);
    for (const sine of [0.2, 0.5, 0.9]) {
      const a = exact(sine, 20_000), b = exact(sine, 20_200), c = exact(sine, 20_400);
      expect(Math.abs(c - 2 * b + a)).toBeLessThan(0.02);
    }
  });

  it('meets nothing below its horizontal, and nothing when its battery has ended', () => {
    expect(straightTime_s(table, -0.1, 5_000)).toBe(Infinity);
    const short = chartStraight({ ...MISSILE, battery_s: 20 }, 0);
    for (let km = 1; km < 60; km += 3) {
      const time_s = straightTime_s(short, 0.5, km * 1000);
      expect(time_s === Infinity || time_s <= 20).toBe(true);
    }
  });

  it('does not leave the ground when it is too heavy', () => {
    const heavy = chartStraight({ ...MISSILE, payload_kg: 50_000 }, 0);
    expect(straightTime_s(heavy, 0.5, 1000)).toBe(Infinity);
  });
});
