/**
 * All published estimates beside what the same assumptions give here. An estimate is its author's; ours is told beside it, and neither
 * is called right. A cell that no source gives is null.
 */
import { type Card, completeCard } from '../../scenario/card.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { KindFile } from '../../scenario/kinds.js';
import { answerCost, type PriceIndex } from './cost-answer.js';
import { type NoCost, spaceLayerCost } from './layer-cost.js';
import { lackingOf } from './lacking.js';
import { type CostNumber, type CostPreset, costingOf, findPreset, type Mark, valuesOf, withNumbers } from './preset.js';

type EstimateFile = Extract<KindFile<'costs'>, { model: 'estimates' }>;

export interface Estimate {
  readonly id: string;
  readonly author: string;
  readonly published: string;
  readonly about: string;
  readonly priceYear: number | null;
  readonly total: Card | null;
  readonly satellites: Card | null;
  readonly missiles: Card | null;
  readonly mark: Mark;
  /** Key of the one parameter that was fitted. */
  readonly calibrated: string | null;
  readonly why: string;
  /** What prices it here; null where nothing does. */
  readonly preset: CostPreset | null;
  readonly ours: { readonly total_usd: number; readonly satellites_count: number; readonly mass_kg: number | null } | null;
  /** Ours over theirs, less one. */
  readonly error: number | null;
}

export function readEstimates(catalogue: Catalogue): Estimate[] {
  return Object.values(catalogue.kinds.costs).flatMap((file) => (file.model === 'estimates' ? file.items.map((item) => readEstimate(item, file, catalogue)) : []));
}

function readEstimate(item: EstimateFile['items'][number], { source }: EstimateFile, catalogue: Catalogue): Estimate {
  const card = (raw: typeof item.total_usd): Card | null => (raw === undefined ? null : completeCard(raw, source));
  const preset = item.preset === undefined ? null : presetWith(item.preset, item.set ?? [], catalogue);
  const ours = preset === null ? null : oursOf(preset), total = card(item.total_usd);
  return {
    id: item.id, author: item.author, published: item.published, about: item.about, priceYear: item.priceYear === undefined ? null : Number(item.priceYear),
    total, satellites: card(item.satellites_count), missiles: card(item.missiles_count), mark: item.mark, calibrated: item.calibrated ?? null, why: item.why, preset, ours,
    error: ours === null || total === null ? null : ours.total_usd / total.value - 1,
  };
}

/** A preset of the catalogue with changes as `key=number`. Throws on what the data may not hold. */
function presetWith(name: string, changes: readonly string[], catalogue: Catalogue): CostPreset {
  const preset = findPreset(catalogue, name);
  if (preset === undefined) throw new Error(`data/costs: estimate with preset '${name}', which does not exist`);
  return changes.length === 0 ? preset : withNumbers(preset, Object.fromEntries(changes.map((change) => [change.split('=')[0] ?? '', Number(change.split('=')[1])])));
}

function oursOf(preset: CostPreset): Estimate['ours'] {
  const cost = priced(preset, preset.name, { [preset.priceYear]: NO_CARD }, preset.priceYear);
  if (typeof cost === 'string') throw new Error(`data/costs/${preset.name}: ${cost}`);
  const [layer] = cost.layers;
  return { total_usd: cost.atValues_usd, satellites_count: layer?.satellites_count ?? 0, mass_kg: layer?.mass_kg ?? null };
}

const NO_CARD: CostNumber = { key: '', value: 1, low: null, high: null, source: '', where: '', standing: 'derived', seen: '', asOf: '', url: '' };

/** Cost of one preset as a layer of its own. */
export function priced(preset: CostPreset, name: string, index: PriceIndex, priceYear: number): ReturnType<typeof answerCost> {
  return answerCost({ layers: [layerOf(preset, name)], priceYear, index });
}

export function layerOf(preset: CostPreset, name: string): Parameters<typeof answerCost>[0]['layers'][number] {
  return {
    name, owner: preset.name, title: preset.title, mark: preset.mark, calibrated: preset.calibrated, priceYear: preset.priceYear, numbers: preset.numbers, lacking: lackingOf(valuesOf(preset.numbers), preset.replacement),
    cost: (values): ReturnType<typeof spaceLayerCost> | NoCost => {
      const costing = costingOf(preset, values);
      return typeof costing === 'string' ? costing : spaceLayerCost(costing);
    },
  };
}

/** The price index of the catalogue by year. */
export function priceIndexOf(catalogue: Catalogue): PriceIndex {
  for (const file of Object.values(catalogue.kinds.costs)) {
    if (file.model === 'deflators') return Object.fromEntries(Object.entries(file.index).map(([year, raw]) => [year, { key: year, ...completeCard(raw, file.source) }]));
  }
  return {};
}
