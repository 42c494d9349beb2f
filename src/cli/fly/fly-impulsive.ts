/** `cupola fly --impulsive`: the textbook flight over a ground range, from one kick on a sphere without air. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, toPlace } from '../../figures/numbers.js';
import { textPairs } from '../../figures/text-table.js';
import { EARTH_MEAN_RADIUS_M, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { ellipseThrough, flightsAtSpeed, type ImpulsiveFlight, minimumEnergy } from '../../kernel/orbit/impulsive.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { constantsText, printAnswer, refuseFlags, type SourceConstant } from '../frame/closed-form.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { provenanceOf } from '../frame/provenance.js';

const SOURCE = 'Bate, Mueller and White, Fundamentals of Astrodynamics, 1971, chapter 6';
const CONSTANTS: readonly SourceConstant[] = [
  { name: 'earthRadius_km', value: fromSi(EARTH_MEAN_RADIUS_M, 'km'), source: 'mean radius, as in the analytic literature' },
  { name: 'mu_m3ps2', value: MU_EARTH_M3PS2, source: 'IERS Conventions 2010' },
];
/** Half way round the sphere is 20,015 km; there every great circle leads to the target. */
const RANGE = { min: 1, max: 20_000, unit: 'km' };
const BRANCHES = ['lofted', 'depressed'] as const;

/** Flags of a flown missile, which a formula would ignore. */
const MISSILE_FLAGS = ['missile', 'from', 'to', 'maxRange', 'payload_kg', 'shape', 'approach', 'via', 'rangeTable', 'check', 'time_s', 'svg', 'csv', 'glide', 'liftToDrag', 'toSpeed_kmps'];

export async function flyImpulsive({ flags, output, commandLine }: CommandInput): Promise<number> {
  const range_km = flags.number('range_km', RANGE);
  if (!flags.has('range_km')) flags.reject('range_km', 'a ground range in km', 'as in --range_km 10000');
  refuseFlags(flags, MISSILE_FLAGS, 'not beside --impulsive');
  const flight = range_km === undefined ? undefined : readFlight(flags, toSi(range_km, 'km'));
  if (flight === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const document = {
    range_km,
    speed_kmps: fromSi(flight.speed_mps, 'kmps'),
    flightPathAngle_deg: fromSi(flight.flightPathAngle_rad, 'deg'),
    apogee_km: fromSi(flight.apogee_m, 'km'),
    flightTime_s: flight.flightTime_s,
  };
  const provenance = provenanceOf(loadCatalogue(), commandLine);
  if (output.isJson) output.json({ ...document, constants: CONSTANTS, source: SOURCE, provenance });
  else {
    const pairs = textPairs([
      ['Speed', `${toPlace(document.speed_kmps, -3)} km/s at the surface`],
      ['Flight path angle', `${toPlace(document.flightPathAngle_deg, -2)}° above the horizon`],
      ['Apogee', `${toPlace(document.apogee_km, -1)} km`],
      ['Flight time', `${toPlace(document.flightTime_s, -1)} s (${toPlace(document.flightTime_s / 60, -1)} min)`],
    ]);
    const head = `Impulsive flight over ${countText(Math.round(range_km ?? 0))} km`;
    printAnswer(output, head, [pairs, 'One kick at the surface of a sphere that does not turn, no air: a yardstick, not a flight of a real missile.', constantsText(CONSTANTS)], citationLine(provenance));
  }
  return 0;
}

/** At least energy, or at a speed on one of two branches, or through an apogee. */
function readFlight(flags: Flags, range_m: number): ImpulsiveFlight | undefined {
  const speed_kmps = flags.number('speed_kmps', { min: 0.01, max: 20, unit: 'km/s' });
  const apogee_km = flags.number('apogee_km', { min: 0.001, max: 1_000_000, unit: 'km' });
  const branch = BRANCHES.find((known) => known === flags.text('branch'));
  if (flags.has('branch') && branch === undefined) flags.reject('branch', BRANCHES.join(' or '));
  if (flags.has('branch') && !flags.has('speed_kmps')) flags.reject('branch', '--speed_kmps beside --branch', 'without a speed the flight of least energy is meant, and there is only one');
  if (flags.has('speed_kmps') && flags.has('apogee_km')) flags.reject('apogee_km', '--speed_kmps or --apogee_km, not both');
  if (flags.has('speed_kmps') && !flags.has('branch')) flags.problems.push(flagProblem('--branch', 'nothing', BRANCHES.join(' or '), 'two flights at one speed reach the same range'));
  if (flags.problems.length > 0) return undefined;
  if (apogee_km !== undefined) return ellipseThrough(toSi(apogee_km, 'km'), range_m);
  if (speed_kmps === undefined) return minimumEnergy(range_m);
  const pair = flightsAtSpeed(toSi(speed_kmps, 'kmps'), range_m);
  if (pair === undefined || branch === undefined) {
    const least_kmps = fromSi(minimumEnergy(range_m).speed_mps, 'kmps');
    flags.reject('speed_kmps', `from ${toPlace(least_kmps, -4)} km/s, which just reaches, to less than escape at 11.186 km/s`);
    return undefined;
  }
  if (pair[branch].flightPathAngle_rad < 0) {
    flags.reject('branch', 'lofted', 'faster than a circular orbit at the surface, the flat flight would start downwards');
    return undefined;
  }
  return pair[branch];
}
