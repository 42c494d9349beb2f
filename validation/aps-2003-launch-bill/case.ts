/** APS 2003's launch bill. Reasons and sources: case.md. */
import { launchByWeight_usd } from '../../src/models/cost/renewal.js';
import { toSi } from '../../src/kernel/units.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'aps-2003-launch-bill';
const INTERCEPTORS = 1600;
const EACH_T = 1.25;
const THEN_USD_PER_KG = 22_000;
const REPORTED_2026_USD_PER_KG = 500;

function compare(each_kg: number, bill: typeof launchByWeight_usd = launchByWeight_usd): ValidationResult {
  const reference = readReference(ID);
  const constellation_kg = INTERCEPTORS * each_kg;
  const got: Readonly<Record<string, number>> = {
    constellation_kg,
    launchThen: bill(constellation_kg, THEN_USD_PER_KG) / 1e9,
    launchReported2026: bill(constellation_kg, REPORTED_2026_USD_PER_KG) / 1e9,
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: 1e-12 };
  }));
}

export const aps2003LaunchBill: ValidationCase = {
  id: ID,
  title: 'Mass and launch bill of a constellation, APS 2003',
  source: 'Space News, 21 July 2003, on APS 2003; launch price as reported of CBO 2026 (seen: secondary)',
  mark: 'arithmetic',
  tolerance: 'exact',
  run: () => compare(toSi(EACH_T, 't')),
  mistakes: [
    { name: 'tonnes for kilograms', run: () => compare(EACH_T) },
    { name: 'dollars per pound for dollars per kilogram', run: () => compare(toSi(EACH_T, 't'), (mass_kg, price) => launchByWeight_usd(mass_kg, price / 0.45359237)) },
  ],
};
