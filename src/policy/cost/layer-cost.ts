/**
 * What an element of a shield costs over its years: development, units, launches, operations, in dollars of one price year,
 * nothing discounted. A unit is a satellite, an interceptor, a radar. The first set is paid before service, in year 0; a set is renewed
 * one for one as its units age (prorated, as a budget office counts), or whole sets are bought (as AEI's calculator does), or
 * nothing is (only the first set is known). Units that exist are paid for: they are of all ages, so that their renewal begins at once.
 * A part whose numbers are missing is not costed and is named; it is never taken as nothing.
 */
import { costCurve, costOfFirstClosed } from '../../models/cost/learning-curve.js';
import { lackingOf } from './lacking.js';

export type Replacement = 'prorated' | 'generations' | 'none';
/** `closed-form` starts anew with each generation, as AEI's calculator does; `sum` goes on over all that are built. */
export type LearningForm = 'sum' | 'closed-form';
export type Part = 'development' | 'units' | 'launches' | 'operations' | 'renewal';

export interface SpaceCosting {
  /** Units in service at any time. */
  readonly satellites_count: number;
  /** Of them, those that stand and are paid for. */
  readonly existing_count?: number | undefined;
  /** Sites and the like, bought before service and not renewed; counted among the units. */
  readonly sites_usd?: number | undefined;
  readonly mass_kg?: number | undefined;
  readonly years_y: number;
  readonly life_y?: number | undefined;
  readonly replacement: Replacement;
  readonly learning: LearningForm;
  readonly development_usd?: number | undefined;
  readonly firstUnit_usd?: number | undefined;
  readonly unitLearning?: number | undefined;
  /** Launch by weight; takes precedence over launch by the piece. */
  readonly launch_usdPerKg?: number | undefined;
  readonly launchCapacity_kg?: number | undefined;
  readonly firstLaunch_usd?: number | undefined;
  readonly launchLearning?: number | undefined;
  readonly operationsPerYear_usd?: number | undefined;
}

export interface YearSpend {
  /** 0 is all that is paid before service. */
  readonly year: number;
  readonly spend_usd: number;
  /** The three that it is made of: what is bought before service, what replaces worn-out units, running. */
  readonly acquisition_usd: number;
  readonly replenishment_usd: number;
  readonly operations_usd: number;
}

export interface LayerCost {
  readonly satellites_count: number;
  /** Of all years, the first set included. */
  readonly built_count: number;
  readonly mass_kg: number | undefined;
  readonly launches_count: number | undefined;
  readonly development_usd: number;
  readonly units_usd: number;
  readonly launches_usd: number;
  readonly operations_usd: number;
  /** Part of units and launches: all after the first set. */
  readonly replenishment_usd: number;
  readonly total_usd: number;
  readonly years: readonly YearSpend[];
  readonly notCosted: readonly Part[];
}

/** A layer that cannot be: told in words. */
export type NoCost = string;

/** What has been built by the end of each year of service, and into how many sets it falls. */
interface Renewal {
  builtBy(year: number): number;
  /** Satellites of one set where learning starts anew with each; undefined where it goes on. */
  readonly set_count: number | undefined;
}

