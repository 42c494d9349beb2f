/** The defending side of a plan: layers of interceptors, release rules and command. */
import { defaultsOf, findPlace, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { compileDoctrine, compileKillAgainst } from './compile-doctrine.js';
import { compileLauncher } from './compile-launcher.js';
import { compileGroundInterceptor } from './ground-interceptor.js';
import type { BatteryEntry, GroundInterceptorFile } from './ground-interceptor.js';
import { compileGroundNeed, compileSpaceNeed } from './compile-tracker.js';
import type { KindFile } from '../cards/kinds.js';
import type { Ledger } from './ledger.js';
import type { CommandPlan, GroundLayerPlan, LayerPlan, Plan, ReleasePlan, SpaceInterceptorPlan, SpaceLayerPlan } from '../plan/plan.js';
import { COMMAND, LAYER, MAGAZINE, ON_ORBIT, RELEASE, SECOND_STAGE, SHELL, SPACE_INTERCEPTOR } from '../cards/quantities.js';
import type { PlaceResolver } from './resolve-place.js';
import type { Scenario } from '../schema/schema.js';

type SpaceInterceptorFile = Extract<KindFile<'interceptors'>, { model: 'space-based' }>;
type LayerEntry = Scenario['interceptors'][number];
type ConstellationEntry = Extract<LayerEntry, { constellation: string }>;

export function compileLayers(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver): LayerPlan[] {
  const layers = scenario.interceptors.map((entry, index) => {
    const path = `interceptors[${index}]`;
    return 'constellation' in entry ? compileSpaceLayer(scenario, entry, path, catalogue, ledger) : compileGroundLayer(scenario, entry, path, catalogue, ledger, places);
  });
  // Results are told by layer name, so two layers of the same things need two names.
  return layers.map((layer, index) => {
    const earlier = layers.slice(0, index).filter(({ name }) => name === layer.name).length;
    return earlier === 0 ? layer : { ...layer, name: `${layer.name} (${earlier + 1})` };
  });
}

function compileSpaceLayer(scenario: Scenario, entry: ConstellationEntry, path: string, catalogue: Catalogue, ledger: Ledger): SpaceLayerPlan {
  const file = showEntry(catalogue, 'constellations', entry.constellation);
  if (file === undefined) throw new Error(`interceptors: ${entry.constellation} is not in the catalogue`);
  const read = ledger.reader(SHELL, { cards: file, source: file.source, stated: entry, path });
  const count = read('count'), planes_count = read('planes');
  return {
    kind: 'space',
    key: path,
    name: entry.constellation,
    shell: { altitude_m: read('altitude_km'), inclination_rad: read('inclination_deg'), planes_count, perPlane_count: count / planes_count, phasing: read('phasing') },
    perSatellite_count: read('perSatellite'),
    interceptor: compileSpaceInterceptor(file.interceptor, entry, `${path}.interceptor`, catalogue, ledger),
    ...compileLethality(entry, path, 'layer-space', catalogue, ledger),
    ...compileSpaceNeed(scenario, catalogue, ledger, { cards: showEntry(catalogue, 'interceptors', file.interceptor) ?? {}, stated: entry.interceptor, path: `${path}.interceptor` }),
  };
}

function compileSpaceInterceptor(name: string, entry: ConstellationEntry, path: string, catalogue: Catalogue, ledger: Ledger): SpaceInterceptorPlan {
  const file = showEntry(catalogue, 'interceptors', name);
  if (file?.model !== 'space-based') throw new Error(`interceptors: ${name} is not a space-based interceptor of the catalogue`);
  const read = ledger.reader(SPACE_INTERCEPTOR, { cards: file, source: file.source, stated: entry.interceptor, path });
  return {
    model: file.model,
    name,
    speed_mps: read('speed_kmps'),
    acceleration_mps2: read('acceleration_g'),
    deadTime_s: read('deadTime_s'),
    divert_mps: read('divert_kmps'),
    floor_m: read('floorAltitude_km'),
    battery_s: read('batteryLife_s'),
    ...compileInOrbit(file, entry.interceptor, path, catalogue, ledger),
  };
}

/** What most cards do not have: a second stage, and a chance that the interceptor works when called. A scenario that gives one takes the rest from the default card. */
function compileInOrbit(file: SpaceInterceptorFile, stated: ConstellationEntry['interceptor'], path: string, catalogue: Catalogue, ledger: Ledger): Pick<SpaceInterceptorPlan, 'secondStage' | 'reliability_prob'> {
  const defaults = defaultsOf(catalogue, 'interceptor-in-orbit', 'interceptor-in-orbit');
  const hasReliability = file.reliability !== undefined || stated?.reliability !== undefined, hasSecond = file.secondStage !== undefined || stated?.secondStage !== undefined;
  const own = { reliability: file.reliability ?? defaults.reliability }, ownSource = file.reliability === undefined ? defaults.source : file.source;
  const works = hasReliability ? ledger.reader(ON_ORBIT, { cards: own, source: ownSource, stated, path })('reliability') : undefined;
  const read = hasSecond ? ledger.reader(SECOND_STAGE, { cards: file.secondStage ?? defaults, source: file.secondStage === undefined ? defaults.source : file.source, stated: stated?.secondStage, path: `${path}.secondStage` }) : undefined;
  return {
    ...(read === undefined ? {} : { secondStage: { coast_s: read('coast_s'), speed_mps: read('speed_kmps'), acceleration_mps2: read('acceleration_g') } }),
    ...(works === undefined ? {} : { reliability_prob: works }),
  };
}

function compileGroundLayer(scenario: Scenario, entry: BatteryEntry, path: string, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver): GroundLayerPlan {
  const file = showEntry(catalogue, 'interceptors', entry.battery);
  if (file?.model !== 'ground-based') throw new Error(`interceptors: ${entry.battery} is not a ground interceptor of the catalogue`);
  const site = places.resolve(entry.at).place;
  return {
    kind: 'ground',
    key: path,
    name: `${entry.battery} at ${site.name}`,
    site,
    magazine_count: magazineOf(entry, file, path, catalogue, ledger),
    interceptor: compileGroundInterceptor(entry.battery, file, entry.interceptor, `${path}.interceptor`, ledger),
    ...compileLauncher(entry, file, path, catalogue, ledger),
    ...compileLethality(entry, path, 'layer-ground', catalogue, ledger),
    ...compileGroundNeed(scenario, catalogue, ledger, { cards: file, stated: entry.interceptor, path: `${path}.interceptor`, hasOwnRadar: file.phase === 'terminal' }),
  };
}

/** The scenario's count, else that of a battery by the interceptor's card, else what the site's card says. */
function magazineOf(entry: BatteryEntry, file: GroundInterceptorFile, path: string, catalogue: Catalogue, ledger: Ledger): number {
  if (file.magazine !== undefined) return ledger.note(`${path}.count`, file.magazine, file.source, entry.count, { isWhole: MAGAZINE.magazine.whole });
  const known = typeof entry.at === 'string' ? findPlace(catalogue, entry.at) : undefined;
  const card = known?.cards.interceptors_count;
  return known === undefined || card === undefined ? (entry.count ?? 0) : ledger.note(`${path}.count`, card, known.file.source, entry.count, { isWhole: true });
}

function compileLethality(entry: LayerEntry, path: string, defaultsName: string, catalogue: Catalogue, ledger: Ledger): Pick<LayerPlan, 'singleShotKill_prob' | 'against' | 'commonMode'> {
  const defaults = defaultsOf(catalogue, defaultsName, 'layer');
  const read = ledger.reader({ singleShotKill: LAYER.singleShotKill }, { cards: defaults, source: defaults.source, stated: entry, path, keepsRange: true });
  return {
    singleShotKill_prob: read('singleShotKill'),
    ...compileKillAgainst(entry.singleShotKillAgainst, path, catalogue, ledger),
    commonMode: (entry.commonMode ?? []).map(({ value, scope }, index) => ({
      value: ledger.note(`${path}.commonMode[${index}].value`, defaults.commonMode, defaults.source, value, { keepsRange: true }),
      scope,
    })),
  };
}

/** Release rules of both kinds of layer; only those that some layer waits for are listed among the numbers. */
export function compileRelease(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, unused: Ledger): Plan['release'] {
  const rule = (kind: 'space' | 'ground'): ReleasePlan => {
    const stated = scenario.release?.[kind];
    const defaults = defaultsOf(catalogue, `release-${kind}`, 'release');
    const isUsed = scenario.interceptors.some((entry) => ('constellation' in entry ? 'space' : 'ground') === kind && entry.release?.delay_s === undefined);
    const read = (isUsed ? ledger : unused).reader(RELEASE, { cards: defaults, source: defaults.source, stated, path: `release.${kind}`, keepsRange: true });
    return { evidence: stated?.evidence ?? defaults.evidence, delay_s: read('delay_s') };
  };
  return { space: rule('space'), ground: rule('ground') };
}

/** A plan with the rules that entries have of their own. What such a rule leaves out is that of its kind. */
export function withOwnRelease(plan: Plan, scenario: Scenario, catalogue: Catalogue, ledger: Ledger): Plan {
  if (scenario.interceptors.every((entry) => entry.release === undefined)) return plan;
  const { release } = plan;
  const layers = plan.layers.map((layer, index) => {
    const own = scenario.interceptors[index]?.release, { kind, key } = layer;
    if (own === undefined) return layer;
    const defaults = defaultsOf(catalogue, `release-${kind}`, 'release');
    const read = ledger.reader(RELEASE, { cards: defaults, source: defaults.source, stated: own, path: `${key}.release`, keepsRange: true });
    return { ...layer, release: { evidence: own.evidence ?? release[kind].evidence, delay_s: own.delay_s === undefined ? release[kind].delay_s : read('delay_s') } };
  });
  return { ...plan, layers };
}

export function compileCommand(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, defended: () => Plan['defended']['places']): CommandPlan {
  const defaults = defaultsOf(catalogue, 'command', 'command');
  const stated = scenario.command;
  const read = ledger.reader(COMMAND, { cards: defaults, source: defaults.source, stated, path: 'command', keepsRange: true });
  return {
    doctrine: stated?.doctrine ?? defaults.doctrine,
    shotsPerTarget: read('shotsPerTarget'),
    reserve: read('reserve'),
    decisionPeriod_s: read('decisionPeriod_s'),
    assessment_s: read('assessment_s'),
    prediction: stated?.prediction ?? defaults.prediction,
    ...compileDoctrine(scenario, catalogue, ledger, defended),
  };
}
