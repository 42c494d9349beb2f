/** Reported flights of North Korean missiles, each flown by the one class of its type. Reasons and sources: case.md. */
import { ellipseThrough } from '../../src/kernel/orbit/impulsive.js';
import { toSi } from '../../src/kernel/units.js';
import { stretchBurns } from '../../src/models/threat/ballistic/variants.js';
import { solveToLoft } from '../../src/models/threat/index.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { prepareClass, readMissileClass } from '../missile-class.js';
import { readReference } from '../reference.js';

const ID = 'north-korean-flights';
/** By how the time was told. */
const TOLERANCE_S: Readonly<Record<string, number>> = { seconds: 45, minutes: 75 };
const UNJUDGED: Readonly<Record<string, string>> = {
  unsure: 'reporters disagree by two minutes, and the second burn was fitted to the two times',
  claim: 'doubted at the time: no powered flight is that short (see flight-consistency)',
};

interface Mistakes {
  /** Factor on burn times at constant impulse. */
  readonly stretch: number;
  /** Metres in a kilometre of the report. */
  readonly kilometre_m: number;
  /** Flight time from a solved flight: total and powered, and the ellipse's. */
  readonly time_s: (total_s: number, powered_s: number, ellipse_s: number) => number;
}

const RIGHT: Mistakes = { stretch: 1, kilometre_m: toSi(1, 'km'), time_s: (total_s) => total_s };

function compare({ stretch, kilometre_m, time_s }: Mistakes): ValidationResult {
  const reference = readReference(ID);
  const judged: Comparison[] = [];
  const told: ToldRow[] = [];
  for (let row = 0; row < reference.rows.length; row++) {
    const reported_s = reference.number(row, 'reported_s');
    const apogee_m = reference.number(row, 'apogee_km') * kilometre_m;
    const range_m = reference.number(row, 'range_km') * kilometre_m;
    const missile = readMissileClass(reference.text(row, 'class'), reference.number(row, 'payload_kg'));
    const prepared = prepareClass({ ...missile, threat: stretchBurns(missile.threat, stretch) });
    const result = solveToLoft(prepared, missile.origin, toSi(reference.number(row, 'bearing_deg'), 'deg'), apogee_m, range_m);
    const got = result.converged ? time_s(result.flight.impact.t_s, result.flight.burnTime_s, ellipseThrough(apogee_m, range_m).flightTime_s) : NaN;
    const quantity = `${reference.text(row, 'flight')}: flight time`;
    const basis = reference.text(row, 'basis');
    const why = UNJUDGED[basis];
    if (why === undefined) judged.push({ quantity, unit: 's', expected: reported_s, got, absolute: TOLERANCE_S[basis] ?? 0 });
    else told.push({ quantity, unit: 's', published: reported_s, got, why });
  }
  return { ...judge(judged), told };
}

export const northKoreanFlights: ValidationCase = {
  id: ID,
  title: 'North Korean flights, one missile model per type',
  source: 'reports of KCNA, Japan, CSIS and Wright on Hwasong-12, -14, -15 and -17 flights, 2017 to 2023 (secondary)',
  mark: 'reproduced',
  tolerance: '45 s where the time was told in seconds, 75 s where in minutes',
  run: () => compare(RIGHT),
  mistakes: [
    { name: 'no powered ascent', run: () => compare({ ...RIGHT, time_s: (_total_s, _powered_s, ellipse_s) => ellipse_s }) },
    { name: 'time counted from burnout', run: () => compare({ ...RIGHT, time_s: (total_s, powered_s) => total_s - powered_s }) },
    { name: 'missiles that burn half as long again', run: () => compare({ ...RIGHT, stretch: 1.5 }) },
    { name: 'missiles that burn half as long', run: () => compare({ ...RIGHT, stretch: 0.5 }) },
    { name: 'kilometres shortened to statute miles', run: () => compare({ ...RIGHT, kilometre_m: 621 }) },
  ],
};
