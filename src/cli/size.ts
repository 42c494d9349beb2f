/** `cupola size`: how many space-based interceptors it takes, by the closed forms of the published studies. */
import { citationLine } from '../figures/citation.js';
import { countText, significantText, toPlace } from '../figures/numbers.js';
import { textPairs } from '../figures/text-table.js';
import { fromSi, toSi } from '../kernel/units.js';
import type { NumberAnswer } from '../studies/number-needed/method.js';
import { AEI_EARTH_RADIUS_M, AEI_SHELL, type NoReach, sizeByLatitude, sizeShell } from '../studies/number-needed/size-shell.js';
import { loadCatalogue } from './catalogue-file.js';
import { constantsText, printAnswer, readDefaulted, refuseFlags, type SourceConstant, usedDefaults } from './closed-form.js';
import type { Command, CommandInput } from './command.js';
import { BadInput, flagProblem } from './failures.js';
import type { Flags } from './flags.js';
import { provenanceOf } from './provenance.js';

const AEI = 'AEI space-based interceptor calculator, Harrison 2025 (seen: secondary)';
const METHODS = ['shell', 'latitude'];

/** AEI's boost-phase interceptor, in the units of the flags. */
const INPUTS = [
  { name: 'altitude_km', value: fromSi(AEI_SHELL.altitude_m, 'km'), range: { min: 100, max: 50_000, unit: 'km' } },
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
  summary: 'how many space-based interceptors a shell needs, by closed form',
  usage: [
    'size --method shell [--altitude_km H] [--acceleration_g A] [--speed_kmps V] [--flyout_s T] [--interceptAltitude_km H] [--salvo N] [--shots N] [--maxLatitude_deg L]',
    'size --method latitude --inclination_deg I --latitude_deg L [the same flags but --maxLatitude_deg]',
  ],
  arguments: [],
  flags: [
    { name: 'method', value: 'WORD', doc: 'shell: spread evenly, ratio = 4 (Re + h)² sin(maxLatitude)/reach² with Re = 6,378.1 km (AEI 2025); latitude: orbits of one inclination (default shell)' },
    { name: 'altitude_km', value: 'H', doc: `of the interceptors ${defaultOf('altitude_km')}` },
    { name: 'acceleration_g', value: 'A', doc: `mean over the burn ${defaultOf('acceleration_g')}` },
    { name: 'speed_kmps', value: 'V', doc: `at the end of the burn ${defaultOf('speed_kmps')}` },
    { name: 'flyout_s', value: 'T', doc: `from firing to meeting ${defaultOf('flyout_s')}` },
    { name: 'interceptAltitude_km', value: 'H', doc: `where they meet ${defaultOf('interceptAltitude_km')}` },
    { name: 'salvo', value: 'N', doc: `missiles launched at once from one place ${defaultOf('salvo')}` },
    { name: 'shots', value: 'N', doc: `at each missile ${defaultOf('shots')}` },
    { name: 'maxLatitude_deg', value: 'L', doc: `highest latitude of a launch site (default ${BAND.value}, AEI 2025); method shell only` },
    { name: 'inclination_deg', value: 'I', doc: 'of all orbits; method latitude only' },
    { name: 'latitude_deg', value: 'L', doc: 'of the launch site; method latitude only' },
  ],
  examples: [
    ['cupola size --method shell --salvo 5', "AEI's boost-phase layer against five missiles: 4,986 (the paper rounds to 4,990)"],
    ['cupola size --method latitude --inclination_deg 45 --latitude_deg 40', 'the same interceptors in orbits that favour the latitude of North Korea'],
  ],
  run: size,
};

