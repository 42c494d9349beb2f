/**
 * What the satellites of a claim, or a whole shield, cost on this program's own cards, whose ranges span the published studies; and what
 * one of those numbers would have to be for the price claimed. Published sets of assumptions price the same satellites beside it.
 */
import { findRoot } from '../../../kernel/roots.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import type { Plan } from '../../../scenario/plan/plan.js';
import { answerCost } from '../../cost/cost-answer.js';
import { type CostPreset, findPreset, PRESET_KEYS, withNumbers } from '../../cost/preset.js';
import type { PricedLayer } from '../../cost/priced-layer.js';
import { priceFactor, priceIndexOf, priceRatio } from '../../cost/price-index.js';
import { costOfPlan, incompleteWords } from '../../cost/scenario-cost.js';
import { layerOf } from '../../cost/space-price.js';
import { type Amount, middleOf, type WouldHaveToBe } from './slots.js';

/** Whose cards price what nobody's study is asked about. */
export const OWN_PRESET = 'cupola-2026';

export interface PriceAnswer {
  readonly range: Amount;
  /** What is priced, in words. */
  readonly what: string;
  /** As in `no price for launches of space layer`: the range is then a lower bound. */
  readonly incomplete: readonly string[];
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
  if (low.total_usd === null || high.total_usd === null) return 'no price for satellites';
  return { range: { low: low.total_usd.low, high: high.total_usd.high }, what: 'that many satellites with one interceptor each', incomplete: low.incomplete.map(incompleteWords), cards: low.ranged_count, layers: layersOf(middleOf(count)) };
}

/** Every element of a plan that has a price; what stands today is paid for. */
export function priceOfShield(catalogue: Catalogue, plan: Pick<Plan, 'layers' | 'sensors'>, title: string, priceYear: number): PriceAnswer | NoPrice {
  const answer = costOfPlan({ plan, catalogue, preset: OWN_PRESET, priceYear });
  if (typeof answer === 'string') return answer;
  const { total_usd, ranged_count, shield } = answer, incomplete = answer.incomplete.map(incompleteWords), what = `the shield of “${title}”`;
  return total_usd === null ? `incomplete: ${incomplete.length === 0 ? `${what} has nothing to price` : incomplete.join(', ')}` : { range: { low: total_usd.low, high: total_usd.high }, what, incomplete, cards: ranged_count, layers: shield.layers };
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
    return sum + cost.total_usd * priceRatio(factor);
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
