import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOfFirst, unitCostShare } from '../../models/cost/learning-curve.js';
import { answerCost } from './cost-answer.js';
import { valueAtShare } from './draws.js';
import { type LayerCost, type SpaceCosting, spaceLayerCost } from './layer-cost.js';
import type { CostNumber } from './preset.js';
import { plainCost, type PricedLayer } from './priced-layer.js';

const COSTING: SpaceCosting = {
  satellites_count: 1000, mass_kg: 1000, years_y: 20, life_y: 5, replacement: 'prorated', learning: 'sum',
  development_usd: 5e9, firstUnit_usd: 20e6, unitLearning: 0.9, launch_usdPerKg: 2000, operationsPerYear_usd: 1e8,
};

function costed(change: Partial<SpaceCosting> = {}): LayerCost {
  const cost = spaceLayerCost({ ...COSTING, ...change });
  if (typeof cost === 'string') throw new Error(cost);
  return cost;
}

const card = (key: string, value: number, low: number | null = null, high: number | null = null): CostNumber => ({ key, value, low, high, source: '', where: '', standing: 'assumed', seen: '', asOf: '', url: '' });

describe('cost of the first units', () => {
  it('is the sum unit by unit, also where it is carried on by a formula', () => {
    for (const rate of [0.5, 0.75, 0.85, 0.95, 1]) {
      let sum = 0;
      for (let unit = 1; unit <= 5000; unit++) sum += unitCostShare(unit, rate);
      expect(costOfFirst(5000, rate) / sum).toBeCloseTo(1, 11);
    }
    expect(costOfFirst(2.5, 1)).toBe(2.5);
    expect(costOfFirst(0, 0.9)).toBe(0);
  });

  it('takes no step where the formula begins', () => {
    const before = costOfFirst(256, 0.85), after = costOfFirst(257, 0.85);
    expect(after - before).toBeCloseTo(unitCostShare(257, 0.85), 9);
  });
});

describe('cost of a layer', () => {
  it('is plain arithmetic where nothing is learnt', () => {
    const cost = costed({ unitLearning: 1 });
    expect(cost.built_count).toBe(4000);
    expect(cost.units_usd).toBe(4000 * 20e6);
    expect(cost.launches_usd).toBe(4000 * 1000 * 2000);
    expect(cost.operations_usd).toBe(2e9);
    expect(cost.total_usd).toBe(5e9 + 80e9 + 8e9 + 2e9);
  });

  it('spends in its years what it costs in all', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 40, noNaN: true }), fc.double({ min: 0.5, max: 40, noNaN: true }), fc.constantFrom('prorated' as const, 'generations' as const, 'none' as const), fc.constantFrom('sum' as const, 'closed-form' as const), (years_y, life_y, replacement, learning) => {
      const cost = costed({ years_y, life_y, replacement, learning });
      const spent = cost.years.reduce((sum, { spend_usd }) => sum + spend_usd, 0);
      expect(spent / cost.total_usd).toBeCloseTo(1, 9);
      expect(cost.years.every(({ spend_usd }) => spend_usd >= 0)).toBe(true);
    }), { numRuns: 60 });
  });

  it('grows with number, mass and price, and falls with learning and life', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 1.05, max: 3, noNaN: true }), fc.constantFrom('prorated' as const, 'generations' as const), (satellites_count, more, replacement) => {
      const base = costed({ satellites_count, replacement }).total_usd;
      expect(costed({ satellites_count: Math.ceil(satellites_count * more), replacement }).total_usd).toBeGreaterThan(base);
      expect(costed({ satellites_count, replacement, mass_kg: 1000 * more }).total_usd).toBeGreaterThan(base);
      expect(costed({ satellites_count, replacement, firstUnit_usd: 20e6 * more }).total_usd).toBeGreaterThan(base);
      expect(costed({ satellites_count, replacement, launch_usdPerKg: 2000 * more }).total_usd).toBeGreaterThan(base);
      expect(costed({ satellites_count, replacement, unitLearning: 0.85 }).total_usd).toBeLessThan(base);
      expect(costed({ satellites_count, replacement, life_y: 5 * more }).total_usd).toBeLessThanOrEqual(base);
    }), { numRuns: 40 });
  });

  it('buys whole sets or one for one', () => {
    expect(costed({ life_y: 6, replacement: 'generations' }).built_count).toBe(3000);
    expect(costed({ life_y: 6 }).built_count).toBeCloseTo(3333.33, 2);
    expect(costed({ life_y: 30, replacement: 'generations' }).built_count).toBe(1000);
    expect(costed({ life_y: 30 }).built_count).toBe(1000);
  });

  it('launches whole rockets and refuses what none lifts', () => {
    const byRocket = { launch_usdPerKg: undefined, launchCapacity_kg: 45_000, firstLaunch_usd: 150e6, launchLearning: 1, replacement: 'none' as const };
    expect(costed({ ...byRocket, mass_kg: 1294, satellites_count: 998 })).toMatchObject({ launches_count: 30, launches_usd: 30 * 150e6 });
    expect(spaceLayerCost({ ...COSTING, ...byRocket, mass_kg: 50_000 })).toMatch(/heavier than what one launch lifts, 45000 kg/);
  });

  it('names what it cannot cost and never takes it as nothing', () => {
    const cost = costed({ development_usd: undefined, firstUnit_usd: undefined, mass_kg: undefined, operationsPerYear_usd: undefined, life_y: undefined });
    expect(cost.notCosted).toEqual(['development', 'units', 'launches', 'operations', 'renewal']);
    expect(costed().notCosted).toEqual([]);
  });

  it('prices a site, and what stands is run and renewed but not bought', () => {
    const site = { satellites_count: 40, firstUnit_usd: 1e8, sites_usd: 3e9, operationsPerYear_usd: 2e8, years_y: 20 };
    expect(plainCost(site)).toMatchObject({ total_usd: 40e8 + 3e9 + 4e9, replenishment_usd: 0, years: expect.objectContaining({ length: 21 }) });
    expect(plainCost({ ...site, existing_count: 40, sites_usd: 0 })).toMatchObject({ total_usd: 4e9, units_usd: 0 });
    // Of all ages, so that a fortieth is renewed in each year of a life of 40.
    expect(plainCost({ ...site, existing_count: 30, sites_usd: 0, life_y: 40 })).toMatchObject({ units_usd: 10e8 + 30 * 1e8 * 0.5, replenishment_usd: 15e8, built_count: 25 });
  });

  it('splits each year into what is bought before service, what replaces and what runs', () => {
    const cost = costed();
    for (const { spend_usd, acquisition_usd, replenishment_usd, operations_usd } of cost.years) expect(acquisition_usd + replenishment_usd + operations_usd).toBe(spend_usd);
    expect(cost.years[0]).toMatchObject({ replenishment_usd: 0, operations_usd: 0 });
    expect(cost.years.slice(1).every(({ acquisition_usd }) => acquisition_usd === 0)).toBe(true);
    expect(cost.replenishment_usd).toBeCloseTo(cost.units_usd + cost.launches_usd - (cost.years[0]!.acquisition_usd - cost.development_usd), 0);
  });
});

