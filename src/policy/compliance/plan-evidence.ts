/**
 * Which sets of runs a judgement needs, planned before any is run: the scenario as it stands, and the same at one luck with one thing
 * changed. A change that `--set` can make is compiled from it, so that `cupola run` gives the same plan; others are made in the plan.
 */
import { canonicalJson } from '../../kernel/hash.js';
import type { CompiledScenario, CompileResult } from '../../scenario/compile/compiled.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { planHashOf } from '../../scenario/plan/plan-hash.js';
import type { RunSet } from '../../studies/runs/run-sets.js';
import { attackedPartners, layerRoles, leadOf } from './roles.js';
import { SWEPT } from './rows/boost.js';

export interface PlannedSet extends RunSet {
  readonly says: string;
  readonly overrides: readonly string[] | null;
}

export interface SetQuestion {
  readonly compiled: CompiledScenario;
  /** The scenario with further changes. */
  compile(overrides: readonly string[]): CompileResult;
  readonly runs: number;
  /** Of sets that only tell a difference. */
  readonly variantRuns: number;
  readonly diverted: number;
  readonly topPlaces: number;
}

export function planSets(question: SetQuestion): PlannedSet[] {
  const { compiled, runs, variantRuns } = question, { plan, planHash } = compiled;
  const base: PlannedSet = { key: 'base', says: 'the scenario as it stands', plan, planHash, runs, overrides: [] };
  if (plan.layers.length === 0) return [base];
  const changed = (key: string, says: string, overrides: readonly string[]): PlannedSet[] => {
    const result = question.compile(overrides);
    return result.ok ? [{ key, says, overrides, plan: result.compiled.plan, planHash: result.compiled.planHash, runs: variantRuns, isOutcomeOnly: true }] : [];
  };
  const made = (key: string, says: string, other: Plan | null, count = variantRuns): PlannedSet[] => (other === null ? [] : [{ key, says, overrides: null, plan: other, planHash: planHashOf(other), runs: count }]);
  const hasOrbit = plan.layers.some(({ kind }) => kind === 'space');
  return [
    base,
    ...(hasOrbit ? movedSets(compiled).flatMap(({ key, says, overrides }) => changed(key, says, overrides)) : []),
    ...(hasOrbit ? SWEPT.flatMap((share) => changed(`prevented/${share}`, `${share} of launches prevented (an input)`, [`before.launchPrevented=${share}`])) : []),
    ...((plan.before?.nonKinetic_prob ?? 0) > 0 ? changed('without/non-kinetic', 'without the non-kinetic effect', ['before.nonKinetic=0']) : []),
    ...divertedSet(question, changed, made),
    ...partnersOf(plan).flatMap((nation) => made(`without/${nation}`, `without the elements of ${nation}`, withoutNation(plan, nation))),
    ...made('region', `the part of the raid that is aimed at ${attackedPartners(plan).join(', ')}`, aimedAt(plan, (attack, target) => (plan.partners?.targetNations[attack]?.[target] ?? '') !== '' && plan.partners?.targetNations[attack]?.[target] !== plan.partners?.lead)),
    ...(plan.layers.some((layer) => layer.kind === 'ground' && layer.interceptor.phase === 'terminal') ? made('top-places', `the raid at the ${question.topPlaces} largest of the listed places`, atLargest(plan, question.topPlaces)) : []),
  ];
}

/** One assumption of the space layer at each end of its range, where its card has one. */
function movedSets({ numbers, plan }: CompiledScenario): { key: string; says: string; overrides: string[] }[] {
  const ends = (key: string, words: string, is: (path: string) => boolean): { key: string; says: string; overrides: string[] }[] => {
    const own = numbers.filter(({ path, low, high, standing }) => is(path) && low !== null && high !== null && standing === 'assumed');
    return own.length === 0 ? [] : (['low', 'high'] as const).map((end) => ({ key: `${key}/${end}`, says: `${words} ${own[0]?.[end] ?? ''}`, overrides: own.flatMap(({ path, alsoAt, ...range }) => [path, ...(alsoAt ?? [])].map((at) => `${at}=${String(range[end])}`)) }));
  };
  const orbit = plan.layers.flatMap(({ kind }, index) => (kind === 'space' ? [`interceptors[${index}].singleShotKill`] : []));
  return [...ends('delay', 'release delay in orbit, s:', (path) => path === 'release.space.delay_s'), ...ends('kill', 'chance of one shot from orbit', (path) => orbit.includes(path))];
}

