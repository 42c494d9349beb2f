/** AEI's calculator from mass to total cost. Reasons and sources: case.md. */
import { AEI_COSTING, type ConstellationCosting, constellationCost } from '../../src/models/cost/aei-calculator.js';
import { averageCostShare } from '../../src/models/cost/learning-curve.js';
import { AEI_INTERCEPTOR_MASS, AEI_ROCKET_G_MPS2, spaceInterceptorMass_kg } from '../../src/models/interceptor/rocket-equation.js';
import { AEI_SHELL, sizeShell } from '../../src/studies/number-needed/size-shell.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'aei-calculator-cost';

interface Choices {
  readonly rocketGravity_mps2: number;
  readonly costing: ConstellationCosting;
  /** Of the total, to plant mistakes in the last step. */
  readonly total_usd?: (total_usd: number) => number;
  readonly averageUnit_usd?: (closed_usd: number, interceptors: number) => number;
}

function calculate(salvo: number, { rocketGravity_mps2, costing, ...change }: Choices): Readonly<Record<string, number>> {
  const sized = sizeShell({ ...AEI_SHELL, salvo });
  if (typeof sized === 'string') throw new Error(`${ID}: ${sized}`);
  const mass_kg = spaceInterceptorMass_kg(AEI_INTERCEPTOR_MASS, rocketGravity_mps2);
  const cost = constellationCost(sized.interceptors, mass_kg, costing);
  if (cost === undefined) throw new Error(`${ID}: ${mass_kg} kg is too heavy`);
  const averageUnit_usd = change.averageUnit_usd?.(cost.averageUnit_usd, sized.interceptors) ?? cost.averageUnit_usd;
  const total_usd = change.total_usd?.(cost.total_usd) ?? cost.total_usd;
  return { mass_kg, perLaunch: cost.perLaunch, launches: cost.launches, averageUnit: averageUnit_usd / 1e6, total: total_usd / 1e9 };
}

function compare(change: Partial<Choices> = {}): ValidationResult {
  const reference = readReference(ID);
  const choices = { rocketGravity_mps2: AEI_ROCKET_G_MPS2, costing: AEI_COSTING, ...change };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    const salvo = reference.number(row, 'salvo');
    return {
      quantity: `${quantity}, salvo of ${salvo}`, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'),
      got: calculate(salvo, choices)[quantity] ?? NaN, relative: reference.number(row, 'relative'),
    };
  }));
}

export const aeiCalculatorCost: ValidationCase = {
  id: ID,
  title: 'Mass and cost of a layer, AEI calculator 2025',
  source: 'Harrison, space-based interceptor calculator, AEI, 2025 (formulas and defaults; seen: secondary)',
  mark: 'reproduced',
  tolerance: '0.005 %; counts exact',
  run: () => compare(),
  mistakes: [
    { name: '9.80665 for 9.81 in the rocket equation', run: () => compare({ rocketGravity_mps2: 9.80665 }) },
    { name: 'the exact sum of the learning curve for its closed form', run: () => compare({ averageUnit_usd: (_, interceptors) => AEI_COSTING.firstUnit_usd * averageCostShare(interceptors, AEI_COSTING.unitLearning) }) },
    { name: 'launches without learning', run: () => compare({ costing: { ...AEI_COSTING, launchLearning: 1 } }) },
    { name: 'development forgotten', run: () => compare({ total_usd: (total_usd) => total_usd - AEI_COSTING.development_usd }) },
    { name: 'one generation instead of four', run: () => compare({ costing: { ...AEI_COSTING, life_y: 20 } }) },
  ],
};
