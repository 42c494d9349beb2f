/** `cupola size`: how many space-based interceptors it takes, by the closed forms of the published studies. */
import { citationLine } from '../../figures/sentences/citation.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { AEI_EARTH_RADIUS_M, AEI_SHELL, sizeByLatitude, sizeShell } from '../../studies/number-needed/size-shell.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { constantsText, printAnswer, readDefaulted, refuseFlags, type SourceConstant, usedDefaults } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { provenanceOf } from '../frame/provenance.js';
import { numberDocument, numberHead, numberText } from './size-answer.js';
import { INTERCEPTOR_FLAGS, moreDocument, readMore } from './size-interceptor.js';
import { DEFAULT_FLIGHTS, DEFAULT_GLIDER, DEFAULT_MISSILE, DEFAULT_TARGET } from './size-missile.js';
import { DEFAULT_DELAY_S, DEFAULT_FLOOR_KM, sizePropagated } from './size-propagated.js';
import { cannotReach } from './size-refusal.js';
import { closedWarnings, refuseLongFlights } from './size-warnings.js';

const AEI = 'AEI space-based interceptor calculator, Harrison 2025 (seen: secondary)';
const METHODS = ['shell', 'latitude', 'propagated'];
/** Flags that only satellites that move and a missile that flies can use. */
const PROPAGATED_FLAGS = ['missile', 'from', 'to', 'delay_s', 'planes', 'perPlane', 'count', 'random', 'phasing', 'seed', 'hours', 'step_s', 'flights', 'floor_km', 'phase', 'meeting_s', 'curve', 'svg'];

/** AEI's boost-phase interceptor, in the units of the flags. */
const INPUTS = [
  { name: 'altitude_km', value: fromSi(AEI_SHELL.altitude_m, 'km'), range: { min: 1, max: 50_000, unit: 'km' } },
  { name: 'acceleration_g', value: Number(fromSi(AEI_SHELL.acceleration_mps2, 'g').toPrecision(12)), range: { min: 0.01, max: 1000, unit: 'g' } },
  { name: 'speed_kmps', value: fromSi(AEI_SHELL.speed_mps, 'kmps'), range: { min: 0.1, max: 30, unit: 'km/s' } },
  { name: 'flyout_s', value: AEI_SHELL.flyout_s, range: { min: 1, max: 3600, unit: 's' } },
  { name: 'interceptAltitude_km', value: fromSi(AEI_SHELL.interceptAltitude_m, 'km'), range: { min: 0, max: 50_000, unit: 'km' } },
  { name: 'salvo', value: AEI_SHELL.salvo, range: { min: 1, max: 100_000 }, isWhole: true },
  { name: 'shots', value: AEI_SHELL.shots, range: { min: 1, max: 100 }, isWhole: true },
] as const;
const BAND = { name: 'maxLatitude_deg', value: 90, range: { min: 0.1, max: 90, unit: '°' } } as const;

const defaultOf = (name: string): string => `(default ${INPUTS.find((input) => input.name === name)?.value}, AEI 2025)`;

