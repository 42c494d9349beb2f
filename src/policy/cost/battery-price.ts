/**
 * What batteries cost: interceptors, sites, operations, and development once for each kind of interceptor. Sites that stand and the
 * interceptors on them are paid for. Interceptors of kinds that share a field pay for one field; a ship is priced by itself.
 */
import { findPlace, type Catalogue } from '../../scenario/catalogue.js';
import { BATTERY_COST } from '../../scenario/cards/cost-quantities.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import type { GroundLayerPlan } from '../../scenario/plan/plan.js';
import { type PricedLayer, plainCost } from './priced-layer.js';
import { numbersOf, type Values } from './preset.js';

type BatteryFile = Extract<KindFile<'costs'>, { model: 'ground-battery' }>;

export interface BatteryCards {
  readonly name: string;
  readonly file: BatteryFile;
}

export function findBattery(catalogue: Catalogue, interceptor: string): BatteryCards | undefined {
  for (const [name, file] of Object.entries(catalogue.kinds.costs)) if (file.model === 'ground-battery' && file.interceptor === interceptor) return { name, file };
  return undefined;
}

/** Where ships are, in no country. A place that a scenario gives by coordinates is taken as land. */
export const isAtSea = ({ site }: GroundLayerPlan, catalogue: Catalogue): boolean => findPlace(catalogue, site.name)?.country === '';

/** What batteries before this one have already paid for. */
export class BatteriesPaid {
  readonly #developed = new Set<string>();
  readonly #fields: { readonly place: string; readonly file: BatteryFile; readonly count: number }[] = [];

  price(layer: GroundLayerPlan, { name: owner, file }: BatteryCards, years_y: number, catalogue: Catalogue): PricedLayer {
    const place = layer.site.name, atSea = isAtSea(layer, catalogue), before = this.#fields.filter((field) => field.place === place);
    const same_count = before.filter((field) => field.file === file).reduce((sum, { count }) => sum + count, 0);
    const isShared = before.some((field) => field.file !== file && sharesField(field.file, file));
    const site = layer.nation === undefined ? file.existing?.find((each) => each.site === place) : undefined;
    const existing_count = Math.min(layer.magazine_count, Math.max(0, (site?.interceptors_count?.value ?? 0) - same_count));
    const isDeveloped = this.#developed.has(file.interceptor);
    this.#developed.add(file.interceptor);
    this.#fields.push({ place, file, count: layer.magazine_count });
    const costing = (values: Values, standing: { readonly sites: number; readonly count: number }): ReturnType<PricedLayer['cost']> => {
      const sitesFor = (count: number): number => (count === 0 ? 0 : values['perSite_count'] === undefined ? 1 : Math.ceil(count / values['perSite_count'] - 1e-9));
      const all = atSea ? 0 : Math.max(0, sitesFor(same_count + layer.magazine_count) - sitesFor(same_count) - (isShared ? 1 : 0));
      // A field that stands was counted with the first battery on it.
      const standing_count = same_count === 0 && !isShared ? Math.min(all, standing.sites) : 0;
      return plainCost({
        satellites_count: layer.magazine_count, existing_count: standing.count, years_y, life_y: values['life_y'], firstUnit_usd: values['interceptor_usd'],
        development_usd: isDeveloped ? 0 : (values['development_usd'] ?? 0), sites_usd: (all - standing_count) * (values['site_usd'] ?? 0), operationsPerYear_usd: all * (values['operationsPerYear_usd'] ?? 0),
      });
    };
    const stands = site === undefined ? '' : `the site at ${place}${existing_count > 0 ? ` and ${existing_count} interceptors` : ''}`;
    return {
      name: layer.name, kind: atSea ? 'sea' : 'land', owner, title: file.title, mark: null, calibrated: null, priceYear: Number(file.priceYear), numbers: numbersOf(BATTERY_COST, file, file), lacking: [], noPriceFor: [],
      standing: stands, payer: layer.nation ?? '', leavesOut: file.leavesOut,
      includes: site === undefined ? file.includes : [...(existing_count < layer.magazine_count ? [`${layer.magazine_count - existing_count} interceptors`] : []), 'renewal of interceptors', 'operations'],
      cost: (values) => costing(values, { sites: site === undefined ? 0 : 1, count: existing_count }),
      ...(site === undefined ? {} : { costAsNew: (values) => costing(values, { sites: 0, count: 0 }) }),
    };
  }
}

const sharesField = (a: BatteryFile, b: BatteryFile): boolean => (a.sharesSiteWith ?? []).includes(b.interceptor) || (b.sharesSiteWith ?? []).includes(a.interceptor);
