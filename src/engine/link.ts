/**
 * Binds a plan to the models of this version: who the missiles are, which sensors look, which shooters share a layer.
 * A layer is all shooters of one kind that fire the same interceptor under the same release rule (GBI at two sites is one layer):
 * they share a design, so they share its common-mode failures, and the doctrine counts their shots on a missile together.
 */
import { key32 } from '../kernel/hash.js';
import { usableRounds } from '../models/command/doctrine.js';
import { worksWhenCalled_prob } from '../models/interceptor/space-based.js';
import { bodiesOf } from '../scenario/plan/lethal.js';
import type { FallbackPlan } from '../scenario/plan/command-graph-plan.js';
import type { LayerPlan, Plan, ReleasePlan, ThreatPlan } from '../scenario/plan/plan.js';
import { aimsOf } from '../scenario/compile/aims.js';
import type { Aim } from '../scenario/compile/aims.js';
import { linkNet } from './command/net.js';
import type { Net } from './command/net.js';
import { agreement_s, firesFor, sharingOf } from './command/partners.js';
import type { Sharing } from './command/partners.js';
import { createNetwork } from './sensing/sensor-network.js';
import type { NetworkSensor } from './sensing/sensor-network.js';

/** One object: a warhead or a decoy, in boost on board of its missile; a missile with one warhead is one object. */
export interface LinkedMissile {
  readonly name: string;
  /** Name of the missile that carries it; the same where it carries nothing else. */
  readonly missile: string;
  /** Key of the object, and of the missile that carries it. */
  readonly key: number;
  readonly missileKey: number;
  readonly attack: number;
  /** Number of the missile in its attack. */
  readonly index: number;
  /** Which of the attack's aims it flies to. */
  readonly aim: number;
  /** First object of the same missile: what befalls the missile before release is settled there for all on board. */
  readonly lead: number;
  readonly isLethal: boolean;
}

/** One satellite or site: what reports by itself, and counts once as evidence. */
export interface Watcher {
  readonly sensor: number;
  readonly satellite: number;
}

/** One entry of the plan's layers: a shell or a battery. */
export interface Element {
  readonly plan: LayerPlan;
  readonly group: number;
  /** Rounds that may be fired: of the battery, or of each satellite. */
  readonly usable_count: number;
}

export interface Group {
  readonly kind: 'space' | 'ground';
  readonly name: string;
  /** In a sentence: by its kind alone where it is the only one of its kind. */
  readonly words: string;
  /** Its own key, and that of its design: groups that fire one interceptor under different rules fail together. */
  readonly key: number;
  readonly designKey: number;
  /** Groups of its design, itself included: their shots at an object are counted together, so that another rule does not change their luck. */
  readonly siblings: readonly number[];
  readonly release: ReleasePlan;
  /** What it does when it is cut off; null when it then does not fire. */
  readonly fallback: FallbackPlan | null;
  /** Whose the shooters are, where not of the nation that leads; and how long that nation takes to agree. */
  readonly nation: string | undefined;
  readonly agreement_s: number;
  /** Where the scenario states the rule, as in `release.ground`. */
  readonly ruledAt: string;
  readonly elements: readonly number[];
}

export interface Linked {
  readonly plan: Plan;
  readonly missiles: readonly LinkedMissile[];
  /** By attack: everywhere that its missiles and what they carry fly to. */
  readonly aims: readonly (readonly Aim[])[];
  readonly sensors: readonly NetworkSensor[];
  /** Satellites and sites of all sensors in their order, and the first of each sensor. */
  readonly watchers: readonly Watcher[];
  readonly firstWatcher: readonly number[];
  readonly elements: readonly Element[];
  readonly groups: readonly Group[];
  /** Null where reports and orders take the delays of sensors and of release rules. */
  readonly net: Net | null;
  /** By sensor: whether its reports count for shooters, and how much later than they are made. */
  readonly sharing: readonly Sharing[];
  /** 1 where a group does not fire at an object because of whose it is and where the object falls: `missile · groups + group`; null where all fire for all. */
  readonly holdsFire: Uint8Array | null;
}

export function link(plan: Plan): Linked {
  const missiles = linkMissiles(plan);
  const sensors = createNetwork(plan);
  const watchers = sensors.flatMap(({ count }, sensor) => Array.from({ length: count }, (_, satellite): Watcher => ({ sensor, satellite })));
  const firstWatcher = sensors.map((_, sensor) => watchers.findIndex((watcher) => watcher.sensor === sensor));
  const aims = plan.attacks.map(aimsOf), groups = groupLayers(plan);
  const elements = plan.layers.map((layer, e): Element => ({
    plan: layer,
    group: groups.findIndex((group) => group.elements.includes(e)),
    usable_count: usableRounds(plan.command, layer.kind === 'space' ? layer.perSatellite_count : layer.magazine_count),
  }));
  return { plan, missiles, aims, sensors, watchers, firstWatcher, elements, groups, net: linkNet(plan, groups), sharing: plan.sensors.map((sensor) => sharingOf(plan, sensor)), holdsFire: linkFire(plan, missiles, aims, groups) };
}

