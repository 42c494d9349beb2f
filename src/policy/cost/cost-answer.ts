/**
 * The cost of a shield: its elements, year by year, and how far the total moves over the ranges of the cards (draws.ts). What has no
 * price is named and makes the answer incomplete; a shield of which nothing has a price has no total.
 */
import { type Band, bandOf, drawCosts, rangedCards } from './draws.js';
import { type CostElement, elementsOf } from './elements.js';
import type { LayerCost, NoCost, YearSpend } from './layer-cost.js';
import { type PriceIndex, priceFactor, priceRatio } from './price-index.js';
import { type CostNumber, valuesOf } from './preset.js';
import type { PricedLayer } from './priced-layer.js';

export interface CostedLayer extends LayerCost, Pick<PricedLayer, 'name' | 'kind' | 'title' | 'mark' | 'calibrated' | 'lacking' | 'standing' | 'payer' | 'includes' | 'leavesOut'> {
  readonly preset: string;
  /** What is paid for, with whose numbers. */
  readonly elements: readonly CostElement[];
  /** Over the ranges of the cards. */
  readonly band_usd: Band;
  /** What stands of it would cost to buy now; null where no card says, 0 where nothing stands. */
  readonly sunk_usd: number | null;
}

/** As in `no price for launches of space layer`; `what` is `everything` where no part has a price. */
export interface Incomplete {
  readonly element: string;
  readonly what: string;
}

/** Spending of one year with every card at its value, and over the ranges of the cards. */
export interface YearCost extends YearSpend {
  readonly mean_usd: number;
  readonly low_usd: number;
  readonly high_usd: number;
}

export interface CostAnswer {
  /** Of what has a price; null where nothing has. */
  readonly total_usd: Band | null;
  /** With every card at its value; null with the total. */
  readonly atValues_usd: number | null;
  readonly priceYear: number;
  readonly layers: readonly CostedLayer[];
  readonly years: readonly YearCost[];
  readonly incomplete: readonly Incomplete[];
  readonly perWarheadStopped_usd: number | null;
  /** Cards with a range. */
  readonly ranged_count: number;
  readonly draws: number;
  /** Draws that no layer can be built with are left out. */
  readonly impossible_count: number;
}

export interface CostQuestion {
  readonly layers: readonly PricedLayer[];
  /** Names of elements that no card prices. */
  readonly notPriced?: readonly string[];
  readonly priceYear: number;
  readonly index: PriceIndex;
  /** Missiles or warheads stopped in one attack, on average. */
  readonly stopped?: number | undefined;
  readonly seed?: number;
}

/** A text where the cards at their values give no layer, or no index is known for a price year. */
export function answerCost({ layers, notPriced = [], priceYear, index, stopped, seed = 1 }: CostQuestion): CostAnswer | NoCost {
  const factors = new Map<number, CostNumber[]>();
  for (const { name, priceYear: own } of layers) {
    const pair = priceFactor(index, own, priceYear);
    if (typeof pair === 'string') return `${name}: ${pair}`;
    factors.set(own, pair);
  }
  const atValues: LayerCost[] = [];
  for (const layer of layers) {
    const cost = layer.cost(valuesOf(layer.numbers));
    if (typeof cost === 'string') return `${layer.name}: ${cost}`;
    atValues.push(inDollarsOf(cost, priceRatio(factors.get(layer.priceYear) ?? [])));
  }
  const cards = rangedCards(layers, [...factors.values()].flat()), years = addYears(atValues);
  const drawn = drawCosts({ layers, factors, cards, years: years.length, seed });
  const atValues_usd = layers.length === 0 ? null : sum(atValues.map(({ total_usd }) => total_usd)), total_usd = atValues_usd === null ? null : bandOf(drawn.totals, atValues_usd);
  return {
    total_usd, atValues_usd, priceYear,
    layers: layers.map((layer, i) => costedLayer(layer, atValues[i]!, drawn.layers[i] ?? [], priceRatio(factors.get(layer.priceYear) ?? []))),
    years: years.map((spend) => { const { low, mean, high } = bandOf(drawn.years[spend.year] ?? [], spend.spend_usd); return { ...spend, mean_usd: mean, low_usd: low, high_usd: high }; }),
    incomplete: [...notPriced.map((element) => ({ element, what: 'everything' })), ...layers.flatMap(({ name, noPriceFor }) => noPriceFor.map((what) => ({ element: name, what })))],
    perWarheadStopped_usd: total_usd !== null && stopped !== undefined && stopped > 0 ? total_usd.mean / stopped : null,
    ranged_count: cards.length, draws: drawn.draws, impossible_count: drawn.impossible_count,
  };
}

function costedLayer(layer: PricedLayer, cost: LayerCost, drawn: readonly number[], factor: number): CostedLayer {
  const { name, kind, owner, title, mark, calibrated, lacking, numbers, standing, payer, includes, leavesOut } = layer;
  const asNew = layer.costAsNew?.(valuesOf(numbers)), before_usd = (each: LayerCost): number => each.years[0]?.acquisition_usd ?? 0;
  return {
    ...cost, name, kind, preset: owner, title, mark, calibrated, lacking, standing, payer, includes, leavesOut, elements: elementsOf(cost, numbers, calibrated), band_usd: bandOf(drawn, cost.total_usd),
    sunk_usd: asNew !== undefined && typeof asNew !== 'string' ? before_usd(asNew) * factor - before_usd(cost) : standing === '' ? 0 : null,
  };
}

function inDollarsOf(cost: LayerCost, factor: number): LayerCost {
  return {
    ...cost,
    development_usd: cost.development_usd * factor, units_usd: cost.units_usd * factor, launches_usd: cost.launches_usd * factor, operations_usd: cost.operations_usd * factor, replenishment_usd: cost.replenishment_usd * factor, total_usd: cost.total_usd * factor,
    years: cost.years.map(({ year, ...amounts }) => ({ year, spend_usd: amounts.spend_usd * factor, acquisition_usd: amounts.acquisition_usd * factor, replenishment_usd: amounts.replenishment_usd * factor, operations_usd: amounts.operations_usd * factor })),
  };
}

function addYears(costs: readonly LayerCost[]): YearSpend[] {
  const last = Math.max(-1, ...costs.flatMap(({ years }) => years.map(({ year }) => year)));
  return Array.from({ length: last + 1 }, (_, year) => {
    const each = costs.flatMap(({ years }) => years.filter((spend) => spend.year === year));
    const of = (key: Exclude<keyof YearSpend, 'year'>): number => sum(each.map((spend) => spend[key]));
    return { year, spend_usd: of('spend_usd'), acquisition_usd: of('acquisition_usd'), replenishment_usd: of('replenishment_usd'), operations_usd: of('operations_usd') };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
