/** AEI's boost-phase layer, sized from its own inputs. Reasons and sources: case.md. */
import { toSi } from '../../src/kernel/units.js';
import type { NumberAnswer } from '../../src/studies/number-needed/method.js';
import { AEI_SHELL, type ShellInputs, sizeShell } from '../../src/studies/number-needed/size-shell.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'aei-boost-sizing';
/** The paper's rounding. */
const PAPER_RELATIVE = 1e-3;

type Sizer = (inputs: ShellInputs) => NumberAnswer;

function ours(inputs: ShellInputs, earthRadius_m?: number): NumberAnswer {
  const result = sizeShell(inputs, earthRadius_m);
  if (typeof result === 'string') throw new Error(`${ID}: ${result}`);
  return result;
}

function compare(size: Sizer): ValidationResult {
  const salvos = readReference(ID);
  const scalars = readReference(ID, 'reach.csv');
  const one = size(AEI_SHELL);
  const got: Readonly<Record<string, number>> = { flyout_km: one.flyout_m / 1000, reach_km: one.reach_m / 1000, absenteeRatio: one.absenteeRatio };
  return judge([
    ...scalars.map((row): Comparison => {
      const quantity = scalars.text(row, 'quantity');
      return { quantity, unit: scalars.text(row, 'unit'), expected: scalars.number(row, 'expected'), got: got[quantity] ?? NaN, relative: scalars.number(row, 'relative') };
    }),
    ...salvos.map((row): Comparison[] => {
      const salvo = salvos.number(row, 'salvo');
      const interceptors = size({ ...AEI_SHELL, salvo }).interceptors;
      const calculator: Comparison = { quantity: `interceptors for a salvo of ${salvo}, calculator`, unit: 'count', expected: salvos.number(row, 'calculator_count'), got: interceptors, absolute: 0 };
      if (salvos.text(row, 'paper_count') === '') return [calculator];
      return [calculator, { quantity: `interceptors for a salvo of ${salvo}, paper`, unit: 'count', expected: salvos.number(row, 'paper_count'), got: interceptors, relative: PAPER_RELATIVE }];
    }).flat(),
  ]);
}

export const aeiBoostSizing: ValidationCase = {
  id: ID,
  title: 'Size of a boost-phase layer, AEI 2025',
  source: 'Harrison, Build Your Own Golden Dome, AEI Working Paper 2025-20, 2025, appendix B, and its calculator (seen: secondary)',
  mark: 'reproduced',
  tolerance: 'exact against the calculator; 0.1 % against the rounded paper',
  run: () => compare((inputs) => ours(inputs)),
  mistakes: [
    { name: 'kilometres for metres in the altitudes', run: () => compare((inputs) => ours({ ...inputs, altitude_m: inputs.altitude_m / 1000, interceptAltitude_m: inputs.interceptAltitude_m / 1000 })) },
    { name: 'the mean radius of the Earth', run: () => compare((inputs) => ours(inputs, 6371e3)) },
    { name: 'g of 9.81 in the acceleration', run: () => compare((inputs) => ours({ ...inputs, acceleration_mps2: 15 * 9.81 })) },
    { name: 'the fly-out taken for the reach', run: () => compare((inputs) => ours({ ...inputs, altitude_m: inputs.interceptAltitude_m })) },
    { name: 'one shot instead of two', run: () => compare((inputs) => ours({ ...inputs, shots: 1 })) },
    { name: 'half of the sphere', run: () => compare((inputs) => ours({ ...inputs, maxLatitude_rad: toSi(30, 'deg') })) },
  ],
};
