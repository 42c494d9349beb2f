/** The command graph in a plan. Nodes and links go by name; sensors and layers say at which node they stand. */
import type { Evidence } from './plan.js';
import type { NodeKind } from '../cards/command-graph-file.js';

export interface CommandNodePlan {
  readonly name: string;
  readonly kind: NodeKind;
  /** Of a fusion centre for each report that passes, of a command post to decide, else 0. */
  readonly delay_s: number;
  /** Command post whose word it needs, or empty. */
  readonly under: string;
  /** Chance that it is lost in a run; 1 for what the scenario says is lost. */
  readonly failure_prob: number;
}

export interface CommandLinkPlan {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly latency_s: number;
  /** Left out where there is no limit. */
  readonly perSecond?: number;
  readonly failure_prob: number;
}

export interface CommandGraphPlan {
  readonly nodes: readonly CommandNodePlan[];
  readonly links: readonly CommandLinkPlan[];
}

/** What a layer does when no word can come to it. */
export interface FallbackPlan {
  readonly evidence: Evidence;
  readonly delay_s: number;
  /** Systems, or single sensors, that report to it directly. */
  readonly sensors: readonly string[];
}
