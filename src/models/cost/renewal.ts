/**
 * Keeping a constellation up: satellites are replaced as they age, one for one, evenly over the years. Unlike AEI's calculator,
 * which buys whole generations, this is how a budget office counts: 7,800 of a five-year life are 1,560 a year.
 * Source: the arithmetic behind CBO's notional space layer (CBO 62422, 2026) and APS 2003's launch bill.
 */

export interface Renewal {
  readonly satellites_count: number;
  readonly life_y: number;
}

export function replacementsPerYear({ satellites_count, life_y }: Renewal): number {
  return satellites_count / life_y;
}

/** Satellites built over the years, the first set included when the years are at least one life. */
export function satellitesBuilt(renewal: Renewal, years_y: number): number {
  return Math.max(renewal.satellites_count, replacementsPerYear(renewal) * years_y);
}

/** Bill of a launch by weight. */
export function launchByWeight_usd(mass_kg: number, price_usdPerKg: number): number {
  return mass_kg * price_usdPerKg;
}
