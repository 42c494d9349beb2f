/**
 * How far a total moves over the ranges of its cards: what is not known, not chance, for no raid and no budget draws them. Each card's
 * range is spread so that half of the draws lie below its value and half above, evenly on each side, over a Latin hypercube.
 */
import { Luck } from '../../kernel/random.js';
import { stratifiedShares } from '../../studies/not-known/hypercube.js';
import { priceRatio } from './price-index.js';
import type { CostNumber } from './preset.js';
import type { PricedLayer } from './priced-layer.js';

const DRAWS = 512;

export interface RangedCard {
  readonly name: string;
  readonly number: CostNumber;
}

const nameOf = (owner: string, { key }: CostNumber): string => `${owner}#${key}`;
const INDEX_OWNER = 'deflators';

/** Cards with a range, each once: those of one owner are one card in all layers. */
export function rangedCards(layers: readonly PricedLayer[], index: readonly CostNumber[]): RangedCard[] {
  const byName = new Map<string, CostNumber>();
  const note = (owner: string, number: CostNumber): void => {
    if (number.low !== null && number.high !== null && number.low < number.high) byName.set(nameOf(owner, number), number);
  };
  for (const { owner, numbers } of layers) for (const number of numbers) note(owner, number);
  for (const number of index) note(INDEX_OWNER, number);
  return [...byName].map(([name, number]) => ({ name, number }));
}

export interface CostDraws {
  /** Draws that no layer can be built with are left out of everything else. */
  readonly impossible_count: number;
  readonly draws: number;
  /** By draw, in dollars of the year asked. */
  readonly totals: readonly number[];
  /** By layer, then by draw. */
  readonly layers: readonly (readonly number[])[];
  /** By year, then by draw. */
  readonly years: readonly (readonly number[])[];
}

export interface DrawQuestion {
  readonly layers: readonly PricedLayer[];
  /** By price year. */
  readonly factors: ReadonlyMap<number, readonly CostNumber[]>;
  readonly cards: readonly RangedCard[];
  readonly years: number;
  readonly seed: number;
}

/** Empty where no card has a range. */
export function drawCosts({ layers, factors, cards, years, seed }: DrawQuestion): CostDraws {
  const draws = cards.length === 0 ? 0 : DRAWS, luck = new Luck(seed), shares = new Map(cards.map(({ name }) => [name, stratifiedShares(luck, name, DRAWS)]));
  const totals: number[] = [], byLayer = layers.map((): number[] => []), byYear = Array.from({ length: years }, (): number[] => []);
  let impossible_count = 0;
  for (let draw = 0; draw < draws; draw++) {
    const valueOf = (owner: string, number: CostNumber): number => {
      const share = shares.get(nameOf(owner, number))?.[draw];
      return share === undefined ? number.value : valueAtShare(number, share);
    };
    const costs = layers.map(({ owner, numbers, priceYear, cost }) => ({
      answer: cost(Object.fromEntries(numbers.map((number) => [number.key, valueOf(owner, number)]))), factor: priceRatio(factors.get(priceYear) ?? [], (number) => valueOf(INDEX_OWNER, number)),
    }));
    if (costs.some(({ answer }) => typeof answer === 'string')) {
      impossible_count += 1;
      continue;
    }
    let total_usd = 0;
    const spent = new Float64Array(years);
    costs.forEach(({ answer, factor }, layer) => {
      if (typeof answer === 'string') return;
      total_usd += answer.total_usd * factor;
      byLayer[layer]?.push(answer.total_usd * factor);
      for (const { year, spend_usd } of answer.years) if (year < years) spent[year] = (spent[year] ?? 0) + spend_usd * factor;
    });
    totals.push(total_usd);
    spent.forEach((spend_usd, year) => byYear[year]?.push(spend_usd));
  }
  return { impossible_count, draws, totals, layers: byLayer, years: byYear };
}

/** Half of the shares from low to value, half from value to high. */
export function valueAtShare({ low, value, high }: CostNumber, share: number): number {
  if (low === null || high === null) return value;
  return share < 0.5 ? low + (value - low) * 2 * share : value + (high - value) * (2 * share - 1);
}

export interface Band {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** 5th percentile, mean and 95th percentile; the value itself where nothing was drawn. */
export function bandOf(drawn: readonly number[], value: number): Band {
  const sorted = [...drawn].sort((a, b) => a - b), mean = sorted.length === 0 ? value : sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
  return { low: percentile(sorted, 0.05) ?? value, mean, high: percentile(sorted, 0.95) ?? value };
}

/** Of sorted values, between the nearest two. */
function percentile(sorted: readonly number[], share: number): number | undefined {
  const at = share * (sorted.length - 1), below = Math.floor(at);
  const low = sorted[below], high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - below);
}
