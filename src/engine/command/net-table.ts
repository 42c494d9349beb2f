/** The ways of a command graph as rows for people: from each place where reports start to each layer, and from its authority to its shooters. */
import { partName } from '../../scenario/plan/command-graph-net.js';
import type { Linked } from '../link.js';
import { isCutOff } from './net.js';

export interface ReportWay {
  readonly from: string;
  /** Systems whose reports start there. */
  readonly sensors: readonly string[];
  readonly layer: string;
  /** Nodes passed, ends included; empty where no report comes. */
  readonly nodes: readonly string[];
  /** From the report to where evidence is judged, on empty links; null where none comes. */
  readonly delay_s: number | null;
  /** What is lost on the way, or empty. */
  readonly cut: string;
}

export interface OrderWay {
  readonly layer: string;
  /** From the topmost authority to the shooters. */
  readonly nodes: readonly string[];
  /** From evidence to permission; null where no word comes. */
  readonly delay_s: number | null;
  readonly cut: string;
  readonly isAlone: boolean;
  /** What it does alone, or empty. */
  readonly alone: string;
}

/** Null without a command graph. Chance takes nothing here: what may be lost works. */
export function commandWays({ plan, net, groups }: Linked): { readonly reports: readonly ReportWay[]; readonly orders: readonly OrderWay[] } | null {
  if (net === null || plan.commandGraph === undefined) return null;
  const { usual, graph, sources, sourceOf, chains } = net, name = (part: number): string => (part < 0 ? '' : partName(net.plan, part)), links = graph.links.length;
  const reports = sources.flatMap((node, source) => groups.map((group, g): ReportWay => {
    const pair = source * groups.length + g, isReached = usual.way_s[pair] < Infinity, [top] = chains[g];
    return {
      from: name(node), sensors: [...new Set(plan.sensors.flatMap(({ system }, s) => (sourceOf[s] === source ? [system] : [])))], layer: group.name,
      nodes: isReached ? wayBack(node, top, (n) => graph.links.findIndex((link, l) => link.to === n && usual.carries[source * links + l] === 1), (l) => graph.links[l].from).map(name) : [],
      delay_s: isReached ? usual.way_s[pair] : null, cut: name(usual.wayCut[pair]),
    };
  }));
  const orders = groups.map(({ name: layer, fallback }, g): OrderWay => {
    const isAlone = usual.isAlone[g] === 1, isCut = isCutOff(net, groups.length, usual, g);
    return {
      layer, nodes: chains[g].map(name), delay_s: isAlone || !isCut ? usual.word_s[g] : null, cut: name(usual.chainCut[g]), isAlone,
      alone: fallback === null ? '' : `after ${fallback.evidence} by ${fallback.sensors.join(', ')} and ${fallback.delay_s} s`,
    };
  });
  return { reports, orders };
}

function wayBack(from: number, to: number, over: (node: number) => number, before: (link: number) => number): number[] {
  const nodes = [to];
  for (let node = to; node !== from; nodes.unshift(node)) {
    const link = over(node);
    if (link < 0) break;
    node = before(link);
  }
  return nodes;
}
