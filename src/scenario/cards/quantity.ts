/**
 * A number that a data file or a scenario may hold: its key carries the unit, this table carries the range and the sentence.
 * From one table come the schema of the data card, the schema of the override in a scenario, and the words of a problem.
 */
import { z } from 'zod';
import { unitOfKey } from '../../kernel/units.js';
import { CARD } from './card.js';

export interface Quantity {
  readonly min: number;
  readonly max: number;
  /** True when `min` itself is not allowed. */
  readonly above?: boolean;
  readonly whole?: boolean;
  /** True when a data file may leave it out. */
  readonly optional?: boolean;
  readonly doc: string;
}

export type Quantities = Readonly<Record<string, Quantity>>;

/** Digits grouped by thousands, as in `20,000`; `Intl` is not available in the pure floors. */
export function groupDigits(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  if (!/^-?\d+$/.test(whole)) return String(value);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** What is expected of a number, as in `a number, 0 < x ≤ 20,000 km`. */
export function describeRange(key: string, quantity: Quantity): string {
  const unit = unitOfKey(key);
  const shownUnit = unit === '' || unit === 'count' || unit === 'prob' ? '' : ` ${unit}`;
  const kind = quantity.whole === true ? 'a whole number' : 'a number';
  return `${kind}, ${groupDigits(quantity.min)} ${quantity.above === true ? '<' : '≤'} x ≤ ${groupDigits(quantity.max)}${shownUnit}`;
}

export function isInRange(value: number, quantity: Quantity): boolean {
  return value <= quantity.max && (quantity.above === true ? value > quantity.min : value >= quantity.min) && (quantity.whole !== true || Number.isInteger(value));
}

/** Schema of the bare number, whose only message is the range. */
export function numberSchema(key: string, quantity: Quantity): z.ZodNumber {
  const error = describeRange(key, quantity);
  const base = quantity.whole === true ? z.number({ error }).int({ error }) : z.number({ error });
  const lower = quantity.above === true ? base.gt(quantity.min, { error }) : base.gte(quantity.min, { error });
  return lower.lte(quantity.max, { error }).describe(quantity.doc);
}

/** Every number of the table, bare and optional: what a scenario may override in place. */
export function overrideShape<Q extends Quantities>(quantities: Q): { [K in keyof Q & string]: z.ZodOptional<z.ZodNumber> } {
  const shape: Record<string, z.ZodOptional<z.ZodNumber>> = {};
  for (const [key, quantity] of Object.entries(quantities)) shape[key] = numberSchema(key, quantity).optional();
  return shape as { [K in keyof Q & string]: z.ZodOptional<z.ZodNumber> };
}

/** Optional cards stay optional in the type; all others are required. */
type CardShape<Q extends Quantities> = { [K in keyof Q & string]: Q[K] extends { readonly optional: true } ? z.ZodOptional<typeof CARD> : typeof CARD };

/** Every number of the table as a source card: what a data file holds. */
export function cardShape<const Q extends Quantities>(quantities: Q): CardShape<Q> {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, quantity] of Object.entries(quantities)) {
    const expected = describeRange(key, quantity);
    const card = CARD.refine((raw) => [raw.value, raw.low ?? raw.value, raw.high ?? raw.value].every((value) => isInRange(value, quantity)), { error: expected });
    shape[key] = quantity.optional === true ? card.optional() : card;
  }
  return shape as CardShape<Q>;
}
