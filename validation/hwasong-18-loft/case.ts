/** The reported Hwasong-18 flight, flown by the class of the public data. Reasons: case.md. */
import { ellipseThrough } from '../../src/kernel/orbit/impulsive.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import { stretchBurns } from '../../src/models/threat/ballistic/variants.js';
import { solveToLoft } from '../../src/models/threat/index.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { prepareClass, readMissileClass } from '../missile-class.js';
import { readReference } from '../reference.js';

const ID = 'hwasong-18-loft';
const TIME_S = 45;
const SOLVED_KM = 0.2;

interface Answer {
  readonly apogee_m: number;
  readonly range_m: number;
  readonly flightTime_s: number;
}

type Model = (apogee_m: number, range_m: number, bearing_rad: number) => Answer;

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(
    reference.rows.flatMap((_, row) => {
      const apogee_km = reference.number(row, 'apogee_km');
      const range_km = reference.number(row, 'range_km');
      const answer = model(toSi(apogee_km, 'km'), toSi(range_km, 'km'), toSi(reference.number(row, 'bearing_deg'), 'deg'));
      return [
        { quantity: 'flight time', unit: 's', expected: reference.number(row, 'flightTime_s'), got: answer.flightTime_s, absolute: TIME_S },
        { quantity: 'apogee', unit: 'km', expected: apogee_km, got: fromSi(answer.apogee_m, 'km'), absolute: SOLVED_KM },
        { quantity: 'range', unit: 'km', expected: range_km, got: fromSi(answer.range_m, 'km'), absolute: SOLVED_KM },
      ];
    }),
  );
}

/** Burn times stretched at constant impulse; a failed solution has no time. */
const flown = (stretch: number): Model => (apogee_m, range_m, bearing_rad) => {
  const missile = readMissileClass('hwasong-18');
  const prepared = prepareClass({ ...missile, threat: stretchBurns(missile.threat, stretch) });
  const result = solveToLoft(prepared, missile.origin, bearing_rad, apogee_m, range_m);
  if (!result.converged) return { apogee_m: apogee_m + result.apogeeError_m, range_m: range_m + result.rangeError_m, flightTime_s: NaN };
  return { apogee_m: result.flight.apogee_m, range_m: result.flight.range_m, flightTime_s: result.flight.impact.t_s };
};

const impulsive: Model = (apogee_m, range_m) => ({ apogee_m, range_m, flightTime_s: ellipseThrough(apogee_m, range_m).flightTime_s });

const fromBurnout: Model = (apogee_m, range_m, bearing_rad) => {
  const missile = readMissileClass('hwasong-18');
  const result = solveToLoft(prepareClass(missile), missile.origin, bearing_rad, apogee_m, range_m);
  return { apogee_m, range_m, flightTime_s: result.converged ? result.flight.impact.t_s - result.flight.burnTime_s : NaN };
};

/** 1,852 m a unit: the class cannot fly that high, so the ellipse stands in for it. */
const nautical: Model = (apogee_m, range_m) => ({ apogee_m, range_m, flightTime_s: ellipseThrough(1.852 * apogee_m, 1.852 * range_m).flightTime_s + 170 });

export const hwasong18Loft: ValidationCase = {
  id: ID,
  title: 'Hwasong-18, lofted flight of 12 July 2023',
  source: 'KCNA, 13 July 2023: apogee 6,648.4 km, range 1,001.2 km, 4,491 s',
  mark: 'reproduced',
  tolerance: '45 s of flight time',
  run: () => compare(flown(1)),
  mistakes: [
    { name: 'no powered ascent', run: () => compare(impulsive) },
    { name: 'time counted from burnout', run: () => compare(fromBurnout) },
    { name: 'kilometres read as nautical miles', run: () => compare(nautical) },
    { name: 'a missile that burns twice as long', run: () => compare(flown(2)) },
  ],
};
