/**
 * The cost of a shield: its layers, year by year, and how far the total moves over the ranges of the cards. Those ranges are what is
 * not known, not chance: no raid and no budget draws them. Each card's range is spread so that half of the draws lie below its
 * value and half above, evenly on each side, over a Latin hypercube; low and high are the 5th and 95th percentile of the totals.
 */
import { Luck } from '../../kernel/random.js';
import { stratifiedShares } from '../../studies/not-known/hypercube.js';
import type { LayerCost, NoCost, YearSpend } from './layer-cost.js';
import { type CostElement, elementsOf } from './elements.js';
import type { Lacking } from './lacking.js';
import type { CostNumber, Mark, Values } from './preset.js';

const DRAWS = 512;

/** One layer with what prices it. Cards of one owner move together in all layers. */
export interface PricedLayer {
  readonly name: string;
  /** Of the cards, as in `aei-2025`. */
  readonly owner: string;
  readonly priceYear: number;
  readonly numbers: readonly CostNumber[];
  /** Of the preset or the site, as people call it. */
  readonly title: string;
  readonly mark: Mark | null;
  readonly calibrated: string | null;
  readonly lacking: readonly Lacking[];
  cost(values: Values): LayerCost | NoCost;
}

/** Index of prices by year, with its cards. */
export type PriceIndex = Readonly<Record<string, CostNumber>>;

export interface CostedLayer extends LayerCost, Pick<PricedLayer, 'name' | 'title' | 'mark' | 'calibrated' | 'lacking'> {
  readonly preset: string;
  /** What is paid for, with whose numbers. */
  readonly elements: readonly CostElement[];
}

export interface CostAnswer {
  readonly total_usd: { readonly low: number; readonly mean: number; readonly high: number };
  /** With every card at its value. */
  readonly atValues_usd: number;
  readonly priceYear: number;
  readonly layers: readonly CostedLayer[];
  readonly years: readonly YearSpend[];
  readonly perWarheadStopped_usd: number | null;
  /** Cards with a range. */
  readonly ranged_count: number;
  readonly draws: number;
  /** Draws that no layer can be built with are left out. */
  readonly impossible_count: number;
}

export interface CostQuestion {
  readonly layers: readonly PricedLayer[];
  readonly priceYear: number;
  readonly index: PriceIndex;
  /** Missiles or warheads stopped in one attack, on average. */
  readonly stopped?: number | undefined;
  readonly seed?: number;
}

/** A text where the cards at their values give no layer, or no index is known for a price year. */
export function answerCost({ layers, priceYear, index, stopped, seed = 1 }: CostQuestion): CostAnswer | NoCost {
  const factors = new Map<number, CostNumber[]>();
  for (const { name, priceYear: own } of layers) {
    const pair = priceFactor(index, own, priceYear);
    if (typeof pair === 'string') return `${name}: ${pair}`;
    factors.set(own, pair);
  }
  const costs: CostedLayer[] = [];
  for (const layer of layers) {
    const cost = layer.cost(Object.fromEntries(layer.numbers.map(({ key, value }) => [key, value])));
    if (typeof cost === 'string') return `${layer.name}: ${cost}`;
    const priced = inDollarsOf(cost, ratio(factors.get(layer.priceYear) ?? [], ({ value }) => value)), { name, owner, title, mark, calibrated, lacking, numbers } = layer;
    costs.push({ ...priced, name, preset: owner, title, mark, calibrated, lacking, elements: elementsOf(priced, numbers, calibrated) });
  }
  const atValues_usd = sum(costs.map(({ total_usd }) => total_usd));
  const cards = rangedCards(layers, [...factors.values()].flat());
  const totals = cards.length === 0 ? [] : drawTotals(layers, factors, cards, seed);
  const possible = totals.filter((total) => !Number.isNaN(total)).sort((a, b) => a - b);
  const mean = possible.length === 0 ? atValues_usd : sum(possible) / possible.length;
  return {
    total_usd: { low: percentile(possible, 0.05) ?? atValues_usd, mean, high: percentile(possible, 0.95) ?? atValues_usd },
    atValues_usd, priceYear, layers: costs, years: addYears(costs),
    perWarheadStopped_usd: stopped !== undefined && stopped > 0 ? mean / stopped : null,
    ranged_count: cards.length, draws: totals.length, impossible_count: totals.length - possible.length,
  };
}

