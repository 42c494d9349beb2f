/** The cost engine with the presets of the published studies. Reasons and sources: case.md. */
import { loadCatalogue } from '../../src/cli/frame/catalogue-file.js';
import { spaceLayerCost } from '../../src/policy/cost/layer-cost.js';
import { type CostPreset, costingOf, findPreset, valuesOf, withNumbers } from '../../src/policy/cost/preset.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'cost-engine';
const BILLION = 1e9;

function price(preset: CostPreset): Readonly<Record<string, number>> {
  const costing = costingOf(preset, valuesOf(preset.numbers));
  const cost = typeof costing === 'string' ? costing : spaceLayerCost(costing);
  if (typeof cost === 'string') throw new Error(`${ID}: ${cost}`);
  return { total: cost.total_usd / BILLION, units: cost.units_usd / BILLION, satellites: cost.satellites_count, built: cost.built_count };
}

function compare(change: (preset: CostPreset) => CostPreset = (preset) => preset): ValidationResult {
  const reference = readReference(ID), catalogue = loadCatalogue();
  return judge(reference.map((row) => {
    const name = reference.text(row, 'preset'), quantity = reference.text(row, 'quantity'), key = reference.text(row, 'key'), value = reference.number(row, 'value');
    const preset = findPreset(catalogue, name);
    if (preset === undefined) throw new Error(`${ID}: no preset ${name}`);
    const got = price(change(withNumbers(preset, { [key]: value })))[quantity] ?? NaN;
    return { quantity: `${quantity}, ${name}, ${key} ${value}`, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got, relative: reference.number(row, 'relative') };
  }));
}

export const costEngine: ValidationCase = {
  id: ID,
  title: 'The cost engine with presets of AEI 2025, CBO 2026 and APS 2003',
  source: 'Harrison, space-based interceptor calculator, AEI, 2025; Congressional Budget Office, 62422, 2026; APS Study Group, 2003 (all seen: secondary)',
  mark: 'reproduced',
  tolerance: '0.005 % for AEI; exact arithmetic for CBO and APS',
  run: () => compare(),
  mistakes: [
    { name: 'learning carried over the generations', run: () => compare((preset) => ({ ...preset, learning: 'sum' })) },
    { name: 'the first set only', run: () => compare((preset) => ({ ...preset, replacement: 'none' })) },
    { name: 'no learning', run: () => compare((preset) => withNumbers(preset, { unitLearning: 1 })) },
    { name: 'operations forgotten', run: () => compare((preset) => withNumbers(preset, { operationsPerYear_usd: 0 })) },
    { name: 'a life of six years', run: () => compare((preset) => withNumbers(preset, { life_y: 6 })) },
  ],
};
