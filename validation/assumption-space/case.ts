/** How far assumptions alone move the size of a constellation. Reasons and sources: case.md. */
import { toSi } from '../../src/kernel/units.js';
import { AEI_SHELL, type LatitudeInputs, sizeByLatitude, sizeShell } from '../../src/studies/number-needed/size-shell.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'assumption-space';
const BURN_S = 170;
const LATITUDE_DEG = 40;
const BASE = { ...AEI_SHELL, altitude_m: 350e3, salvo: 1, shots: 2 };
/** Interceptors per missile: CBO 2026, AEI 2025, APS 2003. */
const PUBLISHED = [780, 998, 1600];

type Change = (inputs: LatitudeInputs) => LatitudeInputs;

function size(inputs: LatitudeInputs, isUniform: boolean): number {
  const result = isUniform ? sizeShell({ ...inputs, maxLatitude_rad: AEI_SHELL.maxLatitude_rad }) : sizeByLatitude(inputs);
  return typeof result === 'string' ? NaN : result.interceptors;
}

function compare(change: Change = (inputs) => inputs): ValidationResult {
  const reference = readReference(ID);
  const rows = reference.map((row): Comparison => {
    const orbits = reference.text(row, 'inclination_deg');
    const speed_kmps = reference.number(row, 'speed_kmps');
    const delay_s = reference.number(row, 'delay_s');
    const isUniform = orbits === 'uniform';
    const inputs = { ...BASE, speed_mps: toSi(speed_kmps, 'kmps'), flyout_s: BURN_S - delay_s, latitude_rad: toSi(LATITUDE_DEG, 'deg'), inclination_rad: isUniform ? 0 : toSi(reference.number(row, 'inclination_deg'), 'deg') };
    return { quantity: `${speed_kmps} km/s, delay ${delay_s} s, inclination ${orbits}`, unit: 'count', expected: reference.number(row, 'expected_count'), got: size(change(inputs), isUniform), absolute: reference.number(row, 'absolute') };
  });
  const [least, most] = [Math.min(...rows.map((row) => row.got)), Math.max(...rows.map((row) => row.got))];
  const inside = PUBLISHED.map((count): Comparison => ({ quantity: `published ${count} lies inside`, unit: '', expected: 1, got: count > least && count < most ? 1 : 0, absolute: 0 }));
  return judge([...rows, ...inside]);
}

export const assumptionSpace: ValidationCase = {
  id: ID,
  title: 'One missile, one model, all published numbers in between',
  source: 'worked out separately from the formulas of AEI 2025 and the closed form of latitude; burn time after APS 2003',
  mark: 'reproduced',
  tolerance: 'one interceptor; 1.5 % where the reference says about',
  run: () => compare(),
  mistakes: [
    { name: 'kilometres for metres in the altitudes', run: () => compare((inputs) => ({ ...inputs, altitude_m: inputs.altitude_m / 1000, interceptAltitude_m: inputs.interceptAltitude_m / 1000 })) },
    { name: 'degrees for radians', run: () => compare((inputs) => ({ ...inputs, latitude_rad: LATITUDE_DEG })) },
    { name: 'the delay forgotten', run: () => compare((inputs) => ({ ...inputs, flyout_s: BURN_S })) },
    { name: "meeting at the shell's altitude", run: () => compare((inputs) => ({ ...inputs, interceptAltitude_m: inputs.altitude_m })) },
    { name: 'one shot instead of two', run: () => compare((inputs) => ({ ...inputs, shots: 1 })) },
  ],
};
