/**
 * One element of a shield with what prices it: interceptors in orbit, a battery, a system of sensors, command. All are priced by one
 * engine; they differ in which cards they have and in how many of what the scenario asks for.
 */
import type { ELEMENT_KINDS } from '../../scenario/cards/cost-file.js';
import type { Lacking } from './lacking.js';
import { type LayerCost, type LearningForm, type NoCost, type Replacement, type SpaceCosting, spaceLayerCost } from './layer-cost.js';
import type { CostNumber, Mark, Values } from './preset.js';

/** What an element is, in the words of the field. */
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** Cards of one owner move together in all layers. */
export interface PricedLayer {
  readonly name: string;
  readonly kind: ElementKind;
  /** Of the cards, as in `aei-2025`. */
  readonly owner: string;
  readonly priceYear: number;
  readonly numbers: readonly CostNumber[];
  /** Of the preset or the site, as people call it. */
  readonly title: string;
  readonly mark: Mark | null;
  readonly calibrated: string | null;
  readonly lacking: readonly Lacking[];
  /** Units that stand and are paid for, sites among them: told in words; empty where all is new. */
  readonly standing: string;
  /** Nation whose element it is, or that has said it pays for it; empty for the one that leads. */
  readonly payer: string;
  /** What has no price although it would have to be bought or run; empty where all has. */
  readonly noPriceFor: readonly string[];
  readonly includes: readonly string[];
  readonly leavesOut: readonly string[];
  /** Money to be spent. */
  cost(values: Values): LayerCost | NoCost;
  /** The same as though nothing of it stood; left out where nothing does. */
  costAsNew?(values: Values): LayerCost | NoCost;
}

const ALONE: { readonly replacement: Replacement; readonly learning: LearningForm } = { replacement: 'prorated', learning: 'sum' };

/** Of what is neither launched by weight nor built on a learning curve of its own. */
export function plainCost(costing: Pick<SpaceCosting, 'satellites_count' | 'existing_count' | 'sites_usd' | 'years_y' | 'life_y' | 'development_usd' | 'firstUnit_usd' | 'operationsPerYear_usd'>): LayerCost | NoCost {
  const cost = spaceLayerCost({ ...ALONE, ...costing });
  return typeof cost === 'string' ? cost : { ...cost, notCosted: [] };
}
