/**
 * All published estimates beside what the same assumptions give here. An estimate is its author's; ours is told beside it, and neither
 * is called right. A cell that no source gives is null.
 */
import { completeGiven, type Given } from '../../scenario/cards/card.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import { type CostPreset, costingOf, findPreset, type Mark, valuesOf, withNumbers } from './preset.js';
import { spaceLayerCost } from './layer-cost.js';
import type { ElementKind } from './priced-layer.js';

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
  /** What its price covers and leaves out, and where that is from; both empty where no page says. */
  readonly includes: readonly string[];
  readonly leavesOut: readonly string[];
  readonly scopeFrom: string;
  /** Kinds of elements that its price covers; null where no page says. */
  readonly covers: readonly ElementKind[] | null;
  /** Null where there is no price or its year is not stated. */
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
    id: item.id, author: item.author, work: item.work, published: item.published, pages: item.pages, scope: item.scope, caveat: item.caveat ?? '', includes: item.includes, leavesOut: item.leavesOut, scopeFrom: item.scopeFrom, covers: item.covers ?? null,
    priceYear: item.priceYear === undefined || item.priceYear === 'not stated' ? null : Number(item.priceYear),
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

/** In the preset's own dollars. */
function oursOf(preset: CostPreset, missiles: Given | null): Estimate['ours'] {
  const costing = costingOf(preset, valuesOf(preset.numbers)), cost = typeof costing === 'string' ? costing : spaceLayerCost(costing);
  if (typeof cost === 'string') throw new Error(`data/costs/${preset.name}: ${cost}`);
  const { total_usd, satellites_count, mass_kg = null } = cost, raid = missiles?.value ?? null;
  return { total_usd, satellites_count, perMissile: raid === null ? null : satellites_count / raid, mass_kg };
}
