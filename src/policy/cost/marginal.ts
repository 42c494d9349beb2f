/** What one more warhead stopped costs, layer by layer. */
import type { Interval } from '../../studies/runs/summary.js';

export interface MarginalCost {
  readonly layer: string;
  /** As in `interceptors[0].count`. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly addedCost_usd: number;
  /** Warheads stopped more in one attack, with its 95 % interval over pairs of runs. */
  readonly addedStopped: Interval;
  /** Added cost over added stopped; null where the interval holds nought. */
  readonly perWarhead_usd: { readonly low: number; readonly mean: number; readonly high: number } | null;
}
