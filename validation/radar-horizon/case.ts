/** How far a radar's rays reach through air that bends them. Reasons and sources: case.md. */
import { EARTH_MEAN_RADIUS_M } from '../../src/kernel/constants.js';
import { RADAR_EARTH_RADIUS_M } from '../../src/kernel/earth/horizon.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import { rayAngle_rad } from '../../src/models/sensor/radar-horizon.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'radar-horizon';
const RELATIVE = 0.02;

type Arc = (elevation_rad: number, altitude_m: number) => number;

function compare(arc_m: Arc): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison => {
    const elevation_deg = reference.number(row, 'elevation_deg'), altitude_km = reference.number(row, 'altitude_km');
    const got = fromSi(arc_m(toSi(elevation_deg, 'deg'), toSi(altitude_km, 'km')), 'km');
    return { quantity: `arc to ${altitude_km} km at ${elevation_deg} deg`, unit: 'km', expected: reference.number(row, 'arc_km'), got, relative: RELATIVE };
  }));
}

/** Straight rays over a sphere, along the ground. */
const straight = (radius_m: number): Arc => (elevation_rad, altitude_m) => radius_m * (Math.acos((radius_m * Math.cos(elevation_rad)) / (radius_m + altitude_m)) - elevation_rad);

export const radarHorizon: ValidationCase = {
  id: ID,
  title: 'How far a radar sees through air that bends its rays',
  source: 'rays traced through the reference atmosphere of ITU-R P.453, worked out separately',
  mark: 'reproduced',
  tolerance: '2 % of the arc',
  run: () => compare((elevation_rad, altitude_m) => EARTH_MEAN_RADIUS_M * rayAngle_rad(elevation_rad, 0, altitude_m)),
  mistakes: [
    { name: 'no bending', run: () => compare(straight(EARTH_MEAN_RADIUS_M)) },
    { name: 'the 4/3 Earth for high targets too', run: () => compare(straight(RADAR_EARTH_RADIUS_M)) },
    { name: 'elevation left out', run: () => compare((_, altitude_m) => EARTH_MEAN_RADIUS_M * rayAngle_rad(0, 0, altitude_m)) },
  ],
};
