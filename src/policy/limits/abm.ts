/**
 * ABM Treaty with the protocol of 1974, asked of a scenario as if it stood ("ABM-limited"): what it would not have allowed, article by
 * article. Each count comes in two readings of Article II: narrow counts what is built against strategic missiles, wide also theatre
 * interceptors that can meet them. Where the two differ the finding is a flag.
 */
import { toSi } from '../../kernel/units.js';
import { distance_m } from '../../kernel/earth/geodesy.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { GroundLayerPlan, LayerPlan, Plan } from '../../scenario/plan/plan.js';
import { basingOf, elementText, interceptors_count, natureOf } from './elements.js';
import { type ByReading, type Finding, type Instrument, type LimitCheck, limitCheck, together } from './limit-check.js';

const NARROW = 'counts interceptors built against strategic missiles', WIDE = 'also counts Aegis, THAAD, Patriot and their kind, where they can meet strategic missiles';

/** An element of the scenario under the option "ABM-limited". */
export interface AbmElement {
  readonly element: string;
  readonly interceptors_count: number;
  /** Articles against which it would have stood, by each reading. */
  readonly narrow: readonly string[];
  readonly wide: readonly string[];
}

interface Sorted {
  readonly all: readonly LayerPlan[];
  /** By each reading. */
  readonly counted: { readonly narrow: readonly LayerPlan[]; readonly wide: readonly LayerPlan[] };
}

export function checkAbm(instrument: Instrument, { layers }: Plan, catalogue: Catalogue): LimitCheck[] {
  const { file } = instrument, sorted: Sorted = { all: layers, counted: { narrow: layers.filter((layer) => natureOf(file, layer) === 'strategic'), wide: layers } };
  if (layers.length === 0) {
    return file.articles.map(({ id }) => limitCheck(instrument, { id: `abm-${id.toLowerCase()}`, article: id, finding: 'not applicable', reasons: ['The scenario has no interceptors.'] }));
  }
  const based = (wanted: string) => (layer: LayerPlan): boolean => basingOf(file, layer, catalogue) === wanted;
  const onLand = (layer: LayerPlan): layer is GroundLayerPlan => layer.kind === 'ground' && basingOf(file, layer, catalogue) === 'fixed';
  return [
    counted(instrument, sorted, { id: 'abm-iii-sites', article: 'III', unit: 'deployment areas', limit: file.limits?.sites_count?.value ?? 0, of: (some) => new Set(some.filter(onLand).map(({ site }) => site.name)).size, elements: (some) => some.filter(onLand), reasons: ['Fixed batteries on land, by the sites at which they stand.'] }),
    counted(instrument, sorted, { id: 'abm-iii-interceptors', article: 'III', unit: 'interceptors at fixed sites on land', limit: file.limits?.interceptors_count?.value ?? 0, of: (some) => some.filter(onLand).reduce((sum, layer) => sum + interceptors_count(layer), 0), elements: (some) => some.filter(onLand), reasons: ['The number holds for all interceptors and launchers of the one area; a scenario counts a round as one launcher.'] }),
    counted(instrument, sorted, { id: 'abm-iii-area', article: 'III', unit: 'interceptors outside the allowed areas', limit: 0, of: (some) => outside(instrument, some.filter(onLand)).reduce((sum, layer) => sum + interceptors_count(layer), 0), elements: (some) => outside(instrument, some.filter(onLand)), reasons: [`The area lies ${areasText(instrument)}; Cupola knows no other silo fields, so a site beside another one is counted as outside.`] }),
    ...(['space', 'sea', 'mobile'] as const).map((basing) => counted(instrument, sorted, { id: `abm-v-${basing}`, article: 'V', unit: `${BASING_WORDS[basing]} interceptors`, limit: 0, of: (some) => some.filter(based(basing)).reduce((sum, layer) => sum + interceptors_count(layer), 0), elements: (some) => some.filter(based(basing)), reasons: [`The article bans ABM systems and components that are ${BASING_WORDS[basing]}.`] })),
    limitCheck(instrument, { id: 'abm-v-air', article: 'V', value: 0, limit: 0, unit: 'air-based interceptors', finding: 'within', reasons: ['Cupola has no interceptors on aircraft.'] }),
    territorial(instrument, sorted),
  ];
}

