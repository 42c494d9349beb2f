/** Learning curves. Reasons and sources: case.md. */
import { averageCostShare, averageCostShareClosed, learningExponent, unitCostShare } from '../../src/models/cost/learning-curve.js';
import { log } from '../../src/kernel/maths.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'learning-curve';
const UNITS = 4990;
const HALF_UNIT = 5.1e-6;

interface Model {
  exponent(rate: number): number;
  average(rate: number): number;
  averageClosed(rate: number): number;
}

const OURS: Model = { exponent: learningExponent, average: (rate) => averageCostShare(UNITS, rate), averageClosed: (rate) => averageCostShareClosed(UNITS, rate) };

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    const rate = reference.number(row, 'rate');
    const got = quantity === 'exponent' ? model.exponent(rate) : quantity === 'average' ? model.average(rate) : model.averageClosed(rate);
    return { quantity: `${quantity} at ${100 * rate} %`, unit: '', expected: reference.number(row, 'expected'), got, absolute: HALF_UNIT };
  }));
}

export const learningCurve: ValidationCase = {
  id: ID,
  title: 'Learning curves over thousands of units',
  source: 'Wright, Journal of the Aeronautical Sciences 3, 1936; closed form of Harrison, AEI 2025; sums worked out separately',
  mark: 'reproduced',
  tolerance: 'half a unit of the fifth decimal',
  run: () => compare(OURS),
  mistakes: [
    { name: 'the natural logarithm of the rate', run: () => compare({ ...OURS, exponent: log }) },
    { name: 'the closed form for the sum', run: () => compare({ ...OURS, average: OURS.averageClosed }) },
    { name: 'the last unit for the average', run: () => compare({ ...OURS, average: (rate) => unitCostShare(UNITS, rate) }) },
    { name: 'the + 1 of the closed form dropped', run: () => compare({ ...OURS, averageClosed: (rate) => OURS.averageClosed(rate) - 1 / (UNITS * (1 + learningExponent(rate))) }) },
  ],
};
