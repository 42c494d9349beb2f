/** The command graph of a plan, who stands at which of its nodes, and what layers do that are cut off. */
import { defaultsOf } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { graphParts, namesUnder } from './command-graph-parts.js';
import type { GraphParts, LinkPart, NodePart } from './command-graph-parts.js';
import type { CommandGraphPlan, CommandLinkPlan, CommandNodePlan, FallbackPlan } from '../plan/command-graph-plan.js';
import { COMMAND_LINK, COMMAND_NODE } from '../cards/command-quantities.js';
import { NODE_KINDS } from '../cards/command-graph-file.js';
import type { NodeKind } from '../cards/command-graph-file.js';
import type { Ledger } from './ledger.js';
import type { LayerPlan, Plan } from '../plan/plan.js';
import type { Scenario } from '../schema/schema.js';
import { isInfrared } from '../plan/sensor-plan.js';
import type { SensorPlan } from '../plan/sensor-plan.js';

type Stated<K extends string> = { readonly [key in K]?: number | undefined };

/** The plan with its command graph, where the scenario has one, and with what layers do alone. */
export function withCommandGraph(plan: Plan, scenario: Scenario, catalogue: Catalogue, ledger: Ledger): Plan {
  const withFallbacks = { ...plan, layers: plan.layers.map((layer, index) => fallbackOf(plan, layer, scenario.interceptors[index]?.fallback, catalogue, ledger)) };
  if (scenario.commandGraph === undefined) return scenario.interceptors.some(({ fallback }) => fallback !== undefined) ? withFallbacks : plan;
  const parts = graphParts(scenario.commandGraph, catalogue), lost = new Set(scenario.commandGraph.lost);
  return {
    ...withFallbacks,
    sensors: plan.sensors.map((sensor) => placed(sensor, nodeOfSensor(parts, sensor))),
    layers: withFallbacks.layers.map((layer) => placed(layer, nodeOfLayer(parts, layer))),
    commandGraph: compileGraph(parts, lost, catalogue, ledger),
  };
}

const placed = <T extends SensorPlan | LayerPlan>(what: T, node: string | undefined): T => (node === undefined ? what : { ...what, node });

function compileGraph(parts: GraphParts, lost: ReadonlySet<string>, catalogue: Catalogue, ledger: Ledger): CommandGraphPlan {
  const defaults = defaultsOf(catalogue, 'command-graph', 'command-graph');
  const nodes = parts.nodes.map((part): CommandNodePlan => {
    const path = `commandGraph.nodes.${part.name}`, kind = kindOf(part), stated: Stated<keyof typeof COMMAND_NODE> = part.stated;
    const usual = kind === 'fusion' ? defaults.fusionDelay_s : part.said('authority') === 'automatic' ? defaults.automaticDelay_s : defaults.humanDelay_s;
    const hasDelay = kind === 'fusion' || kind === 'command', isOwn = part.file?.delay_s !== undefined;
    const read = ledger.reader(COMMAND_NODE, { cards: { ...part.file, delay_s: part.file?.delay_s ?? usual }, source: isOwn ? parts.file?.source : defaults.source, stated, path, keepsRange: true });
    return { name: part.name, kind, delay_s: hasDelay ? read('delay_s') : 0, under: textOf(part.said('under')), failure_prob: lost.has(part.name) ? 1 : read('failure_prob', 0) };
  });
  const links = parts.links.map((part): CommandLinkPlan => {
    const path = `commandGraph.links.${part.name}`, stated: Stated<keyof typeof COMMAND_LINK> = part.stated, isOwn = part.file?.latency_s !== undefined;
    const read = ledger.reader(COMMAND_LINK, { cards: { ...part.file, latency_s: part.file?.latency_s ?? defaults.latency_s }, source: isOwn ? parts.file?.source : defaults.source, stated, path, keepsRange: true });
    const perSecond = read('perSecond', Infinity);
    return {
      name: part.name, from: textOf(part.said('from')), to: textOf(part.said('to')), latency_s: read('latency_s'), ...(perSecond === Infinity ? {} : { perSecond }),
      failure_prob: lost.has(part.name) ? 1 : read('failure_prob', 0),
    };
  });
  return { nodes, links };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const kindOf = (part: NodePart | LinkPart): NodeKind => NODE_KINDS.find((kind) => kind === part.said('kind')) ?? 'fusion';

/** What says most wins: the sensor by its own name, its system, its kind. */
function nodeOfSensor({ nodes }: GraphParts, sensor: SensorPlan): string | undefined {
  return firstNamed(nodes, 'sensors', [sensor.name, sensor.system, isInfrared(sensor) ? 'infrared' : 'radar']);
}

/** The battery at its site, its interceptor or constellation, its kind. */
function nodeOfLayer({ nodes }: GraphParts, layer: LayerPlan): string | undefined {
  const name = layer.name.replace(/ \(\d+\)$/, '');
  return firstNamed(nodes, 'shooters', [name, ...(layer.kind === 'ground' ? [layer.interceptor.name] : []), layer.kind]);
}

function firstNamed(nodes: readonly NodePart[], key: 'sensors' | 'shooters', names: readonly string[]): string | undefined {
  for (const name of names) {
    const node = nodes.find((part) => namesUnder(part, key).includes(name));
    if (node !== undefined) return node.name;
  }
  return undefined;
}

function fallbackOf<L extends LayerPlan>({ release }: Plan, layer: L, stated: Scenario['interceptors'][number]['fallback'], catalogue: Catalogue, ledger: Ledger): L {
  if (stated === undefined) return layer;
  const defaults = defaultsOf(catalogue, 'command-graph', 'command-graph'), rule = layer.release ?? release[layer.kind];
  const fallback: FallbackPlan = {
    evidence: stated.evidence ?? rule.evidence, sensors: stated.sensors,
    delay_s: ledger.note(`${layer.key}.fallback.delay_s`, defaults.localDelay_s, defaults.source, stated.delay_s, { keepsRange: true }),
  };
  return { ...layer, fallback };
}
