/** The slots of a listed claim. What the claim does not say in numbers and was read so here is told with it. */
import type { Given } from '../../../scenario/cards/card.js';
import type { ClaimAnswer } from '../claims.js';
import { type Amount, amountOf, type ClaimSlots, NUMBER_SLOTS, type NumberSlot } from './slots.js';

export function slotsOfClaim({ attribution, numbers, source }: Pick<ClaimAnswer, 'attribution' | 'numbers' | 'source'>): ClaimSlots {
  const { count, missiles, stopped_share, price_usd, ...words } = numbers, cards = { count, missiles, stopped_share, price_usd };
  const amounts = Object.fromEntries(NUMBER_SLOTS.flatMap((name): [NumberSlot, Amount][] => { const card = cards[name]; return card === undefined ? [] : [[name, amountOfCard(card)]]; }));
  // A number with another standing than the claim's own is not the speaker's.
  const read = NUMBER_SLOTS.flatMap((name): [NumberSlot, string][] => { const card = cards[name]; return card === undefined || card.standing === source.standing ? [] : [[name, card.where]]; });
  return { who: attribution.who, when: attribution.when, ...words, ...amounts, ...(read.length === 0 ? {} : { readAs: Object.fromEntries(read) }) };
}

/** A range as it was given; of a value with bounds the value, for the bounds are how far it may be off. */
const amountOfCard = ({ value, low, high }: Given): Amount => (value === null ? { low: low ?? 0, high: high ?? 0 } : amountOf(value));

/** A slot with another value, or none; how the old one was read goes with it. */
export function withSlot<K extends keyof ClaimSlots>(slots: ClaimSlots, name: K, value: ClaimSlots[K] | undefined): ClaimSlots {
  const { [name]: _before, readAs = {}, ...rest } = slots, read = Object.entries(readAs).filter(([slot]) => slot !== name);
  return { ...rest, ...(value === undefined ? {} : { [name]: value }), ...(read.length === 0 ? {} : { readAs: Object.fromEntries(read) }) };
}
