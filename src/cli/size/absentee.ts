/** `cupola absentee`: what share of a constellation is near a place, by closed form and, when asked, counted as satellites move. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textPairs } from '../../figures/text-table.js';
import { toSi } from '../../kernel/units.js';
import { latitudeFraction, uniformFraction } from '../../models/constellation/coverage-fraction.js';
import { type Availability, evenShell, propagateAvailability } from '../../studies/number-needed/propagate-availability.js';
import { absenteeMapAnswer } from './absentee-map.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer, refuseFlags } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { provenanceOf } from '../frame/provenance.js';
import { bandHint } from './size-refusal.js';

/** A satellite in low orbit moves four degrees in it, less than the reaches that are asked about. */
const LOOK_S = 60;
/** Satellites times hours that take about ten seconds to count. */
const MOST_SATELLITE_HOURS = 10_000_000;

export const absenteeCommand: Command = {
  name: 'absentee',
  summary: 'what share of a constellation is near a place, and how many it takes to have one there',
  usage: [
    'absentee --reach_deg P [--inclination_deg I --latitude_deg L] [--count N --altitude_km H --hours T]',
    'absentee --map --reach_deg P --inclination_deg I --count N --altitude_km H [--hours T] [--wanted K] [--cell_deg D] [--svg FILE]',
  ],
  arguments: [],
  flags: [
    { name: 'reach_deg', value: 'P', doc: "great-circle angle, at the Earth's centre, within which a satellite counts as near" },
    { name: 'inclination_deg', value: 'I', doc: 'of all orbits, with nodes and phases at random; without it satellites are spread evenly over the sphere' },
    { name: 'latitude_deg', value: 'L', doc: 'geocentric latitude of the place' },
    { name: 'count', value: 'N', doc: 'also count N satellites of a Walker pattern as they move; needs the next two' },
    { name: 'altitude_km', value: 'H', doc: 'of their circular orbits' },
    { name: 'hours', value: 'T', doc: `how long to count, every ${LOOK_S} s; with --map 24 unless given` },
    { name: 'map', doc: 'count at every place of a map of latitudes and longitudes instead of at one' },
    { name: 'wanted', value: 'K', doc: 'with --map: how often K or more are near is told for each place (default 2)' },
    { name: 'cell_deg', value: 'D', doc: 'with --map: size of its cells (default 5)' },
    { name: 'svg', value: 'FILE', doc: 'with --map: draw it' },
  ],
  examples: [
    ['cupola absentee --inclination_deg 45 --latitude_deg 40 --reach_deg 5', '1 in 204 is near'],
    ['cupola absentee --inclination_deg 45 --latitude_deg 40 --reach_deg 5 --count 1000 --altitude_km 300 --hours 24', 'mean, fewest and most of a thousand over a day'],
    ['cupola absentee --map --reach_deg 5 --inclination_deg 45 --count 1000 --altitude_km 300 --svg map.svg', 'where on Earth such a shell has how many near'],
  ],
  run: absentee,
};

