/** The sentence of a claim with what is said in it, and how it reads where something is not said. One maker for page and command line. */
import type { Amount, ClaimSlots } from '../../policy/claims/check/slots.js';
import type { SlotTitles } from '../../policy/claims/check/told-claim.js';
import { countText, significantText, toPlace } from '../numbers.js';

export function claimSentence(slots: ClaimSlots, titles: SlotTitles = {}): string {
  const { who, when, price_usd, priceYear, readAs = {} } = slots, read = Object.values(readAs).join('; '), end = read === '' ? '.' : ` (as it is read here: ${read}).`;
  const said = `${who ?? 'Somebody'} said${when === undefined ? '' : ` on ${when}`}`;
  const price = price_usd === undefined ? '' : `${priceAmount(price_usd)}${priceYear === undefined ? '' : ` in dollars of ${priceYear}`}`;
  const deed = deedWords(slots, titles);
  if (deed === '') return price === '' ? `${said} nothing that can be looked at.` : `${said} that it would cost ${price}${end}`;
  return `${said} that ${deed}${price === '' ? '' : `, for ${price}`}${end}`;
}

function deedWords({ count, of = 'interceptors', verb, missiles, threat, from, stopped_share }: ClaimSlots, titles: SlotTitles): string {
  const raidTold = missiles !== undefined || threat !== undefined || from !== undefined;
  const kind = threat === undefined ? (isOne(missiles) ? 'missile' : 'missiles') : `${isOne(missiles) ? 'missile' : 'missiles'} of the class “${titles.threat ?? threat}”`;
  const raid = !raidTold ? '' : `${missiles === undefined ? '' : `${countAmount(missiles)} `}${kind}${from === undefined ? '' : ` from ${titles.from ?? from}`}`;
  const things = count === undefined ? '' : `${countAmount(count)} ${isOne(count) ? of.replace(/s$/, '') : of}`, subject = things === '' ? 'the shield' : things;
  const share = stopped_share === undefined ? '' : shareAmount(stopped_share);
  if (share !== '') return `${subject} ${things === '' ? 'stops' : 'stop'} ${share} of ${raid === '' ? 'a raid' : raid}`;
  if (things === '' && raid === '') return '';
  if (things === '') return `a raid of ${raid} ${verb === 'stop' ? 'is stopped' : 'is met'}`;
  if (raid === '') return `${things} ${isOne(count) ? 'is' : 'are'} bought`;
  if (verb === 'stop') return `${things} ${isOne(count) ? 'stops' : 'stop'} ${raid}`;
  return `${things} ${isOne(count) ? 'is' : 'are'} needed for ${raid}`;
}

const isOne = (amount: Amount | undefined): boolean => amount?.low === 1 && amount.high === 1;
const ranged = ({ low, high }: Amount, text: (value: number) => string): string => (low === high ? text(low) : `${text(low)} to ${text(high)}`);

export const countAmount = (amount: Amount): string => ranged(amount, (value) => (value >= 1e4 ? countText(Number(value.toPrecision(3))) : countText(Math.round(value))));

/** What a claim or a range of means has; a mean that is never reached in finite runs is told in words. */
export function shareAmount({ low, high }: Amount): string {
  if (low === high) return low >= 1 ? 'all' : low <= 0 ? 'none' : percent(low);
  return `${low <= 0 ? 'none' : percent(low)} to ${high >= 1 ? 'all' : percent(high)}`;
}

const percent = (share: number): string => `${toPlace(100 * share, share > 0.99 || share < 0.01 ? -2 : -1).replace(/\.?0+$/, '')} %`;

/** Billions, to three figures: a claim is rarely finer. */
export function priceAmount(amount: Amount): string {
  return amount.low === amount.high ? `$${billions(amount.low)} billion` : `$${billions(amount.low)} to ${billions(amount.high)} billion`;
}

const billions = (usd: number): string => (usd >= 1e12 ? countText(Number((usd / 1e9).toPrecision(4))) : significantText(usd / 1e9, 3));
