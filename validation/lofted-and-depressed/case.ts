/** The two flights over one range at one speed. Reasons and sources: case.md. */
import { EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { flightsAtSpeed, type ImpulsiveFlight } from '../../src/kernel/orbit/impulsive.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'lofted-and-depressed';
/** Half a unit of the last digit, and a hundredth for the reference's own rounding at a tie. */
const HALF_UNIT = 0.051;

type Model = (speed_mps: number, range_m: number, branch: string) => ImpulsiveFlight | undefined;

function ours(radius_m = EARTH_MEAN_RADIUS_M): Model {
  return (speed_mps, range_m, branch) => {
    const pair = flightsAtSpeed(speed_mps, range_m, radius_m);
    return branch === 'lofted' ? pair?.lofted : pair?.depressed;
  };
}

function compare(fly: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const [range_km, speed_kmps, branch] = [reference.number(row, 'range_km'), reference.number(row, 'speed_kmps'), reference.text(row, 'branch')];
    const flight = fly(toSi(speed_kmps, 'kmps'), toSi(range_km, 'km'), branch);
    const what = `${branch} over ${range_km} km`;
    return [
      { quantity: `angle, ${what}`, unit: 'deg', expected: reference.number(row, 'flightPathAngle_deg'), got: fromSi(flight?.flightPathAngle_rad ?? NaN, 'deg'), absolute: HALF_UNIT },
      { quantity: `apogee, ${what}`, unit: 'km', expected: reference.number(row, 'apogee_km'), got: fromSi(flight?.apogee_m ?? NaN, 'km'), absolute: HALF_UNIT },
      { quantity: `time, ${what}`, unit: 's', expected: reference.number(row, 'flightTime_s'), got: flight?.flightTime_s ?? NaN, absolute: HALF_UNIT },
    ];
  }).flat());
}

export const loftedAndDepressed: ValidationCase = {
  id: ID,
  title: 'Lofted and depressed flights at one speed',
  source: 'Bate, Mueller and White, Fundamentals of Astrodynamics, 1971, section 6.2, worked out separately',
  mark: 'reproduced',
  tolerance: '0.05 degrees, 0.05 km, 0.05 s',
  run: () => compare(ours()),
  mistakes: [
    { name: 'the branches exchanged', run: () => compare((speed_mps, range_m, branch) => ours()(speed_mps, range_m, branch === 'lofted' ? 'depressed' : 'lofted')) },
    { name: 'the equatorial for the mean radius', run: () => compare(ours(EARTH_RADIUS_M)) },
    { name: 'half the range angle for all of it', run: () => compare((speed_mps, range_m, branch) => ours()(speed_mps, range_m / 2, branch)) },
    { name: 'kilometres per second for metres per second', run: () => compare((speed_mps, range_m, branch) => ours()(speed_mps / 1000, range_m, branch)) },
  ],
};
