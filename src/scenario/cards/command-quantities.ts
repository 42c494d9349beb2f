/** Numbers of a command graph: what may stand at its nodes and links, and what is taken where neither a card nor a scenario says. */
import type { Quantities } from './quantity.js';

export const COMMAND_NODE = {
  delay_s: { min: 0, max: 3_600, optional: true, doc: 'Of a fusion centre: for each report that passes it. Of a command post: to decide.' },
  failure_prob: { min: 0, max: 1, optional: true, doc: 'Chance that it is lost in a run; 0 when left out.' },
} as const satisfies Quantities;

export const COMMAND_LINK = {
  latency_s: { min: 0, max: 3_600, optional: true, doc: 'From one end to the other, for a message alone on it.' },
  perSecond: { min: 0, above: true, max: 1_000_000, optional: true, doc: 'Reports that it can carry in a second, first come, first served; no limit when left out. Orders do not wait.' },
  failure_prob: { min: 0, max: 1, optional: true, doc: 'Chance that it is lost in a run; 0 when left out.' },
} as const satisfies Quantities;

/** One card for each, in data/defaults/command-graph.json. */
export const COMMAND_GRAPH_DEFAULTS = {
  latency_s: { min: 0, max: 3_600, doc: 'Of a link.' },
  fusionDelay_s: { min: 0, max: 3_600, doc: 'Of a fusion centre, for each report.' },
  automaticDelay_s: { min: 0, max: 3_600, doc: 'Of an authority that is a rule in a machine.' },
  humanDelay_s: { min: 0, max: 3_600, doc: 'Of an authority that is people.' },
  localDelay_s: { min: 0, max: 3_600, doc: 'Of the people at a battery that acts alone.' },
} as const satisfies Quantities;
