/** Prices in words, the same on the page, the command line and in a report. */
import type { ElementKind } from '../../policy/cost/priced-layer.js';
import { incompleteWords, type ScenarioCost } from '../../policy/cost/scenario-cost.js';
import { significantText, toPlace } from '../numbers.js';

/** Money in words that fit its size. */
export function moneyText(amount_usd: number, figures = 4): string {
  const size = Math.abs(amount_usd);
  if (size >= 1e9) return `$${significantText(amount_usd / 1e9, figures)} billion`;
  if (size >= 1e6) return `$${significantText(amount_usd / 1e6, figures)} million`;
  return `$${significantText(amount_usd, figures)}`;
}

/** Two significant figures, as a headline has them. */
export function aboutMoney(amount_usd: number): string {
  const [, exponent = '0'] = Math.abs(amount_usd).toExponential(1).split('e'), place = Number(exponent) - 1;
  const [unit, word] = Math.abs(amount_usd) >= 1e9 ? [9, ' billion'] as const : Math.abs(amount_usd) >= 1e6 ? [6, ' million'] as const : [0, ''] as const;
  return `$${toPlace(amount_usd / Number(`1e${unit}`), place - unit)}${word}`;
}

/** The same for a column, as in `$743B`. */
export function moneyCell(amount_usd: number, figures = 3): string {
  const size = Math.abs(amount_usd), sign = amount_usd < 0 ? '−' : '';
  if (size >= 1e9) return `${sign}$${significantText(size / 1e9, figures)}B`;
  return size >= 1e6 ? `${sign}$${significantText(size / 1e6, figures)}M` : `${sign}$${significantText(size, figures)}`;
}

export const KIND_WORDS: Readonly<Record<ElementKind, string>> = { space: 'interceptors in orbit', land: 'batteries on land', sea: 'interceptors at sea', sensor: 'sensors', command: 'command' };

/** The same for a narrow column. */
export const KIND_LABELS: Readonly<Record<ElementKind, string>> = { space: 'orbit', land: 'land', sea: 'sea', sensor: 'sensors', command: 'command' };

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/**
 * As in `About $810 billion over 20 years in 2026 dollars, not discounted ($360 billion to $1,600 billion over price ranges). Includes
 * interceptors in orbit and sensors; leaves out what stands and is paid for.` A price that is not whole says what has none.
 */
export function priceSentence(cost: PriceTold): string {
  return [priceHead(cost), ...(cost.incomplete.length === 0 ? [] : [incompleteLine(cost)]), priceRest(cost)].filter(Boolean).join(' ');
}

type PriceTold = Pick<ScenarioCost, 'total_usd' | 'priceYear' | 'years' | 'incomplete' | 'scope' | 'layers'>;

/** Its first part, by itself. */
export function priceHead({ total_usd, priceYear, incomplete, years }: PriceTold): string {
  if (total_usd === null) return incomplete.length === 0 ? 'Nothing here has to be bought or run, so there is no price.' : 'No total: nothing of this shield has a price.';
  const { low, mean, high } = total_usd, band = low === high ? '' : ` (${aboutMoney(low)} to ${aboutMoney(high)} over price ranges)`;
  return `${incomplete.length === 0 ? 'About' : 'At least about'} ${aboutMoney(mean)} over ${Math.max(0, years.length - 1)} years in ${priceYear} dollars, not discounted${band}.`;
}

/** Its last part: what is in it and what is not; empty where there is no total. */
export function priceRest({ total_usd, scope, layers }: PriceTold): string {
  const left = [...(layers.some(({ standing }) => standing !== '') ? ['what stands and is paid for'] : []), ...STANDING_WORDS];
  return total_usd === null ? '' : `Includes ${listed(scope.kinds.map((kind) => KIND_WORDS[kind]))}; leaves out ${listed(left)}.`;
}

/** The shortest form, for a first screen: `About $810B over 20 years` and `$360B to $1,600B, 2026 dollars`. */
export function priceLine({ total_usd, priceYear, incomplete, years }: Pick<ScenarioCost, 'total_usd' | 'priceYear' | 'years' | 'incomplete'>): readonly [string, string] {
  if (total_usd === null) return [incomplete.length === 0 ? 'Nothing to buy or run' : 'No total: nothing of this shield has a price', ''];
  const { low, mean, high } = total_usd, short = (amount_usd: number): string => aboutMoney(amount_usd).replace(' billion', 'B').replace(' million', 'M');
  return [`${incomplete.length === 0 ? 'About' : 'At least'} ${short(mean)} over ${Math.max(0, years.length - 1)} years`, `${low === high ? '' : `${short(low)} to ${short(high)}, `}${priceYear} dollars`];
}

/** As in `Incomplete: no price for launches of space layer.` */
export const incompleteLine = ({ incomplete }: Pick<ScenarioCost, 'incomplete'>): string => `Incomplete: ${listed(incomplete.map(incompleteWords))}.`;

const STANDING_WORDS = ['tests', 'other forces', 'land'];
