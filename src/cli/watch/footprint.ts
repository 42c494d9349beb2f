/** `cupola footprint`: what a ground battery defends against missiles of one class from one place, or all those of a scenario against its attacks. */
import { citationLine } from '../../figures/sentences/citation.js';
import { toSi } from '../../kernel/units.js';
import { listKind, showEntry, type Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { chartForRelease, footprintPairs, type FootprintOptions, type FootprintPair, pairFootprint } from '../../studies/footprint/plan-footprint.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer, refuseFlags } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, COMMAND_LINE, flagProblem } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { footprintDocument, footprintHead, footprintText } from './footprint-answer.js';
import { nameHint } from '../frame/nearest.js';
import { readPlace } from '../frame/places.js';
import { noteWarnings } from '../frame/problems.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';

const DOCTRINES = ['barrage', 'shoot-look-shoot'] as const;
const DEFAULT = { shots: 1, count: 20 };
/** Pairs of battery and attack that one command answers: a midcourse one takes some ten seconds. */
const MOST_PAIRS = 60;
const SINGLE_FLAGS = ['at', 'missile', 'from', 'count'];

export const footprintCommand: Command = {
  name: 'footprint',
  summary: 'what a ground battery defends: where a missile may be aimed so that the battery gets its shots at it',
  usage: [
    'footprint --battery NAME --at PLACE --missile NAME [--from PLACE] [--delay_s D] [--shots N] [--doctrine WORD] [--radius_km R] [--cells N] [--svg FILE] [--geojson FILE]',
    'footprint <scenario> [--battery NAME] [--attack K] [--delay_s D] [--shots N] [--doctrine WORD] [--svg FILE] [--geojson FILE] [--set PATH=VALUE]…',
  ],
  arguments: [{ ...SCENARIO_ARGUMENT, isOptional: true }],
  flags: [
    { name: 'battery', value: 'NAME', doc: 'a ground interceptor of the public data; with a scenario: only its batteries of this kind' },
    { name: 'at', value: 'PLACE', doc: 'where the battery stands: LAT,LON in degrees, or a site or city' },
    { name: 'missile', value: 'NAME', doc: 'a missile of the public data, as listed by cupola list threats' },
    { name: 'from', value: 'PLACE', doc: 'where it is launched (default: the site on the missile\'s card)' },
    { name: 'count', value: 'N', doc: `interceptors of the battery (default: the interceptor's or the site's card, else ${DEFAULT.count})` },
    { name: 'attack', value: 'K', doc: 'with a scenario: only the K-th entry of its attacks' },
    { name: 'delay_s', value: 'D', doc: 'from launch to permission to fire (default: with a scenario from its sensors and rules; else as soon as the boost has ended)' },
    { name: 'shots', value: 'N', doc: `shots that the battery must get at it (default ${DEFAULT.shots})` },
    { name: 'doctrine', value: 'WORD', doc: 'barrage (default): shots as fast as launchers and radar allow; shoot-look-shoot: each after the outcome of the one before' },
    { name: 'radius_km', value: 'R', doc: 'how far around the battery to look (default: its reach and what lies behind it, at most 7,000)' },
    { name: 'cells', value: 'N', doc: 'steps from the battery to the edge (default 20; 14 for midcourse interceptors)' },
    { name: 'svg', value: 'FILE', doc: 'draw a map' },
    { name: 'geojson', value: 'FILE', doc: 'write the outlines as GeoJSON (RFC 7946)' },
    SET_FLAG,
  ],
  examples: [
    ['cupola footprint --battery thaad --at seattle --missile solid-icbm-3-stage --from north-korea-interior', 'one shot or more at an ICBM'],
    ['cupola footprint --battery thaad --at 47.6,-122.3 --missile solid-icbm-3-stage --shots 2 --doctrine shoot-look-shoot', 'two, the second after a look'],
    ['cupola footprint scenarios/01-ten-icbms-notional-shell.yaml --svg footprints.svg', 'all ground batteries of a scenario'],
  ],
  run: footprint,
};

async function footprint({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), files = readFiles(flags), asked = readOptions(flags);
  const compiled = given['scenario'] === undefined ? readSingle(flags, catalogue) : readWhole(given['scenario'], flags, catalogue);
  if (compiled === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const { plan } = compiled, options: FootprintOptions = { ...asked, flights: new Map(), rules: { ...asked.rules, assessment_s: plan.command.assessment_s } };
  const pairs = choosePairs(flags, footprintPairs(plan), given['scenario'] !== undefined);
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  if (given['scenario'] !== undefined) noteWarnings(output, compiled.warnings);
  const progress = new Progress(output, 'footprints');
  const geometry = given['scenario'] !== undefined && options.delay_s === undefined ? chartForRelease(plan, pairs) : undefined;
  const answers = pairs.map((pair, i) => {
    progress.update(i, pairs.length);
    return pairFootprint(plan, pair, options, geometry);
  });
  progress.clear();
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash });
  if (files.svg !== undefined || files.geojson !== undefined) {
    const { footprintGeoJson, footprintSvg } = await import('./footprint-picture.js');
    if (files.svg !== undefined) writeAtomically(files.svg, footprintSvg(answers, plan, options, catalogue, provenance));
    if (files.geojson !== undefined) writeAtomically(files.geojson, footprintGeoJson(answers, options, provenance));
    for (const file of [files.svg, files.geojson]) if (file !== undefined) output.note(`Wrote ${file}`);
  }
  if (output.isJson) output.json(footprintDocument(answers, options, provenance));
  else printAnswer(output, footprintHead(answers, options), footprintText(answers, options), citationLine(provenance));
  return 0;
}

