/**
 * Every element of a plan with what prices it: satellites that carry interceptors by a preset, batteries, ships, sensors and command
 * by their own cards. What no card prices is named.
 */
import type { Catalogue } from '../../scenario/catalogue.js';
import { COMMAND_COST } from '../../scenario/cards/cost-quantities.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import type { GroundLayerPlan, Plan } from '../../scenario/plan/plan.js';
import { BatteriesPaid, findBattery, isAtSea } from './battery-price.js';
import { type CostPreset, numbersOf, valuesOf } from './preset.js';
import { type PricedLayer, plainCost } from './priced-layer.js';
import { priceSensors } from './sensor-price.js';
import { spaceLayerOf } from './space-price.js';

export interface PricedShield {
  readonly layers: readonly PricedLayer[];
  /** Names of elements that no card prices. */
  readonly notPriced: readonly string[];
  /** Sensors that are within the price of a battery. */
  readonly withBatteries: readonly string[];
}

export interface ShieldQuestion {
  readonly plan: Pick<Plan, 'layers' | 'sensors'>;
  readonly preset: CostPreset;
  readonly catalogue: Catalogue;
  /** What is in service by this year exists. */
  readonly existsBy: number;
}

export const COMMAND_NAME = 'command and communications';

export function priceShield({ plan, preset, catalogue, existsBy }: ShieldQuestion): PricedShield {
  const priced: PricedLayer[] = [], notPriced: string[] = [], batteries = new BatteriesPaid(), developed = new Set<string>();
  const years_y = valuesOf(preset.numbers)['years_y'] ?? DEFAULT_YEARS_Y;
  for (const layer of plan.layers) {
    if (layer.kind === 'space') {
      priced.push(spaceLayerOf(layer, preset, developed.has(layer.interceptor.name)));
      developed.add(layer.interceptor.name);
    } else {
      const cards = findBattery(catalogue, layer.interceptor.name);
      if (cards === undefined) notPriced.push(layer.name);
      else priced.push(batteries.price(layer, cards, years_y, catalogue));
    }
  }
  const once = (model: 'command' | 'ship', name: string, kind: PricedLayer['kind']): void => {
    const found = priceOnce(catalogue, { model, name, kind, years_y });
    if (found === undefined) notPriced.push(name);
    else priced.push(found);
  };
  const ships = new Set(plan.layers.filter((layer): layer is GroundLayerPlan => layer.kind === 'ground' && isAtSea(layer, catalogue)).map(({ site }) => site.name));
  for (const place of ships) once('ship', `ship at ${place}`, 'sea');
  const sensors = priceSensors(plan, years_y, existsBy, catalogue);
  priced.push(...sensors.layers);
  notPriced.push(...sensors.notPriced);
  if (plan.layers.length > 0) once('command', COMMAND_NAME, 'command');
  return { layers: priced, notPriced, withBatteries: sensors.withBatteries };
}

/** Of a preset that does not say for how long. */
const DEFAULT_YEARS_Y = 20;

type OnceFile = Extract<KindFile<'costs'>, { model: 'command' | 'ship' }>;

interface Once {
  readonly model: OnceFile['model'];
  readonly name: string;
  readonly kind: PricedLayer['kind'];
  readonly years_y: number;
}

function priceOnce(catalogue: Catalogue, { model, name, kind, years_y }: Once): PricedLayer | undefined {
  for (const [owner, file] of Object.entries(catalogue.kinds.costs)) {
    if (file.model !== model) continue;
    const numbers = numbersOf(COMMAND_COST, file, file), given = valuesOf(numbers), isShip = model === 'ship';
    return {
      name, kind, owner, title: file.title, mark: null, calibrated: null, priceYear: Number(file.priceYear), numbers, lacking: [], payer: '', includes: file.includes, leavesOut: file.leavesOut,
      standing: isShip ? 'the ship, of the fleet' : '',
      noPriceFor: [...(!isShip && given['acquisition_usd'] === undefined ? ['acquisition'] : []), ...(given['operationsPerYear_usd'] === undefined ? ['operations'] : [])],
      cost: (values) => plainCost({ satellites_count: 1, years_y, firstUnit_usd: values['acquisition_usd'] ?? 0, operationsPerYear_usd: values['operationsPerYear_usd'] ?? 0 }),
    };
  }
  return undefined;
}
