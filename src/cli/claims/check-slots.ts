/** The slots of a sentence from flags, or from a claim of the catalogue with flags over it. */
import type { Catalogue } from '../../scenario/catalogue.js';
import { slotsOfClaim, withSlot } from '../../policy/claims/check/claim-slots.js';
import { type Amount, amountOf, CLAIM_VERBS, type ClaimSlots, COUNTED_THINGS } from '../../policy/claims/check/slots.js';
import type { ClaimAnswer } from '../../policy/claims/claims.js';
import type { FlagSpec } from '../frame/command.js';
import type { Flags, Range } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { readPlace } from '../frame/places.js';

export const SLOT_FLAGS: readonly FlagSpec[] = [
  { name: 'who', value: 'NAME', doc: 'who said it; this and all further flags with --check only' },
  { name: 'when', value: 'DATE', doc: 'when, as in 2026-05-12' },
  { name: 'count', value: 'N', doc: 'how many' },
  { name: 'of', value: 'WORD', doc: `${COUNTED_THINGS.join(', ')} (default interceptors, in orbit)` },
  { name: 'verb', value: 'WORDS', doc: 'stop, or "are needed for" (default)' },
  { name: 'missiles', value: 'N', doc: 'how many missiles at once' },
  { name: 'threat', value: 'CLASS', doc: 'their class, as cupola list threats names them' },
  { name: 'from', value: 'PLACE', doc: 'where they are launched: a site, or LAT,LON' },
  { name: 'stopped', value: 'SHARE', doc: 'the share of them that is stopped, 0 to 1' },
  { name: 'price_usd', value: 'USD', doc: 'the price, as in 743e9' },
  { name: 'priceYear', value: 'Y', doc: 'dollars of this year; needed with a price' },
  { name: 'scenario', value: 'NAME', doc: 'what the sentence leaves open is that of this scenario: a name of scenarios/ or a file (default 01-ten-icbms-notional-shell for runs, none for a price)' },
];

const COUNT: Range = { min: 1, max: 1_000_000 }, MISSILES: Range = { min: 1, max: 10_000 }, YEAR: Range = { min: 1900, max: 2100 };

/** Flags win over the numbers of the claim. */
export function readSlots(flags: Flags, claim: ClaimAnswer | undefined, catalogue: Catalogue): ClaimSlots {
  const number = (value: number | undefined): Amount | undefined => (value === undefined ? undefined : amountOf(value)), listed: ClaimSlots = claim === undefined ? {} : slotsOfClaim(claim);
  const threat = flags.text('threat'), from = readPlace(flags, 'from', catalogue)?.name, when = flags.text('when');
  if (threat !== undefined && !Object.hasOwn(catalogue.kinds.threats, threat)) flags.reject('threat', 'a class of the public data', nameHint(threat, Object.keys(catalogue.kinds.threats)));
  const price_usd = number(flags.number('price_usd', { min: 1, max: 1e15, unit: 'dollars' })), priceYear = flags.integer('priceYear', YEAR);
  if (price_usd !== undefined && !flags.has('priceYear')) flags.reject('priceYear', 'the year of the dollars with a price', 'as in --priceYear 2026');
  if (flags.has('priceYear') && (price_usd ?? listed.price_usd) === undefined) flags.reject('priceYear', 'no year without a price', 'as in --price_usd 743e9 --priceYear 2026');
  if (when !== undefined && !/\b\d{4}\b/.test(when)) flags.reject('when', 'a date with its year', 'as in 2026-05-12');
  const given: { readonly [K in keyof ClaimSlots]: ClaimSlots[K] | undefined } = {
    who: flags.text('who'), when, count: number(flags.integer('count', COUNT)), of: oneOf(flags, 'of', COUNTED_THINGS), verb: oneOf(flags, 'verb', CLAIM_VERBS),
    missiles: number(flags.integer('missiles', MISSILES)), threat, from, stopped_share: number(flags.number('stopped', { min: 0, max: 1 })), price_usd, priceYear, scenario: flags.text('scenario'),
  };
  return Object.entries(given).reduce((slots, [name, value]) => (value === undefined ? slots : withSlot(slots, name as keyof ClaimSlots, value)), listed);
}

function oneOf<T extends string>(flags: Flags, name: string, words: readonly T[]): T | undefined {
  const text = flags.text(name)?.trim().replace(/[-_\s]+/g, ' '), found = words.find((word) => word === text);
  if (text !== undefined && found === undefined) flags.reject(name, words.join(' or '), nameHint(text, words));
  return found;
}
