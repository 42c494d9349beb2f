import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AEI_COSTING, constellationCost } from './aei-calculator.js';
import { averageCostShare, averageCostShareClosed, learningExponent, unitCostShare } from './learning-curve.js';
import { launchByWeight_usd, replacementsPerYear, satellitesBuilt } from './renewal.js';

describe('learning curve', () => {
  it('brings each doubling to its rate', () => {
    fc.assert(fc.property(fc.double({ min: 0.6, max: 1, noNaN: true }), fc.integer({ min: 1, max: 5000 }), (rate, unit) => {
      expect(unitCostShare(2 * unit, rate) / unitCostShare(unit, rate)).toBeCloseTo(rate, 10);
      expect(averageCostShare(unit, rate)).toBeLessThanOrEqual(1 + 1e-12);
      expect(averageCostShare(unit, rate)).toBeGreaterThanOrEqual(unitCostShare(unit, rate) - 1e-12);
    }), { numRuns: 40 });
    expect(unitCostShare(1, 0.85)).toBe(1);
    expect(averageCostShare(4, 1)).toBe(1);
    expect(learningExponent(0.5)).toBe(-1);
    expect(() => learningExponent(0)).toThrow(/rate/);
  });

  it('has a closed form that is close for many units', () => {
    for (const rate of [0.85, 0.9, 0.95]) expect(averageCostShareClosed(5000, rate) / averageCostShare(5000, rate)).toBeCloseTo(1, 2);
  });
});

describe('cost of a constellation', () => {
  it('grows with number, mass and years, and refuses what the launcher cannot lift', () => {
    const base = constellationCost(1000, 1300)!;
    expect(constellationCost(2000, 1300)!.total_usd).toBeGreaterThan(base.total_usd);
    expect(constellationCost(1000, 2600)!.total_usd).toBeGreaterThan(base.total_usd);
    expect(constellationCost(1000, 1300, { ...AEI_COSTING, years_y: 30 })!.total_usd).toBeGreaterThan(base.total_usd);
    expect(constellationCost(1000, 45_001)).toBeUndefined();
    expect(constellationCost(1000, 45_000)!.launches).toBe(1000);
  });

  it('adds up', () => {
    const cost = constellationCost(4986, 1294)!;
    const parts = cost.generations * (cost.averageUnit_usd * 4986 + cost.averageLaunch_usd * cost.launches) + cost.operations_usd + AEI_COSTING.development_usd;
    expect(cost.total_usd / parts).toBeCloseTo(1, 12);
    expect(cost.generations).toBe(4);
  });
});

describe('renewal', () => {
  it('builds what wears out, and never fewer than stand', () => {
    const renewal = { satellites_count: 7800, life_y: 5 };
    expect(replacementsPerYear(renewal)).toBe(1560);
    expect(satellitesBuilt(renewal, 20)).toBe(31_200);
    expect(satellitesBuilt(renewal, 1)).toBe(7800);
    expect(launchByWeight_usd(2e6, 22_000)).toBe(44e9);
  });
});
