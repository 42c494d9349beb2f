/** `cupola fly --check`: do a reported apogee, range and time agree with powered flight, and if not, how far off are they? */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, toPlace } from '../../figures/numbers.js';
import { textPairs } from '../../figures/text-table.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { checkReportedFlight, type FlightCheck } from '../../models/threat/reported-flight.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer, refuseFlags } from '../frame/closed-form.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { provenanceOf } from '../frame/provenance.js';

const SOURCE = 'ellipse after Bate, Mueller and White, Fundamentals of Astrodynamics, 1971, chapter 6; burn times of ICBMs after APS 2003; the spread of designs is assumed by Cupola';
const OTHER_FLAGS = ['missile', 'from', 'to', 'maxRange', 'rangeTable', 'payload_kg', 'shape', 'approach', 'via', 'svg', 'csv', 'impulsive', 'speed_kmps', 'branch', 'glide', 'liftToDrag', 'toSpeed_kmps'];

export async function flyCheck({ flags, output, commandLine }: CommandInput): Promise<number> {
  const apogee_km = flags.number('apogee_km', { min: 1, max: 50_000, unit: 'km' });
  const range_km = flags.number('range_km', { min: 1, max: 20_000, unit: 'km' });
  const time_s = flags.number('time_s', { min: 1, max: 100_000, unit: 's' });
  if (!flags.has('apogee_km')) flags.reject('apogee_km', 'the reported apogee in km', 'as in --apogee_km 6200');
  if (!flags.has('range_km')) flags.reject('range_km', 'the reported range in km', 'as in --range_km 1080');
  if (!flags.has('time_s')) flags.reject('time_s', 'the reported time of flight in s', 'as in --time_s 4260');
  refuseFlags(flags, OTHER_FLAGS, 'not beside --check');
  if (apogee_km === undefined || range_km === undefined || time_s === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);

  const check = checkReportedFlight({ apogee_m: toSi(apogee_km, 'km'), range_m: toSi(range_km, 'km'), time_s });
  const { impliedSpeed_mps, ellipseTime_s, least_s, most_s, residual_s, consistent, offBy_s } = check;
  const band = { least_s: ellipseTime_s + least_s, most_s: ellipseTime_s + most_s };
  const provenance = provenanceOf(loadCatalogue(), commandLine);
  if (output.isJson) {
    output.json({ apogee_km, range_km, time_s, consistent, offBy_s, residual_s, ellipseTime_s, poweredTime_s: band, impliedSpeed_kmps: fromSi(impliedSpeed_mps, 'kmps'), source: SOURCE, provenance });
    return 0;
  }
  const pairs = textPairs([
    ['Reported', `apogee ${countText(Math.round(apogee_km))} km, range ${countText(Math.round(range_km))} km, ${secondsText(time_s)}`],
    ['Ellipse', `${secondsText(ellipseTime_s)} from one kick of ${toPlace(fromSi(impliedSpeed_mps, 'kmps'), -2)} km/s at the ground`],
    ['Powered flight', `from ${secondsText(band.least_s)} to ${secondsText(band.most_s)}`],
  ]);
  printAnswer(output, verdict(check), [pairs, 'A rocket takes longer than the ellipse, because it has to gain its speed; the Earth\'s turning under the flight adds to that or, flying west, takes from it, on long flights by more than all of it. What the band contradicts is wrong; what it lets pass need not be right.', SOURCE], citationLine(provenance));
  return 0;
}

function verdict({ consistent, offBy_s, residual_s, least_s }: FlightCheck): string {
  if (consistent === true) return 'The three numbers agree with powered flight';
  const side = (residual_s ?? 0) < least_s ? 'too short' : 'too long';
  return `The three numbers do not agree with powered flight: the time is ${side} by ${countText(Math.round(offBy_s ?? 0))} s`;
}

function secondsText(time_s: number): string {
  return `${countText(Math.round(time_s))} s (${toPlace(time_s / 60, -1)} min)`;
}
