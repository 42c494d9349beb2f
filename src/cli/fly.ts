/** `cupola fly`: one missile to a target, to a lofted apogee, or as far as it goes. */
import { countText } from '../figures/numbers.js';
import { PI } from '../kernel/maths.js';
import { fromSi, toSi } from '../kernel/units.js';
import type { Flight, Launch } from '../models/threat/ballistic/ballistic.js';
import { type AimFailure, type LoftResult, maxRange, prepareMissile, solveToLoft, solveToTarget } from '../models/threat/index.js';
import { loadCatalogue } from './catalogue-file.js';
import { refuseFlags } from './closed-form.js';
import type { Command, CommandInput } from './command.js';
import { BadInput, flagProblem } from './failures.js';
import { checkWritableFile, writeAtomically } from './files.js';
import type { Flags } from './flags.js';
import { flightCsv, flightDocument, flightText } from './fly-answer.js';
import { flyGlide } from './fly-glide.js';
import { flyImpulsive } from './fly-impulsive.js';
import { readPlace } from './places.js';
import { provenanceOf } from './provenance.js';
import { compileThreatFlight, type ThreatFlight } from './threat-card.js';

export const flyCommand: Command = {
  name: 'fly',
  summary: 'fly one missile: to a target, to a lofted apogee, or as far as it goes',
  usage: [
    'fly --missile NAME [--from PLACE] --to PLACE [--payload_kg P] [--csv FILE]',
    'fly --missile NAME [--from PLACE] --apogee_km A --range_km R [--payload_kg P] [--csv FILE]',
    'fly --missile NAME [--from PLACE] --maxRange [--payload_kg P] [--csv FILE]',
    'fly --impulsive --range_km R [--speed_kmps V --branch lofted|depressed | --apogee_km A]',
    'fly --glide --speed_kmps V --liftToDrag L [--toSpeed_kmps V]',
  ],
  arguments: [],
  flags: [
    { name: 'missile', value: 'NAME', doc: 'a missile of the public data, as listed by cupola list threats' },
    { name: 'from', value: 'PLACE', doc: 'LAT,LON in degrees, or a site or city (default: the site on the missile\'s card)' },
    { name: 'to', value: 'PLACE', doc: 'where to land: LAT,LON in degrees, or a site or city' },
    { name: 'apogee_km', value: 'A', doc: 'highest altitude to reach, flying due east; needs --range_km' },
    { name: 'range_km', value: 'R', doc: 'ground range to reach, flying due east; needs --apogee_km' },
    { name: 'maxRange', doc: 'as far as it goes, due east' },
    { name: 'payload_kg', value: 'P', doc: 'payload (default: the card\'s)' },
    { name: 'csv', value: 'FILE', doc: 'write the flight as comma-separated values' },
    { name: 'impulsive', doc: 'the textbook flight over --range_km: one kick on a sphere without air; least energy unless a speed or an apogee is given' },
    { name: 'speed_kmps', value: 'V', doc: 'speed at the kick, or at the start of the glide' },
    { name: 'branch', value: 'WORD', doc: 'lofted or depressed: which of the two flights at one speed' },
    { name: 'glide', doc: 'equilibrium glide between two speeds' },
    { name: 'liftToDrag', value: 'L', doc: 'lift over drag of the glide' },
    { name: 'toSpeed_kmps', value: 'V', doc: 'speed at which the glide ends (default 1.8, where published examples begin the dive)' },
  ],
  laterFlags: [{ name: 'svg', value: 'FILE', doc: 'a later version' }],
  examples: [
    ['cupola fly --missile solid-icbm-3-stage --from 40.85,129.66 --to 41.88,-87.63', 'from North Korea to Chicago'],
    ['cupola fly --missile hwasong-18 --apogee_km 6648.4 --range_km 1001.2', 'the test flight of July 2023'],
    ['cupola fly --missile liquid-icbm-2-stage --maxRange --payload_kg 500', 'how far it goes with 500 kg'],
    ['cupola fly --impulsive --range_km 10000', 'least speed for 10,000 km: 7.198 km/s, 32 minutes'],
    ['cupola fly --glide --speed_kmps 6 --liftToDrag 2.6', 'how far a glider comes from 6 km/s: 6,739 km'],
  ],
  run: fly,
};

/** Flags that only the textbook flights know. */
const FORMULA_FLAGS = ['speed_kmps', 'branch', 'liftToDrag', 'toSpeed_kmps'];

/** Due east, where the Earth's turning helps most. */
const EAST_RAD = PI / 2;

interface LoftAim {
  readonly kind: 'loft';
  readonly apogee_m: number;
  readonly range_m: number;
}
type Aim = { readonly kind: 'target' } | { readonly kind: 'farthest' } | LoftAim;

export interface Flown {
  readonly flight: Flight;
  readonly launch: Launch;
  /** Distance of the impact from the target, or of the range from the one asked for; null when it was only to fly far. */
  readonly miss_m: number | null;
  /** Said in words beside the numbers; may be empty. */
  readonly remark: string;
}

