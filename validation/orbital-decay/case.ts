/** Life and make-up of low satellites. Reasons and sources: case.md. */
import { fromSi, toSi } from '../../src/kernel/units.js';
import { DEFAULT_DRAG_COEFFICIENT, dragMakeUpPerYear_mps, MEAN_ACTIVITY_DENSITY, passiveLifetime_s, tableDensity_kgpm3 } from '../../src/models/constellation/drag-lifetime.js';
import { orbitLife } from '../../src/studies/orbit/orbit-life.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'orbital-decay';
const LIFETIME_RELATIVE = 0.05;
const MAKE_UP_RELATIVE = 0.01;
/** Printed to two digits. */
const FIVE_YEARS_RELATIVE = 0.02;
const LIFE_S = toSi(5, 'y');

interface Model {
  lifetime_s(altitude_m: number, massPerArea_kgpm2: number): number;
  makeUp_mps(altitude_m: number, massPerArea_kgpm2: number): number;
  makeUpOverLife_mps(altitude_m: number, massPerArea_kgpm2: number): number;
}

const ours = (dragCoefficient?: number): Model => {
  const satellite = (altitude_m: number, massPerArea_kgpm2: number) => ({ altitude_m, massPerArea_kgpm2, ...(dragCoefficient === undefined ? {} : { dragCoefficient }) });
  return {
    lifetime_s: (altitude_m, massPerArea_kgpm2) => passiveLifetime_s(satellite(altitude_m, massPerArea_kgpm2)),
    makeUp_mps: (altitude_m, massPerArea_kgpm2) => dragMakeUpPerYear_mps(satellite(altitude_m, massPerArea_kgpm2)),
    makeUpOverLife_mps: (altitude_m, massPerArea_kgpm2) => orbitLife({ ...CONSTELLATION, altitude_m, massToArea_kgpm2: massPerArea_kgpm2, dragCoefficient: dragCoefficient ?? DEFAULT_DRAG_COEFFICIENT }, 'mean')?.makeUp_mps ?? NaN,
  };
};

/** What of a constellation does not matter here. */
const CONSTELLATION = {
  life_s: LIFE_S, isPropelled: true, specificImpulse_s: 220, satellites_count: 1, spareShare: 0, mass_kg: 1, launcher: { capacity_kg: 1, capacity_count: 1 },
  factors: { low: [], high: [] },
};

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const altitude_km = reference.number(row, 'altitude_km');
    const altitude_m = toSi(altitude_km, 'km');
    const massPerArea_kgpm2 = reference.number(row, 'massPerArea_kgpm2');
    const where = `${altitude_km} km with ${massPerArea_kgpm2} kg/m2`;
    const compared: Comparison[] = [{ quantity: `life from ${where}`, unit: 'd', expected: reference.number(row, 'lifetime_d'), got: fromSi(model.lifetime_s(altitude_m, massPerArea_kgpm2), 'd'), relative: LIFETIME_RELATIVE }];
    if (reference.text(row, 'makeUp_mps') !== '') compared.push({ quantity: `make-up per year at ${where}`, unit: 'm/s', expected: reference.number(row, 'makeUp_mps'), got: model.makeUp_mps(altitude_m, massPerArea_kgpm2), relative: MAKE_UP_RELATIVE });
    if (reference.text(row, 'makeUpFiveYears_mps') !== '') {
      compared.push({ quantity: `make-up over five years at ${where}`, unit: 'm/s', expected: reference.number(row, 'makeUpFiveYears_mps'), got: model.makeUpOverLife_mps(altitude_m, massPerArea_kgpm2), relative: FIVE_YEARS_RELATIVE });
    }
    return compared;
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
  tolerance: '5 % of lifetimes, 1 % of make-up a year, 2 % over five years',
  run: () => compare(ours()),
  mistakes: [
    { name: 'a drag coefficient of 2.0', run: () => compare(ours(2)) },
    { name: 'the factor 1/2 of drag in the decay too', run: () => compare({ ...ours(), lifetime_s: (altitude_m, massPerArea_kgpm2) => 2 * ours().lifetime_s(altitude_m, massPerArea_kgpm2) }) },
    { name: 'kilometres for metres', run: () => compare({ ...ours(), lifetime_s: (altitude_m, massPerArea_kgpm2) => ours().lifetime_s(altitude_m / 1000, massPerArea_kgpm2), makeUp_mps: (altitude_m, massPerArea_kgpm2) => ours().makeUp_mps(altitude_m / 1000, massPerArea_kgpm2) }) },
    { name: 'density along straight lines', run: () => compare({ ...ours(), lifetime_s: (altitude_m, massPerArea_kgpm2) => ours().lifetime_s(altitude_m, massPerArea_kgpm2) / linearDensityShare(altitude_m - 25e3) }) },
    { name: 'a year of 360 days', run: () => compare({ ...ours(), makeUp_mps: (altitude_m, massPerArea_kgpm2) => (ours().makeUp_mps(altitude_m, massPerArea_kgpm2) * 360) / 365.25 }) },
  ],
};
