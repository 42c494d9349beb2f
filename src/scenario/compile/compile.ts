/**
 * From a scenario's text to a plan: parse, apply overrides, check form and meaning, resolve names and cards, convert to SI.
 * All problems come back at once; nothing is thrown for anything that a user can write.
 */
import { parseUtc } from '../../kernel/epoch.js';
import { key32 } from '../../kernel/hash.js';
import { planHashOf } from '../plan/plan-hash.js';
import { toSi } from '../../kernel/units.js';
import { nameCards } from '../cards/card-names.js';
import type { Catalogue } from '../catalogue.js';
import { compileAttacks } from './compile-attacks.js';
import { compileBefore } from './compile-doctrine.js';
import { withCommandGraph } from './compile-command-graph.js';
import { commandGraphFaults, unusedDelays } from '../meaning/command-graph-problems.js';
import { compileCommand, compileLayers, compileRelease, withOwnRelease } from './compile-layers.js';
import { withPartners } from './compile-partners.js';
import { compileSensors } from './compile-sensors.js';
import { compileTracker } from './compile-tracker.js';
import type { CompileResult, TextPlace } from './compiled.js';
import { readDocument } from '../text/document.js';
import type { SourceDocument } from '../text/document.js';
import { checkShape } from '../text/explain.js';
import type { Complaint } from '../text/explain.js';
import { createLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import { checkMeaning } from '../meaning/meaning.js';
import { migrate } from '../schema/migrations.js';
import { applyOverride, parseOverride } from '../text/override.js';
import { isWithin, printPath, valueAt } from '../text/path.js';
import type { Segment } from '../text/path.js';
import type { Plan } from '../plan/plan.js';
import type { Problem } from '../text/problem.js';
import { createPlaceResolver } from './resolve-place.js';
import type { PlaceResolver } from './resolve-place.js';
import { satelliteKey, satellites_count } from '../plan/sensor-plan.js';
import { DEFAULT_DEFENDED, DEFAULT_EPOCH, DEFAULT_VARIANTS, SCENARIO } from '../schema/schema.js';
import { unusedWithTracker } from '../schema/schema-tracker.js';
import type { Scenario } from '../schema/schema.js';
import { orbitWarnings, warnings } from '../meaning/warnings.js';

/**
 * Compiles a scenario. `overrides` are changes in the form `path=value`, made in their order before anything is checked.
 * `fileName` is shown in problems and stands in for a missing title.
 */
export function compileText(text: string, fileName: string, catalogue: Catalogue, overrides: readonly string[] = []): CompileResult {
  const document = readDocument(text, fileName);
  if (document.problems.length > 0) return { ok: false, problems: document.problems };
  const root = migrate(document.value);
  const changes: (readonly Segment[])[] = [];
  const complaints: Complaint[] = [];
  const refused: Complaint[] = [];
  for (const override of overrides.map(parseOverride)) {
    if ('found' in override) {
      refused.push(override);
      continue;
    }
    changes.push(newPart(root, override.path));
    const fault = applyOverride(root, override);
    if (fault !== undefined) refused.push(fault);
  }
  complaints.push(...checkShape(root), ...checkMeaning(root, catalogue));
  const locate = createLocator(document, changes);
  const problems = [...refused.map((complaint) => asProblem(complaint, '--set', 0)), ...complaints.map(locate)];
  if (problems.length > 0) return { ok: false, problems: inReadingOrder(problems) };
  return build(SCENARIO.parse(root), fileName, catalogue, locate);
}

function build(scenario: Scenario, fileName: string, catalogue: Catalogue, locate: (complaint: Complaint) => Problem): CompileResult {
  const ledger = createLedger(nameCards(catalogue));
  const places = createPlaceResolver(catalogue, ledger, scenario.places);
  const epoch = { ...DEFAULT_EPOCH, ...scenario.epoch };
  const attacks = compileAttacks(scenario, catalogue, ledger, places);
  const shared: Plan = {
    version: 1,
    epoch: { from_s: parseUtc(epoch.from) ?? 0, within_s: toSi(epoch.within_h, 'h') },
    launch: scenario.launch ?? 'random',
    variants_count: scenario.variants ?? DEFAULT_VARIANTS,
    attacks: attacks.map(({ attack }) => attack),
    sensors: compileSensors(scenario, catalogue, ledger, places),
    tracker: compileTracker(scenario, catalogue, usedWith(scenario, ledger)),
    layers: compileLayers(scenario, catalogue, ledger, places),
    release: compileRelease(scenario, catalogue, ledger, createLedger()),
    command: compileCommand(scenario, catalogue, usedWith(scenario, ledger), () => compileDefended(scenario, catalogue, places).places),
    ...compileBefore(scenario, catalogue, ledger),
    defended: compileDefended(scenario, catalogue, places),
  };
  const plan = withPartners(withCommandGraph(withOwnRelease(shared, scenario, catalogue, ledger), scenario, catalogue, ledger), scenario, catalogue, ledger, places);
  const collisions = [...checkKeys(plan), ...commandGraphFaults(plan)];
  if (collisions.length > 0) return { ok: false, problems: collisions.map(locate) };
  return {
    ok: true,
    compiled: {
      title: scenario.title ?? fileName,
      plan,
      planHash: planHashOf(plan),
      numbers: ledger.numbers,
      targetPlaces: attacks.map(({ targetSteps, routeSteps }) => targetSteps.map((steps) => ({ ...placeOf(locate, steps), ...(routeSteps.length === 0 ? {} : { route: routeSteps.map((way) => placeOf(locate, way)) }) }))),
      warnings: [...orbitWarnings(scenario, ledger.numbers), ...unusedWithTracker(scenario), ...unusedDelays(scenario, plan), ...warnings(plan)].map((complaint) => ({ ...locate(complaint), severity: 'warning' as const })),
    },
  };
}

function placeOf(locate: (complaint: Complaint) => Problem, steps: readonly Segment[]): TextPlace {
  const { file, path, line } = locate({ path: steps, found: '', expected: '', hint: '' });
  return { file, path, line };
}

/** Without a shield nobody tracks or decides: the numbers of command are filled in, but no result depends on them. */
const usedWith = (scenario: Scenario, ledger: Ledger): Ledger => (scenario.interceptors.length > 0 ? ledger : createLedger());

function compileDefended(scenario: Scenario, catalogue: Catalogue, places: PlaceResolver): Plan['defended'] {
  const named = (scenario.defended ?? DEFAULT_DEFENDED).flatMap((name) => places.resolveAll(name));
  // Groups may share members; their people are counted once.
  const resolved = named.filter(({ place }, index) => named.findIndex((other) => other.place.name === place.name) === index);
  const country = resolved[0]?.country ?? '';
  const outline = catalogue.territories.find(({ iso }) => iso === country);
  if (outline === undefined) throw new Error(`catalogue: no outline for country ${country}`);
  return {
    places: resolved.map(({ place, population_count }) => ({ ...place, population_count })),
    territory: { name: outline.name, rings: outline.rings },
  };
}

/** Luck is keyed by a 32-bit hash of an entity's path: two entities with one key would share their luck. */
function checkKeys(plan: Plan): Complaint[] {
  const paths = plan.sensors.flatMap((sensor) => Array.from({ length: satellites_count(sensor) }, (_, satellite) => satelliteKey(sensor, satellite)));
  paths.push(...plan.layers.map(({ key }) => key));
  for (const { key, count } of plan.attacks) for (let missile = 0; missile < count; missile++) paths.push(`${key}/${missile}`);
  const owner = new Map<number, string>();
  const complaints: Complaint[] = [];
  for (const path of paths) {
    const other = owner.get(key32(path));
    if (other !== undefined) complaints.push({ path: [], found: `${path} and ${other} have the same key`, expected: 'a key of its own for every missile, sensor and layer', hint: 'change the order of the entries' });
    owner.set(key32(path), path);
  }
  return complaints;
}

/** The part of a path that is not there yet: all of it belongs to the override that makes it. */
function newPart(root: unknown, path: readonly Segment[]): readonly Segment[] {
  const depth = path.findIndex((_, index) => valueAt(root, path.slice(0, index + 1)) === undefined);
  return depth < 0 ? path : path.slice(0, depth + 1);
}

/** Gives each complaint its file and line; what an override brought in has `--set` for a file and no line. */
function createLocator(document: SourceDocument, changes: readonly (readonly Segment[])[]): (complaint: Complaint) => Problem {
  return (complaint) =>
    changes.some((change) => isWithin(complaint.path, change)) ? asProblem(complaint, '--set', 0) : asProblem(complaint, document.file, document.lineOf(complaint.path));
}

const asProblem = ({ path, found, expected, hint }: Complaint, file: string, line: number): Problem => ({ file, path: printPath(path), line, found, expected, hint, severity: 'error' });

function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const distinct = problems.filter((problem) => {
    const text = JSON.stringify(problem);
    return seen.has(text) ? false : seen.add(text);
  });
  return distinct.sort((a, b) => a.line - b.line);
}
