/** `cupola fly --glide`: how far and how long a body glides in equilibrium between two speeds. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textPairs } from '../../figures/text-table.js';
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { GLIDE_ALTITUDE_M, glideCircularSpeed_mps, glideRange_m, glideTime_s } from '../../models/threat/glide/equilibrium-glide.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { constantsText, printAnswer, refuseFlags, type SourceConstant } from '../frame/closed-form.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { provenanceOf } from '../frame/provenance.js';

const SOURCE = 'Eggers, Allen and Neice, NACA Report 1382, 1958';
const CONSTANTS: readonly SourceConstant[] = [
  { name: 'earthRadius_km', value: fromSi(EARTH_MEAN_RADIUS_M, 'km'), source: 'mean radius, as in the analytic literature' },
  { name: 'glideAltitude_km', value: fromSi(GLIDE_ALTITUDE_M, 'km'), source: 'typical of published glides; assumed' },
];
/** Speed at which the dive begins in the published examples. */
const DEFAULT_TO_SPEED_KMPS = 1.8;
const OTHER_FLAGS = ['missile', 'from', 'to', 'apogee_km', 'range_km', 'maxRange', 'payload_kg', 'shape', 'approach', 'via', 'rangeTable', 'check', 'time_s', 'svg', 'csv', 'impulsive', 'branch'];

export async function flyGlide({ flags, output, commandLine }: CommandInput): Promise<number> {
  const circular_kmps = fromSi(glideCircularSpeed_mps(), 'kmps');
  const speed_kmps = flags.number('speed_kmps', { min: 0.1, max: Math.floor(circular_kmps * 1000) / 1000, unit: 'km/s' });
  const liftToDrag = flags.number('liftToDrag', { min: 0.01, max: 20 });
  const toSpeed_kmps = flags.number('toSpeed_kmps', { min: 0, max: 10, unit: 'km/s' }) ?? DEFAULT_TO_SPEED_KMPS;
  if (!flags.has('speed_kmps')) flags.reject('speed_kmps', 'speed at the start of the glide in km/s');
  if (!flags.has('liftToDrag')) flags.reject('liftToDrag', 'lift over drag', 'as in --liftToDrag 2.6');
  if (speed_kmps !== undefined && toSpeed_kmps > speed_kmps) flags.reject('toSpeed_kmps', `at most the first speed, ${significantText(speed_kmps)} km/s`);
  refuseFlags(flags, OTHER_FLAGS, 'not beside --glide');
  if (speed_kmps === undefined || liftToDrag === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);

  const glide = { speed_mps: toSi(speed_kmps, 'kmps'), toSpeed_mps: toSi(toSpeed_kmps, 'kmps'), liftToDrag };
  const range_km = fromSi(glideRange_m(glide), 'km');
  const flightTime_s = glideTime_s(glide);
  const constants = flags.has('toSpeed_kmps') ? CONSTANTS : [...CONSTANTS, { name: 'toSpeed_kmps', value: DEFAULT_TO_SPEED_KMPS, source: 'assumed' }];
  const provenance = provenanceOf(loadCatalogue(), commandLine);
  if (output.isJson) output.json({ range_km, flightTime_s, speed_kmps, toSpeed_kmps, liftToDrag, constants, source: SOURCE, provenance });
  else {
    const pairs = textPairs([
      ['Range', `${countText(Math.round(range_km))} km over the ground`],
      ['Time', `${countText(Math.round(flightTime_s))} s (${toPlace(flightTime_s / 60, -1)} min)`],
    ]);
    const head = `Glide from ${significantText(speed_kmps)} to ${significantText(toSpeed_kmps)} km/s at a lift over drag of ${significantText(liftToDrag)}`;
    printAnswer(output, head, [pairs, 'Equilibrium glide at one altitude, no turns and no skips; the boost before it and the dive after it are not counted.', constantsText(constants)], citationLine(provenance));
  }
  return 0;
}
