/** Dollars of one year in those of another, by the price index of the catalogue. */
import { completeCard } from '../../scenario/cards/card.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { NoCost } from './layer-cost.js';
import type { CostNumber } from './preset.js';

/** Index of prices by year, with its cards. */
export type PriceIndex = Readonly<Record<string, CostNumber>>;

/** The index of the catalogue; empty where it has none. */
export function priceIndexOf(catalogue: Catalogue): PriceIndex {
  for (const file of Object.values(catalogue.kinds.costs)) {
    if (file.model === 'deflators') return Object.fromEntries(Object.entries(file.index).map(([year, raw]) => [year, { key: year, ...completeCard(raw, file.source) }]));
  }
  return {};
}

/** Index numbers of the year wanted and of the year had; none where they are the same. */
export function priceFactor(index: PriceIndex, had: number, wanted: number): CostNumber[] | NoCost {
  if (had === wanted) return [];
  const to = index[wanted], from = index[had];
  if (to === undefined || from === undefined) return `no price index for ${to === undefined ? wanted : had}; known: ${Object.keys(index).join(', ')}`;
  return [to, from];
}

/** What such a pair multiplies an amount by; 1 where there is none. */
export const priceRatio = ([to, from]: readonly CostNumber[], of: (number: CostNumber) => number = ({ value }) => value): number => (to === undefined || from === undefined ? 1 : of(to) / of(from));
