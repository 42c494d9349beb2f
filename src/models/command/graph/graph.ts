/**
 * A command graph: nodes that take time for what passes through them, and links, each one way, that carry messages from one to the
 * next. It knows nothing of sensors or shooters. A way takes the sum of its links and of the nodes after the first.
 */

export interface GraphLink {
  readonly from: number;
  readonly to: number;
  readonly latency_s: number;
  /** Messages that it can carry in a second; Infinity where that is no limit. */
  readonly perSecond: number;
}

export interface CommandGraph {
  /** Time that each node takes for what passes through it. */
  readonly passing_s: readonly number[];
  readonly links: readonly GraphLink[];
}

/** What does not work: 1 for each node and link that is lost. */
export interface Losses {
  readonly node: Uint8Array;
  readonly link: Uint8Array;
}

export const noLosses = ({ passing_s, links }: CommandGraph): Losses => ({ node: new Uint8Array(passing_s.length), link: new Uint8Array(links.length) });

/** Time that a message alone on a link takes to the next node: what it occupies the link, and the way. */
export const crossing_s = ({ latency_s, perSecond }: GraphLink): number => 1 / perSecond + latency_s;

/** A part of the graph as one number: nodes first, then links; −1 for none. */
export const partOfNode = (node: number): number => node;
export const partOfLink = (graph: CommandGraph, link: number): number => graph.passing_s.length + link;
