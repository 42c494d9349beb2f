/** Between the page and the worker that prices. */
import type { BesidePublished } from '../../policy/cost/beside-published.js';
import type { ScenarioCost } from '../../policy/cost/scenario-cost.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Settings } from './settings.js';

export interface PriceRequest {
  readonly id: number;
  readonly plan: Pick<Plan, 'layers' | 'sensors'>;
  readonly settings: Settings;
  /** With the first request. */
  readonly catalogue?: Catalogue;
}

/** What prices each layer holds functions and stays in the worker. */
export type ToldPrice = Omit<ScenarioCost, 'shield'>;

export interface Priced {
  readonly cost: ToldPrice;
  readonly published: readonly BesidePublished[];
  /** Presets by name with their titles. */
  readonly presets: readonly (readonly [string, string])[];
  readonly settings: Settings;
}

export type PriceReply = { readonly id: number } & ({ readonly priced: Priced } | { readonly none: string });