export const sizeCommand: Command = {
  name: 'size',
  summary: 'how many space-based interceptors it takes, by closed form or with satellites that move',
  usage: [
    'size --method shell [--altitude_km H] [--acceleration_g A] [--speed_kmps V] [--flyout_s T] [--interceptAltitude_km H] [--salvo N] [--shots N] [--maxLatitude_deg L]',
    'size --method latitude --inclination_deg I --latitude_deg L [the same flags but --maxLatitude_deg]',
    'size --method propagated [--missile M] [--from PLACE] [--to PLACE] [--delay_s D] [--inclination_deg I] [--planes P [--perPlane S] | --count N | --random N] [--hours T] [--step_s S] [--phase WORD] [--curve WORD] [--svg FILE]',
  ],
  arguments: [],
  flags: [
    { name: 'method', value: 'WORD', doc: 'shell: spread evenly, ratio = 4 (Re + h)² sin(maxLatitude)/reach² with Re = 6,378.1 km (AEI 2025); latitude: orbits of one inclination; propagated: satellites that move against a missile that flies (default shell)' },
    { name: 'altitude_km', value: 'H', doc: `of the interceptors ${defaultOf('altitude_km')}` },
    { name: 'acceleration_g', value: 'A', doc: `mean over the burn ${defaultOf('acceleration_g')}` },
    { name: 'speed_kmps', value: 'V', doc: `at the end of the burn ${defaultOf('speed_kmps')}` },
    { name: 'flyout_s', value: 'T', doc: `from firing to meeting ${defaultOf('flyout_s')}; with propagated the longest fly-out (default: to burn-out; 300 in a glide or in midcourse)` },
    { name: 'interceptAltitude_km', value: 'H', doc: `where they meet ${defaultOf('interceptAltitude_km')}` },
    { name: 'salvo', value: 'N', doc: `missiles launched at once from one place ${defaultOf('salvo')}` },
    { name: 'shots', value: 'N', doc: `at each missile ${defaultOf('shots')}` },
    { name: 'maxLatitude_deg', value: 'L', doc: `highest latitude of a launch site (default ${BAND.value}, AEI 2025); method shell only` },
    { name: 'inclination_deg', value: 'I', doc: 'of all orbits; not with method shell (with propagated by default 5 above the latitude of the launch, or of the meeting after boost)' },
    { name: 'latitude_deg', value: 'L', doc: 'of the launch site; method latitude only' },
    ...INTERCEPTOR_FLAGS,
    { name: 'missile', value: 'M', doc: `class of the public data that is flown (default ${DEFAULT_MISSILE}, in a glide ${DEFAULT_GLIDER}); this and all further flags with method propagated only` },
    { name: 'from', value: 'PLACE', doc: "LAT,LON or a site: where it is launched (default: the missile's card)" },
    { name: 'to', value: 'PLACE', doc: `LAT,LON, a site or a city (default ${DEFAULT_TARGET})` },
    { name: 'delay_s', value: 'D', doc: `from launch to the order to fire (default ${DEFAULT_DELAY_S}, assumed)` },
    { name: 'planes', value: 'P', doc: 'planes of the pattern (default: about as many as satellites per plane)' },
    { name: 'perPlane', value: 'S', doc: 'count a pattern of P planes with S satellites each' },
    { name: 'count', value: 'N', doc: 'count a pattern of N satellites' },
    { name: 'random', value: 'N', doc: 'count N satellites with nodes and phases at random' },
    { name: 'phasing', value: 'F', doc: 'of the Walker pattern (default 1)' },
    { name: 'seed', value: 'S', doc: 'of the random places (default 1)' },
    { name: 'hours', value: 'T', doc: 'how long launches are tried (default 24)' },
    { name: 'step_s', value: 'S', doc: 'from one launch tried to the next (default 60)' },
    { name: 'flights', value: 'N', doc: `missiles of the class that are flown, different in place and burn time (default ${DEFAULT_FLIGHTS}); 1 is the class itself` },
    { name: 'floor_km', value: 'H', doc: `lowest altitude of a meeting (default ${DEFAULT_FLOOR_KM.boost}, in a glide ${DEFAULT_FLOOR_KM.glide}; assumed)` },
    { name: 'phase', value: 'WORD', doc: 'boost (default): anywhere until burn-out; glide or midcourse: at one point of the path, by default the middle of that phase' },
    { name: 'meeting_s', value: 'T', doc: 'that point, as time after launch' },
    { name: 'curve', value: 'WORD', doc: 'number needed against speed, delay, altitude or inclination; time: number in reach against the time of launch (for --svg)' },
    { name: 'svg', value: 'FILE', doc: 'draw the curve (number in reach against time unless another is asked for)' },
  ],
  examples: [
    ['cupola size --method shell --salvo 5', "AEI's boost-phase layer against five missiles: 4,986 (the paper rounds to 4,990)"],
    ['cupola size --method latitude --inclination_deg 45 --latitude_deg 40', 'the same interceptors in orbits that favour the latitude of North Korea'],
    ['cupola size --method propagated --altitude_km 350 --speed_kmps 5 --inclination_deg 45', 'satellites that move, a missile that flies, and what makes the difference from the closed form'],
    ['cupola size --method propagated --curve delay --svg delay.svg', 'what ten seconds of deliberation cost'],
  ],
  run: size,
};

