/** Horizons and coverage caps. Reasons and sources: case.md. */
import { EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { capFraction, coverageCap_rad, horizonArc_m, horizonSlant_m, leastCoveringCount, RADAR_EARTH_RADIUS_M } from '../../src/kernel/earth/horizon.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'horizons';
/** Half a unit, and a hundredth because the reference was rounded to a tenth first. */
const HALF_KM = 0.51;

interface Choices {
  readonly radius_m: number;
  readonly radarRadius_m: number;
  readonly elevation_rad: (elevation_deg: number) => number;
  readonly slant: typeof horizonSlant_m;
}

const OURS: Choices = { radius_m: EARTH_MEAN_RADIUS_M, radarRadius_m: RADAR_EARTH_RADIUS_M, elevation_rad: (elevation_deg) => toSi(elevation_deg, 'deg'), slant: horizonSlant_m };

function compare(change: Partial<Choices> = {}): ValidationResult {
  const choices = { ...OURS, ...change };
  const pairs = readReference(ID);
  return judge([...pairs.map((row): Comparison[] => {
    const observer_km = pairs.number(row, 'observer_km');
    const target_km = pairs.number(row, 'target_km');
    const from = `from ${observer_km} km to a target at ${target_km} km`;
    const [observer_m, target_m] = [toSi(observer_km, 'km'), toSi(target_km, 'km')];
    return [
      { quantity: `arc ${from}`, unit: 'km', expected: pairs.number(row, 'arc_km'), got: fromSi(horizonArc_m(observer_m, target_m, choices.radius_m), 'km'), absolute: HALF_KM },
      { quantity: `slant ${from}`, unit: 'km', expected: pairs.number(row, 'slant_km'), got: fromSi(choices.slant(observer_m, target_m, choices.radius_m), 'km'), absolute: HALF_KM },
    ];
  }).flat(), ...compareCaps(choices)]);
}

function compareCaps(choices: Choices): Comparison[] {
  const caps = readReference(ID, 'caps.csv');
  return caps.map((row): Comparison => {
    const quantity = caps.text(row, 'quantity');
    const altitude_km = caps.number(row, 'altitude_km');
    const elevation_deg = caps.number(row, 'elevation_deg');
    const cap_rad = coverageCap_rad(toSi(altitude_km, 'km'), choices.elevation_rad(elevation_deg), choices.radius_m);
    const got = quantity === 'cap' ? fromSi(cap_rad, 'deg') : quantity === 'share' ? capFraction(cap_rad) : quantity === 'satellites' ? leastCoveringCount(cap_rad)
      : fromSi(horizonArc_m(0, toSi(altitude_km, 'km'), choices.radarRadius_m), 'km');
    return { quantity: `${quantity}, ${altitude_km} km, elevation ${elevation_deg} deg`, unit: caps.text(row, 'unit'), expected: caps.number(row, 'expected'), got, absolute: caps.number(row, 'absolute') };
  });
}

export const horizons: ValidationCase = {
  id: ID,
  title: 'How far sensors see over the horizon',
  source: 'tangent geometry on a sphere of 6,371 km, worked out separately',
  mark: 'reproduced',
  tolerance: 'half a unit of the last printed digit',
  run: () => compare(),
  mistakes: [
    { name: 'the equatorial radius', run: () => compare({ radius_m: EARTH_RADIUS_M }) },
    { name: 'the 4/3 Earth for everything', run: () => compare({ radius_m: RADAR_EARTH_RADIUS_M }) },
    { name: 'the true Earth for radar', run: () => compare({ radarRadius_m: EARTH_MEAN_RADIUS_M }) },
    { name: 'degrees for radians', run: () => compare({ elevation_rad: (elevation_deg) => elevation_deg }) },
    { name: 'the arc taken for the slant range', run: () => compare({ slant: horizonArc_m }) },
  ],
};
