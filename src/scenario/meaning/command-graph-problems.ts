/**
 * What only the whole plan shows of its command graph: sensors and layers that stand nowhere, and ways that are not there. Where all
 * is in place and the scenario takes something away, the layers that are cut off by it are warned of.
 */
import { chainAbove } from '../../models/command/graph/chain.js';
import { findGap } from '../../models/command/graph/cut.js';
import type { Gap } from '../../models/command/graph/cut.js';
import { noLosses } from '../../models/command/graph/graph.js';
import type { Losses } from '../../models/command/graph/graph.js';
import { isNamedBy, numberGraph } from '../plan/command-graph-net.js';
import type { CommandNet } from '../plan/command-graph-net.js';
import type { CommandGraphPlan } from '../plan/command-graph-plan.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import { parsePath, valueAt } from '../text/path.js';
import type { LayerPlan, Plan } from '../plan/plan.js';

/** Mistakes: with these a plan cannot run. */
export function commandGraphFaults(plan: Plan): Complaint[] {
  const { commandGraph: graph, sensors, layers } = plan;
  if (graph === undefined) return [];
  const net = numberGraph(graph), kinds = (kind: string): string[] => graph.nodes.flatMap((node) => (node.kind === kind ? [node.name] : []));
  const homeless = sensors.filter(({ node }) => node === undefined);
  const complaints: Complaint[] = [...new Set(homeless.map(({ system }) => system))].map((system) => ({
    path: ['commandGraph', 'nodes'], found: `${system} stands at no node`, expected: 'every sensor at a node that names it under `sensors`', hint: kinds('sensor').length === 0 ? `add \`${system}-site: { kind: sensor, sensors: [${system}] }\`` : `add it to ${describeChoice(kinds('sensor'), 4)}`,
  }));
  for (const { name, key, node } of layers) {
    if (node === undefined) complaints.push({ path: parsePath(key) ?? [], found: `${name} stands at no node of the command graph`, expected: 'every layer at a node that names it under `shooters`', hint: kinds('shooter').length === 0 ? 'add a node of kind shooter to `commandGraph`' : `add it to ${describeChoice(kinds('shooter'), 4)}` });
  }
  if (complaints.length > 0) return complaints;
  return sensors.length === 0 ? [] : layers.flatMap((layer) => gapsOf(plan, graph, net, noLosses(net.graph), layer).map(({ from, to, gap }): Complaint => {
    const { reached, leading } = { reached: namesOf(graph, gap.reached), leading: namesOf(graph, gap.leading) };
    return {
      path: ['commandGraph', 'links'], found: `no way from ${from} to ${to}, which ${layer.name} ${to === layer.node ? 'fires from' : 'waits for'}: ${from === 'its sensors' ? 'reports come' : 'the word comes'} as far as ${reached.join(', ')}`,
      expected: `a link from ${describeChoice(reached, 6)} to ${describeChoice(leading, 6)}`, hint: `add \`${reached.at(-1)}-${leading[0]}: { from: ${reached.at(-1)}, to: ${leading[0]} }\` to \`links\``,
    };
  }));
}