async function size(input: CommandInput): Promise<number> {
  const { flags, output, commandLine } = input;
  const method = readMethod(flags);
  const given = readDefaulted(flags, INPUTS), more = readMore(flags, given.acceleration_g);
  if (given.altitude_km < LOWEST_KM) flags.reject('altitude_km', `at least ${LOWEST_KM} km`, `a satellite at ${given.altitude_km} km comes down within a day; ${LOWEST_KM} km is the lowest that stays up for a few orbits`);
  if (method === 'propagated') {
    refuseFlags(flags, ['maxLatitude_deg', 'latitude_deg'], 'no such flag with --method propagated: the place is --from');
    return await sizePropagated(input, given, more, (phase) => usedDefaults(flags, INPUTS.filter(({ name }) => name !== 'flyout_s' && (name !== 'interceptAltitude_km' || phase === 'boost')), AEI));
  }
  refuseFlags(flags, PROPAGATED_FLAGS, 'this flag with --method propagated only');
  refuseFlags(flags, ['divert_kmps'], 'this flag with --method propagated only', 'a closed form has no forecast, so there is nothing that a reserve could correct');
  const band = readDefaulted(flags, [BAND]);
  const inclination_deg = flags.number('inclination_deg', { min: 0.1, max: 179.9, unit: '°' });
  const latitude_deg = flags.number('latitude_deg', { min: -90, max: 90, unit: '°' });
  if (method === 'latitude') {
    refuseFlags(flags, ['maxLatitude_deg'], 'no --maxLatitude_deg with --method latitude');
    for (const name of ['inclination_deg', 'latitude_deg']) if (!flags.has(name)) flags.reject(name, `--${name} with --method latitude`);
  } else refuseFlags(flags, ['inclination_deg', 'latitude_deg'], 'this flag with --method latitude or propagated only');
  refuseLongFlights(flags, given.flyout_s, more.battery_s);
  if (flags.problems.length > 0) throw new BadInput(flags.problems);

  const shared = {
    altitude_m: toSi(given.altitude_km, 'km'),
    acceleration_mps2: toSi(given.acceleration_g, 'g'),
    speed_mps: toSi(given.speed_kmps, 'kmps'),
    flyout_s: given.flyout_s,
    interceptAltitude_m: toSi(given.interceptAltitude_km, 'km'),
    salvo: given.salvo,
    shots: given.shots,
    deadTime_s: more.deadTime_s, ...(more.secondStage === undefined ? {} : { secondStage: more.secondStage }), ...more.carrier,
  };
  const atLatitude = { ...shared, inclination_rad: toSi(inclination_deg ?? 0, 'deg'), latitude_rad: toSi(latitude_deg ?? 0, 'deg') };
  const result = method === 'latitude' ? sizeByLatitude(atLatitude) : sizeShell({ ...shared, maxLatitude_rad: toSi(band.maxLatitude_deg, 'deg') });
  if (typeof result === 'string') throw cannotReach(result, flags, atLatitude);

  const defaults = usedDefaults(flags, method === 'shell' ? [...INPUTS, BAND] : INPUTS, AEI);
  const constants: SourceConstant[] = [{ name: 'earthRadius_km', value: fromSi(AEI_EARTH_RADIUS_M, 'km'), source: AEI }, ...defaults];
  const inputs = { ...given, ...(method === 'latitude' ? { inclination_deg, latitude_deg } : band), ...moreDocument(more) };
  const catalogue = loadCatalogue(), warnings = closedWarnings(shared, result, flags, catalogue), provenance = provenanceOf(catalogue, commandLine);
  if (output.isJson) output.json({ ...numberDocument(result), warnings, inputs, constants, provenance });
  else printAnswer(output, numberHead(result, given), [...warnings, numberText(result, given.flyout_s, more.carrier), constantsText(constants)], citationLine(provenance));
  return 0;
}

function readMethod(flags: Flags): string {
  const method = flags.text('method') ?? 'shell';
  if (!METHODS.includes(method)) flags.reject('method', 'shell, latitude or propagated');
  return method;
}

/** Below it air brings a satellite down within a day. */
const LOWEST_KM = 150;