function readOptions(flags: Flags): FootprintOptions {
  const delay_s = flags.number('delay_s', { min: 0, max: 36_000, unit: 's' }), radius_km = flags.number('radius_km', { min: 1, max: 12_000, unit: 'km' });
  const cells = flags.integer('cells', { min: 4, max: 200 }), text = flags.text('doctrine') ?? 'barrage', doctrine = DOCTRINES.find((word) => word === text);
  if (doctrine === undefined) flags.reject('doctrine', 'barrage or shoot-look-shoot', nameHint(text, DOCTRINES));
  return {
    rules: { doctrine: doctrine ?? 'barrage', assessment_s: 0, wanted: flags.integer('shots', { min: 1, max: 100 }) ?? DEFAULT.shots },
    ...(delay_s === undefined ? {} : { delay_s }),
    ...(radius_km === undefined ? {} : { radius_m: toSi(radius_km, 'km') }),
    ...(cells === undefined ? {} : { cells }),
  };
}

function readFiles(flags: Flags): { svg: string | undefined; geojson: string | undefined } {
  const files = { svg: flags.text('svg'), geojson: flags.text('geojson') };
  for (const [flag, file] of Object.entries(files)) {
    const blocked = file === undefined ? undefined : checkWritableFile(flag, file);
    if (blocked !== undefined) flags.problems.push(blocked);
  }
  return files;
}

function readWhole(file: string, flags: Flags, catalogue: Catalogue): CompiledScenario | undefined {
  refuseFlags(flags, SINGLE_FLAGS, 'this flag without a scenario only', 'a scenario says itself where batteries stand and what is launched');
  const { compiled, problems } = readScenario(file, flags, catalogue);
  flags.problems.push(...problems);
  if (compiled !== undefined && footprintPairs(compiled.plan).length === 0) flags.problems.push(flagProblem('interceptors', 'no ground battery', 'at least one in the scenario', 'as in interceptors: [ { battery: thaad, at: seattle } ]'));
  return compiled;
}

/** One battery and one missile, as a scenario of its own, so that cards, ranges and units are read in one place. */
function readSingle(flags: Flags, catalogue: Catalogue): CompiledScenario | undefined {
  refuseFlags(flags, ['set', 'attack'], 'this flag with a scenario only');
  const grounds = listKind(catalogue, 'interceptors').filter((name) => showEntry(catalogue, 'interceptors', name)?.model === 'ground-based'), threats = catalogue.kinds.threats;
  const battery = flags.text('battery'), missile = flags.text('missile'), at = readPlace(flags, 'at', catalogue), from = readPlace(flags, 'from', catalogue);
  if (battery === undefined || !grounds.includes(battery)) flags.reject('battery', 'a ground interceptor of the public data', battery === undefined ? `${grounds.join(', ')}; or name a scenario` : nameHint(battery, grounds));
  if (!flags.has('at')) flags.reject('at', 'LAT,LON in degrees, or a site or city', 'where the battery stands');
  if (missile === undefined || !Object.hasOwn(threats, missile)) flags.reject('missile', 'a missile of the public data', missile === undefined ? 'cupola list threats names them' : nameHint(missile, Object.keys(threats)));
  const count = flags.integer('count', { min: 1, max: 10_000 });
  if (flags.problems.length > 0 || battery === undefined || missile === undefined || at === undefined) return undefined;
  const site = flags.text('at') ?? '', file = showEntry(catalogue, 'interceptors', battery), own = file?.model === 'ground-based' && file.magazine !== undefined;
  const isKnown = catalogue.kinds.sites[site]?.model === 'place' && 'interceptors_count' in (catalogue.kinds.sites[site] ?? {});
  const scenario = {
    version: 1, sensors: [],
    raid: [{ missile, from: from ?? threats[missile]?.site, to: at, count: 1 }],
    interceptors: [{ battery, at: isKnown ? site : at, ...(count !== undefined ? { count } : own || isKnown ? {} : { count: DEFAULT.count }) }],
  };
  const result = compileText(JSON.stringify(scenario), COMMAND_LINE, catalogue);
  if (result.ok) return result.compiled;
  for (const problem of result.problems) flags.problems.push({ ...problem, file: COMMAND_LINE, line: 0 });
  return undefined;
}

function choosePairs(flags: Flags, all: readonly FootprintPair[], isWhole: boolean): readonly FootprintPair[] {
  if (!isWhole) return all;
  const name = flags.text('battery'), names = [...new Set(all.map(({ layer }) => layer.interceptor.name))];
  if (name !== undefined && !names.includes(name)) flags.reject('battery', `a ground battery of the scenario: ${names.join(', ')}`, nameHint(name, names));
  const attacks = [...new Set(all.map(({ attackIndex }) => attackIndex + 1))], number = flags.integer('attack', { min: 1, max: Math.max(...attacks, 1) });
  if (number !== undefined && !attacks.includes(number)) flags.reject('attack', `one of ${attacks.join(', ')}`, 'others fly the same missile from the same place');
  const chosen = all.filter(({ layer, attackIndex }) => (name === undefined || layer.interceptor.name === name) && (number === undefined || attackIndex === number - 1));
  if (chosen.length > MOST_PAIRS) flags.problems.push(flagProblem('scenario', `${chosen.length} pairs of battery and attack`, `at most ${MOST_PAIRS} at a time`, `choose with --battery (${names.join(', ')}) or --attack (1 to ${Math.max(...attacks)})`));
  return chosen;
}
