/** Reported flights, the doubtful one included, before the checker of reports and beside the classes that flew them. Reasons: case.md. */
import { EARTH_MEAN_RADIUS_M } from '../../src/kernel/constants.js';
import { PI } from '../../src/kernel/maths.js';
import { toSi } from '../../src/kernel/units.js';
import { solveToLoft } from '../../src/models/threat/index.js';
import { checkReportedFlight, type FlightCheck, type ReportedFlight } from '../../src/models/threat/reported-flight.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { prepareClass, readMissileClass } from '../missile-class.js';
import { readReference, type ReferenceTable } from '../reference.js';

const ID = 'flight-consistency';
/** Half a unit of the residual and half of the time of the ellipse, both printed to whole seconds. */
const RESIDUAL_S = 1;
const TIME_S = 75;
/** Turns from the reported direction: with the turning Earth, across it and against it. */
const TURNS_RAD = [0, PI / 2, PI] as const;

interface Model {
  check(report: ReportedFlight): FlightCheck;
  /** Flight time from a solved flight: total and powered. */
  time_s(total_s: number, powered_s: number): number;
}

const OURS: Model = { check: checkReportedFlight, time_s: (total_s) => total_s };

const yes = (quantity: string, isSo: boolean, expected = 1): Comparison => ({ quantity: `${quantity} (1 yes, 0 no)`, unit: '', expected, got: isSo ? 1 : 0, absolute: 0 });

/** Times of the class that flies a reported apogee and range, in several directions; those it can fly at all. */
function flownTimes_s(reference: ReferenceTable, row: number, report: ReportedFlight, time_s: Model['time_s']): number[] {
  const missile = readMissileClass(reference.text(row, 'class'), reference.number(row, 'payload_kg'));
  const prepared = prepareClass(missile);
  const bearing_rad = toSi(reference.number(row, 'bearing_deg'), 'deg');
  return TURNS_RAD.flatMap((turn_rad) => {
    const result = solveToLoft(prepared, missile.origin, bearing_rad + turn_rad, report.apogee_m, report.range_m);
    return result.converged ? [time_s(result.flight.impact.t_s, result.flight.burnTime_s)] : [];
  });
}

function compare({ check, time_s }: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const flight = reference.text(row, 'flight');
    const isCredible = reference.number(row, 'isCredible') === 1;
    const reported_s = reference.number(row, 'reported_s');
    const report = { apogee_m: toSi(reference.number(row, 'apogee_km'), 'km'), range_m: toSi(reference.number(row, 'range_km'), 'km') };
    const found = check({ ...report, time_s: reported_s });
    const times_s = flownTimes_s(reference, row, report, time_s);
    const rows = [
      { quantity: `${flight}: residual to the ellipse`, unit: 's', expected: reference.number(row, 'residual_s'), got: found.residual_s ?? NaN, absolute: RESIDUAL_S },
      yes(`${flight}: agrees with powered flight`, found.consistent === true, isCredible ? 1 : 0),
      yes(`${flight}: flown, agrees with powered flight`, times_s.length > 0 && times_s.every((flown_s) => check({ ...report, time_s: flown_s }).consistent === true)),
    ];
    if (isCredible) return rows;
    return [...rows, yes(`${flight}: contradicted by the class in every direction`, times_s.every((flown_s) => Math.abs(flown_s - reported_s) > TIME_S))];
  }).flat());
}

/** The band laid the same way on both sides of the ellipse. */
function withoutBoost(report: ReportedFlight): FlightCheck {
  const found = checkReportedFlight(report);
  return { ...found, consistent: found.residual_s !== null && Math.abs(found.residual_s) < found.most_s };
}

function aboveCentre(report: ReportedFlight): FlightCheck {
  return checkReportedFlight({ ...report, apogee_m: report.apogee_m + EARTH_MEAN_RADIUS_M });
}

export const flightConsistency: ValidationCase = {
  id: ID,
  title: 'Reported test flights, and one that does not hold together',
  source: 'KCNA, Japanese, CSIS and other reports of eight flights, 2017 to 2023 (secondary)',
  mark: 'reproduced',
  tolerance: '1 s of residual; the verdicts exactly, the claim of March 2022 flagged',
  run: () => compare(OURS),
  mistakes: [
    { name: 'as early as late', run: () => compare({ ...OURS, check: withoutBoost }) },
    { name: 'time counted from burnout', run: () => compare({ ...OURS, time_s: (total_s, powered_s) => total_s - powered_s }) },
    { name: 'apogee counted from the centre', run: () => compare({ ...OURS, check: aboveCentre }) },
    { name: 'half the range for all of it', run: () => compare({ ...OURS, check: (report) => checkReportedFlight({ ...report, range_m: report.range_m / 2 }) }) },
  ],
};