describe('cost of a shield', () => {
  const layer = (name: string, numbers: CostNumber[]): PricedLayer => ({ name, kind: 'space', owner: name, title: name, standing: '', payer: '', noPriceFor: [], includes: [], leavesOut: [], mark: null, calibrated: null, lacking: [], priceYear: 2026, numbers, cost: (values) => costed({ unitLearning: 1, firstUnit_usd: values['firstUnit_usd'], life_y: values['life_y'] ?? 5 }) });

  it('has one number where no card has a range, and a band around its mean where one has', () => {
    const sure = answerCost({ layers: [layer('a', [card('firstUnit_usd', 20e6)])], priceYear: 2026, index: {} });
    if (typeof sure === 'string') throw new Error(sure);
    expect(sure.total_usd).toEqual({ low: 95e9, mean: 95e9, high: 95e9 });
    const unsure = answerCost({ layers: [layer('a', [card('firstUnit_usd', 20e6, 10e6, 40e6)])], priceYear: 2026, index: {}, stopped: 5 });
    if (typeof unsure === 'string') throw new Error(unsure);
    // Uniform from 10 to 20 in one half and from 20 to 40 in the other.
    expect(unsure.total_usd!.low / 1e9).toBeCloseTo(15 + 4 * 11, 0);
    expect(unsure.total_usd!.mean / 1e9).toBeCloseTo(15 + 4 * 22.5, 0);
    expect(unsure.total_usd!.high / 1e9).toBeCloseTo(15 + 4 * 38, 0);
    expect(unsure.perWarheadStopped_usd).toBeCloseTo(unsure.total_usd!.mean / 5, 0);
    expect(answerCost({ layers: [layer('a', [card('firstUnit_usd', 20e6, 10e6, 40e6)])], priceYear: 2026, index: {}, stopped: 5 })).toEqual(unsure);
  });

  it('has no price for a warhead where none is stopped', () => {
    expect(answerCost({ layers: [layer('a', [card('firstUnit_usd', 20e6)])], priceYear: 2026, index: {}, stopped: 0 })).toMatchObject({ perWarheadStopped_usd: null });
  });

  it('has no total where nothing has a price, and names what has none', () => {
    expect(answerCost({ layers: [], notPriced: ['a', 'b'], priceYear: 2026, index: {}, stopped: 5 })).toMatchObject({ total_usd: null, atValues_usd: null, perWarheadStopped_usd: null, incomplete: [{ element: 'a', what: 'everything' }, { element: 'b', what: 'everything' }] });
    expect(answerCost({ layers: [{ ...layer('a', [card('firstUnit_usd', 20e6)]), noPriceFor: ['launches'] }], notPriced: ['b'], priceYear: 2026, index: {} })).toMatchObject({ total_usd: { mean: 95e9 }, incomplete: [{ element: 'b' }, { element: 'a', what: 'launches' }] });
  });

  it('brings prices to another year, and says when it cannot', () => {
    const index = { 2003: card('2003', 80), 2026: card('2026', 120) };
    expect(answerCost({ layers: [layer('a', [card('firstUnit_usd', 20e6)])], priceYear: 2003, index })).toMatchObject({ atValues_usd: expect.closeTo((95e9 * 80) / 120, 0) });
    expect(answerCost({ layers: [layer('a', [])], priceYear: 1990, index })).toMatch(/no price index for 1990; known: 2003, 2026/);
  });

  it('puts half of the draws on each side of the value', () => {
    expect([0, 0.25, 0.5, 0.75].map((share) => valueAtShare(card('x', 2, 1, 6), share))).toEqual([1, 1.5, 2, 4]);
    expect(valueAtShare(card('x', 2), 0.9)).toBe(2);
  });
});