type Change = (key: string, says: string, overrides: readonly string[]) => PlannedSet[];
type Make = (key: string, says: string, plan: Plan | null) => PlannedSet[];

function divertedSet({ compiled: { plan }, compile, diverted }: SetQuestion, changed: Change, made: Make): PlannedSet[] {
  const left = (count: number): number => Math.round(count * (1 - diverted)), says = `${diverted} of ground interceptors away`;
  if (!plan.layers.some(({ kind }) => kind === 'ground')) return [];
  const other: Plan = { ...plan, layers: plan.layers.map((layer) => (layer.kind === 'ground' ? { ...layer, magazine_count: left(layer.magazine_count) } : layer)) };
  const overrides = plan.layers.flatMap((layer, index) => (layer.kind === 'ground' ? [`interceptors[${index}].count=${left(layer.magazine_count)}`] : []));
  const result = compile(overrides);
  // Entries that stand for several layers cannot be told so: then the plan itself is changed.
  return result.ok && canonicalJson(result.compiled.plan.layers) === canonicalJson(other.layers) ? changed('diverted', says, overrides) : made('diverted', says, other);
}

/** Nations other than the one that leads, whose sensors or shooters the plan has. */
export function partnersOf({ sensors, layers, ...plan }: Plan): string[] {
  const lead = leadOf(plan);
  return [...new Set([...sensors.map(({ nation }) => nation), ...layers.flatMap(({ nation }) => nation ?? [])])].filter((nation) => nation !== lead && nation !== '').sort();
}

export function withoutNation(plan: Plan, nation: string): Plan {
  return { ...plan, sensors: plan.sensors.filter((sensor) => sensor.nation !== nation), layers: plan.layers.filter((layer) => layer.nation !== nation) };
}

/** The raid without the targets that do not count; null where nothing is left. */
function aimedAt(plan: Plan, counts: (attack: number, target: number) => boolean): Plan | null {
  const kept = plan.attacks.map((attack, a) => attack.targets.flatMap((_, t) => (counts(a, t) ? [t] : [])));
  if (kept.every((targets) => targets.length === 0)) return null;
  const attacks = plan.attacks.flatMap((attack, a) => {
    const targets = kept[a] ?? [];
    return targets.length === 0 ? [] : [{ ...attack, targets: targets.flatMap((t) => attack.targets[t] ?? []) }];
  });
  const { partners } = plan;
  return { ...plan, attacks, ...(partners === undefined ? {} : { partners: { ...partners, targetNations: partners.targetNations.flatMap((nations, a) => ((kept[a] ?? []).length === 0 ? [] : [(kept[a] ?? []).map((t) => nations[t] ?? '')])) } }) };
}

function atLargest(plan: Plan, count: number): Plan | null {
  const largest = new Set([...plan.defended.places].sort((a, b) => b.population_count - a.population_count).slice(0, count).map(({ name }) => name));
  return aimedAt(plan, (attack, target) => largest.has(plan.attacks[attack]?.targets[target]?.name ?? ''));
}

/** The plan with tracking satellites as its only sensors. */
export function trackingOnly(plan: Plan): Plan {
  return { ...plan, sensors: plan.sensors.filter((sensor) => sensor.model === 'infrared' && (sensor.orbit.kind === 'walker' || sensor.orbit.kind === 'elements')) };
}

export const terminalLayers = (plan: Plan): number[] => plan.layers.flatMap((layer, index) => (layerRoles(layer, '').includes('terminal-interceptors') ? [index] : []));
