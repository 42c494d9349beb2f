import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../../kernel/maths.js';
import type { CostNumber, CostPreset } from './preset.js';
import { shapleyOnLogarithm } from './shapley.js';
import { waterfall } from './waterfall.js';

const card = (key: string, value: number): CostNumber => ({ key, value, low: null, high: null, source: '', where: '', standing: 'assumed', seen: '', asOf: '', url: '' });

const preset = (values: Readonly<Record<string, number>>, more: Partial<CostPreset> = {}): CostPreset => ({
  name: 'x', title: 'x', note: '', priceYear: 2026, replacement: 'prorated', learning: 'sum', unitsHold: [], mark: null, calibrated: null, numbers: Object.entries(values).map(([key, value]) => card(key, value)), ...more,
});
const FULL = { satellites_count: 1000, missiles_count: 10, mass_kg: 1000, years_y: 20, life_y: 5, development_usd: 5e9, firstUnit_usd: 20e6, unitLearning: 1, launch_usdPerKg: 2000, operationsPerYear_usd: 1e8 };
const REACH = { altitude_km: 300, interceptAltitude_km: 200, acceleration_g: 15, speed_kmps: 6, flyout_s: 120, maxLatitude_deg: 90, salvo: 1, shots: 2, years_y: 20, life_y: 5, firstUnit_usd: 20e6, mass_kg: 1000, launch_usdPerKg: 2000 };

describe('shares of the logarithm', () => {
  it('are the factors of a product, whatever the order', () => {
    const { shares, orders, invalid } = shapleyOnLogarithm(['a', 'b', 'c'], ([a, b, c]) => (a ? 2 : 1) * (b ? 3 : 1) * (c ? 0.5 : 1));
    expect(shares.map(({ factor }) => factor)).toEqual([2, 3, 0.5].map((factor) => expect.closeTo(factor, 12)));
    expect(orders).toBe(1);
    expect(invalid).toEqual([]);
  });

  it('add up to the whole, and turn round with the question', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 16, maxLength: 16 }), (values) => {
      const at = (isChanged: readonly boolean[]): number => values[isChanged.reduce((mask, is, i) => mask + (is ? 1 << i : 0), 0)]!;
      const there = shapleyOnLogarithm(['a', 'b', 'c', 'd'], at), back = shapleyOnLogarithm(['a', 'b', 'c', 'd'], (isChanged) => at(isChanged.map((is) => !is)));
      expect(there.shares.reduce((sum, { logarithm }) => sum + logarithm, 0)).toBeCloseTo(log(values[15]! / values[0]!), 9);
      there.shares.forEach(({ logarithm }, i) => expect(back.shares[i]!.logarithm).toBeCloseTo(-logarithm, 9));
    }), { numRuns: 40 });
  });

  it('is the mean over orders of an interaction', () => {
    // Alone each doubles; together they give eight.
    const { shares } = shapleyOnLogarithm(['a', 'b'], ([a, b]) => (a && b ? 8 : a || b ? 2 : 1));
    expect(shares.map(({ factor }) => factor)).toEqual([expect.closeTo(Math.sqrt(8), 12), expect.closeTo(Math.sqrt(8), 12)]);
  });

  it('leaves out orders through what cannot be, still adds up, and gives up when none is left', () => {
    const some = shapleyOnLogarithm(['a', 'b'], ([a, b]) => (a && !b ? 'no' : a ? 12 : b ? 3 : 1));
    expect(some.orders).toBe(0.5);
    expect(some.invalid).toEqual([{ changed: ['a'], why: 'no' }]);
    expect(some.shares.map(({ factor }) => factor)).toEqual([expect.closeTo(4, 12), expect.closeTo(3, 12)]);
    expect(shapleyOnLogarithm(['a', 'b'], ([a, b]) => (a === b ? 1 : 'no')).shares).toEqual([]);
  });
});

