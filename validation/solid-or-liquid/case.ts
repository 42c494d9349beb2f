/** Why a solid missile needs several times the constellation. Reasons and sources: case.md. */
import { fromSi } from '../../src/kernel/units.js';
import { AEI_SHELL, reachOf, sizeShell } from '../../src/studies/number-needed/size-shell.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'solid-or-liquid';
const SOLID_BURN_S = 170;
const LIQUID_BURN_S = 250;
const DELAY_S = 60;
const FLAT = { ...AEI_SHELL, interceptAltitude_m: AEI_SHELL.altitude_m };

interface Model {
  reach_m(flyout_s: number): number;
  ratio(solid_s: number, liquid_s: number): number;
}

const OURS: Model = {
  reach_m: (flyout_s) => {
    const reach = reachOf({ ...FLAT, flyout_s });
    return typeof reach === 'string' ? NaN : reach.reach_m;
  },
  ratio: (solid_s, liquid_s) => absenteeRatio(solid_s) / absenteeRatio(liquid_s),
};

function absenteeRatio(flyout_s: number): number {
  const sized = sizeShell({ ...FLAT, flyout_s });
  return typeof sized === 'string' ? NaN : sized.absenteeRatio;
}

function compare(model: Model, delay_s = DELAY_S): ValidationResult {
  const reference = readReference(ID);
  const solid_s = SOLID_BURN_S - delay_s;
  const liquid_s = LIQUID_BURN_S - delay_s;
  const got: Readonly<Record<string, number>> = {
    solidReach_km: fromSi(model.reach_m(solid_s), 'km'),
    liquidReach_km: fromSi(model.reach_m(liquid_s), 'km'),
    constellationRatio: model.ratio(solid_s, liquid_s),
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: reference.number(row, 'relative') };
  }));
}

export const solidOrLiquid: ValidationCase = {
  id: ID,
  title: 'Reach against solid and liquid missiles',
  source: 'burn times: IEEE Spectrum, March 2005, after APS 2003; reach worked out by hand',
  mark: 'reproduced',
  tolerance: '0.01 % of reach, 0.1 % of the ratio',
  run: () => compare(OURS),
  mistakes: [
    { name: 'no time for acceleration', run: () => compare({ ...OURS, reach_m: (flyout_s) => FLAT.speed_mps * flyout_s }) },
    { name: 'the delay forgotten', run: () => compare(OURS, 0) },
    { name: 'numbers in proportion to reach, not its square', run: () => compare({ ...OURS, ratio: (solid_s, liquid_s) => OURS.reach_m(liquid_s) / OURS.reach_m(solid_s) }) },
    { name: 'kilometres for metres', run: () => compare({ ...OURS, reach_m: (flyout_s) => OURS.reach_m(flyout_s) / 1000 }) },
  ],
};