async function absentee(input: CommandInput): Promise<number> {
  const { flags, output, commandLine } = input;
  if (flags.has('map')) return await absenteeMapAnswer(input);
  refuseFlags(flags, ['wanted', 'cell_deg', 'svg'], 'this flag with --map only');
  const reach_deg = flags.number('reach_deg', { min: 0.01, max: 180, unit: '°' });
  const inclination_deg = flags.number('inclination_deg', { min: 0.1, max: 179.9, unit: '°' });
  const latitude_deg = flags.number('latitude_deg', { min: -90, max: 90, unit: '°' });
  if (!flags.has('reach_deg')) flags.reject('reach_deg', 'an angle in degrees', 'as in --reach_deg 5');
  requireTogether(flags, ['inclination_deg', 'latitude_deg']);
  const count = readCount(flags, inclination_deg);
  if (flags.problems.length > 0 || reach_deg === undefined) throw new BadInput(flags.problems);

  const reach_rad = toSi(reach_deg, 'deg');
  const band = inclination_deg === undefined || latitude_deg === undefined ? undefined
    : { inclination_rad: toSi(inclination_deg, 'deg'), latitude_rad: toSi(latitude_deg, 'deg'), reach_rad };
  const fraction = band === undefined ? uniformFraction(reach_rad) : latitudeFraction(band);
  if (!(fraction > 0)) {
    throw new BadInput([flagProblem('--latitude_deg', flags.text('latitude_deg') ?? '', 'a latitude to which satellites of this inclination come near', bandHint({ inclination_deg: inclination_deg ?? 0, latitude_deg: latitude_deg ?? 0, reach_deg }))]);
  }
  const propagated = band === undefined || count === undefined ? null
    : propagateAvailability({ shell: count.shell, latitude_rad: band.latitude_rad, reach_rad, duration_s: toSi(count.hours, 'h'), step_s: LOOK_S });
  const absenteeRatio = 1 / fraction;
  const provenance = provenanceOf(loadCatalogue(), commandLine);
  if (output.isJson) output.json({ fraction, absenteeRatio, uniformFraction: uniformFraction(reach_rad), propagated, provenance });
  else printAnswer(output, `1 satellite in ${significantText(absenteeRatio)} is near, on average: within ${significantText(reach_deg)}°${band === undefined ? ' of any place, spread evenly over the sphere' : ` of latitude ${significantText(latitude_deg ?? 0)}°, orbits of inclination ${significantText(inclination_deg ?? 0)}°`}`, [answerText(fraction, band === undefined ? undefined : uniformFraction(reach_rad), propagated, count)], citationLine(provenance));
  return 0;
}

interface Counted {
  readonly satellites: number;
  readonly hours: number;
  readonly shell: NonNullable<ReturnType<typeof evenShell>>;
}

function readCount(flags: Flags, inclination_deg: number | undefined): Counted | undefined {
  const satellites = flags.integer('count', { min: 1, max: 100_000 });
  const altitude_km = flags.number('altitude_km', { min: 150, max: 50_000, unit: 'km' });
  const hours = flags.number('hours', { min: 0.02, max: 8800, unit: 'h' });
  requireTogether(flags, ['count', 'altitude_km', 'hours']);
  if (flags.has('count') && !flags.has('inclination_deg')) flags.reject('count', '--inclination_deg and --latitude_deg beside --count', 'an even spread does not move');
  if (satellites === undefined || altitude_km === undefined || hours === undefined || inclination_deg === undefined) return undefined;
  if (satellites * hours > MOST_SATELLITE_HOURS) flags.reject('hours', `at most ${significantText(Math.floor(MOST_SATELLITE_HOURS / satellites))} h for ${countText(satellites)} satellites`);
  const altitude_m = toSi(altitude_km, 'km');
  const inclination_rad = toSi(inclination_deg, 'deg');
  const shell = evenShell(satellites, altitude_m, inclination_rad);
  if (shell === undefined) {
    let next = satellites + 1;
    while (evenShell(next, altitude_m, inclination_rad) === undefined) next++;
    flags.reject('count', 'a number that divides into about as many planes as satellites per plane', `${countText(next)} does`);
    return undefined;
  }
  return { satellites, hours, shell };
}

function requireTogether(flags: Flags, names: readonly string[]): void {
  const given = names.filter((name) => flags.has(name));
  if (given.length === 0) return;
  for (const name of names) if (!flags.has(name)) flags.problems.push(flagProblem(`--${name}`, 'nothing', `--${name} beside --${given[0]}`));
}

function answerText(fraction: number, uniform: number | undefined, propagated: Availability | null, count: Counted | undefined): string {
  const pairs: [string, string][] = [['Share of all satellites', significantText(fraction)]];
  if (uniform !== undefined) pairs.push(['If spread evenly instead', `${significantText(uniform)}, 1 in ${significantText(1 / uniform)}`]);
  if (propagated !== null && count !== undefined) {
    pairs.push([`Counted over ${significantText(count.hours)} h`, `${toPlace(propagated.mean, -2)} of ${countText(count.satellites)} on average, fewest ${countText(propagated.min)}, most ${countText(propagated.max)}; ${countText(count.shell.planes_count)} planes of ${countText(count.shell.perPlane_count)}, every ${LOOK_S} s`]);
    pairs.push(['The same by closed form', `${toPlace(fraction * count.satellites, -2)} on average`]);
  }
  return textPairs(pairs);
}
