/** What others have published on the same slot, each with its author and date; shown beside, never averaged, never ranked. */
import { log } from '../../../kernel/maths.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import { type Estimate, readEstimates } from '../../cost/estimates.js';
import { type Amount, type PublishedFigure, middleOf } from './slots.js';

/** For each missile; a paragraph names the ones that most discussions name. */
export function publishedNumbers({ kinds }: Pick<Catalogue, 'kinds'>): PublishedFigure[] {
  return Object.values(kinds.claims).flatMap((file) => (file.model !== 'interceptors-per-missile' ? [] : file.items.map(({ author, published, interceptorsPerMissile: { value, source = '' } }): PublishedFigure => ({ who: author, when: published, says: `${grouped(value)} for each missile`, source }))));
}

/** Estimates of whole prices: those of about as many satellites first, or of about that price where no number is said. */
export function publishedPrices(catalogue: Catalogue, count: Amount | undefined, price_usd: Amount): PublishedFigure[] {
  const far = (ours: number, theirs: number | null | undefined): number => (theirs === null || theirs === undefined ? Infinity : Math.abs(log(theirs / ours)));
  const distance = ({ satellites, total }: Pick<Estimate, 'satellites' | 'total'>): number => (count === undefined ? far(middleOf(price_usd), total?.value) : far(middleOf(count), satellites?.value));
  return readEstimates(catalogue)
    .filter(({ total }) => total !== null && total.seen !== 'recalled')
    .map((estimate) => ({ ...estimate, distance: distance(estimate) }))
    // Nothing said of satellites and the very price: the claim itself.
    .filter(({ distance: away }) => count !== undefined || away > 1e-6)
    .sort((a, b) => (a.distance === b.distance ? 0 : a.distance - b.distance))
    .map(({ author, published, total, satellites, priceYear, work }): PublishedFigure => ({
      who: author, when: published, source: work,
      says: `${totalWords(total)}${priceYear === null ? '' : ` in dollars of ${priceYear}`}${satellites === null || satellites.value === null ? '' : ` for ${grouped(satellites.value)} satellites`}`,
    }));
}

function totalWords(total: { readonly value: number | null; readonly low: number | null; readonly high: number | null; readonly said: string | null } | null): string {
  const billions = (usd: number): string => `$${grouped(Number((usd / 1e9).toPrecision(4)))} billion`;
  if (total === null) return '';
  const words = total.value === null ? `${billions(total.low ?? 0)} to ${billions(total.high ?? 0)}` : billions(total.value);
  return total.said === null ? words : `${total.said} ${words}`;
}

/** With commas between thousands; the figures above say the rest. */
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
