/** What the chapter and its worker say to each other. */
import type { Estimate } from '../../policy/cost/estimates.js';
import type { Waterfall as PriceWaterfall } from '../../policy/cost/waterfall.js';
import type { Difference } from '../../studies/number-needed/difference.js';
import type { NumberAnswer } from '../../studies/number-needed/method.js';
import type { InReach } from '../../studies/number-needed/in-reach.js';
import type { FieldName, Inputs } from './inputs.js';
import type { Waterfall } from './waterfall.js';

export interface SettleRequest {
  readonly kind: 'settle';
  readonly id: number;
  readonly inputs: Inputs;
  /** With the first request only; the worker keeps it. */
  readonly catalogue?: unknown;
}

export interface FlownAnswer extends NumberAnswer {
  readonly inReach: InReach;
  readonly closes_s: number;
  readonly meeting_m: number;
}

export interface FlownPoint {
  readonly value: number;
  readonly perMissile: number | undefined;
  readonly perMissile95: number | undefined;
}

/** Settings along which the flown method gives points. */
export type CurveField = Extract<FieldName, 'speed_kmps' | 'delay_s'>;

/** Each reply adds to what is known at the settings of request `id`. */
export interface Settled {
  readonly waterfall?: Waterfall;
  readonly flown?: FlownAnswer;
  /** Why nothing is flown or met. */
  readonly none?: string;
  readonly difference?: readonly Difference[];
  readonly curve?: { readonly field: CurveField; readonly points: readonly FlownPoint[] };
  /** Share of the work done. */
  readonly done: number;
}

export interface SettleReply extends Settled {
  readonly kind: 'settle';
  readonly id: number;
}

/** Two estimates to take apart, by id; the same two ids when only the list is wanted. */
export interface PriceRequest {
  readonly kind: 'prices';
  readonly from: string;
  readonly to: string;
  readonly catalogue?: unknown;
}

export interface PriceReply {
  readonly kind: 'prices';
  readonly from: string;
  readonly to: string;
  readonly estimates: readonly Estimate[];
  /** A text says why the two cannot be compared. */
  readonly waterfall: PriceWaterfall | string;
}
