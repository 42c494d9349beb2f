/** What `cupola locations` is asked: which battery, against which flights, for which places, from which sites. */
import { findPlace, listGroups, listKind, listPlaces, membersOfGroup, showEntry, type Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Problem } from '../../scenario/text/problem.js';
import { DEFAULT_PLACES, publicSites } from '../../policy/locations/catalogue-places.js';
import type { ShotRules } from '../../studies/footprint/shots.js';
import { refuseFlags } from '../frame/closed-form.js';
import { COMMAND_LINE, flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { readPlaces } from '../frame/places.js';
import { readScenario } from '../frame/scenario-file.js';

export const DEFAULT_BATTERY = 'thaad', DEFAULT_MISSILE = 'solid-icbm-3-stage';
const DEFAULT_COUNT = 20;
const DOCTRINES = ['barrage', 'shoot-look-shoot'] as const;

export interface Asked {
  /** Its only layer is the battery. */
  readonly plan: Plan;
  readonly planHash: string;
  readonly warnings: readonly Problem[];
  readonly battery: string;
  readonly placeNames: readonly string[];
  readonly siteNames: readonly string[];
  readonly rules: ShotRules;
  readonly delay_s?: number;
}

export function readAsked(flags: Flags, scenario: string | undefined, catalogue: Catalogue): Asked | undefined {
  const battery = readBattery(flags, catalogue), placeNames = readNames(flags, 'places', catalogue) ?? membersOf(DEFAULT_PLACES, catalogue);
  checkPlaces(flags, placeNames, catalogue);
  const country = findPlace(catalogue, placeNames[0] ?? '')?.country ?? '', siteNames = readNames(flags, 'sites', catalogue) ?? [...new Set([...placeNames, ...publicSites(catalogue, country)])];
  const wanted = flags.integer('shots', { min: 1, max: 100 }) ?? 1, delay_s = flags.number('delay_s', { min: 0, max: 36_000, unit: 's' }), doctrine = readDoctrine(flags);
  const single = readSingle(flags, catalogue, { battery, at: placeNames[0] ?? '', isFlown: scenario === undefined });
  if (scenario !== undefined) refuseFlags(flags, ['missile', 'from'], 'this flag without a scenario only', 'a scenario says itself what is launched');
  else refuseFlags(flags, ['set'], 'this flag with a scenario only');
  const read = scenario === undefined ? undefined : readScenario(scenario, flags, catalogue);
  if (read !== undefined) flags.problems.push(...read.problems);
  const whole = scenario === undefined ? single : read?.compiled;
  if (single === undefined || whole === undefined) return undefined;
  if (whole.plan.attacks.length === 0) flags.problems.push(flagProblem('raid', 'no missile', 'at least one in the scenario', ''));
  return {
    plan: { ...whole.plan, layers: single.plan.layers.map((layer) => withNode(layer, whole.plan)) }, planHash: whole.planHash, warnings: scenario === undefined ? [] : whole.warnings, battery, placeNames, siteNames,
    rules: { doctrine, assessment_s: whole.plan.command.assessment_s, wanted },
    // Without a scenario nobody has said what sees the missile: then the end of the boost is the moment.
    ...(delay_s === undefined ? (scenario === undefined ? { delay_s: 0 } : {}) : { delay_s }),
  };
}

/** In a command graph the battery takes its orders where the scenario's own ground batteries do. */
function withNode(layer: Plan['layers'][number], { layers }: Plan): Plan['layers'][number] {
  const own = layers.find((other) => other.kind === 'ground' && other.node !== undefined);
  return own?.node === undefined ? layer : { ...layer, node: own.node, ...(own.fallback === undefined ? {} : { fallback: own.fallback }) };
}

function readBattery(flags: Flags, catalogue: Catalogue): string {
  const name = flags.text('battery') ?? DEFAULT_BATTERY, grounds = listKind(catalogue, 'interceptors').filter((one) => showEntry(catalogue, 'interceptors', one)?.model === 'ground-based');
  if (!grounds.includes(name)) flags.reject('battery', 'a ground interceptor of the public data', nameHint(name, grounds));
  return name;
}

/** Groups and names of places, or undefined where the flag is absent. */
function readNames(flags: Flags, flag: string, catalogue: Catalogue): readonly string[] | undefined {
  const given = flags.texts(flag), known = [...listGroups(catalogue), ...listPlaces(catalogue)];
  for (const name of given) if (!known.includes(name)) flags.problems.push(flagProblem(`--${flag}`, name, 'a group or a place of data/sites', nameHint(name, known)));
  return given.length === 0 ? undefined : membersOf(given.filter((name) => known.includes(name)), catalogue);
}

const membersOf = (names: readonly string[], catalogue: Catalogue): string[] => [...new Set(names.flatMap((name) => (listGroups(catalogue).includes(name) ? membersOfGroup(catalogue, name) : [name])))];

/** A place without inhabitants on its card has no weight by people: that is told, not taken for nobody. */
function checkPlaces(flags: Flags, names: readonly string[], catalogue: Catalogue): void {
  const without = names.filter((name) => findPlace(catalogue, name)?.cards.population_count === undefined);
  if (without.length > 0) flags.problems.push(flagProblem('--places', without.join(', '), 'places with a population on their card', 'sets as us-cities-50 have it'));
}

function readDoctrine(flags: Flags): ShotRules['doctrine'] {
  const text = flags.text('doctrine') ?? 'barrage', doctrine = DOCTRINES.find((word) => word === text);
  if (doctrine === undefined) flags.reject('doctrine', 'barrage or shoot-look-shoot', nameHint(text, DOCTRINES));
  return doctrine ?? 'barrage';
}

/** The battery, and without a scenario the flights, as a scenario of its own, so that cards, ranges and units are read in one place. */
function readSingle(flags: Flags, catalogue: Catalogue, { battery, at, isFlown }: { battery: string; at: string; isFlown: boolean }): CompiledScenario | undefined {
  const missile = flags.text('missile') ?? DEFAULT_MISSILE, from = isFlown ? readPlaces(flags, 'from', catalogue) : [], threats = catalogue.kinds.threats, count = flags.integer('count', { min: 1, max: 10_000 });
  if (isFlown && !Object.hasOwn(threats, missile)) flags.reject('missile', 'a missile of the public data', nameHint(missile, Object.keys(threats)));
  if (flags.problems.length > 0) return undefined;
  const file = showEntry(catalogue, 'interceptors', battery), hasOwn = file?.model === 'ground-based' && file.magazine !== undefined;
  const origins = isFlown && from.length > 0 ? from.map(({ name, lat_deg, lon_deg }) => (findPlace(catalogue, name) === undefined ? { lat_deg, lon_deg } : name)) : [threats[isFlown ? missile : DEFAULT_MISSILE]?.site];
  const text = JSON.stringify({
    version: 1, sensors: [], raid: origins.map((origin) => ({ missile: isFlown ? missile : DEFAULT_MISSILE, from: origin, to: at, count: 1 })),
    interceptors: [{ battery, at, ...(count !== undefined ? { count } : hasOwn ? {} : { count: DEFAULT_COUNT }) }], defended: [at],
  });
  const result = compileText(text, COMMAND_LINE, catalogue);
  if (result.ok) return result.compiled;
  for (const problem of result.problems) flags.problems.push({ ...problem, file: COMMAND_LINE, line: 0 });
  return undefined;
}
