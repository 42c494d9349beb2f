/** Bound on a position from lines of sight. Reasons and sources: case.md. */
import { toSi } from '../../src/kernel/units.js';
import { addLineOfSight, noInformation, positionBound_m } from '../../src/models/sensor/stereo.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'stereo-bound';
const RELATIVE = 1e-4;
const TARGET_M = [toSi(6571, 'km'), 0, 0] as const;

interface Sensor { readonly offset_m: readonly [number, number, number]; readonly angularError_rad: number }
type Bound = (sensors: readonly Sensor[]) => number;

function compare(bound: Bound): ValidationResult {
  const reference = readReference(ID), places = readReference(ID, 'sensors.csv');
  return judge(reference.map((row): Comparison => {
    const geometry = reference.text(row, 'geometry');
    const rows = places.map((place) => place).filter((place) => places.text(place, 'geometry') === geometry);
    const sensors = rows.map((place): Sensor => ({
      offset_m: [toSi(places.number(place, 'x_km'), 'km') - TARGET_M[0], toSi(places.number(place, 'y_km'), 'km') - TARGET_M[1], toSi(places.number(place, 'z_km'), 'km') - TARGET_M[2]],
      angularError_rad: 1e-6 * places.number(place, 'angularError_urad'),
    }));
    return { quantity: `bound of ${geometry}`, unit: 'm', expected: reference.number(row, 'bound_m'), got: bound(sensors), relative: RELATIVE };
  }));
}

function closedForm_m(sensors: readonly Sensor[]): number {
  const information = noInformation();
  for (const { offset_m, angularError_rad } of sensors) addLineOfSight(information, ...offset_m, angularError_rad);
  return positionBound_m(information);
}

/** Errors of the lines put together as if each told the whole position. */
function independent_m(sensors: readonly Sensor[]): number {
  return 1 / Math.sqrt(sensors.reduce((sum, { offset_m: [x, y, z], angularError_rad }) => sum + 1 / ((x * x + y * y + z * z) * angularError_rad * angularError_rad), 0));
}

export const stereoBound: ValidationCase = {
  id: ID,
  title: 'Error of a position from lines of sight',
  source: 'Cramér-Rao bound, worked out separately by differences of the measured angles',
  mark: 'reproduced',
  tolerance: '0.01 %',
  run: () => compare(closedForm_m),
  mistakes: [
    { name: 'each line taken to tell the whole position', run: () => compare(independent_m) },
    { name: 'one axis of the three', run: () => compare((sensors) => closedForm_m(sensors) / Math.sqrt(3)) },
    { name: 'the error taken for both axes together', run: () => compare((sensors) => closedForm_m(sensors) / Math.SQRT2) },
    { name: 'the last sensor forgotten', run: () => compare((sensors) => closedForm_m(sensors.slice(0, -1))) },
  ],
};
