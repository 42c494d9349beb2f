/**
 * The command graph of a geometry, and what of it works in a run: how reports come from each sensor to the node at which a layer's
 * evidence is judged, how long the word takes from there to its shooters, who is cut off and who acts alone. With nothing lost by
 * chance this is worked out once; a run in which something is lost works it out again, without memory of its own.
 */
import { key32 } from '../../kernel/hash.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import { chainAbove, timeChain } from '../../models/command/graph/chain.js';
import type { ChainTime } from '../../models/command/graph/chain.js';
import { noLosses } from '../../models/command/graph/graph.js';
import type { CommandGraph, Losses } from '../../models/command/graph/graph.js';
import { createPaths, findPaths, firstLost, markWay } from '../../models/command/graph/paths.js';
import type { Paths } from '../../models/command/graph/paths.js';
import { isNamedBy, numberGraph } from '../../scenario/plan/command-graph-net.js';
import type { CommandGraphPlan } from '../../scenario/plan/command-graph-plan.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Group } from '../link.js';

export interface Net {
  readonly plan: CommandGraphPlan;
  readonly graph: CommandGraph;
  readonly authority_s: readonly number[];
  /** By sensor: number of its source, and node of each source. */
  readonly sourceOf: readonly number[];
  readonly sources: readonly number[];
  /** By group: nodes from its topmost authority down to its shooters. */
  readonly chains: readonly (readonly number[])[];
  /** 1 where a sensor reports to a group directly when it acts alone: `group · sensors + sensor`. */
  readonly isOwn: Uint8Array;
  /** 1 for nodes at which people are told what is reported: all but sensors. */
  readonly isTold: Uint8Array;
  /** Nodes and links that may be lost by chance. */
  readonly risks: readonly { readonly part: number; readonly key: number; readonly prob: number }[];
  readonly lost: Losses;
  /** Ways from each node with nothing lost. */
  readonly whole: readonly Paths[];
  /** What works when chance takes nothing. */
  readonly usual: NetState;
}

export interface NetState {
  readonly losses: Losses;
  /** 1 for links that carry the reports of a source: `source · links + link`. */
  readonly carries: Uint8Array;
  /** Time from each source to the first node at which people are told; Infinity where none is reached. */
  readonly told_s: Float64Array;
  /** Time, on empty links, from each source to where a group's evidence is judged, and what broke the way (−1 for nothing): `source · groups + group`. */
  readonly way_s: Float64Array;
  readonly wayCut: Int32Array;
  /** By group: from evidence to permission, what broke the chain of command, 1 where it acts alone. */
  readonly word_s: Float64Array;
  readonly chainCut: Int32Array;
  readonly isAlone: Uint8Array;
  /** When each link is free again. */
  readonly free_s: Float64Array;
  readonly scratch: { readonly paths: Paths; readonly isDone: Uint8Array; readonly time: ChainTime };
}

/** One node for all sensors, one for all shooters: every report comes at once, every rule takes its own delay. */
const DIRECT: CommandGraphPlan = {
  nodes: [
    { name: 'sensors', kind: 'sensor', delay_s: 0, under: '', failure_prob: 0 },
    { name: 'shooters', kind: 'shooter', delay_s: 0, under: '', failure_prob: 0 },
  ],
  links: [{ name: 'reports', from: 'sensors', to: 'shooters', latency_s: 0, failure_prob: 0 }],
};

/** Null where reports and orders take the delays of sensors and of release rules, and nations share everything. */
export function linkNet(plan: Plan, groups: readonly Group[]): Net | null {
  const graphPlan = plan.commandGraph ?? (plan.partners === undefined ? undefined : DIRECT);
  if (graphPlan === undefined) return null;
  const { graph, authority_s, under, lost, indexOf } = numberGraph(graphPlan), isDirect = graphPlan === DIRECT, nodes = graph.passing_s.length;
  const nodeOf = plan.sensors.map(({ node }) => (isDirect ? 0 : indexOf(node))), sources = [...new Set(nodeOf)];
  const whole = graph.passing_s.map((_, node) => {
    const paths = createPaths(graph);
    findPaths(graph, noLosses(graph), node, paths, new Uint8Array(nodes));
    return paths;
  });
  const parts = [...graphPlan.nodes, ...graphPlan.links];
  const net = {
    plan: graphPlan, graph, authority_s, sources, lost, whole,
    sourceOf: nodeOf.map((node) => sources.indexOf(node)),
    chains: groups.map(({ elements }) => chainAbove(under, isDirect ? 1 : indexOf(plan.layers[elements[0]].node))),
    isOwn: Uint8Array.from(groups.flatMap(({ fallback }) => plan.sensors.map((sensor) => Number(fallback !== null && fallback.sensors.some((name) => isNamedBy(name, sensor)))))),
    isTold: Uint8Array.from(graphPlan.nodes, ({ kind }) => Number(kind !== 'sensor')),
    risks: parts.flatMap(({ name, failure_prob }, part) => (failure_prob > 0 && failure_prob < 1 ? [{ part, key: key32(`commandGraph.${name}`), prob: failure_prob }] : [])),
  };
  return { ...net, usual: createNetState(net, groups) };
}

