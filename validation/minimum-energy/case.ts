/** Minimum-energy flights against the closed form of the textbooks, worked out by other hands. Reasons: case.md. */
import { EARTH_RADIUS_M, G0_MPS2 } from '../../src/kernel/constants.js';
import { ellipseThrough, type ImpulsiveFlight, minimumEnergy } from '../../src/kernel/orbit/impulsive.js';
import { PI } from '../../src/kernel/maths.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'minimum-energy';
const RELATIVE = 5e-4;

type Solver = (range_m: number) => ImpulsiveFlight;

function compare(solve: Solver): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const range_km = reference.number(row, 'range_km');
    const flight = solve(toSi(range_km, 'km'));
    const at = `over ${range_km} km`;
    return [
      { quantity: `speed ${at}`, unit: 'km/s', expected: reference.number(row, 'speed_kmps'), got: fromSi(flight.speed_mps, 'kmps'), relative: RELATIVE },
      { quantity: `flight path angle ${at}`, unit: 'deg', expected: reference.number(row, 'flightPathAngle_deg'), got: fromSi(flight.flightPathAngle_rad, 'deg'), relative: RELATIVE },
      { quantity: `apogee ${at}`, unit: 'km', expected: reference.number(row, 'apogee_km'), got: fromSi(flight.apogee_m, 'km'), relative: RELATIVE },
      { quantity: `flight time ${at}`, unit: 's', expected: reference.number(row, 'flightTime_s'), got: flight.flightTime_s, relative: RELATIVE },
    ];
  }).flat());
}

/** A flat Earth: 45°, v² = g R, apogee R/4. */
function flatEarth(range_m: number): ImpulsiveFlight {
  const speed_mps = Math.sqrt(G0_MPS2 * range_m);
  return { speed_mps, flightPathAngle_rad: PI / 4, apogee_m: range_m / 4, flightTime_s: (Math.sqrt(2) * speed_mps) / G0_MPS2 };
}

export const minimumEnergyTable: ValidationCase = {
  id: ID,
  title: 'Minimum-energy ballistic flight',
  source: 'Bate, Mueller and White, Fundamentals of Astrodynamics, 1971, chapter 6 (closed form, ten ranges)',
  mark: 'reproduced',
  tolerance: '0.05 % of speed, angle, apogee and time',
  run: () => compare((range_m) => minimumEnergy(range_m)),
  mistakes: [
    { name: 'a flat Earth', run: () => compare(flatEarth) },
    { name: 'the equatorial for the mean radius', run: () => compare((range_m) => minimumEnergy(range_m, EARTH_RADIUS_M)) },
    { name: 'the whole range angle for half of it', run: () => compare((range_m) => minimumEnergy(Math.min(2 * range_m, 2e7))) },
    { name: 'an apogee 1 % too high', run: () => compare((range_m) => ellipseThrough(1.01 * minimumEnergy(range_m).apogee_m, range_m)) },
  ],
};
