/** A published number in words: as its author bounded it, a range as a range, recalled ones marked. Empty where nobody gave one. */
import { countText, significantText } from '../numbers.js';

export interface GivenNumber {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly said: string | null;
  readonly seen: string;
}

export function givenText(given: GivenNumber | null, write: (value: number) => string): string {
  if (given === null) return '';
  const { value, low, high, said, seen } = given;
  const number = value === null ? (low === null || high === null ? '' : `${write(low)} to ${write(high)}`) : `${said === null ? '' : `${said} `}${write(value)}`;
  return seen === 'recalled' ? `${number} (recalled)` : number;
}

export const wholeText = (value: number): string => countText(Math.round(value));

/** As in `$743B`, a billion at a time. */
export const billionsText = (amount_usd: number): string => `$${significantText(amount_usd / 1e9, 4)}B`;
