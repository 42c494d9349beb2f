/** Circular orbits against handbook values. Reasons and sources: case.md. */
import { EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import { circularPeriod_s, circularSpeed_mps, nodeRate_radps, sunSynchronousInclination_rad } from '../../src/models/constellation/orbit-period.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'circular-orbits';

/** In the reference's units. */
interface Model {
  speed(altitude_m: number): number;
  period(altitude_m: number): number;
  nodeRate(altitude_m: number, inclination_rad: number): number;
  sunSynchronous(altitude_m: number): number;
}

const perDay = (rate_radps: number): number => fromSi(rate_radps, 'degps') * toSi(1, 'd');

const OURS: Model = {
  speed: (altitude_m) => fromSi(circularSpeed_mps(altitude_m), 'kmps'),
  period: (altitude_m) => fromSi(circularPeriod_s(altitude_m), 'min'),
  nodeRate: (altitude_m, inclination_rad) => perDay(nodeRate_radps(altitude_m, inclination_rad)),
  sunSynchronous: (altitude_m) => fromSi(sunSynchronousInclination_rad(altitude_m) ?? NaN, 'deg'),
};

/** The same model, asked at an altitude or an inclination that somebody got wrong. */
function askedAt(altitude: (altitude_m: number) => number, inclination = (inclination_rad: number): number => inclination_rad): Model {
  return {
    speed: (altitude_m) => OURS.speed(altitude(altitude_m)),
    period: (altitude_m) => OURS.period(altitude(altitude_m)),
    nodeRate: (altitude_m, inclination_rad) => OURS.nodeRate(altitude(altitude_m), inclination(inclination_rad)),
    sunSynchronous: (altitude_m) => OURS.sunSynchronous(altitude(altitude_m)),
  };
}

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    const altitude_km = reference.number(row, 'altitude_km');
    const altitude_m = toSi(altitude_km, 'km');
    const inclination_deg = reference.number(row, 'inclination_deg');
    const got = quantity === 'speed' ? model.speed(altitude_m) : quantity === 'period' ? model.period(altitude_m)
      : quantity === 'nodeRate' ? model.nodeRate(altitude_m, toSi(inclination_deg, 'deg')) : model.sunSynchronous(altitude_m);
    const at = quantity === 'nodeRate' ? `${altitude_km} km, ${inclination_deg} deg` : `${altitude_km} km`;
    return { quantity: `${quantity} at ${at}`, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got, absolute: reference.number(row, 'absolute') };
  }));
}

export const circularOrbits: ValidationCase = {
  id: ID,
  title: 'Circular orbits: speed, period, turning of the node',
  source: 'Vallado, Fundamentals of Astrodynamics and Applications, 2013, sections 1.3 and 9.6, worked out separately',
  mark: 'reproduced',
  tolerance: 'half a unit of the last printed digit',
  run: () => compare(OURS),
  mistakes: [
    { name: 'the mean for the equatorial radius', run: () => compare(askedAt((altitude_m) => altitude_m + EARTH_MEAN_RADIUS_M - EARTH_RADIUS_M)) },
    { name: 'kilometres for metres', run: () => compare(askedAt((altitude_m) => altitude_m / 1000)) },
    { name: 'degrees for radians', run: () => compare(askedAt((altitude_m) => altitude_m, (inclination_rad) => fromSi(inclination_rad, 'deg'))) },
    { name: 'the factor 3/2 of J2 dropped', run: () => compare({ ...OURS, nodeRate: (altitude_m, inclination_rad) => OURS.nodeRate(altitude_m, inclination_rad) / 1.5 }) },
    { name: 'nodes that turn the wrong way', run: () => compare({ ...OURS, nodeRate: (altitude_m, inclination_rad) => -OURS.nodeRate(altitude_m, inclination_rad) }) },
  ],
};
