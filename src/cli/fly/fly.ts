/** `cupola fly`: one missile of any class to a target, to a lofted apogee, or as far as it goes. */
import { countText } from '../../figures/numbers.js';
import { toSi } from '../../kernel/units.js';
import { warheadsOf } from '../../scenario/plan/lethal.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { refuseFlags } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { type Aim, flyAttack } from './fly-aim.js';
import { type FlightAnswer, flightAnswer, flightCsv, flightDocument, flightText } from './fly-answer.js';
import { flyCheck } from './fly-check.js';
import { flyGlide } from './fly-glide.js';
import { flyImpulsive } from './fly-impulsive.js';
import { flyRangeTable } from './fly-range-table.js';
import { readPlace, readPlaces } from '../frame/places.js';
import { provenanceOf } from '../frame/provenance.js';
import { compileThreatFlight, type ThreatFlight } from '../cards/threat-card.js';

export const flyCommand: Command = {
  name: 'fly',
  summary: 'fly one missile of any class: to a target, to a lofted apogee, or as far as it goes',
  usage: [
    'fly --missile NAME [--from PLACE] --to PLACE… [--shape WORD | --approach WORD | --via PLACE…] [--payload_kg P] [--svg FILE] [--csv FILE]',
    'fly --missile NAME [--from PLACE] --apogee_km A --range_km R [--payload_kg P] [--svg FILE] [--csv FILE]',
    'fly --missile NAME [--from PLACE] --maxRange [--payload_kg P] [--svg FILE] [--csv FILE]',
    'fly --missile NAME [--from PLACE] --rangeTable',
    'fly --check --apogee_km A --range_km R --time_s T',
    'fly --impulsive --range_km R [--speed_kmps V --branch lofted|depressed | --apogee_km A]',
    'fly --glide --speed_kmps V --liftToDrag L [--toSpeed_kmps V]',
  ],
  arguments: [],
  flags: [
    { name: 'missile', value: 'NAME', doc: 'a missile of the public data, as listed by cupola list threats' },
    { name: 'from', value: 'PLACE', doc: 'LAT,LON in degrees, or a site or city (default: the site on the missile\'s card)' },
    { name: 'to', value: 'PLACE', isRepeated: true, doc: 'where to land: LAT,LON in degrees, or a site or city; again for further warheads of a bus' },
    { name: 'shape', value: 'WORD', doc: 'standard (default: the class\'s own pitch programme), minimum-energy, lofted or depressed: how a ballistic missile flies to its target' },
    { name: 'approach', value: 'WORD', doc: 'short (default) or long: which way round the Earth a fractional orbit goes' },
    { name: 'via', value: 'PLACE', isRepeated: true, doc: 'a place to pass on the way, for gliders and cruise missiles; may be repeated; LAT,LON,METRES has a height' },
    { name: 'apogee_km', value: 'A', doc: 'highest altitude to reach, flying due east; needs --range_km; or as reported, beside --check' },
    { name: 'range_km', value: 'R', doc: 'ground range to reach, flying due east; needs --apogee_km; or as reported, beside --check' },
    { name: 'maxRange', doc: 'as far as it goes, due east' },
    { name: 'payload_kg', value: 'P', doc: 'payload (default: the card\'s)' },
    { name: 'rangeTable', doc: 'how far it goes with more and with less payload, due east' },
    { name: 'svg', value: 'FILE', doc: 'draw the flight: altitude over ground distance and over time' },
    { name: 'csv', value: 'FILE', doc: 'write the flight as comma-separated values' },
    { name: 'check', doc: 'say whether a reported apogee, range and time agree with powered flight' },
    { name: 'time_s', value: 'T', doc: 'the reported time of flight, beside --check' },
    { name: 'impulsive', doc: 'the textbook flight over --range_km: one kick on a sphere without air; least energy unless a speed or an apogee is given' },
    { name: 'speed_kmps', value: 'V', doc: 'speed at the kick, or at the start of the glide' },
    { name: 'branch', value: 'WORD', doc: 'lofted or depressed: which of the two flights at one speed' },
    { name: 'glide', doc: 'equilibrium glide between two speeds' },
    { name: 'liftToDrag', value: 'L', doc: 'lift over drag of the glide' },
    { name: 'toSpeed_kmps', value: 'V', doc: 'speed at which the glide ends (default 1.8, where published examples begin the dive)' },
  ],
  examples: [
    ['cupola fly --missile solid-icbm-3-stage --from 40.85,129.66 --to 41.88,-87.63', 'from North Korea to Chicago'],
    ['cupola fly --missile hwasong-18 --apogee_km 6648.4 --range_km 1001.2', 'the test flight of July 2023'],
    ['cupola fly --missile liquid-icbm-2-stage --maxRange --payload_kg 500', 'how far it goes with 500 kg'],
    ['cupola fly --missile fractional-orbital-class --to chicago --approach long --svg flight.svg', 'over the south, with a picture'],
    ['cupola fly --check --apogee_km 6248.5 --range_km 1090 --time_s 4052', 'the flight claimed for 24 March 2022'],
    ['cupola fly --impulsive --range_km 10000', 'least speed for 10,000 km: 7.198 km/s, 32 minutes'],
    ['cupola fly --glide --speed_kmps 6 --liftToDrag 2.6', 'how far a glider comes from 6 km/s: 6,739 km'],
  ],
  run: fly,
};