type Wiring = Omit<Net, 'usual'>;

/** What works when chance takes nothing, to be kept up by `beginNet`. */
export function createNetState(net: Wiring, groups: readonly Group[]): NetState {
  const { graph, sources, lost } = net, groups_count = groups.length, pairs = sources.length * groups_count;
  const state: NetState = {
    losses: { node: Uint8Array.from(lost.node), link: Uint8Array.from(lost.link) },
    carries: new Uint8Array(sources.length * graph.links.length), told_s: new Float64Array(sources.length), way_s: new Float64Array(pairs), wayCut: new Int32Array(pairs),
    word_s: new Float64Array(groups_count), chainCut: new Int32Array(groups_count), isAlone: new Uint8Array(groups_count), free_s: new Float64Array(graph.links.length),
    scratch: { paths: createPaths(graph), isDone: new Uint8Array(graph.passing_s.length), time: { delay_s: 0, cut: -1 } },
  };
  workOut(net, groups, state);
  return state;
}

/** Draws what is lost in a run, and empties all links. */
export function beginNet(net: Net, groups: readonly Group[], luck: Luck, run: number, state: NetState): void {
  state.free_s.fill(-Infinity);
  let isNew = false;
  for (const { part, key, prob } of net.risks) {
    const isNode = part < net.graph.passing_s.length, flags = isNode ? state.losses.node : state.losses.link, index = isNode ? part : part - net.graph.passing_s.length;
    const isLost = luck.uniform(STREAM.commandLoss, run, key, 0, 0) < prob ? 1 : 0;
    if (flags[index] === isLost) continue;
    flags[index] = isLost;
    isNew = true;
  }
  if (isNew) workOut(net, groups, state);
}

/** Everything in `state` that follows from what is lost. */
function workOut(net: Wiring, groups: readonly Group[], state: NetState): void {
  const { graph, sources, chains, isTold } = net, { paths, isDone, time } = state.scratch, { losses, carries, told_s, way_s, wayCut, word_s, chainCut, isAlone } = state, links = graph.links.length;
  for (let g = 0; g < groups.length; g++) {
    timeChain(graph, losses, chains[g], net.authority_s, net.whole, paths, isDone, time);
    // Without an authority in the graph the rule's own delay stands.
    word_s[g] = (chains[g].length > 1 ? time.delay_s : time.delay_s + groups[g].release.delay_s) + groups[g].agreement_s;
    chainCut[g] = time.cut;
  }
  carries.fill(0);
  for (let source = 0; source < sources.length; source++) {
    findPaths(graph, losses, sources[source], paths, isDone);
    told_s[source] = Infinity;
    for (let n = 0; n < isTold.length; n++) if (isTold[n] === 1 && paths.arrival_s[n] < told_s[source]) told_s[source] = paths.arrival_s[n];
    const used = carries.subarray(source * links, (source + 1) * links);
    for (let g = 0; g < groups.length; g++) {
      const top = chains[g][0], pair = source * groups.length + g;
      way_s[pair] = paths.arrival_s[top];
      wayCut[pair] = way_s[pair] === Infinity ? firstLost(graph, net.whole[sources[source]], losses, sources[source], top) : -1;
      if (way_s[pair] < Infinity) markWay(graph, paths, top, used);
    }
  }
  for (let g = 0; g < groups.length; g++) isAlone[g] = isCutOff(net, groups.length, state, g) && groups[g].fallback !== null && losses.node[chains[g][chains[g].length - 1]] === 0 ? 1 : 0;
  for (let g = 0; g < groups.length; g++) if (isAlone[g] === 1) word_s[g] = (groups[g].fallback?.delay_s ?? Infinity) + groups[g].agreement_s;
}

/** No word can come to it: its chain of command is broken, or its top hears of nothing. */
export function isCutOff({ sources }: Wiring, groups_count: number, { word_s, way_s }: NetState, g: number): boolean {
  if (word_s[g] === Infinity) return true;
  for (let source = 0; source < sources.length; source++) if (way_s[source * groups_count + g] < Infinity) return false;
  return true;
}
