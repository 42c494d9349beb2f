/** What the shield costs, as a row needs it. */
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { costOfPlan, unpricedWords } from '../cost/scenario-cost.js';
import type { PriceEvidence } from './evidence.js';

/** A text where the cards give no price at all. */
export function gatherPrice(plan: Plan, catalogue: Catalogue, stopped: number, seed: number): PriceEvidence | string {
  const cost = costOfPlan({ plan, catalogue, stopped, seed });
  if (typeof cost === 'string') return cost;
  const incomplete = cost.incomplete.map(unpricedWords);
  if (cost.total_usd === null) return `incomplete: no price for ${incomplete.join(', ')}`;
  return {
    total_usd: cost.total_usd, priceYear: cost.priceYear, preset: cost.preset.name, incomplete,
    perYear: cost.fiscalYears.map(({ fiscalYear, spend_usd, announced_usd }) => ({ year: fiscalYear, spend_usd, announced_usd })),
  };
}
