/**
 * What a layer of interceptors costs over its years: development, units, launches, operations, in dollars of one price year,
 * nothing discounted. The first set is paid before service, in year 0; a set is renewed one for one as its satellites age (prorated,
 * as a budget office counts), or whole sets are bought (as AEI's calculator does), or nothing is (only the first set is known).
 * A part whose numbers are missing is not costed and is named; it is never taken as nothing.
 */
import { costOfFirst, costOfFirstClosed } from '../../models/cost/learning-curve.js';
import { lackingOf } from './lacking.js';

export type Replacement = 'prorated' | 'generations' | 'none';
/** `closed-form` starts anew with each generation, as AEI's calculator does; `sum` goes on over all that are built. */
export type LearningForm = 'sum' | 'closed-form';
export type Part = 'development' | 'units' | 'launches' | 'operations' | 'renewal';

export interface SpaceCosting {
  readonly satellites_count: number;
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

export interface BatteryCosting {
  readonly interceptors_count: number;
  readonly interceptor_usd: number;
  readonly site_usd: number;
  readonly operationsPerYear_usd: number;
  readonly years_y: number;
}

export interface YearSpend {
  /** 0 is all that is paid before service. */
  readonly year: number;
  readonly spend_usd: number;
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
  const development_usd = costing.development_usd ?? 0, operationsPerYear_usd = costing.operationsPerYear_usd ?? 0;
  let before_usd = 0;
  for (let year = 0; year <= last; year++) {
    const built = renewal.builtBy(Math.min(year, years_y)), sum_usd = bill(unit, built) + bill(launchOne, built);
    const share_y = year === 0 ? 0 : Math.min(1, years_y - (year - 1));
    years.push({ year, spend_usd: sum_usd - before_usd + share_y * operationsPerYear_usd + (year === 0 ? development_usd : 0) });
    before_usd = sum_usd;
  }
  const built_count = renewal.builtBy(years_y);
  const units_usd = bill(unit, built_count), launches_usd = bill(launchOne, built_count), operations_usd = operationsPerYear_usd * years_y;
  return {
    satellites_count, built_count, mass_kg,
    launches_count: launch?.launches === undefined ? undefined : inSets(launch.launches, built_count, renewal.set_count),
    development_usd, units_usd, launches_usd, operations_usd,
    total_usd: development_usd + units_usd + launches_usd + operations_usd,
    years, notCosted: lackingOf({ ...costing }, costing.replacement).map(({ part }) => part),
  };
}

/** A site with interceptors that last: nothing is renewed. */
export function batteryCost({ interceptors_count, interceptor_usd, site_usd, operationsPerYear_usd, years_y }: BatteryCosting): LayerCost {
  const units_usd = interceptors_count * interceptor_usd + site_usd, operations_usd = operationsPerYear_usd * years_y;
  const years = Array.from({ length: Math.ceil(years_y) + 1 }, (_, year) => ({ year, spend_usd: year === 0 ? units_usd : operationsPerYear_usd * Math.min(1, years_y - (year - 1)) }));
  return { satellites_count: interceptors_count, built_count: interceptors_count, mass_kg: undefined, launches_count: undefined, development_usd: 0, units_usd, launches_usd: 0, operations_usd, total_usd: units_usd + operations_usd, years, notCosted: ['development', 'renewal'] };
}

function renewalOf({ satellites_count, years_y, life_y, replacement, learning }: SpaceCosting): Renewal {
  if (replacement === 'none' || life_y === undefined) return { builtBy: () => satellites_count, set_count: undefined };
  if (replacement === 'prorated') return { builtBy: (year) => satellites_count * (1 + Math.max(0, year - life_y) / life_y), set_count: undefined };
  const sets = Math.max(1, Math.floor(years_y / life_y));
  // A set that ends with the year is renewed in the next, so that the last year of all buys none.
  const builtBy = (year: number): number => satellites_count * Math.min(sets, 1 + Math.max(0, Math.ceil(year / life_y) - 1));
  return { builtBy, set_count: learning === 'closed-form' ? satellites_count : undefined };
}

function learner(first_usd: number, rate: number, form: LearningForm): (count: number) => number {
  return (count) => first_usd * (form === 'sum' || rate === 1 ? costOfFirst(count, rate) : costOfFirstClosed(count, rate));
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

