/** The ellipse through a reported apogee and range. Reasons and sources: case.md. */
import { EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { ellipseThrough, type ImpulsiveFlight, minimumEnergy } from '../../src/kernel/orbit/impulsive.js';
import { findRoot } from '../../src/kernel/roots.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'ellipse-through-apogee';
const HALF_KMPS = 5.1e-4;
const HALF_S = 0.51;
const FARTHEST_RELATIVE = 1e-3;

type Model = (apogee_m: number, range_m: number) => ImpulsiveFlight;

function compare(fly: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const name = reference.text(row, 'flight');
    const flight = fly(toSi(reference.number(row, 'apogee_km'), 'km'), toSi(reference.number(row, 'range_km'), 'km'));
    const rows: Comparison[] = [
      { quantity: `speed, ${name}`, unit: 'km/s', expected: reference.number(row, 'speed_kmps'), got: fromSi(flight.speed_mps, 'kmps'), absolute: HALF_KMPS },
      { quantity: `time, ${name}`, unit: 's', expected: reference.number(row, 'ellipseTime_s'), got: flight.flightTime_s, absolute: HALF_S },
    ];
    if (reference.text(row, 'farthest_km') === '') return rows;
    return [...rows, { quantity: `farthest at that speed, ${name}`, unit: 'km', expected: reference.number(row, 'farthest_km'), got: fromSi(farthest_m(flight.speed_mps), 'km'), relative: FARTHEST_RELATIVE }];
  }).flat());
}

/** Range whose flight of least energy has this speed. */
function farthest_m(speed_mps: number): number {
  const excess = (range_m: number): number => minimumEnergy(range_m).speed_mps - speed_mps;
  return excess(1e4) * excess(2e7) < 0 ? findRoot(excess, 1e4, 2e7, 1) : NaN;
}

export const ellipseThroughApogee: ValidationCase = {
  id: ID,
  title: 'Speed and time implied by a reported apogee and range',
  source: 'apogees and ranges as reported by KCNA, Japan, CSIS and Wright, 2017 to 2023; ellipses worked out separately',
  mark: 'reproduced',
  tolerance: '0.0005 km/s, 0.5 s; farthest range 0.1 %',
  run: () => compare(ellipseThrough),
  mistakes: [
    { name: 'the equatorial for the mean radius', run: () => compare((apogee_m, range_m) => ellipseThrough(apogee_m, range_m, EARTH_RADIUS_M)) },
    { name: 'apogee counted from the centre', run: () => compare((apogee_m, range_m) => ellipseThrough(apogee_m + EARTH_MEAN_RADIUS_M, range_m)) },
    { name: 'half the range for all of it', run: () => compare((apogee_m, range_m) => ellipseThrough(apogee_m, range_m / 2)) },
    { name: 'the time to the apogee for the whole flight', run: () => compare((apogee_m, range_m) => {
      const flight = ellipseThrough(apogee_m, range_m);
      return { ...flight, flightTime_s: flight.flightTime_s / 2 };
    }) },
  ],
};