const BASING_WORDS = { space: 'space-based', sea: 'sea-based', mobile: 'mobile land-based' } as const;

interface Counted {
  readonly id: string;
  readonly article: string;
  readonly unit: string;
  readonly limit: number;
  readonly of: (some: readonly LayerPlan[]) => number;
  readonly elements: (some: readonly LayerPlan[]) => readonly LayerPlan[];
  readonly reasons: readonly string[];
}

function counted(instrument: Instrument, { counted: { narrow, wide } }: Sorted, { id, article, unit, limit, of, elements, reasons }: Counted): LimitCheck {
  const find = (value: number): Finding => (value > limit ? 'over' : 'within'), few = of(narrow), many = of(wide);
  const byReading: ByReading[] = [{ reading: 'narrow', says: NARROW, value: few, finding: find(few) }, { reading: 'wide', says: WIDE, value: many, finding: find(many) }];
  const finding = together(find(few), find(many));
  return limitCheck(instrument, {
    id, article, unit, limit, value: finding === 'over' ? many : few, finding, byReading, elements: elements(wide).map(elementText),
    reasons: [...reasons, ...(finding === 'flag' ? [`It turns on what an ABM system is (Article II): ${few} by the narrow reading, ${many} by the wide one.`] : [])],
  });
}

/** Article I is about purpose, which no count settles. */
function territorial(instrument: Instrument, { counted: { narrow }, all }: Sorted): LimitCheck {
  return limitCheck(instrument, {
    id: 'abm-i', article: 'I', finding: 'flag', elements: all.map(elementText),
    reasons: [narrow.length === 0 ? 'No interceptor of the scenario is built against strategic missiles; by the wide reading the theatre interceptors may still form a defence of the territory.' : 'Whether these interceptors together are a defence of the territory of the country, or a base for one, is a question of purpose that no count settles.'],
  });
}

function areasText({ file }: Instrument): string {
  return (file.areas ?? []).map(({ title }) => title).join(' or ');
}

function outside({ file }: Instrument, layers: readonly GroundLayerPlan[]): GroundLayerPlan[] {
  const radius_m = toSi(file.limits?.areaRadius_km?.value ?? 0, 'km');
  return layers.filter(({ site }) => !(file.areas ?? []).some(({ lat_deg, lon_deg }) => distance_m(site.lat_rad, site.lon_rad, toSi(lat_deg.value, 'deg'), toSi(lon_deg.value, 'deg')) <= radius_m));
}

/** Which elements the treaty would not have allowed, by each reading; sites and numbers beyond the first allowed are told for all of them together. */
export function abmLimited({ file }: Instrument, { layers }: Plan, catalogue: Catalogue): AbmElement[] {
  const fixedOf = (some: readonly LayerPlan[]): GroundLayerPlan[] => some.filter((layer): layer is GroundLayerPlan => layer.kind === 'ground' && basingOf(file, layer, catalogue) === 'fixed');
  const against = (layer: LayerPlan, some: readonly LayerPlan[]): string[] => {
    if (!some.includes(layer)) return [];
    const basing = basingOf(file, layer, catalogue);
    if (basing !== 'fixed') return ['V'];
    const fixed = fixedOf(some), sites = new Set(fixed.map(({ site }) => site.name)).size, rounds = fixed.reduce((sum, each) => sum + interceptors_count(each), 0);
    return sites > (file.limits?.sites_count?.value ?? 0) || rounds > (file.limits?.interceptors_count?.value ?? 0) || outside({ name: '', asOf: '', file }, fixed).includes(layer as GroundLayerPlan) ? ['III'] : [];
  };
  const narrow = layers.filter((layer) => natureOf(file, layer) === 'strategic');
  return layers.map((layer) => ({ element: elementText(layer), interceptors_count: interceptors_count(layer), narrow: against(layer, narrow), wide: against(layer, layers) }));
}
