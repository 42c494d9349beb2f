/** CBO's notional space layer: do its published numbers fit together. Reasons and sources: case.md. */
import { launchByWeight_usd, type Renewal, satellitesBuilt, replacementsPerYear } from '../../src/models/cost/renewal.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'cbo-space-layer';

/** As reported of CBO 2026; money in billions of 2026 dollars, the unit in millions. */
interface Published {
  readonly renewal: Renewal;
  readonly years_y: number;
  readonly unitMillions: number;
  readonly acquisition: number;
  readonly operationsPerYear: number;
  readonly total: number;
  readonly launch_usdPerKg: number;
}

const CBO: Published = {
  renewal: { satellites_count: 7800, life_y: 5 }, years_y: 20,
  unitMillions: 22, acquisition: 723, operationsPerYear: 1, total: 1191, launch_usdPerKg: 500,
};

function compare(published: Published, built: (renewal: Renewal, years_y: number) => number = satellitesBuilt): ValidationResult {
  const reference = readReference(ID);
  const count = built(published.renewal, published.years_y);
  const hardware = (count * published.unitMillions) / 1000;
  const left = published.acquisition - hardware;
  const layer = published.acquisition + published.operationsPerYear * published.years_y;
  const got: Readonly<Record<string, number>> = {
    built: count,
    perYear: replacementsPerYear(published.renewal),
    hardware,
    leftForDevelopmentAndLaunch: left,
    withOperations: layer,
    shareOfTotal: layer / published.total,
    heaviestSatellite: (left * 1e9) / launchByWeight_usd(count, published.launch_usdPerKg),
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: reference.number(row, 'relative') };
  }));
}

export const cboSpaceLayer: ValidationCase = {
  id: ID,
  title: 'Renewal of a notional space layer, CBO 2026',
  source: 'Congressional Budget Office, Potential Costs of a National Missile Defense System, 62422, 2026 (seen: secondary)',
  mark: 'arithmetic',
  tolerance: 'counts and sums exact; share 0.1 %, mass 0.5 %',
  run: () => compare(CBO),
  mistakes: [
    { name: 'replacements without the first set', run: () => compare(CBO, (renewal, years_y) => satellitesBuilt(renewal, years_y) - renewal.satellites_count) },
    { name: 'operations for one year only', run: () => compare({ ...CBO, operationsPerYear: CBO.operationsPerYear / CBO.years_y }) },
    { name: 'a life of six years', run: () => compare({ ...CBO, renewal: { ...CBO.renewal, life_y: 6 } }) },
    { name: 'dollars per pound for dollars per kilogram', run: () => compare({ ...CBO, launch_usdPerKg: CBO.launch_usdPerKg / 0.45359237 }) },
  ],
};
