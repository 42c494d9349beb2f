/**
 * Cost of a constellation of space-based interceptors over its years, as AEI's calculator adds it up: generations of satellites
 * on a learning curve, launches on another, operations, development. Constant dollars of fiscal year 2026, nothing discounted.
 * The calculator and AEI's paper are two sets of numbers and must not be mixed: for a salvo of five the first generation is
 * 78.6 billion here and 67 in the paper.
 * Source: AEI space-based interceptor calculator (Harrison 2025), formulas and defaults; its code is not used.
 */
import { averageCostShareClosed } from './learning-curve.js';

export interface ConstellationCosting {
  readonly development_usd: number;
  readonly firstUnit_usd: number;
  readonly unitLearning: number;
  readonly life_y: number;
  readonly years_y: number;
  readonly operationsPerYear_usd: number;
  readonly launchCapacity_kg: number;
  readonly firstLaunch_usd: number;
  readonly launchLearning: number;
  /** Of every dollar above. */
  readonly priceYear: number;
}

/** Defaults of AEI's calculator. */
export const AEI_COSTING: ConstellationCosting = {
  development_usd: 7e9,
  firstUnit_usd: 70e6,
  unitLearning: 0.85,
  life_y: 5,
  years_y: 20,
  operationsPerYear_usd: 450e6,
  launchCapacity_kg: 45000,
  firstLaunch_usd: 150e6,
  launchLearning: 0.95,
  priceYear: 2026,
};

export interface ConstellationCost {
  readonly generations: number;
  readonly perLaunch: number;
  /** Launches of one generation. */
  readonly launches: number;
  readonly averageUnit_usd: number;
  readonly averageLaunch_usd: number;
  /** Satellites and launches of one generation. */
  readonly generation_usd: number;
  readonly operations_usd: number;
  readonly total_usd: number;
  readonly priceYear: number;
}

/** Undefined when one satellite is too heavy for the launcher. */
export function constellationCost(interceptors: number, mass_kg: number, costing: ConstellationCosting = AEI_COSTING): ConstellationCost | undefined {
  const perLaunch = Math.floor(costing.launchCapacity_kg / mass_kg);
  if (perLaunch < 1) return undefined;
  const launches = Math.ceil(interceptors / perLaunch);
  const generations = Math.floor(costing.years_y / costing.life_y);
  const averageUnit_usd = costing.firstUnit_usd * averageCostShareClosed(interceptors, costing.unitLearning);
  const averageLaunch_usd = costing.firstLaunch_usd * averageCostShareClosed(launches, costing.launchLearning);
  const generation_usd = averageUnit_usd * interceptors + averageLaunch_usd * launches;
  const operations_usd = costing.operationsPerYear_usd * costing.years_y;
  return {
    generations, perLaunch, launches, averageUnit_usd, averageLaunch_usd, generation_usd, operations_usd,
    total_usd: generations * generation_usd + operations_usd + costing.development_usd,
    priceYear: costing.priceYear,
  };
}
