/** How far cost falls when only the launch price falls, CBO 2025. Fitted in the mass of a satellite. Reasons and sources: case.md. */
import { loadCatalogue } from '../../src/cli/frame/catalogue-file.js';
import { spaceLayerCost } from '../../src/policy/cost/layer-cost.js';
import { type CostPreset, costingOf, findPreset, valuesOf, withNumbers } from '../../src/policy/cost/preset.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'cbo-launch-price';
const BILLION = 1e9;
/** Where the letter's prices start. */
const BEFORE_USD_PER_KG = 9800;

function total(preset: CostPreset): number {
  const costing = costingOf(preset, valuesOf(preset.numbers));
  const cost = typeof costing === 'string' ? costing : spaceLayerCost(costing);
  if (typeof cost === 'string') throw new Error(`${ID}: ${cost}`);
  return cost.total_usd / BILLION;
}

function compare(change: (preset: CostPreset) => CostPreset = (preset) => preset, price_usdPerKg = BEFORE_USD_PER_KG): ValidationResult {
  const reference = readReference(ID), catalogue = loadCatalogue();
  return judge(reference.map((row) => {
    const alternative = reference.text(row, 'alternative'), quantity = reference.text(row, 'quantity');
    const preset = findPreset(catalogue, `cbo-2025-${alternative}`);
    if (preset === undefined) throw new Error(`${ID}: no preset for the ${alternative} alternative`);
    const changed = change(preset), after = total(changed), before = total(withNumbers(changed, { launch_usdPerKg: price_usdPerKg }));
    const got: Readonly<Record<string, number>> = { before, after, fall: 1 - after / before };
    return { quantity: `${quantity}, ${alternative}est-cost alternative`, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, absolute: reference.number(row, 'absolute') };
  }));
}

export const cboLaunchPrice: ValidationCase = {
  id: ID,
  title: 'Fall of cost with the price of launch, CBO 2025',
  source: 'Congressional Budget Office, letter on lower launch costs, 5 May 2025 (lowest-cost alternative seen: primary; the other: secondary)',
  mark: 'calibrated',
  tolerance: 'half a unit of the last printed digit; fitted in mass_kg',
  run: () => compare(),
  mistakes: [
    { name: 'dollars per pound for dollars per kilogram', run: () => compare(undefined, BEFORE_USD_PER_KG / 0.45359237) },
    { name: 'the first set only', run: () => compare((preset) => ({ ...preset, replacement: 'none' })) },
    { name: "a satellite of AEI's mass", run: () => compare((preset) => withNumbers(preset, { mass_kg: 1900 })) },
    { name: 'a life of six years', run: () => compare((preset) => withNumbers(preset, { life_y: 6 })) },
  ],
};
