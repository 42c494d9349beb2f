/** What the chapter and its worker say to each other; everything is plain data. */
import type { Compliance } from '../../policy/compliance/compliance.js';
import type { ThresholdEdit } from '../../policy/compliance/thresholds.js';

interface Asked {
  readonly id: number;
  readonly edits: readonly ThresholdEdit[];
  /** The day on which dates are looked at: workers of the pure floors have no clock of their own. */
  readonly asOf: string;
}

/** `gather`: run everything for a question; `judge`: the same evidence against other thresholds. */
export type OrderRequest =
  | (Asked & { readonly kind: 'gather'; readonly text: string; readonly fileName: string; readonly overrides: readonly string[]; readonly catalogue?: unknown })
  | (Asked & { readonly kind: 'judge' });

export interface Judged {
  readonly compliance?: Compliance;
  /** Why there is no answer. */
  readonly none?: string;
  readonly doing: string;
  readonly done: number;
}

export interface OrderReply extends Judged {
  readonly id: number;
}
