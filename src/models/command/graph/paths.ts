/**
 * Earliest arrivals from one node over all that works (Dijkstra, 1959). Graphs have a few dozen nodes, so the nearest open node is
 * found by looking at all of them. Of ways that take equally long the one over the link listed first is taken.
 */
import { crossing_s } from './graph.js';
import type { CommandGraph, Losses } from './graph.js';

export interface Paths {
  /** When what leaves the source at 0 has reached a node and passed it; Infinity where no way works. */
  readonly arrival_s: Float64Array;
  /** Link over which it comes; −1 at the source and where nothing comes. */
  readonly over: Int32Array;
}

export function createPaths(graph: CommandGraph): Paths {
  const nodes = graph.passing_s.length;
  return { arrival_s: new Float64Array(nodes), over: new Int32Array(nodes) };
}

/** `isDone` is scratch, a flag for each node. A lost source reaches nothing. */
export function findPaths(graph: CommandGraph, losses: Losses, source: number, paths: Paths, isDone: Uint8Array): void {
  const { passing_s, links } = graph, { arrival_s, over } = paths;
  arrival_s.fill(Infinity);
  over.fill(-1);
  isDone.fill(0);
  if (losses.node[source] === 0) arrival_s[source] = 0;
  for (;;) {
    let next = -1;
    for (let n = 0; n < passing_s.length; n++) if (isDone[n] === 0 && arrival_s[n] < Infinity && (next < 0 || arrival_s[n] < arrival_s[next])) next = n;
    if (next < 0) return;
    isDone[next] = 1;
    for (let l = 0; l < links.length; l++) {
      const link = links[l];
      if (link.from !== next || losses.link[l] === 1 || losses.node[link.to] === 1) continue;
      const t_s = arrival_s[next] + crossing_s(link) + passing_s[link.to];
      if (t_s < arrival_s[link.to]) {
        arrival_s[link.to] = t_s;
        over[link.to] = l;
      }
    }
  }
}

/** Marks the links by which a node is reached from the source. */
export function markWay(graph: CommandGraph, paths: Paths, node: number, isUsed: Uint8Array): void {
  for (let n = node; paths.over[n] >= 0; n = graph.links[paths.over[n]].from) isUsed[paths.over[n]] = 1;
}

/** First part, from the source on, of a node's way that is lost: a number as `partOfNode` and `partOfLink` give; −1 when all of it works. */
export function firstLost(graph: CommandGraph, paths: Paths, losses: Losses, source: number, node: number): number {
  let found = losses.node[node] === 1 ? node : -1;
  for (let n = node; paths.over[n] >= 0; n = graph.links[paths.over[n]].from) {
    const l = paths.over[n], { from } = graph.links[l];
    if (losses.link[l] === 1) found = graph.passing_s.length + l;
    if (losses.node[from] === 1) found = from;
  }
  return losses.node[source] === 1 ? source : found;
}
