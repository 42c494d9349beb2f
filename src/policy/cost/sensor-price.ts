/**
 * What sensors cost, system by system: satellites with their life, radars without. A system in service by the year of the schedule
 * exists and is paid for: what is left is to run it and to renew its satellites. A radar that comes with a battery at its place is
 * within the price of the battery.
 */
import type { Catalogue } from '../../scenario/catalogue.js';
import { SENSOR_COST } from '../../scenario/cards/cost-quantities.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { satellites_count } from '../../scenario/plan/sensor-plan.js';
import { findBattery } from './battery-price.js';
import { type PricedLayer, plainCost } from './priced-layer.js';
import { numbersOf, valuesOf } from './preset.js';

type SensorCostFile = Extract<KindFile<'costs'>, { model: 'sensor-system' }>;

export interface SensorPrices {
  readonly layers: readonly PricedLayer[];
  /** Systems that no card prices. */
  readonly notPriced: readonly string[];
  /** Told with the batteries that hold them. */
  readonly withBatteries: readonly string[];
}

export function priceSensors({ sensors, layers }: Pick<Plan, 'sensors' | 'layers'>, years_y: number, existsBy: number, catalogue: Catalogue): SensorPrices {
  const counts = new Map<string, number>(), withBatteries = new Set<string>();
  for (const sensor of sensors) {
    const host = 'place' in sensor ? layers.find((layer) => layer.kind === 'ground' && isSamePlace(layer.site, sensor.place) && findBattery(catalogue, layer.interceptor.name)?.file.holdsSensors?.includes(sensor.system)) : undefined;
    if (host === undefined) counts.set(sensor.system, (counts.get(sensor.system) ?? 0) + satellites_count(sensor));
    else withBatteries.add(`${sensor.system} of ${host.name}`);
  }
  const priced: PricedLayer[] = [], notPriced: string[] = [];
  for (const [system, count] of counts) {
    const found = findSensorCost(catalogue, system);
    if (found === undefined) notPriced.push(system);
    else priced.push(priceSystem({ system, count, standing_count: Math.min(count, standingCount(catalogue, system, existsBy)) }, found, years_y));
  }
  return { layers: priced, notPriced, withBatteries: [...withBatteries] };
}

interface SystemAsked {
  readonly system: string;
  readonly count: number;
  readonly standing_count: number;
}

function priceSystem({ system, count, standing_count }: SystemAsked, { name: owner, file }: { readonly name: string; readonly file: SensorCostFile }, years_y: number): PricedLayer {
  const numbers = numbersOf(SENSOR_COST, file, file), given = valuesOf(numbers);
  const costing = (existing_count: number): PricedLayer['cost'] => (values) => plainCost({
    satellites_count: count, existing_count, years_y, life_y: values['life_y'], firstUnit_usd: values['unit_usd'],
    development_usd: existing_count > 0 ? 0 : (values['development_usd'] ?? 0), operationsPerYear_usd: count * (values['operationsPerUnit_usd'] ?? 0),
  });
  const wantsUnits = standing_count < count || given['life_y'] !== undefined;
  return {
    name: system, kind: 'sensor', owner, title: file.title, mark: null, calibrated: null, priceYear: Number(file.priceYear), numbers, lacking: [], payer: file.payer ?? '', includes: standing_count === count ? [...(given['life_y'] === undefined ? [] : ['renewal']), 'operations'] : file.includes, leavesOut: file.leavesOut,
    standing: standing_count === 0 ? '' : standing_count === count ? (count === 1 ? system : `all ${count} of ${system}`) : `${standing_count} of ${count} of ${system}`,
    noPriceFor: [...(wantsUnits && given['unit_usd'] === undefined ? ['acquisition'] : []), ...(given['operationsPerUnit_usd'] === undefined ? ['operations'] : [])],
    cost: costing(standing_count),
    // Without the price of a new one nothing can be said as though it were new.
    ...(standing_count === 0 || given['unit_usd'] === undefined ? {} : { costAsNew: costing(0) }),
  };
}

function findSensorCost(catalogue: Catalogue, system: string): { readonly name: string; readonly file: SensorCostFile } | undefined {
  for (const [name, file] of Object.entries(catalogue.kinds.costs)) if (file.model === 'sensor-system' && file.sensors.includes(system)) return { name, file };
  return undefined;
}

/** Units of a system of the catalogue that stand by a year. What can be put anywhere stands nowhere yet. */
function standingCount(catalogue: Catalogue, system: string, existsBy: number): number {
  const file = Object.hasOwn(catalogue.kinds.sensors, system) ? catalogue.kinds.sensors[system] : undefined;
  if (file === undefined || file.inService.from.value > existsBy) return 0;
  if (file.model === 'radar' || file.model === 'over-horizon-radar') return file.site === undefined ? 0 : 1;
  return 'satellites' in file ? file.satellites.length : file.orbit.count.value;
}

/** Half a degree, some 50 km. */
const NEAR_RAD = 0.0087;

const isSamePlace = (a: { readonly lat_rad: number; readonly lon_rad: number }, b: { readonly lat_rad: number; readonly lon_rad: number }): boolean => Math.abs(a.lat_rad - b.lat_rad) < NEAR_RAD && Math.abs(a.lon_rad - b.lon_rad) < NEAR_RAD;