export function spaceLayerCost(costing: SpaceCosting): LayerCost | NoCost {
  const { satellites_count, years_y, mass_kg } = costing;
  const renewal = renewalOf(costing);
  const launch = launchBill(costing);
  if (typeof launch === 'string') return launch;
  const unit = costing.firstUnit_usd === undefined ? undefined : learner(costing.firstUnit_usd, costing.unitLearning ?? 1, costing.learning);
  const bill = (one: ((count: number) => number) | undefined, built: number): number => (one === undefined ? 0 : inSets(one, built, renewal.set_count));
  const launchOne = launch === undefined ? undefined : launch.bill_usd;
  const last = Math.ceil(years_y), years: YearSpend[] = [];
  const development_usd = costing.development_usd ?? 0, operationsPerYear_usd = costing.operationsPerYear_usd ?? 0, sites_usd = costing.sites_usd ?? 0;
  let before_usd = 0;
  for (let year = 0; year <= last; year++) {
    const built = renewal.builtBy(Math.min(year, years_y)), sum_usd = bill(unit, built) + bill(launchOne, built), bought_usd = sum_usd - before_usd;
    const share_y = year === 0 ? 0 : Math.min(1, years_y - (year - 1));
    const acquisition_usd = year === 0 ? bought_usd + sites_usd + development_usd : 0, replenishment_usd = year === 0 ? 0 : bought_usd, operations_usd = share_y * operationsPerYear_usd;
    years.push({ year, spend_usd: acquisition_usd + replenishment_usd + operations_usd, acquisition_usd, replenishment_usd, operations_usd });
    before_usd = sum_usd;
  }
  const built_count = renewal.builtBy(years_y);
  const units_usd = bill(unit, built_count) + sites_usd, launches_usd = bill(launchOne, built_count), operations_usd = operationsPerYear_usd * years_y;
  return {
    satellites_count, built_count, mass_kg,
    launches_count: launch?.launches === undefined ? undefined : inSets(launch.launches, built_count, renewal.set_count),
    development_usd, units_usd, launches_usd, operations_usd, replenishment_usd: years.reduce((sum, { replenishment_usd: each_usd }) => sum + each_usd, 0),
    total_usd: development_usd + units_usd + launches_usd + operations_usd,
    years, notCosted: lackingOf({ ...costing }, costing.replacement).map(({ part }) => part),
  };
}

function renewalOf({ satellites_count, existing_count = 0, years_y, life_y, replacement, learning }: SpaceCosting): Renewal {
  const new_count = satellites_count - existing_count;
  if (replacement === 'none' || life_y === undefined) return { builtBy: () => new_count, set_count: undefined };
  if (replacement === 'prorated') return { builtBy: (year) => new_count * (1 + Math.max(0, year - life_y) / life_y) + existing_count * (year / life_y), set_count: undefined };
  const sets = Math.max(1, Math.floor(years_y / life_y));
  // A set that ends with the year is renewed in the next, so that the last year of all buys none.
  const builtBy = (year: number): number => satellites_count * Math.min(sets, 1 + Math.max(0, Math.ceil(year / life_y) - 1));
  return { builtBy, set_count: learning === 'closed-form' ? satellites_count : undefined };
}

function learner(first_usd: number, rate: number, form: LearningForm): (count: number) => number {
  const curve = form === 'sum' || rate === 1 ? costCurve(rate) : (count: number): number => costOfFirstClosed(count, rate);
  return (count) => first_usd * curve(count);
}

function inSets(one: (count: number) => number, count: number, set_count: number | undefined): number {
  if (set_count === undefined) return one(count);
  return (count / set_count) * one(set_count);
}

interface LaunchBill {
  bill_usd(satellites: number): number;
  /** Undefined by weight. */
  readonly launches?: (satellites: number) => number;
}

function launchBill({ mass_kg, launch_usdPerKg, launchCapacity_kg, firstLaunch_usd, launchLearning, learning }: SpaceCosting): LaunchBill | NoCost | undefined {
  if (mass_kg === undefined) return undefined;
  if (launch_usdPerKg !== undefined) return { bill_usd: (satellites) => satellites * mass_kg * launch_usdPerKg };
  if (launchCapacity_kg === undefined || firstLaunch_usd === undefined) return undefined;
  const perLaunch = Math.floor(launchCapacity_kg / mass_kg);
  if (perLaunch < 1) return `a satellite of ${Math.round(mass_kg)} kg is heavier than what one launch lifts, ${Math.round(launchCapacity_kg)} kg`;
  const launches = (satellites: number): number => Math.ceil(satellites / perLaunch - 1e-9);
  const cost = learner(firstLaunch_usd, launchLearning ?? 1, learning);
  return { bill_usd: (satellites) => cost(launches(satellites)), launches };
}

