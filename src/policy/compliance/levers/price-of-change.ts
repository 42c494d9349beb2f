/**
 * What a change of a shield costs, by the cards that price the whole of it (`policy/cost`): the difference of two totals, every card at its
 * value. What has no price is named; a change without a price is never taken as free. Many changes are priced to put them in order, so
 * the ranges of the cards are left to `cupola cost`.
 */
import { canonicalJson } from '../../../kernel/hash.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import type { Plan } from '../../../scenario/plan/plan.js';
import type { Incomplete } from '../../cost/cost-answer.js';
import { scheduleCards } from '../../cost/fiscal-years.js';
import type { NoCost } from '../../cost/layer-cost.js';
import { priceFactor, priceIndexOf, priceRatio } from '../../cost/price-index.js';
import type { PriceIndex } from '../../cost/price-index.js';
import { type CostPreset, findPreset, valuesOf } from '../../cost/preset.js';
import { DEFAULT_COST_PRESET, incompleteWords } from '../../cost/scenario-cost.js';
import { priceShield } from '../../cost/shield.js';

export type ChangePrice =
  | { readonly kind: 'priced'; readonly cost_usd: number; readonly priceYear: number; readonly says: string }
  /** Nothing to buy: a rule or an agreement. */
  | { readonly kind: 'rule'; readonly says: string }
  | { readonly kind: 'incomplete'; readonly says: string };

export const RULE_PRICE: ChangePrice = { kind: 'rule', says: 'no price: a rule' };

interface Total {
  readonly total_usd: number;
  readonly incomplete: readonly Incomplete[];
}

/** Prices changes of one shield. Throws for a preset that is not in the catalogue. */
export function createChangePricer(base: Plan, catalogue: Catalogue, presetName: string = DEFAULT_COST_PRESET): (changed: Plan) => ChangePrice {
  const preset = findPreset(catalogue, presetName);
  if (preset === undefined) throw new RangeError(`levers: no cost preset '${presetName}'`);
  const existsBy = scheduleCards(catalogue).existsBy.value, index = priceIndexOf(catalogue), total = (plan: Plan): Total | NoCost => totalOf(plan, preset, catalogue, existsBy, index);
  const before = total(base), known = new Set([...base.layers, ...base.sensors].map(canonicalJson));
  return (changed) => {
    const after = total(changed), stated = (what: string): ChangePrice => ({ kind: 'incomplete', says: `incomplete: ${what}` });
    if (typeof after === 'string') return stated(after);
    if (typeof before === 'string') return stated(before);
    const touched = new Set([...changed.layers.filter((layer) => !known.has(canonicalJson(layer))).flatMap((layer) => [layer.name, ...(layer.kind === 'ground' ? [`ship at ${layer.site.name}`] : [])]), ...changed.sensors.filter((sensor) => !known.has(canonicalJson(sensor))).map(({ system }) => system)]);
    const lacking = after.incomplete.filter(({ element }) => touched.has(element));
    if (lacking.length > 0) return stated(lacking.map(incompleteWords).join(', '));
    const cost_usd = after.total_usd - before.total_usd;
    if (cost_usd <= 0) return stated('the cards take what is added as standing and paid for');
    return { kind: 'priced', cost_usd, priceYear: preset.priceYear, says: `${billions(cost_usd)} in dollars of ${preset.priceYear}` };
  };
}

function totalOf(plan: Plan, preset: CostPreset, catalogue: Catalogue, existsBy: number, index: PriceIndex): Total | NoCost {
  const { layers, notPriced } = priceShield({ plan, preset, catalogue, existsBy });
  let total_usd = 0;
  for (const { name, priceYear, numbers, cost } of layers) {
    const own = cost(valuesOf(numbers)), factor = priceFactor(index, priceYear, preset.priceYear);
    if (typeof own === 'string') return `${name}: ${own}`;
    if (typeof factor === 'string') return `${name}: ${factor}`;
    total_usd += own.total_usd * priceRatio(factor);
  }
  return { total_usd, incomplete: [...notPriced.map((element) => ({ element, what: 'everything' })), ...layers.flatMap(({ name, noPriceFor }) => noPriceFor.map((what) => ({ element: name, what })))] };
}

function billions(value_usd: number): string {
  const value = value_usd / 1e9;
  return `$${value >= 100 ? value.toFixed(0) : value.toPrecision(2)} billion`;
}
