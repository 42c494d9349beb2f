/**
 * A source card: one public number with where it comes from, how it stands and, if it is assumed, how far it may be off.
 * A data file may state the source once for all its cards; a card's own words win.
 */
import { z } from 'zod';
import type { NumberSource } from '../compile/compiled.js';

const STANDING = z.enum(['published', 'derived', 'assumed']);
/** recalled: from memory, on no page that was seen; such a number is shown as not checked and tests nothing. */
const SEEN = z.enum(['primary', 'secondary', 'recalled']);
/** How a source bounds its number. */
const SAID = z.enum(['about', 'at least', 'up to']);

/** A month or a day, as in `2026-11`. */
const AS_OF = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'a year, month or day, as in 2026-11' });

const SOURCE_SHAPE = {
  source: z.string().min(1).optional(),
  where: z.string().min(1).optional(),
  standing: STANDING.optional(),
  seen: SEEN.optional(),
  asOf: AS_OF.optional(),
  url: z.url().optional(),
};

export const CARD = z.strictObject({ value: z.number(), low: z.number().optional(), high: z.number().optional(), note: z.string().optional(), ...SOURCE_SHAPE });
/** A range as a source gave it: no value stands in it, and none is put there. */
export const RANGE_CARD = z.strictObject({ low: z.number(), high: z.number(), note: z.string().optional(), ...SOURCE_SHAPE });
/** A number as somebody published it: a value, perhaps bounded in words, or a range. */
export const SAID_CARD = CARD.extend({ said: SAID.optional() });
export const GIVEN_CARD = z.union([SAID_CARD, RANGE_CARD]);
export const SOURCE_DEFAULTS = z.strictObject(SOURCE_SHAPE);

export type RawGiven = z.infer<typeof GIVEN_CARD>;
export type RawCard = z.infer<typeof CARD>;
export type SourceDefaults = z.infer<typeof SOURCE_DEFAULTS>;

/** A card with its file's defaults filled in. */
export interface Card extends NumberSource {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A published number with its source; `value` is null where the source gave a range. */
export interface Given extends NumberSource {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly said: z.infer<typeof SAID> | null;
}

export function completeGiven(raw: RawGiven, defaults: SourceDefaults | undefined): Given {
  if ('value' in raw) {
    const { said = null, ...card } = raw;
    return { ...completeCard(card, defaults), said };
  }
  return { ...completeCard({ ...raw, value: raw.low }, defaults), value: null, said: null };
}

export function completeCard(raw: RawCard, defaults: SourceDefaults | undefined): Card {
  // A card that names its own source takes nothing about the source from the file: its page and link would be another document's.
  const shared = raw.source === undefined ? defaults : undefined;
  return {
    value: raw.value,
    low: raw.low ?? null,
    high: raw.high ?? null,
    source: raw.source ?? shared?.source ?? '',
    where: raw.where ?? shared?.where ?? '',
    standing: raw.standing ?? defaults?.standing ?? 'assumed',
    seen: raw.seen ?? shared?.seen ?? '',
    asOf: raw.asOf ?? defaults?.asOf ?? '',
    url: raw.url ?? shared?.url ?? '',
  };
}

/** What a card lacks to be shown to anyone; empty when it is complete. */
export function cardFaults(raw: RawCard, defaults: SourceDefaults | undefined): string[] {
  const card = completeCard(raw, defaults);
  const faults: string[] = [];
  if (card.source === '') faults.push('source');
  if (card.where === '') faults.push('where');
  if (card.asOf === '') faults.push('asOf');
  if ((raw.standing ?? defaults?.standing) === undefined) faults.push('standing');
  if (card.standing === 'published' && card.seen === '') faults.push('seen (primary or secondary)');
  if (card.standing === 'assumed' && (card.low === null || card.high === null)) faults.push('low and high');
  if ((card.low === null) !== (card.high === null)) faults.push('both low and high, or neither');
  if (card.low !== null && card.low > card.value) faults.push(`low ≤ value (low is ${card.low}, value ${card.value})`);
  if (card.high !== null && card.high < card.value) faults.push(`value ≤ high (value is ${card.value}, high ${card.high})`);
  return faults;
}
