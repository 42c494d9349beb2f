/** The rocket equation. Reasons and sources: case.md. */
import { toSi } from '../../src/kernel/units.js';
import { massRatio } from '../../src/models/interceptor/rocket-equation.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'rocket-equation';
const HALF_UNIT = 5e-4;

type Model = (velocityChange_mps: number, specificImpulse_s: number) => number;

function compare(ratio: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const change_kmps = reference.number(row, 'velocityChange_kmps');
    const specificImpulse_s = reference.number(row, 'specificImpulse_s');
    return { quantity: `${change_kmps} km/s at ${specificImpulse_s} s`, unit: '', expected: reference.number(row, 'ratio'), got: ratio(toSi(change_kmps, 'kmps'), specificImpulse_s), absolute: HALF_UNIT };
  }));
}

export const rocketEquation: ValidationCase = {
  id: ID,
  title: 'Mass ratio for a velocity change',
  source: "Tsiolkovsky's equation, worked out separately",
  mark: 'reproduced',
  tolerance: '0.0005',
  run: () => compare((velocityChange_mps, specificImpulse_s) => massRatio(velocityChange_mps, specificImpulse_s)),
  mistakes: [
    { name: 'g of 9.81', run: () => compare((velocityChange_mps, specificImpulse_s) => massRatio(velocityChange_mps, specificImpulse_s, 9.81)) },
    { name: 'kilometres for metres', run: () => compare((velocityChange_mps, specificImpulse_s) => massRatio(velocityChange_mps / 1000, specificImpulse_s)) },
    { name: 'specific impulse taken for exhaust speed', run: () => compare((velocityChange_mps, specificImpulse_s) => massRatio(velocityChange_mps, specificImpulse_s, 10)) },
  ],
};
