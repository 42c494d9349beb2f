/**
 * All published estimates beside what the same assumptions give here. An estimate is its author's; ours is told beside it, and neither
 * is called right. A cell that no source gives is null.
 */
import { completeCard, completeGiven, type Given } from '../../scenario/cards/card.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import { answerCost, type PriceIndex } from './cost-answer.js';
import { type NoCost, spaceLayerCost } from './layer-cost.js';
import { lackingOf } from './lacking.js';
import { type CostNumber, type CostPreset, costingOf, findPreset, type Mark, valuesOf, withNumbers } from './preset.js';

type EstimateFile = Extract<KindFile<'costs'>, { model: 'estimates' }>;

export interface Estimate {
  readonly id: string;
  readonly author: string;
  /** As it is cited, when it came out, and where it was seen. */
  readonly work: string;
  readonly published: string;
  readonly pages: readonly string[];
  readonly scope: string;
  readonly caveat: string;
  readonly priceYear: number | null;
  /** What the source gave; a range where it gave one. */
  readonly total: Given | null;
  readonly satellites: Given | null;
  readonly missiles: Given | null;
  /** As given, or satellites over missiles where both are single numbers; null where neither is known. */
  readonly perMissile: Given | null;
  readonly mark: Mark;
  /** Which of its numbers the mark is about. */
  readonly marked: 'total_usd' | 'satellites_count' | 'perMissile' | null;
  /** Key of the one parameter that was fitted. */
  readonly calibrated: string | null;
  readonly why: string;
  /** What prices it here; null where nothing does. */
  readonly preset: CostPreset | null;
  readonly ours: { readonly total_usd: number; readonly satellites_count: number; readonly perMissile: number | null; readonly mass_kg: number | null } | null;
  /** Ours over theirs, less one, of the number that is marked; null where the source gave none or a range. */
  readonly error: number | null;
}

export function readEstimates(catalogue: Catalogue): Estimate[] {
  return Object.values(catalogue.kinds.costs).flatMap((file) => (file.model === 'estimates' ? file.items.map((item) => readEstimate(item, file, catalogue)) : []));
}

function readEstimate(item: EstimateFile['items'][number], { source }: EstimateFile, catalogue: Catalogue): Estimate {
  const given = (raw: typeof item.total_usd): Given | null => (raw === undefined ? null : completeGiven(raw, source));
  const preset = item.preset === undefined ? null : presetWith(item.preset, item.set ?? [], catalogue);
  const total = given(item.total_usd), satellites = given(item.satellites_count), missiles = given(item.missiles_count), perMissile = given(item.perMissile) ?? quotient(satellites, missiles);
  const ours = preset === null ? null : oursOf(preset, missiles), marked = item.marked ?? null;
  const theirs = marked === null ? null : { total_usd: total, satellites_count: satellites, perMissile }[marked], value = ours === null || marked === null ? null : ours[marked];
  return {
    id: item.id, author: item.author, work: item.work, published: item.published, pages: item.pages, scope: item.scope, caveat: item.caveat ?? '', priceYear: item.priceYear === undefined ? null : Number(item.priceYear),
    total, satellites, missiles, perMissile, mark: item.mark, marked, calibrated: item.calibrated ?? null, why: item.why, preset, ours,
    error: value === null || theirs === null || theirs.value === null ? null : value / theirs.value - 1,
  };
}

/** Theirs by theirs: arithmetic, and told as such. */
function quotient(satellites: Given | null, missiles: Given | null): Given | null {
  if (satellites === null || satellites.value === null || missiles === null || missiles.value === null || satellites.low !== null || missiles.low !== null) return null;
  return { ...satellites, value: satellites.value / missiles.value, where: `${satellites.where}; over ${missiles.where}`, standing: 'derived' };
}

/** A preset of the catalogue with changes as `key=number`. Throws on what the data may not hold. */
function presetWith(name: string, changes: readonly string[], catalogue: Catalogue): CostPreset {
  const preset = findPreset(catalogue, name);
  if (preset === undefined) throw new Error(`data/costs: estimate with preset '${name}', which does not exist`);
  return changes.length === 0 ? preset : withNumbers(preset, Object.fromEntries(changes.map((change) => [change.split('=')[0] ?? '', Number(change.split('=')[1])])));
}

function oursOf(preset: CostPreset, missiles: Given | null): Estimate['ours'] {
  const cost = priced(preset, preset.name, { [preset.priceYear]: NO_CARD }, preset.priceYear);
  if (typeof cost === 'string') throw new Error(`data/costs/${preset.name}: ${cost}`);
  const [layer] = cost.layers, satellites_count = layer?.satellites_count ?? 0, raid = missiles?.value ?? null;
  return { total_usd: cost.atValues_usd, satellites_count, perMissile: raid === null ? null : satellites_count / raid, mass_kg: layer?.mass_kg ?? null };
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
