/** Reported ICBM flights against the model, the doubtful one included. Reasons: case.md. */
import { ellipseThrough } from '../../src/kernel/impulsive.js';
import { toSi } from '../../src/kernel/units.js';
import { solveToLoft, stretchBurns } from '../../src/models/threat/index.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { prepareClass, readMissileClass } from '../missile-class.js';
import { readReference } from '../reference.js';

const ID = 'flight-consistency';
const TIME_S = 75;
/** Residuals of the reported ICBM flights, 155 to 233 s, as middle and half-width. */
const RESIDUAL_S = 194;
const RESIDUAL_SPREAD_S = 39;

interface Mistakes {
  /** Factor on burn times at constant impulse. */
  readonly stretch: number;
  /** Flight time from a solved flight: total and powered. */
  readonly time_s: (total_s: number, powered_s: number, ellipse_s: number) => number;
}

const RIGHT: Mistakes = { stretch: 1, time_s: (total_s) => total_s };

function compare({ stretch, time_s }: Mistakes): ValidationResult {
  const reference = readReference(ID);
  return judge(
    reference.rows.flatMap((_, row): Comparison[] => {
      const flight = reference.text(row, 'flight');
      const reported_s = reference.number(row, 'reported_s');
      const apogee_m = toSi(reference.number(row, 'apogee_km'), 'km');
      const range_m = toSi(reference.number(row, 'range_km'), 'km');
      const missile = readMissileClass(reference.text(row, 'class'), reference.number(row, 'payload_kg'));
      const prepared = prepareClass({ ...missile, threat: stretchBurns(missile.threat, stretch) });
      const result = solveToLoft(prepared, missile.origin, toSi(reference.number(row, 'bearing_deg'), 'deg'), apogee_m, range_m);
      const ellipse_s = ellipseThrough(apogee_m, range_m).flightTime_s;
      const got_s = result.converged ? time_s(result.flight.impact.t_s, result.flight.burnTime_s, ellipse_s) : NaN;
      const residual = { quantity: `${flight}: residual to the ellipse`, unit: 's', expected: RESIDUAL_S, got: got_s - ellipse_s, absolute: RESIDUAL_SPREAD_S };
      if (reference.number(row, 'isCredible') === 1) {
        return [{ quantity: `${flight}: flight time`, unit: 's', expected: reported_s, got: got_s, absolute: TIME_S }, residual];
      }
      const isContradicted = Math.abs(got_s - reported_s) > TIME_S;
      return [{ quantity: `${flight}: contradicted (1 yes, 0 no)`, unit: '', expected: 1, got: isContradicted ? 1 : 0, absolute: 0 }, residual];
    }),
  );
}

export const flightConsistency: ValidationCase = {
  id: ID,
  title: 'Reported ICBM test flights',
  source: 'KCNA and Japanese reports of four flights, 2017 to 2023 (secondary)',
  mark: 'reproduced',
  tolerance: '75 s of flight time; residuals of 155 to 233 s; the claim of March 2022 contradicted',
  run: () => compare(RIGHT),
  mistakes: [
    { name: 'no powered ascent', run: () => compare({ ...RIGHT, time_s: (_total_s, _powered_s, ellipse_s) => ellipse_s }) },
    { name: 'time counted from burnout', run: () => compare({ ...RIGHT, time_s: (total_s, powered_s) => total_s - powered_s }) },
    { name: 'a liquid missile that burns half as long again', run: () => compare({ ...RIGHT, stretch: 1.5 }) },
  ],
};
