/** What satellites with interceptors cost, by a preset: a layer of the preset's own, or one that a plan asks for. */
import { fromSi } from '../../kernel/units.js';
import type { SpaceLayerPlan } from '../../scenario/plan/plan.js';
import { orbitInterceptors_count } from '../../scenario/plan/shield-counts.js';
import { lackingOf } from './lacking.js';
import { spaceLayerCost } from './layer-cost.js';
import { type CostNumber, type CostPreset, costingOf, SIZING_KEYS, valuesOf } from './preset.js';
import type { PricedLayer } from './priced-layer.js';

const PART_NAMES = { development: 'development', units: 'satellites', launches: 'launches', operations: 'operations', renewal: 'renewal' } as const;

/** Cost of one preset as a layer of its own. */
export function layerOf(preset: CostPreset, name: string): PricedLayer {
  const lacking = lackingOf(valuesOf(preset.numbers), preset.replacement), missing = lacking.map(({ part }) => part), held: readonly string[] = preset.unitsHold;
  const noPriceFor = missing.filter((part) => !held.includes(part));
  return {
    name, kind: 'space', owner: preset.name, title: preset.title, mark: preset.mark, calibrated: preset.calibrated, priceYear: preset.priceYear, numbers: preset.numbers, lacking,
    standing: '', payer: '', noPriceFor: noPriceFor.map((part) => PART_NAMES[part]),
    includes: Object.entries(PART_NAMES).filter(([part]) => !noPriceFor.some((each) => each === part)).map(([, words]) => words), leavesOut: [],
    cost: (values) => {
      const costing = costingOf(preset, values);
      return typeof costing === 'string' ? costing : spaceLayerCost(costing);
    },
  };
}

/**
 * Number and speed are the plan's; the preset's own raid and reach do not matter any more. What is priced is an interceptor with its
 * share of a satellite, as the studies price satellites of one: two on one satellite save half a carrier each, and no more. A second
 * shell of the same interceptor needs no second development.
 */
export function spaceLayerOf(layer: SpaceLayerPlan, preset: CostPreset, isDeveloped: boolean): PricedLayer {
  const { name, nation = '', perSatellite_count, interceptor } = layer, replaced = new Set([...SIZING_KEYS, 'satellites_count', 'missiles_count', ...(isDeveloped ? ['development_usd'] : [])]);
  const kept = preset.numbers.filter(({ key }) => !replaced.has(key)), hasParts = kept.some(({ key }) => key === 'divert_kmps');
  const stated = [planned('satellites_count', orbitInterceptors_count(layer)), planned('perSatellite', perSatellite_count), planned('speed_kmps', fromSi(interceptor.speed_mps, 'kmps')), ...(isDeveloped ? [planned('development_usd', 0)] : [])];
  const numbers = kept.map((number) => (hasParts && number.key === 'divert_kmps' ? planned('divert_kmps', fromSi(interceptor.divert_mps, 'kmps')) : number));
  return { ...layerOf({ ...preset, numbers: [...numbers, ...stated] }, name), payer: nation };
}

function planned(key: string, value: number): CostNumber {
  return { key, value, low: null, high: null, source: '', where: 'the scenario', standing: 'derived', seen: '', asOf: '', url: '' };
}
