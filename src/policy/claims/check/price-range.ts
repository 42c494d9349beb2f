/**
 * What the satellites of a claim, or a whole shield, cost on this program's own cards, whose ranges span the published studies; and what
 * one of those numbers would have to be for the price claimed. Published sets of assumptions price the same satellites beside it.
 */
import { findRoot } from '../../../kernel/roots.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import type { LayerPlan } from '../../../scenario/plan/plan.js';
import { answerCost, type CostAnswer, type PricedLayer, priceFactor } from '../../cost/cost-answer.js';
import { layerOf, priceIndexOf } from '../../cost/estimates.js';
import { type CostPreset, findPreset, PRESET_KEYS, withNumbers } from '../../cost/preset.js';
import { priceShield } from '../../cost/shield.js';
import { type Amount, middleOf, type WouldHaveToBe } from './slots.js';

/** Whose cards price what nobody's study is asked about. */
export const OWN_PRESET = 'cupola-2026';

export interface PriceAnswer {
  readonly range: Amount;
  /** What is priced, in words. */
  readonly what: string;
  /** Layers that no card prices: the range is then a lower bound. */
  readonly notPriced: readonly string[];
  readonly cards: number;
  readonly layers: readonly PricedLayer[];
}

/** A text where nothing can be priced. */
export type NoPrice = string;

function ownPreset(catalogue: Catalogue): CostPreset {
  const preset = findPreset(catalogue, OWN_PRESET);
  if (preset === undefined) throw new Error(`catalogue: data/costs/${OWN_PRESET}.json is missing`);
  return preset;
}

/** Satellites with one interceptor each, of the speed given. */
export function priceOfSatellites(catalogue: Catalogue, count: Amount, speed_kmps: number, priceYear: number): PriceAnswer | NoPrice {
  const layersOf = (satellites_count: number): PricedLayer[] => [layerOf(withNumbers(ownPreset(catalogue), { satellites_count: Math.max(1, Math.round(satellites_count)), speed_kmps }), 'satellites')];
  const index = priceIndexOf(catalogue), low = answerCost({ layers: layersOf(count.low), priceYear, index }), high = count.high === count.low ? low : answerCost({ layers: layersOf(count.high), priceYear, index });
  if (typeof low === 'string') return low;
  if (typeof high === 'string') return high;
  return { range: { low: low.total_usd.low, high: high.total_usd.high }, what: 'that many satellites with one interceptor each', notPriced: [], cards: low.ranged_count, layers: layersOf(middleOf(count)) };
}

/** All layers of a plan. */
export function priceOfShield(catalogue: Catalogue, plan: readonly LayerPlan[], title: string, priceYear: number): PriceAnswer | NoPrice {
  const { layers, notPriced } = priceShield(plan, ownPreset(catalogue), catalogue);
  if (layers.length === 0) return notPriced.length === 0 ? `${title} has no layer to price` : `incomplete: no price for ${notPriced.join(', ')}`;
  const answer: CostAnswer | string = answerCost({ layers, priceYear, index: priceIndexOf(catalogue) });
  return typeof answer === 'string' ? answer : { range: { low: answer.total_usd.low, high: answer.total_usd.high }, what: `the shield of “${title}”`, notPriced, cards: answer.ranged_count, layers };
}

/** How far beyond the range of a card a value is looked for. */
const BEYOND = 20;

/** Numbers of this program's own cards that, alone, bring the price to the one claimed; all others at their values. */
export function priceWanted(catalogue: Catalogue, { layers }: PriceAnswer, claimed: Amount, priceYear: number): WouldHaveToBe[] {
  const wanted_usd = middleOf(claimed), index = priceIndexOf(catalogue);
  const priceWith = (key: string, value: number): number => layers.reduce((sum, layer) => {
    const values = Object.fromEntries(layer.numbers.map((number) => [number.key, number.key === key && layer.owner === OWN_PRESET ? value : number.value]));
    const cost = layer.cost(values), factor = priceFactor(index, layer.priceYear, priceYear);
    if (typeof cost === 'string' || typeof factor === 'string') return NaN;
    const [to, from] = factor;
    return sum + cost.total_usd * (to === undefined || from === undefined ? 1 : to.value / from.value);
  }, 0);
  const found = movedInPrice(catalogue).flatMap((key): WouldHaveToBe[] => {
    const number = layers.flatMap(({ owner, numbers }) => (owner === OWN_PRESET ? numbers : [])).find((each) => each.key === key);
    if (number === undefined || number.low === null || number.high === null) return [];
    const { min, max } = PRESET_KEYS[key] ?? { min: -Infinity, max: Infinity };
    const from = Math.max(min, number.low / BEYOND, 1e-9), to = Math.min(max, number.high * BEYOND), f = (value: number): number => priceWith(key, value) - wanted_usd;
    const ends = [f(from), f(to)];
    if (!((ends[0] ?? NaN) * (ends[1] ?? NaN) < 0)) return [];
    const value = findRoot(f, from, to, 1e-6 * (to - from));
    return [{ what: key, unit: '', value, low: number.low, high: number.high, isWithin: value >= number.low && value <= number.high, beside: 'all else at its value' }];
  });
  return found.sort((a, b) => Number(b.isWithin) - Number(a.isWithin));
}

/** Cards of its own that this program moves, by their keys. */
export function movedInPrice(catalogue: Catalogue): string[] {
  return ownPreset(catalogue).numbers.filter(({ low, high }) => low !== null && high !== null && low < high).map(({ key }) => key);
}
