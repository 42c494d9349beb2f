/**
 * What a scenario's shield costs over its years: every element that it has, priced from cards. What stands today is paid for and left
 * out unless asked; it still has to be run and renewed. The answer says what it holds, what it leaves out and what has no price.
 */
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { answerCost, type CostAnswer, type CostedLayer } from './cost-answer.js';
import { type Announced, byFiscalYear, type FiscalYearSpend, readAnnounced, type Schedule, scheduleCards } from './fiscal-years.js';
import type { NoCost } from './layer-cost.js';
import type { MarginalCost } from './marginal.js';
import { priceIndexOf } from './price-index.js';
import { type CostPreset, findPreset, presetNames } from './preset.js';
import type { ElementKind, PricedLayer } from './priced-layer.js';
import { type PricedShield, priceShield } from './shield.js';

/** That prices the satellites where none is named. */
export const DEFAULT_COST_PRESET = 'cupola-2026';

export interface PlanCostQuestion {
  readonly plan: Pick<Plan, 'layers' | 'sensors'>;
  readonly catalogue: Catalogue;
  /** That prices interceptors in orbit; by name, or with numbers of one's own. */
  readonly preset?: CostPreset | string;
  /** Dollars of this year; those of the preset where left out. */
  readonly priceYear?: number | undefined;
  /** Warheads stopped in one attack, on average. */
  readonly stopped?: number | undefined;
  readonly seed?: number;
  /** As though nothing stood yet. */
  readonly asNew?: boolean;
  readonly schedule?: Partial<Schedule>;
}

export interface CostScope {
  /** Element by element, with what of it is paid for. */
  readonly includes: readonly string[];
  readonly leavesOut: readonly string[];
  /** Of the elements that are priced. */
  readonly kinds: readonly ElementKind[];
}

export interface ScenarioCost extends CostAnswer {
  readonly preset: CostPreset;
  readonly isComplete: boolean;
  readonly scope: CostScope;
  readonly fiscalYears: readonly FiscalYearSpend[];
  readonly schedule: Schedule;
  readonly announced: readonly Announced[];
  /** What stands would cost this much to buy now, as far as cards say; not in the total. */
  readonly sunk_usd: number;
  readonly sunkUnknown: readonly string[];
  /** Of the total at values, by nation whose elements they are or that has said it pays; the one that leads is ''. */
  readonly payers: readonly { readonly nation: string; readonly total_usd: number }[];
  /** Left empty here: it takes runs (marginal.ts). */
  readonly marginal: readonly MarginalCost[];
  readonly shield: PricedShield;
  readonly stopped: number | null;
}

export function costOfPlan({ plan, catalogue, preset: wanted = DEFAULT_COST_PRESET, priceYear, stopped, seed = 1, asNew = false, schedule: set = {} }: PlanCostQuestion): ScenarioCost | NoCost {
  const preset = typeof wanted === 'string' ? findPreset(catalogue, wanted) : wanted;
  if (preset === undefined) return `no cost preset '${typeof wanted === 'string' ? wanted : ''}'; known: ${presetNames(catalogue).join(', ')}`;
  const cards = scheduleCards(catalogue), announced = readAnnounced(catalogue);
  const schedule: Schedule = { existsBy: set.existsBy ?? cards.existsBy.value, serviceFrom: set.serviceFrom ?? cards.serviceFrom.value, build_y: set.build_y ?? cards.build_y.value };
  const shield = priceShield({ plan, preset, catalogue, existsBy: schedule.existsBy });
  const layers = asNew ? shield.layers.map(asThoughNew) : shield.layers;
  const answer = answerCost({ layers, notPriced: shield.notPriced, priceYear: priceYear ?? preset.priceYear, index: priceIndexOf(catalogue), stopped, seed });
  if (typeof answer === 'string') return answer;
  return {
    ...answer, preset, schedule, announced, isComplete: answer.incomplete.length === 0, scope: scopeOf(answer, shield, cards.leavesOut), fiscalYears: byFiscalYear(answer.years, schedule, announced),
    sunk_usd: answer.layers.reduce((sum, layer) => sum + (layer.sunk_usd ?? 0), 0), sunkUnknown: answer.layers.filter(({ sunk_usd }) => sunk_usd === null).map(({ name }) => name),
    payers: payersOf(answer.layers), marginal: [], shield, stopped: stopped ?? null,
  };
}

/** Without the price of a new one it is incomplete: what stands is then not nothing. */
function asThoughNew(layer: PricedLayer): PricedLayer {
  if (layer.standing === '') return layer;
  const { costAsNew, ...rest } = layer;
  return costAsNew === undefined ? { ...rest, noPriceFor: [...rest.noPriceFor, 'acquisition'] } : { ...rest, standing: '', cost: costAsNew };
}

function scopeOf({ layers, incomplete }: CostAnswer, { withBatteries }: PricedShield, always: readonly string[]): CostScope {
  const standing = layers.filter((layer) => layer.standing !== '').map((layer) => `${layer.standing}: paid for`);
  return {
    includes: [...layers.map(({ name, includes, payer }) => `${name}${payer === '' ? '' : ` (${payer})`}: ${includes.join(', ')}`), ...withBatteries.map((name) => `${name}: within the price of the battery`)],
    leavesOut: [...new Set([...incomplete.map(incompleteWords), ...standing, ...layers.flatMap(({ leavesOut, title }) => leavesOut.map((words) => `${title}: ${words}`)), ...always])],
    kinds: [...new Set(layers.map(({ kind }) => kind))],
  };
}

/** As in `launches of space layer`. */
export const unpricedWords = ({ element, what }: { readonly element: string; readonly what: string }): string => (what === 'everything' ? element : `${what} of ${element}`);
export const incompleteWords = (unpriced: Parameters<typeof unpricedWords>[0]): string => `no price for ${unpricedWords(unpriced)}`;

function payersOf(layers: readonly CostedLayer[]): ScenarioCost['payers'] {
  const sums = new Map<string, number>();
  for (const { payer, total_usd } of layers) sums.set(payer, (sums.get(payer) ?? 0) + total_usd);
  return [...sums].map(([nation, total_usd]) => ({ nation, total_usd }));
}
