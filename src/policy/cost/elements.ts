/**
 * Whose numbers stand behind each element of a price. A shield is priced by several authors: satellites after one study, their mass
 * after another, ground sites after a third. Each element names the sources of its own cards, and none is put under another's name.
 */
import type { LayerCost, Part } from './layer-cost.js';
import type { CostNumber } from './preset.js';

export type ElementPart = Exclude<Part, 'renewal'>;

/** Cards that price each part, of satellites, batteries, sensors and command. */
export const PART_KEYS: Readonly<Record<Part, readonly string[]>> = {
  development: ['development_usd'],
  units: ['firstUnit_usd', 'unitLearning', 'interceptor_usd', 'site_usd', 'unit_usd', 'acquisition_usd'],
  launches: ['launch_usdPerKg', 'launchCapacity_kg', 'firstLaunch_usd', 'launchLearning', 'mass_kg', 'divert_kmps', 'specificImpulse_s', 'killVehicleDry_kg', 'bodyDry_kg', 'carrierDry_kg'],
  operations: ['operationsPerYear_usd', 'operationsPerUnit_usd'],
  renewal: ['life_y'],
};

export interface CostElement {
  readonly element: ElementPart;
  /** Null where it is not costed. */
  readonly amount_usd: number | null;
  /** Sources of its cards, each once; `set by hand` and `the scenario` among them. */
  readonly sources: readonly string[];
  /** Key of the one number among them that was fitted. */
  readonly calibrated: string | null;
}

type Amounts = Pick<LayerCost, 'development_usd' | 'units_usd' | 'launches_usd' | 'operations_usd' | 'notCosted'>;

export function elementsOf(cost: Amounts, numbers: readonly CostNumber[], calibrated: string | null): CostElement[] {
  const amounts: readonly (readonly [ElementPart, number])[] = [['development', cost.development_usd], ['units', cost.units_usd], ['launches', cost.launches_usd], ['operations', cost.operations_usd]];
  // A site is launched by nobody: where no card of an element exists and nothing is spent on it, it is not an element.
  const has = (part: Part): boolean => numbers.some(({ key }) => PART_KEYS[part].includes(key));
  return amounts.filter(([element]) => has(element)).map(([element, amount_usd]): CostElement => {
    const cards = numbers.filter(({ key }) => PART_KEYS[element].includes(key));
    return {
      element, amount_usd: cost.notCosted.includes(element) ? null : amount_usd, sources: [...new Set(cards.map(sourceOf))],
      calibrated: calibrated !== null && cards.some(({ key }) => key === calibrated) ? calibrated : null,
    };
  });
}

const sourceOf = ({ source, where }: CostNumber): string => (source === '' ? where : source);
