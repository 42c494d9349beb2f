/** The answer of `cupola cost` as JSON. */
import { priceSentence } from '../../figures/price/price-words.js';
import { besidePublished } from '../../policy/cost/beside-published.js';
import type { CostAnswer } from '../../policy/cost/cost-answer.js';
import type { Estimate } from '../../policy/cost/estimates.js';
import type { CostNumber, CostPreset } from '../../policy/cost/preset.js';
import type { PriceIndex } from '../../policy/cost/price-index.js';
import { incompleteWords, type ScenarioCost } from '../../policy/cost/scenario-cost.js';

export interface ToldCost {
  readonly answer: CostAnswer;
  readonly preset: CostPreset;
  readonly stopped: number | undefined;
  readonly runs: number;
  readonly used: readonly (CostNumber & { readonly preset: string })[];
  /** By which a number of the preset is given. */
  readonly setFlag: string;
}

export function costDocument({ answer, preset, stopped, runs, used }: ToldCost): Record<string, unknown> {
  const { total_usd, atValues_usd, priceYear, incomplete, perWarheadStopped_usd, ranged_count, draws, impossible_count } = answer;
  return {
    total_usd, atValues_usd, priceYear, isComplete: incomplete.length === 0, incomplete: incomplete.map((each) => ({ ...each, words: `incomplete: ${incompleteWords(each)}` })), preset: preset.name, note: preset.note, mark: preset.mark, calibrated: preset.calibrated,
    layers: answer.layers.map(({ satellites_count, built_count, launches_count = null, mass_kg = null, years: _years, ...layer }) => ({ ...layer, count: satellites_count, built: built_count, launches: launches_count, mass_kg })),
    years: answer.years, perWarheadStopped_usd, stopped: stopped ?? null, runs, notPriced: incomplete.filter(({ what }) => what === 'everything').map(({ element }) => element),
    notKnown: { low: 'p5', high: 'p95', cards: ranged_count, draws, impossible: impossible_count },
    numbers: used,
  };
}

export function scenarioDocument(answer: ScenarioCost, estimates: readonly Estimate[], index: PriceIndex): Record<string, unknown> {
  const { scope, fiscalYears, schedule, announced, sunk_usd, sunkUnknown, payers, marginal } = answer;
  return { sentence: priceSentence(answer), scope, fiscalYears, schedule, announced, sunk_usd, sunkUnknown, payers, marginal, published: besidePublished(answer, estimates, index) };
}
