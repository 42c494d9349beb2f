/**
 * How `cupola design` prices: a preset of the cost engine, with the number, mass and life of the constellation in place of its own;
 * the unit is an interceptor with its share of the satellite. Where a preset buys whole generations, their number is taken as
 * the years over the life, so that a long life does not leave the last years without satellites and unpaid.
 */
import { significantText } from '../../figures/numbers.js';
import { AEI_COSTING } from '../../models/cost/aei-calculator.js';
import { costingOf, findPreset, presetNames, valuesOf } from '../../policy/cost/preset.js';
import { spaceLayerCost } from '../../policy/cost/layer-cost.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Price, PricedConstellation } from '../../studies/design/question.js';
import type { PricedBy } from './design-answer.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';

export const DEFAULT_PRESET = 'aei-2025';

export interface Pricing {
  readonly price_usd: Price;
  readonly pricedBy: PricedBy;
}

export function readPricing(flags: Flags, catalogue: Catalogue, life_y: number): Pricing | undefined {
  const name = flags.text('preset') ?? DEFAULT_PRESET, preset = findPreset(catalogue, name), asked = flags.text('replacement') ?? 'prorated';
  const values = preset === undefined ? {} : valuesOf(preset.numbers);
  if (preset === undefined || values['firstUnit_usd'] === undefined) {
    const priced = presetNames(catalogue).filter((each) => findPreset(catalogue, each)?.numbers.some(({ key }) => key === 'firstUnit_usd'));
    flags.reject('preset', `a preset that prices satellites: ${priced.join(', ')}`, preset === undefined ? nameHint(name, priced) : `${name} gives no price of a satellite`);
    return undefined;
  }
  if (asked !== 'prorated' && asked !== 'whole') flags.reject('replacement', 'prorated or whole');
  if (asked === 'whole' && preset.replacement !== 'generations') flags.reject('replacement', 'prorated', `${name} does not buy whole generations`);
  const known = new Map<string, number | undefined>(), isShared = preset.replacement === 'generations' && asked !== 'whole';
  const lifts_kg = values['launchCapacity_kg'] ?? AEI_COSTING.launchCapacity_kg;
  const price = ({ satellites_count, perSatellite_count, mass_kg }: PricedConstellation): number | undefined => {
    // The share of an interceptor is priced, but a launch must lift the whole satellite.
    if (mass_kg > lifts_kg) return undefined;
    const costing = costingOf(preset, { ...values, satellites_count: satellites_count * perSatellite_count, mass_kg: mass_kg / perSatellite_count, life_y });
    if (typeof costing === 'string') return undefined;
    const cost = spaceLayerCost(isShared ? { ...costing, replacement: 'none' } : costing);
    if (typeof cost === 'string') return undefined;
    // One set was priced; each further year of service costs its share of another.
    return isShared ? cost.development_usd + cost.operations_usd + Math.max(1, costing.years_y / life_y) * (cost.units_usd + cost.launches_usd) : cost.total_usd;
  };
  const price_usd: Price = (constellation) => {
    const key = `${constellation.satellites_count} ${constellation.mass_kg}`;
    if (!known.has(key)) known.set(key, price(constellation));
    return known.get(key);
  };
  const years_y = values['years_y'] ?? DEFAULT_YEARS_Y, sets = years_y / life_y, whole = Math.max(1, Math.floor(sets));
  const renewal = preset.replacement === 'none' ? 'only the first set: the preset gives no renewal'
    : isShared ? `${significantText(Math.max(1, sets), 3)} sets over ${significantText(years_y)} years, prorated where the source buys whole ones`
    : preset.replacement === 'prorated' ? `renewed one for one over ${significantText(years_y)} years` : `${whole} whole ${whole === 1 ? 'set' : 'sets'} over ${significantText(years_y)} years`;
  const unpaid_y = years_y - whole * life_y, isLeft = preset.replacement === 'generations' && !isShared && unpaid_y > 0;
  const warning = isLeft ? `Whole sets of ${significantText(life_y)} years leave the last ${significantText(unpaid_y)} of ${significantText(years_y)} years without satellites and unpaid: not comparable with another life; --replacement prorated is.` : undefined;
  return { price_usd, pricedBy: { name: `${preset.title} (cupola cost --preset ${name})`, priceYear: preset.priceYear, renewal, warning } };
}

/** Of presets that do not say for how long. */
const DEFAULT_YEARS_Y = 20;