/** Flags that only the textbook flights and the checker know. */
const FORMULA_FLAGS = ['time_s', 'speed_kmps', 'branch', 'liftToDrag', 'toSpeed_kmps'];
/** Flags that say how to fly to a target. */
const MANNER_FLAGS = ['shape', 'approach', 'via'];

async function fly(input: CommandInput): Promise<number> {
  if (input.flags.has('impulsive')) return await flyImpulsive(input);
  if (input.flags.has('glide')) return await flyGlide(input);
  if (input.flags.has('check')) return await flyCheck(input);
  if (input.flags.has('rangeTable')) return await flyRangeTable(input);
  const { flags, output, commandLine } = input;
  refuseFlags(flags, FORMULA_FLAGS, 'this flag with --check, --impulsive or --glide only');
  const catalogue = loadCatalogue();
  const from = readPlace(flags, 'from', catalogue);
  const to = readPlaces(flags, 'to', catalogue);
  const route = readPlaces(flags, 'via', catalogue);
  const payload_kg = flags.number('payload_kg', { min: 0, max: 100_000, unit: 'kg' });
  const aim = readAim(flags);
  const missile = flags.text('missile');
  if (missile === undefined) flags.problems.push(flagProblem('--missile', 'nothing', 'a missile of the public data', 'cupola list threats names them'));
  const shape = flags.text('shape'), approach = flags.text('approach');
  const request = missile === undefined ? undefined : compileThreatFlight({ missile, payload_kg, from, to, shape, approach, route }, catalogue, flags);
  if (request !== undefined) checkWarheads(request, to.length, flags);
  for (const flag of ['csv', 'svg']) checkFile(flags, flag);
  if (request === undefined || aim === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);

  const answer = flightAnswer(request, flyAttack(request, aim), provenanceOf(catalogue, commandLine));
  await writeFiles(answer, to[0]?.name, input);
  if (output.isJson) output.json(flightDocument(answer));
  else output.print(flightText(answer, output));
  return 0;
}

function checkFile(flags: Flags, flag: string): void {
  const file = flags.text(flag);
  const blocked = file === undefined ? undefined : checkWritableFile(flag, file);
  if (blocked !== undefined) flags.problems.push(blocked);
}

/** More targets than warheads would be ignored. */
function checkWarheads({ attack: { threat } }: ThreatFlight, targets_count: number, flags: Flags): void {
  const warheads = warheadsOf(threat);
  if (targets_count > warheads) flags.problems.push(flagProblem('--to', `${countText(targets_count)} targets`, `at most ${countText(warheads)}`, `${threat.name} carries ${countText(warheads)} ${warheads === 1 ? 'warhead' : 'warheads'}`));
}

async function writeFiles(answer: FlightAnswer, target: string | undefined, { flags, output }: CommandInput): Promise<void> {
  const csv = flags.text('csv'), svg = flags.text('svg');
  if (csv !== undefined) {
    writeAtomically(csv, flightCsv(answer.course));
    output.note(`Wrote ${csv}`);
  }
  if (svg !== undefined) {
    // Loaded only when it is wanted: drawing takes longer to load than a flight to fly.
    const { flightSvg } = await import('./fly-picture.js');
    writeAtomically(svg, flightSvg(answer, target));
    output.note(`Wrote ${svg}`);
  }
}

/** Exactly one of the three ways to say where to. */
function readAim(flags: Flags): Aim | undefined {
  const apogee_km = flags.number('apogee_km', { min: 50, max: 50_000, unit: 'km' });
  const range_km = flags.number('range_km', { min: 1, max: 20_000, unit: 'km' });
  const wanted = [flags.has('to'), flags.has('apogee_km') || flags.has('range_km'), flags.has('maxRange')].filter(Boolean).length;
  if (wanted !== 1) {
    flags.problems.push(flagProblem('--to', wanted === 0 ? 'no aim' : 'more than one aim', 'one of --to, --apogee_km with --range_km, or --maxRange', 'see cupola fly --help'));
    return undefined;
  }
  if (flags.has('to')) return { kind: 'target' };
  refuseFlags(flags, MANNER_FLAGS, 'this flag with --to only');
  if (flags.has('maxRange')) return { kind: 'farthest' };
  for (const [given, other] of [['apogee_km', 'range_km'], ['range_km', 'apogee_km']] as const) {
    if (flags.has(given) && !flags.has(other)) flags.reject(other, `a number of km beside --${given}`);
  }
  if (apogee_km === undefined || range_km === undefined) return undefined;
  return { kind: 'loft', apogee_m: toSi(apogee_km, 'km'), range_m: toSi(range_km, 'km') };
}
