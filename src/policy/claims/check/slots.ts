/** The sentence of a claim as slots, and what a check finds for each. A slot that is missing is not said; nothing is put in its place. */

/** A number as it is claimed, or a range; both ends are equal for one number. */
export interface Amount {
  readonly low: number;
  readonly high: number;
}

export type CountedThing = 'satellites' | 'interceptors' | 'ground interceptors';
export type ClaimVerb = 'stop' | 'are needed for';

export const COUNTED_THINGS: readonly CountedThing[] = ['satellites', 'interceptors', 'ground interceptors'];
export const CLAIM_VERBS: readonly ClaimVerb[] = ['stop', 'are needed for'];

/** Slots that hold numbers. */
export const NUMBER_SLOTS = ['count', 'missiles', 'stopped_share', 'price_usd'] as const;
export type NumberSlot = (typeof NUMBER_SLOTS)[number];

/** `[who] said on [when] that [count] [of] [verb] [missiles] [threat] from [from] for [price]`. */
export interface ClaimSlots {
  readonly who?: string;
  readonly when?: string;
  readonly count?: Amount;
  readonly of?: CountedThing;
  readonly verb?: ClaimVerb;
  readonly missiles?: Amount;
  /** A class of `data/threats`. */
  readonly threat?: string;
  /** A place of `data/sites`, or `LAT,LON` in degrees. */
  readonly from?: string;
  /** Share of the raid that is said to be stopped. */
  readonly stopped_share?: Amount;
  readonly price_usd?: Amount;
  readonly priceYear?: number;
  /** File name in `scenarios/` without its ending, for what the sentence leaves open. */
  readonly scenario?: string;
  /** Of numbers that the speaker did not give: how the words were read here. */
  readonly readAs?: Readonly<Partial<Record<NumberSlot, string>>>;
}

export type Verdict = 'inside' | 'above' | 'below' | 'not said' | 'not computed';
export type SlotName = 'number' | 'share' | 'price';

/** One assumption that, moved alone, brings the model to the claim. */
export interface WouldHaveToBe {
  readonly what: string;
  /** Suffix of the unit, '' without one. */
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Within the range of its card. */
  readonly isWithin: boolean;
  /** What stays as it is, in a few words. */
  readonly beside: string;
}

export interface PublishedFigure {
  readonly who: string;
  readonly when: string;
  readonly says: string;
  readonly source: string;
}

export interface SlotFinding {
  readonly slot: SlotName;
  readonly verdict: Verdict;
  readonly claimed: Amount | null;
  readonly model: Amount | null;
  /** `count`, `share` or `usd` (then with the price year). */
  readonly unit: 'count' | 'share' | 'usd';
  readonly priceYear: number | null;
  /** What the range of the model is a range over, in a few words; empty where there is none. */
  readonly over: string;
  /** The same in full, with what was taken where the sentence says nothing; or why there is no range. */
  readonly basis: string;
  readonly wouldHaveToBe: readonly WouldHaveToBe[];
  /** Assumptions that were moved alone over their range. */
  readonly moved: readonly string[];
  readonly published: readonly PublishedFigure[];
}

export const amountOf = (low: number, high = low): Amount => ({ low, high });

/** Where a claim lies: a range that overlaps that of the model is inside it. */
export function placeOf(claimed: Amount, model: Amount): 'inside' | 'above' | 'below' {
  if (claimed.low > model.high) return 'above';
  return claimed.high < model.low ? 'below' : 'inside';
}

/** The middle of a claimed range; the number itself where it is one. */
export const middleOf = ({ low, high }: Amount): number => 0.5 * (low + high);