/** Until the end of thrust nobody knows where a missile falls: interceptors in orbit then look only at whose they are. */
function linkFire(plan: Plan, missiles: readonly LinkedMissile[], aims: readonly (readonly Aim[])[], groups: readonly Group[]): Uint8Array | null {
  if (plan.partners === undefined) return null;
  const { targetNations } = plan.partners;
  return Uint8Array.from(missiles.flatMap(({ attack, aim }) => groups.map(({ kind, nation }) => {
    const target = kind === 'space' ? '' : targetNations[attack]?.[aims[attack][aim].target] ?? '';
    return Number(!firesFor(plan, nation, target));
  })));
}

/**
 * Objects missile by missile. Those of one missile stand in the order of their keys, which says nothing about which is the
 * warhead: decisions that fall at one moment are taken in this order.
 */
function linkMissiles(plan: Plan): LinkedMissile[] {
  const missiles: LinkedMissile[] = [];
  plan.attacks.forEach((attack, a) => {
    for (let index = 0; index < attack.count; index++) {
      const lead = missiles.length, missile = `${attack.key}/${index}`, missileKey = key32(missile);
      const bodies = bodiesOf(attack, index).map((body) => ({ ...body, key: key32(body.name) })).sort((x, y) => x.key - y.key);
      for (const { name, key, body, isLethal } of bodies) {
        missiles.push({ name, missile, key, missileKey, attack: a, index, aim: body * attack.targets.length + (index % attack.targets.length), lead, isLethal });
      }
    }
  });
  return missiles;
}

/** Chance that one shot of a layer kills a threat of this class, given that no shared failure strikes: the interceptor works when called, and its kill vehicle hits. */
export function shotKill_prob(layer: LayerPlan, threat: ThreatPlan['model']): number {
  const kill_prob = layer.against?.[threat] ?? layer.singleShotKill_prob;
  return layer.kind === 'space' ? worksWhenCalled_prob(layer.interceptor) * kill_prob : kill_prob;
}

const designName = (layer: LayerPlan): string => `${layer.kind}:${layer.interceptor.name}`;
const ruleOf = (plan: Plan, layer: LayerPlan): ReleasePlan => layer.release ?? plan.release[layer.kind];

/** What tells groups of one design apart: their rule, where they stand in the command graph, whose they are, and what they do alone. */
const differences = (plan: Plan, layer: LayerPlan): string[] => [ruleWords(ruleOf(plan, layer)), layer.node ?? '', layer.nation ?? '', JSON.stringify(layer.fallback ?? '')];

/** Shooters of one design that wait for the same, in the order of the plan. */
function groupLayers(plan: Plan): Group[] {
  const names = plan.layers.map((layer) => [designName(layer), ...differences(plan, layer)].join(' ')), different = [...new Set(names)];
  const members = different.map((name) => names.flatMap((other, i) => (other === name ? [i] : []))), first = members.map(([e]) => plan.layers[e]);
  return first.map((layer, g): Group => {
    const design = designName(layer), ofDesign = first.filter((other) => designName(other) === design), place = ofDesign.indexOf(layer);
    const name = [layer.interceptor.name, ...tellingApart(plan, layer, ofDesign)].join(', ');
    const isOnly = first.filter(({ kind }) => kind === layer.kind).length === 1;
    return {
      kind: layer.kind, name, words: isOnly ? `the ${layer.kind} layer` : `the ${layer.kind} layer (${name})`,
      key: key32(place === 0 ? design : `${design}/${place}`), designKey: key32(design), elements: members[g],
      siblings: first.flatMap((other, h) => (designName(other) === design ? [h] : [])),
      release: ruleOf(plan, layer), ruledAt: layer.release === undefined ? `release.${layer.kind}` : `${layer.key}.release`, fallback: layer.fallback ?? null,
      nation: layer.nation, agreement_s: agreement_s(plan, layer.nation),
    };
  });
}

/** Words for what a group has different from others of its design; where only what it does alone differs, its first entry. */
function tellingApart(plan: Plan, layer: LayerPlan, ofDesign: readonly LayerPlan[]): string[] {
  if (ofDesign.length === 1) return [];
  const own = differences(plan, layer), words = own.slice(0, 3).filter((word, i) => word !== '' && ofDesign.some((other) => differences(plan, other)[i] !== word));
  return words.length > 0 ? words : [layer.name];
}

const ruleWords = ({ evidence, delay_s }: ReleasePlan): string => `${evidence}, ${delay_s} s`;