describe('waterfall', () => {
  it('multiplies from one total to the other', () => {
    const found = waterfall({ name: 'a', preset: preset(FULL) }, { name: 'b', preset: preset({ ...FULL, satellites_count: 3000, missiles_count: 20, mass_kg: 700, life_y: 7, launch_usdPerKg: 500, operationsPerYear_usd: 3e8 }) }, {});
    if (typeof found === 'string') throw new Error(found);
    const product = found.shares.reduce((whole, { factor }) => whole * factor, 1);
    expect(product).toBeCloseTo(found.toCommon_usd / found.fromCommon_usd, 9);
    expect(found.fromCommon_usd).toBe(found.from_usd);
    expect(found.shares.map(({ input }) => input)).toEqual(expect.arrayContaining(['missiles at once', 'satellites per missile', 'satellite mass', 'life and renewal', 'launch price', 'operations']));
    expect(found.shares).toHaveLength(6);
  });

  it('takes out of both what one does not give, and leaves its cell empty', () => {
    const { development_usd: _, operationsPerYear_usd: __, missiles_count: ___, ...less } = FULL;
    const found = waterfall({ name: 'a', preset: preset(FULL) }, { name: 'b', preset: preset({ ...less, satellites_count: 2000 }) }, {});
    if (typeof found === 'string') throw new Error(found);
    expect(found.leftOut).toEqual([{ part: 'development', lacks: 'to', from_usd: 5e9, to_usd: null }, { part: 'operations', lacks: 'to', from_usd: 2e9, to_usd: null }]);
    expect(found.fromCommon_usd).toBe(found.from_usd - 7e9);
    expect(found.unknown).toEqual(['missiles at once']);
    expect(found.unknownOf).toEqual({ 'missiles at once': 'to' });
    expect(found.shares).toEqual([{ input: 'satellites', logarithm: expect.closeTo(log(2), 12), factor: expect.closeTo(2, 12) }]);
  });

  it('leaves out amounts that do not overlap, and tells what neither gives from what one gives', () => {
    const one = { satellites_count: 1000, years_y: 20, life_y: 5, firstUnit_usd: 20e6, unitLearning: 0.9, mass_kg: 1000, launch_usdPerKg: 2000 };
    fc.assert(fc.property(fc.subarray(['life_y', 'firstUnit_usd', 'operationsPerYear_usd', 'development_usd']), fc.subarray(['life_y', 'firstUnit_usd', 'operationsPerYear_usd', 'development_usd']), (gone, goneToo) => {
      const whole = { ...one, operationsPerYear_usd: 1e8, development_usd: 3e9 }, less = (keys: string[]): CostPreset => preset(Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key))));
      const found = waterfall({ name: 'a', preset: less(gone) }, { name: 'b', preset: less(goneToo) }, {});
      if (typeof found === 'string') throw new Error(found);
      const sum = (side: 'from_usd' | 'to_usd'): number => found.leftOut.reduce((total, left) => total + (left[side] ?? 0), 0);
      expect(sum('from_usd') + found.fromCommon_usd).toBeCloseTo(found.from_usd, 0);
      expect(sum('to_usd') + found.toCommon_usd).toBeCloseTo(found.to_usd, 0);
      for (const { lacks, from_usd, to_usd } of found.leftOut) expect([from_usd === null, to_usd === null]).toEqual([lacks !== 'to', lacks !== 'from']);
    }), { numRuns: 60 });
    // All that is bought after the first set is renewal: 3,000 of 4,000 in units and launches. Units are then those of the first set.
    const found = waterfall({ name: 'a', preset: preset({ ...one, unitLearning: 1 }) }, { name: 'b', preset: preset({ satellites_count: 1000, years_y: 20, mass_kg: 1000, launch_usdPerKg: 500 }) }, {});
    if (typeof found === 'string') throw new Error(found);
    expect(found.leftOut).toEqual([
      { part: 'renewal', lacks: 'to', from_usd: 3000 * 22e6, to_usd: null }, { part: 'development', lacks: 'both', from_usd: null, to_usd: null },
      { part: 'units', lacks: 'to', from_usd: 1000 * 20e6, to_usd: null }, { part: 'operations', lacks: 'both', from_usd: null, to_usd: null },
    ]);
    expect(found.unknownOf).toEqual({ 'missiles at once': 'both' });
  });

  it('names mixtures that cannot be', () => {
    const found = waterfall({ name: 'a', preset: preset(REACH) }, { name: 'b', preset: preset({ ...REACH, speed_kmps: 10, acceleration_g: 30, flyout_s: 60 }) }, {});
    if (typeof found === 'string') throw new Error(found);
    expect(found.invalid).toContainEqual({ changed: ['speed_kmps', 'flyout_s'], why: 'the interceptor burns for 68 s, longer than its fly-out of 60 s' });
    expect(found.orders).toBeLessThan(1);
    expect(found.shares.reduce((whole, { factor }) => whole * factor, 1)).toBeCloseTo(found.toCommon_usd / found.fromCommon_usd, 9);
  });

  it('tells the change of dollars as a factor of its own', () => {
    const found = waterfall({ name: 'a', preset: preset(FULL, { priceYear: 2003 }) }, { name: 'b', preset: preset({ ...FULL, mass_kg: 2000 }) }, { 2003: card('2003', 80), 2026: card('2026', 120) });
    if (typeof found === 'string') throw new Error(found);
    expect(found.shares).toContainEqual({ input: 'prices of 2003 and 2026', logarithm: expect.closeTo(log(1.5), 12), factor: 1.5 });
    expect(found.shares.reduce((whole, { factor }) => whole * factor, 1)).toBeCloseTo(found.toCommon_usd / found.fromCommon_usd, 9);
  });

  it('says when too much differs to be taken apart', () => {
    const { mass_kg: _, ...reach } = REACH, parts = { divert_kmps: 2, specificImpulse_s: 240, killVehicleDry_kg: 20, bodyDry_kg: 20, carrierDry_kg: 40 };
    const one = { ...reach, ...parts }, other = Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value * 1.25]));
    expect(waterfall({ name: 'a', preset: preset(one) }, { name: 'b', preset: preset({ ...other, acceleration_g: 18 }) }, {})).toMatch(/differ in \d+ assumptions, and at most 12/);
  });

  it('says when nothing can be compared', () => {
    expect(waterfall({ name: 'a', preset: preset({ years_y: 20 }) }, { name: 'b', preset: preset(FULL) }, {})).toMatch(/a: the number of satellites is not given/);
    expect(waterfall({ name: 'a', preset: preset(FULL, { priceYear: 1990 }) }, { name: 'b', preset: preset(FULL) }, {})).toMatch(/no price index/);
    expect(waterfall({ name: 'a', preset: preset({ satellites_count: 10, years_y: 20 }) }, { name: 'b', preset: preset(FULL) }, {})).toMatch(/price no part in common/);
  });
});
