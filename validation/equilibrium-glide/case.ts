/** Equilibrium glide. Reasons and sources: case.md. */
import { toSi } from '../../src/kernel/units.js';
import { type Glide, glideRange_m, glideTime_s } from '../../src/models/threat/glide/equilibrium-glide.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'equilibrium-glide';
const DIVE_KMPS = 1.8;
/** Half a unit, and a hundredth for the reference's own rounding at a tie. */
const HALF_UNIT = 0.51;

interface Model {
  range_m(glide: Glide): number;
  time_s(glide: Glide): number;
}

const OURS: Model = { range_m: glideRange_m, time_s: glideTime_s };

function compare(model: Model, toSpeed_mps: (speed_kmps: number) => number = (speed_kmps) => toSi(speed_kmps, 'kmps')): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const speed_kmps = reference.number(row, 'speed_kmps');
    const liftToDrag = reference.number(row, 'liftToDrag');
    const glide = { speed_mps: toSpeed_mps(speed_kmps), toSpeed_mps: toSpeed_mps(DIVE_KMPS), liftToDrag };
    const from = `from ${speed_kmps} km/s, L/D ${liftToDrag}`;
    return [
      { quantity: `range ${from}`, unit: 'km', expected: reference.number(row, 'range_km'), got: model.range_m(glide) / 1000, absolute: HALF_UNIT },
      { quantity: `time ${from}`, unit: 's', expected: reference.number(row, 'time_s'), got: model.time_s(glide), absolute: HALF_UNIT },
      { quantity: `range to rest ${from}`, unit: 'km', expected: reference.number(row, 'rangeToRest_km'), got: model.range_m({ ...glide, toSpeed_mps: 0 }) / 1000, absolute: HALF_UNIT },
    ];
  }).flat());
}

export const equilibriumGlide: ValidationCase = {
  id: ID,
  title: 'Range and time of an equilibrium glide',
  source: 'Eggers, Allen and Neice, NACA Report 1382, 1958, worked out separately',
  mark: 'reproduced',
  tolerance: '0.5 km and 0.5 s',
  run: () => compare(OURS),
  mistakes: [
    { name: 'a flat Earth', run: () => compare({ ...OURS, range_m: ({ speed_mps, toSpeed_mps, liftToDrag }) => (liftToDrag * (speed_mps * speed_mps - toSpeed_mps * toSpeed_mps)) / (2 * 9.668) }) },
    { name: 'drag over lift', run: () => compare({ range_m: (glide) => glideRange_m({ ...glide, liftToDrag: 1 / glide.liftToDrag }), time_s: (glide) => glideTime_s({ ...glide, liftToDrag: 1 / glide.liftToDrag }) }) },
    { name: 'kilometres per second for metres per second', run: () => compare(OURS, (speed_kmps) => speed_kmps) },
    { name: 'the factor 1/2 dropped', run: () => compare({ ...OURS, range_m: (glide) => 2 * glideRange_m(glide) }) },
    { name: 'range along the flight path instead of the ground', run: () => compare({ ...OURS, range_m: (glide) => glideRange_m(glide) * (6421 / 6371) }) },
  ],
};