/** Index numbers of the year wanted and of the year had; none where they are the same. */
export function priceFactor(index: PriceIndex, had: number, wanted: number): CostNumber[] | NoCost {
  if (had === wanted) return [];
  const to = index[wanted], from = index[had];
  if (to === undefined || from === undefined) return `no price index for ${to === undefined ? wanted : had}; known: ${Object.keys(index).join(', ')}`;
  return [to, from];
}

const ratio = ([to, from]: readonly CostNumber[], of: (number: CostNumber) => number): number => (to === undefined || from === undefined ? 1 : of(to) / of(from));

interface RangedCard {
  readonly name: string;
  readonly number: CostNumber;
}

const nameOf = (owner: string, { key }: CostNumber): string => `${owner}#${key}`;
const INDEX_OWNER = 'deflators';

function rangedCards(layers: readonly PricedLayer[], index: readonly CostNumber[]): RangedCard[] {
  const byName = new Map<string, CostNumber>();
  const note = (owner: string, number: CostNumber): void => {
    if (number.low !== null && number.high !== null && number.low < number.high) byName.set(nameOf(owner, number), number);
  };
  for (const { owner, numbers } of layers) for (const number of numbers) note(owner, number);
  for (const number of index) note(INDEX_OWNER, number);
  return [...byName].map(([name, number]) => ({ name, number }));
}

/** NaN where a draw gives no layer. */
function drawTotals(layers: readonly PricedLayer[], factors: ReadonlyMap<number, CostNumber[]>, cards: readonly RangedCard[], seed: number): number[] {
  const luck = new Luck(seed), shares = new Map(cards.map(({ name }) => [name, stratifiedShares(luck, name, DRAWS)]));
  return Array.from({ length: DRAWS }, (_, draw) => {
    const valueOf = (owner: string, number: CostNumber): number => {
      const share = shares.get(nameOf(owner, number))?.[draw];
      return share === undefined ? number.value : valueAtShare(number, share);
    };
    let total = 0;
    for (const { owner, numbers, priceYear, cost } of layers) {
      const answer = cost(Object.fromEntries(numbers.map((number) => [number.key, valueOf(owner, number)])));
      total += typeof answer === 'string' ? NaN : answer.total_usd * ratio(factors.get(priceYear) ?? [], (number) => valueOf(INDEX_OWNER, number));
    }
    return total;
  });
}

/** Half of the shares from low to value, half from value to high. */
export function valueAtShare({ low, value, high }: CostNumber, share: number): number {
  if (low === null || high === null) return value;
  return share < 0.5 ? low + (value - low) * 2 * share : value + (high - value) * (2 * share - 1);
}

/** Of sorted values, between the nearest two. */
function percentile(sorted: readonly number[], share: number): number | undefined {
  const at = share * (sorted.length - 1), below = Math.floor(at);
  const low = sorted[below], high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - below);
}

function inDollarsOf(cost: LayerCost, factor: number): LayerCost {
  return {
    ...cost,
    development_usd: cost.development_usd * factor, units_usd: cost.units_usd * factor, launches_usd: cost.launches_usd * factor, operations_usd: cost.operations_usd * factor, total_usd: cost.total_usd * factor,
    years: cost.years.map(({ year, spend_usd }) => ({ year, spend_usd: spend_usd * factor })),
  };
}

function addYears(costs: readonly LayerCost[]): YearSpend[] {
  const last = Math.max(-1, ...costs.flatMap(({ years }) => years.map(({ year }) => year)));
  return Array.from({ length: last + 1 }, (_, year) => ({ year, spend_usd: sum(costs.map(({ years }) => years.find((each) => each.year === year)?.spend_usd ?? 0)) }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