async function fly(input: CommandInput): Promise<number> {
  if (input.flags.has('impulsive')) return await flyImpulsive(input);
  if (input.flags.has('glide')) return await flyGlide(input);
  const { flags, output, commandLine } = input;
  refuseFlags(flags, FORMULA_FLAGS, 'this flag with --impulsive or --glide only');
  const catalogue = loadCatalogue();
  const from = readPlace(flags, 'from', catalogue);
  const to = readPlace(flags, 'to', catalogue);
  const payload_kg = flags.number('payload_kg', { min: 0, max: 100_000, unit: 'kg' });
  const aim = readAim(flags);
  const missile = flags.text('missile');
  if (missile === undefined) flags.problems.push(flagProblem('--missile', 'nothing', 'a missile of the public data', 'cupola list threats names them'));
  const request = missile === undefined ? undefined : compileThreatFlight({ missile, payload_kg, from, to }, catalogue, flags);
  const csv = flags.text('csv');
  const blocked = csv === undefined ? undefined : checkWritableFile('csv', csv);
  if (blocked !== undefined) flags.problems.push(blocked);
  if (request === undefined || aim === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);

  const flown = flyTo(request, aim);
  if (csv !== undefined) {
    writeAtomically(csv, flightCsv(request.threat, flown.launch));
    output.note(`Wrote ${csv}`);
  }
  const provenance = provenanceOf(catalogue, commandLine);
  if (output.isJson) output.json(flightDocument(request, flown, provenance));
  else output.print(flightText(request, flown, provenance, output));
  return 0;
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
  if (flags.has('maxRange')) return { kind: 'farthest' };
  for (const [given, other] of [['apogee_km', 'range_km'], ['range_km', 'apogee_km']] as const) {
    if (flags.has(given) && !flags.has(other)) flags.reject(other, `a number of km beside --${given}`);
  }
  if (apogee_km === undefined || range_km === undefined) return undefined;
  return { kind: 'loft', apogee_m: toSi(apogee_km, 'km'), range_m: toSi(range_km, 'km') };
}

function flyTo(request: ThreatFlight, aim: Aim): Flown {
  const { threat, origin, target } = request;
  const prepared = prepareMissile(threat);
  if (aim.kind === 'farthest') {
    const far = maxRange(prepared, origin, EAST_RAD);
    if (far.flight.status !== 'impact') throw cannotFly(request, far.flight.status);
    return { flight: far.flight, launch: far.launch, miss_m: null, remark: far.isGlobal ? 'It can fly past the antipode: no place on Earth is out of its reach.' : '' };
  }
  if (aim.kind === 'loft') return flyLoft(request, aim, solveToLoft(prepared, origin, EAST_RAD, aim.apogee_m, aim.range_m));
  const solved = solveToTarget(prepared, origin, target);
  if (!solved.converged) throw missedTarget(request, solved);
  return { flight: solved.flight, launch: solved.launch, miss_m: solved.miss_m, remark: '' };
}

function flyLoft(request: ThreatFlight, aim: LoftAim, solved: LoftResult): Flown {
  if (solved.converged) return { flight: solved.flight, launch: solved.launch, miss_m: Math.abs(solved.flight.range_m - aim.range_m), remark: '' };
  const asked = `apogee ${kilometres(aim.apogee_m)} at range ${kilometres(aim.range_m)}`;
  if (solved.reason === 'too-high') {
    throw new BadInput([flagProblem('--apogee_km', asked, `an apogee of at most ${kilometres(aim.apogee_m - Math.abs(solved.apogeeError_m))} at that range`, `this is all it can do with ${payloadText(request)}; a lighter payload flies higher`)]);
  }
  throw new BadInput([flagProblem('--apogee_km', asked, `a flight that this missile can make with ${payloadText(request)}`,
    `the nearest one found is off by ${kilometres(Math.abs(solved.apogeeError_m))} in apogee and ${kilometres(Math.abs(solved.rangeError_m))} in range`)]);
}

function missedTarget(request: ThreatFlight, failure: AimFailure): BadInput {
  if (failure.reason === 'out-of-range') {
    return new BadInput([flagProblem('--to', `range ${kilometres(failure.range_m)}`, `at most ${kilometres(failure.maxRange_m)}`,
      `range ${kilometres(failure.range_m)} exceeds this missile's ${kilometres(failure.maxRange_m)} with ${payloadText(request)}; a lighter payload flies farther`)]);
  }
  if (failure.reason === 'cannot-fly') return cannotFly(request, failure.status);
  return new BadInput([flagProblem('--to', `no flight found with ${payloadText(request)}`, 'a target that this missile can hit', `the nearest flight found misses by ${kilometres(failure.miss_m)}`)]);
}

function cannotFly(request: ThreatFlight, status: Flight['status']): BadInput {
  const reason = status === 'no-lift-off' ? 'it cannot lift itself' : status === 'fell-under-power' ? 'it falls back under power' : 'it never comes down';
  return new BadInput([flagProblem('--payload_kg', `${request.threat.name} with ${payloadText(request)}`, 'a missile that flies', reason)]);
}

function payloadText(request: ThreatFlight): string {
  return `${countText(Math.round(request.threat.payload_kg))} kg`;
}

function kilometres(distance_m: number): string {
  return `${countText(Math.round(fromSi(distance_m, 'km')))} km`;
}
