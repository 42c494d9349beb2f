/** The layers of a plan, each with what prices it: satellites by a preset, sites by the cards of their interceptor. */
import { fromSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { GroundLayerPlan, LayerPlan, SpaceLayerPlan } from '../../scenario/plan/plan.js';
import type { PricedLayer } from './cost-answer.js';
import { layerOf } from './estimates.js';
import type { Lacking } from './lacking.js';
import { batteryCost } from './layer-cost.js';
import { batteryNumbers, type CostNumber, type CostPreset, findBattery, SIZING_KEYS } from './preset.js';

export interface PricedShield {
  readonly layers: readonly PricedLayer[];
  /** Names of layers that no card prices. */
  readonly notPriced: readonly string[];
}

export function priceShield(layers: readonly LayerPlan[], preset: CostPreset, catalogue: Catalogue): PricedShield {
  const priced: PricedLayer[] = [], notPriced: string[] = [];
  for (const layer of layers) {
    const found = layer.kind === 'space' ? layerOf(presetFor(layer, preset), layer.name) : priceBattery(layer, catalogue);
    if (found === undefined) notPriced.push(layer.name);
    else priced.push(found);
  }
  return { layers: priced, notPriced };
}

/**
 * Number and speed are the plan's; the preset's own raid and reach do not matter any more. What is priced is an interceptor with its
 * share of a satellite, as the studies price satellites of one: two on one satellite save half a carrier each, and no more.
 */
function presetFor({ shell, perSatellite_count, interceptor }: SpaceLayerPlan, preset: CostPreset): CostPreset {
  const replaced = new Set([...SIZING_KEYS, 'satellites_count', 'missiles_count']);
  const kept = preset.numbers.filter(({ key }) => !replaced.has(key)), hasParts = kept.some(({ key }) => key === 'divert_kmps');
  const stated = [planned('satellites_count', shell.planes_count * shell.perPlane_count * perSatellite_count), planned('perSatellite', perSatellite_count), planned('speed_kmps', fromSi(interceptor.speed_mps, 'kmps'))];
  const numbers = kept.map((number) => (hasParts && number.key === 'divert_kmps' ? planned('divert_kmps', fromSi(interceptor.divert_mps, 'kmps')) : number));
  return { ...preset, numbers: [...numbers, ...stated] };
}

/** No card of a site holds these: what it costs is told without them. */
const BATTERY_LACKS: readonly Lacking[] = [
  { part: 'development', wants: [{ what: 'what development of the interceptor costs', give: [] }] },
  { part: 'renewal', wants: [{ what: 'the life of an interceptor in its silo', give: [] }] },
];

function planned(key: string, value: number): CostNumber {
  return { key, value, low: null, high: null, source: '', where: 'the scenario', standing: 'derived', seen: '', asOf: '', url: '' };
}

function priceBattery({ name, magazine_count, interceptor }: GroundLayerPlan, catalogue: Catalogue): PricedLayer | undefined {
  const found = findBattery(catalogue, interceptor.name);
  if (found === undefined) return undefined;
  return {
    name, owner: found.name, title: found.file.title, mark: null, calibrated: null, priceYear: Number(found.file.priceYear), numbers: batteryNumbers(found.file), lacking: BATTERY_LACKS,
    cost: (values) => batteryCost({
      interceptors_count: magazine_count, interceptor_usd: values['interceptor_usd'] ?? 0, site_usd: values['site_usd'] ?? 0,
      operationsPerYear_usd: values['operationsPerYear_usd'] ?? 0, years_y: values['years_y'] ?? 20,
    }),
  };
}
