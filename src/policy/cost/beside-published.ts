/**
 * A price of ours beside each published total, as far as both cover the same kinds of elements. Dollars of other years are brought to
 * ours by the index where it knows them. Shields, raids, years and designs differ: no row says which number is better.
 */
import type { Given } from '../../scenario/cards/card.js';
import type { CostAnswer } from './cost-answer.js';
import type { Estimate } from './estimates.js';
import { type PriceIndex, priceFactor, priceRatio } from './price-index.js';
import type { ElementKind } from './priced-layer.js';

export interface BesidePublished extends Pick<Estimate, 'id' | 'author' | 'work' | 'published' | 'pages' | 'scope' | 'includes' | 'leavesOut' | 'scopeFrom' | 'covers' | 'priceYear'> {
  readonly total: Given;
  /** In our dollars; null where it gave a range, or its year is not stated or not in the index. */
  readonly inOurDollars_usd: number | null;
  /** Kinds that both price; null where the source does not say what it covers. */
  readonly both: readonly ElementKind[] | null;
  /** Kinds of ours that it does not cover, and the other way round. */
  readonly onlyOurs: readonly ElementKind[];
  readonly onlyTheirs: readonly ElementKind[];
  /** Of ours, those kinds, the mean as in the total; null where there are none. */
  readonly ours_usd: number | null;
}

/** Every estimate with a total. */
export function besidePublished({ layers, priceYear }: Pick<CostAnswer, 'layers' | 'priceYear'>, estimates: readonly Estimate[], index: PriceIndex): BesidePublished[] {
  const kinds = [...new Set(layers.map(({ kind }) => kind))];
  return estimates.flatMap(({ id, author, work, published, pages, scope, includes, leavesOut, scopeFrom, covers, priceYear: theirs, total }): BesidePublished[] => {
    if (total === null) return [];
    const both = covers === null ? null : kinds.filter((kind) => covers.includes(kind)), factor = theirs === null ? 'not stated' : priceFactor(index, theirs, priceYear);
    return [{
      id, author, work, published, pages, scope, includes, leavesOut, scopeFrom, covers, priceYear: theirs, total, both,
      inOurDollars_usd: total.value === null || typeof factor === 'string' ? null : total.value * priceRatio(factor),
      onlyOurs: covers === null ? [] : kinds.filter((kind) => !covers.includes(kind)), onlyTheirs: covers === null ? [] : covers.filter((kind) => !kinds.includes(kind)),
      ours_usd: both === null || both.length === 0 ? null : layers.filter(({ kind }) => both.includes(kind)).reduce((sum, { band_usd }) => sum + band_usd.mean, 0),
    }];
  });
}
