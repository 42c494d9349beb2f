/** Life and make-up of low satellites. Reasons and sources: case.md. */
import { fromSi, toSi } from '../../src/kernel/units.js';
import { dragMakeUpPerYear_mps, MEAN_ACTIVITY_DENSITY, passiveLifetime_s, tableDensity_kgpm3 } from '../../src/models/constellation/drag-lifetime.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'orbital-decay';
const LIFETIME_RELATIVE = 0.05;
const MAKE_UP_RELATIVE = 0.01;
const MASS_PER_AREA_KGPM2 = 100;

interface Model {
  lifetime_s(altitude_m: number): number;
  makeUp_mps(altitude_m: number): number;
}

const ours = (dragCoefficient?: number): Model => {
  const satellite = (altitude_m: number) => ({ altitude_m, massPerArea_kgpm2: MASS_PER_AREA_KGPM2, ...(dragCoefficient === undefined ? {} : { dragCoefficient }) });
  return { lifetime_s: (altitude_m) => passiveLifetime_s(satellite(altitude_m)), makeUp_mps: (altitude_m) => dragMakeUpPerYear_mps(satellite(altitude_m)) };
};

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const altitude_km = reference.number(row, 'altitude_km');
    const altitude_m = toSi(altitude_km, 'km');
    const lifetime: Comparison = { quantity: `life from ${altitude_km} km`, unit: 'd', expected: reference.number(row, 'lifetime_d'), got: fromSi(model.lifetime_s(altitude_m), 'd'), relative: LIFETIME_RELATIVE };
    if (reference.text(row, 'makeUp_mps') === '') return [lifetime];
    return [lifetime, { quantity: `make-up per year at ${altitude_km} km`, unit: 'm/s', expected: reference.number(row, 'makeUp_mps'), got: model.makeUp_mps(altitude_m), relative: MAKE_UP_RELATIVE }];
  }).flat());
}

/** Density by a straight line between the rows, at half-way points far too high: life comes out short. */
function linearDensityShare(altitude_m: number): number {
  const above = MEAN_ACTIVITY_DENSITY.findIndex((row) => row.altitude_m > altitude_m);
  const lower = MEAN_ACTIVITY_DENSITY[above - 1];
  const upper = MEAN_ACTIVITY_DENSITY[above];
  if (lower === undefined || upper === undefined) return 1;
  const share = (altitude_m - lower.altitude_m) / (upper.altitude_m - lower.altitude_m);
  return (lower.density_kgpm3 + share * (upper.density_kgpm3 - lower.density_kgpm3)) / tableDensity_kgpm3(altitude_m);
}

export const orbitalDecay: ValidationCase = {
  id: ID,
  title: 'Drag at low altitude: life without an engine, make-up with one',
  source: 'density table of space.stackexchange.com/questions/48256 (mean activity); arithmetic worked out separately',
  mark: 'reproduced',
  tolerance: '5 % of lifetimes, 1 % of make-up',
  run: () => compare(ours()),
  mistakes: [
    { name: 'a drag coefficient of 2.0', run: () => compare(ours(2)) },
    { name: 'the factor 1/2 of drag in the decay too', run: () => compare({ ...ours(), lifetime_s: (altitude_m) => 2 * ours().lifetime_s(altitude_m) }) },
    { name: 'kilometres for metres', run: () => compare({ lifetime_s: (altitude_m) => ours().lifetime_s(altitude_m / 1000), makeUp_mps: (altitude_m) => ours().makeUp_mps(altitude_m / 1000) }) },
    { name: 'density along straight lines', run: () => compare({ ...ours(), lifetime_s: (altitude_m) => ours().lifetime_s(altitude_m) / linearDensityShare(altitude_m - 25e3) }) },
  ],
};