async function size({ flags, output, commandLine }: CommandInput): Promise<number> {
  const method = readMethod(flags);
  const given = readDefaulted(flags, INPUTS);
  const band = readDefaulted(flags, [BAND]);
  const inclination_deg = flags.number('inclination_deg', { min: 0.1, max: 179.9, unit: '°' });
  const latitude_deg = flags.number('latitude_deg', { min: -90, max: 90, unit: '°' });
  if (method === 'latitude') {
    refuseFlags(flags, ['maxLatitude_deg'], 'no --maxLatitude_deg with --method latitude');
    for (const name of ['inclination_deg', 'latitude_deg']) if (!flags.has(name)) flags.reject(name, `--${name} with --method latitude`);
  } else refuseFlags(flags, ['inclination_deg', 'latitude_deg'], 'this flag with --method latitude only');
  if (flags.problems.length > 0) throw new BadInput(flags.problems);

  const shared = {
    altitude_m: toSi(given.altitude_km, 'km'),
    acceleration_mps2: toSi(given.acceleration_g, 'g'),
    speed_mps: toSi(given.speed_kmps, 'kmps'),
    flyout_s: given.flyout_s,
    interceptAltitude_m: toSi(given.interceptAltitude_km, 'km'),
    salvo: given.salvo,
    shots: given.shots,
  };
  const result = method === 'latitude'
    ? sizeByLatitude({ ...shared, inclination_rad: toSi(inclination_deg ?? 0, 'deg'), latitude_rad: toSi(latitude_deg ?? 0, 'deg') })
    : sizeShell({ ...shared, maxLatitude_rad: toSi(band.maxLatitude_deg, 'deg') });
  if (typeof result === 'string') throw cannotReach(result, flags);

  const defaults = usedDefaults(flags, method === 'shell' ? [...INPUTS, BAND] : INPUTS, AEI);
  const constants: SourceConstant[] = [{ name: 'earthRadius_km', value: fromSi(AEI_EARTH_RADIUS_M, 'km'), source: AEI }, ...defaults];
  const inputs = { ...given, ...(method === 'latitude' ? { inclination_deg, latitude_deg } : band) };
  const provenance = provenanceOf(loadCatalogue(), commandLine);
  if (output.isJson) output.json({ method, ...sizingDocument(result), inputs, constants, provenance });
  else printAnswer(output, headText(result, given), [sizingText(result, given.flyout_s), constantsText(constants)], citationLine(provenance));
  return 0;
}

function readMethod(flags: Flags): string {
  const method = flags.text('method') ?? 'shell';
  if (method === 'propagated') flags.reject('method', METHODS.join(' or '), 'sizing by propagated orbits is not supported by this version; cupola absentee --count counts satellites as they move');
  else if (!METHODS.includes(method)) flags.reject('method', METHODS.join(' or '));
  return method;
}

function cannotReach(reason: NoReach | 'out-of-band', flags: Flags): BadInput {
  const at = (name: string, found: string, expected: string): BadInput => new BadInput([flagProblem(`--${name}`, flags.text(name) ?? found, expected)]);
  if (reason === 'still-burning') return at('flyout_s', 'the default', 'a fly-out at least as long as the burn, speed over acceleration');
  if (reason === 'too-high') return at('altitude_km', 'the default', 'a height above the meeting that the fly-out can cover');
  return at('latitude_deg', 'nothing', 'a latitude that orbits of this inclination can reach');
}

function sizingDocument(sizing: NumberAnswer): Record<string, unknown> {
  const { flyout_m, reach_m, absenteeRatio, interceptors, perMissile, atLeast, sizedFor95 } = sizing;
  return { flyout_km: fromSi(flyout_m, 'km'), reach_km: fromSi(reach_m, 'km'), absenteeRatio, interceptors, perMissile, atLeast, sizedFor95 };
}

function headText({ interceptors }: NumberAnswer, { salvo, shots }: { salvo: number; shots: number }): string {
  return `${countText(interceptors)} interceptors in orbit for ${countText(salvo)} ${salvo === 1 ? 'missile' : 'missiles at once'}, ${countText(shots)} ${shots === 1 ? 'shot' : 'shots'} at each`;
}

function sizingText(sizing: NumberAnswer, flyout_s: number): string {
  const { atLeast } = sizing;
  return textPairs([
    ['Fly-out', `${toPlace(fromSi(sizing.flyout_m, 'km'), -1)} km in ${significantText(flyout_s)} s`],
    ['Reach', `${toPlace(fromSi(sizing.reach_m, 'km'), -1)} km along the ground`],
    ['Absentee ratio', `${significantText(sizing.absenteeRatio)} in orbit for each one in reach`],
    ['Per missile', significantText(sizing.perMissile)],
    ['Sized to the mean', `with nodes and phases at random ${countText(atLeast.k)} or more are in reach ${toPlace(100 * atLeast.probability, -1)} % of the time`],
    ['For 95 % of the time', `${countText(sizing.sizedFor95)} interceptors`],
  ]);
}
