/** A plan's command graph as numbers: nodes and links by index, who stands under whom, what is surely lost. */
import type { CommandGraph, Losses } from '../../models/command/graph/graph.js';
import type { CommandGraphPlan } from './command-graph-plan.js';

export interface CommandNet {
  readonly graph: CommandGraph;
  /** Time that each node takes to decide; 0 for all but command posts. */
  readonly authority_s: readonly number[];
  /** Node above each, −1 for none. */
  readonly under: readonly number[];
  /** What the scenario says is lost. */
  readonly lost: Losses;
  indexOf(node: string | undefined): number;
}

export function numberGraph({ nodes, links }: CommandGraphPlan): CommandNet {
  const indices = new Map(nodes.map(({ name }, index) => [name, index])), indexOf = (node: string | undefined): number => indices.get(node ?? '') ?? -1;
  return {
    graph: {
      // A command post hands reports on at once; it is the decision that takes it time.
      passing_s: nodes.map(({ kind, delay_s }) => (kind === 'fusion' ? delay_s : 0)),
      links: links.map(({ from, to, latency_s, perSecond }) => ({ from: indexOf(from), to: indexOf(to), latency_s, perSecond: perSecond ?? Infinity })),
    },
    authority_s: nodes.map(({ kind, delay_s }) => (kind === 'command' ? delay_s : 0)),
    under: nodes.map(({ under }) => indexOf(under)),
    lost: { node: Uint8Array.from(nodes, ({ failure_prob }) => Number(failure_prob === 1)), link: Uint8Array.from(links, ({ failure_prob }) => Number(failure_prob === 1)) },
    indexOf,
  };
}

/** Name of a part, as `partOfNode` and `partOfLink` number them. */
export function partName({ nodes, links }: CommandGraphPlan, part: number): string {
  return (part < nodes.length ? nodes[part]?.name : links[part - nodes.length]?.name) ?? '';
}

/** `sbirs-geo` stands for all satellites of it, `infrared` and `radar` for all sensors of their kind. */
export const isNamedBy = (name: string, sensor: { readonly name: string; readonly system: string; readonly model: string }): boolean =>
  name === sensor.name || name === sensor.system || name === (sensor.model === 'infrared' ? 'infrared' : 'radar');