/** Layers that what is lost cuts off, and fallbacks that can never be used or never be met. */
export function commandGraphWarnings(plan: Plan): Complaint[] {
  const { commandGraph: graph, layers, sensors } = plan, complaints: Complaint[] = [];
  for (const { name, key, fallback } of layers) {
    if (fallback === undefined) continue;
    const path = [...(parsePath(key) ?? []), 'fallback'], own = sensors.filter((sensor) => fallback.sensors.some((each) => isNamedBy(each, sensor)));
    if (graph === undefined) complaints.push({ path, found: `${name} with a fallback, without a command graph`, expected: '`commandGraph`', hint: 'nothing can cut it off, so it never acts alone' });
    const infrared = own.filter(({ model }) => model === 'infrared').length, radar = own.length - infrared;
    const needs = fallback.evidence === 'two-infrared' ? [2, 0] : fallback.evidence === 'one-infrared' ? [1, 0] : fallback.evidence === 'radar' ? [0, 1] : [1, 1];
    if (infrared < (needs[0] ?? 0) || radar < (needs[1] ?? 0)) complaints.push({ path: [...path, 'sensors'], found: `${fallback.evidence}, of ${own.length === 0 ? 'none' : own.map((sensor) => sensor.name).join(', ')}`, expected: 'sensors of this scenario that can give this evidence', hint: 'alone it can never fire; name other sensors, or give `evidence` its sensors can meet' });
  }
  if (graph === undefined || sensors.length === 0) return complaints;
  const net = numberGraph(graph);
  for (const layer of layers) {
    for (const { from, to, gap } of gapsOf(plan, graph, net, net.lost, layer)) {
      const lost = [...gap.nodes.map((n) => graph.nodes[n]?.name ?? ''), ...gap.links.map((l) => graph.links[l]?.name ?? '')];
      complaints.push({
        path: ['commandGraph', 'lost'], found: `no way from ${from} to ${to}, which ${layer.name} ${to === layer.node ? 'fires from' : 'waits for'}${lost.length === 0 ? '' : `, without ${lost.join(', ')}`}`, expected: `a way over what works, or a \`fallback\` of the layer`,
        hint: layer.fallback === undefined ? `${layer.name} cannot fire` : `${layer.name} acts alone`,
      });
      break;
    }
  }
  return complaints;
}

interface LayerGap {
  readonly from: string;
  readonly to: string;
  readonly gap: Gap;
}

/** The first gaps on the way of reports to a layer's topmost authority, and of its word to the shooters. */
function gapsOf({ sensors }: Plan, graph: CommandGraphPlan, { graph: ways, under, indexOf }: CommandNet, losses: Losses, layer: LayerPlan): LayerGap[] {
  const chain = chainAbove(under, indexOf(layer.node)), nameOf = (node: number): string => graph.nodes[node]?.name ?? '';
  const sources = [...new Set(sensors.map(({ node }) => indexOf(node)))], top = chain[0] ?? 0;
  const gaps: LayerGap[] = [], reports = findGap(ways, losses, sources, top);
  if (reports !== undefined) gaps.push({ from: 'its sensors', to: nameOf(top), gap: reports });
  for (let i = 1; i < chain.length; i++) {
    const from = chain[i - 1] ?? 0, to = chain[i] ?? 0, gap = findGap(ways, losses, [from], to);
    if (gap !== undefined) gaps.push({ from: nameOf(from), to: nameOf(to), gap });
  }
  return gaps;
}

const namesOf = (graph: CommandGraphPlan, nodes: readonly number[]): string[] => nodes.map((node) => graph.nodes[node]?.name ?? '');

const hasAuthority = ({ under, indexOf }: CommandNet, node: string | undefined): boolean => (under[indexOf(node)] ?? -1) >= 0;

/** Delays that the scenario states and that command posts take the place of: a layer's own, and those of a kind of which every layer has posts above it. */
export function unusedDelays(scenario: unknown, { commandGraph: graph, layers }: Plan): Complaint[] {
  if (graph === undefined) return [];
  const net = numberGraph(graph);
  const unused = (path: readonly (string | number)[], of: readonly LayerPlan[]): Complaint[] => {
    const stated = valueAt(scenario, path);
    if (stated === undefined || of.length === 0 || !of.every(({ node }) => hasAuthority(net, node))) return [];
    return [{ path, found: `${describeFound(stated)} s, with ${of.map(({ name }) => name).join(' and ')} under command posts`, expected: 'the delays of the command posts', hint: 'it changes nothing: set `delay_s` of the nodes instead' }];
  };
  return [
    ...layers.flatMap((layer) => (layer.release === undefined ? [] : unused([...(parsePath(layer.key) ?? []), 'release', 'delay_s'], [layer]))),
    ...(['space', 'ground'] as const).flatMap((kind) => unused(['release', kind, 'delay_s'], layers.filter((layer) => layer.kind === kind && layer.release === undefined))),
  ];
}
