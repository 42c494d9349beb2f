/** Where a graph falls apart: what is reached from some nodes, and what leads to others. For messages; nothing here is fast. */
import type { CommandGraph, Losses } from './graph.js';

export interface Gap {
  /** Working nodes that the sources reach, sources included. */
  readonly reached: number[];
  /** Working nodes from which a way leads to the destination, itself included. */
  readonly leading: number[];
  /** Lost nodes and links of which each would close the gap by itself: numbers of nodes, and of links. */
  readonly nodes: number[];
  readonly links: number[];
}

/** The gap between sources and a destination, or undefined where a way works. */
export function findGap(graph: CommandGraph, losses: Losses, sources: readonly number[], destination: number): Gap | undefined {
  const reached = spread(graph, losses, sources, 'from', 'to');
  if (reached.has(destination)) return undefined;
  const closes = (part: 'node' | 'link', index: number): boolean => {
    const less = { node: Uint8Array.from(losses.node), link: Uint8Array.from(losses.link) };
    less[part][index] = 0;
    return spread(graph, less, sources, 'from', 'to').has(destination);
  };
  const lost = (part: 'node' | 'link'): number[] => [...losses[part].keys()].filter((index) => losses[part][index] === 1 && closes(part, index));
  return { reached: sorted(reached), leading: sorted(spread(graph, losses, [destination], 'to', 'from')), nodes: lost('node'), links: lost('link') };
}

function spread(graph: CommandGraph, losses: Losses, starts: readonly number[], here: 'from' | 'to', there: 'from' | 'to'): Set<number> {
  const found = new Set(starts.filter((node) => losses.node[node] === 0));
  for (const node of found) graph.links.forEach((link, l) => link[here] === node && losses.link[l] === 0 && losses.node[link[there]] === 0 && found.add(link[there]));
  return found;
}

const sorted = (nodes: ReadonlySet<number>): number[] => [...nodes].sort((a, b) => a - b);
