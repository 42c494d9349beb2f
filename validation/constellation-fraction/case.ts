/** What share of a constellation is near a place. Reasons and sources: case.md. */
import { toSi } from '../../src/kernel/units.js';
import { type BandPlace, latitudeFraction, thinCapFraction, uniformFraction } from '../../src/models/constellation/coverage-fraction.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'constellation-fraction';
const RELATIVE = 5e-4;

interface Model {
  band(place: BandPlace): number;
  uniform(reach_rad: number): number;
}

const OURS: Model = { band: latitudeFraction, uniform: uniformFraction };

function compare(model: Model, angle_rad: (angle_deg: number) => number = (angle_deg) => toSi(angle_deg, 'deg')): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const inclination = reference.text(row, 'inclination_deg');
    const reach_deg = reference.number(row, 'reach_deg');
    const latitude_deg = reference.number(row, 'latitude_deg');
    const got = inclination === 'uniform' ? model.uniform(angle_rad(reach_deg)) : model.band({
      reach_rad: angle_rad(reach_deg), inclination_rad: angle_rad(reference.number(row, 'inclination_deg')), latitude_rad: angle_rad(latitude_deg),
    });
    return { quantity: `within ${reach_deg} deg of latitude ${latitude_deg}, inclination ${inclination}`, unit: '', expected: reference.number(row, 'fraction'), got, relative: RELATIVE };
  }));
}

export const constellationFraction: ValidationCase = {
  id: ID,
  title: 'Share of a constellation near a place',
  source: 'closed form for random nodes and phases, worked out and checked by random draws separately',
  mark: 'reproduced',
  tolerance: '0.05 %',
  run: () => compare(OURS),
  mistakes: [
    { name: 'degrees for radians', run: () => compare(OURS, (angle_deg) => angle_deg) },
    { name: 'the thin-cap formula everywhere', run: () => compare({ ...OURS, band: thinCapFraction }) },
    { name: 'satellites spread evenly whatever the inclination', run: () => compare({ ...OURS, band: ({ reach_rad }) => uniformFraction(reach_rad) }) },
    { name: 'latitude and inclination exchanged', run: () => compare({ ...OURS, band: (place) => latitudeFraction({ ...place, inclination_rad: place.latitude_rad, latitude_rad: place.inclination_rad }) }) },
    { name: 'a flat cap', run: () => compare({ ...OURS, uniform: (reach_rad) => (reach_rad * reach_rad) / 4 }) },
  ],
};
