/**
 * A lever: one thing of a shield that somebody could decide about, in steps that grow. Each step is a change of the scenario, written as
 * `path=value`, so that whoever reads of it can run it.
 */

import type { Catalogue } from '../../../scenario/catalogue.js';
import type { Plan } from '../../../scenario/plan/plan.js';

/** What must be decided: more of something, another place, sensors, a time, a rule of fire, an agreement. */
export const LEVER_KINDS = ['more', 'site', 'shell', 'sensor', 'delay', 'doctrine', 'partner'] as const;
export type LeverKind = (typeof LEVER_KINDS)[number];

/** Those that money does not buy: they have no price, which does not make them free. */
export const RULES: readonly LeverKind[] = ['delay', 'doctrine', 'partner'];

export interface LeverStep {
  /** As in `gbi: 88 interceptors`. */
  readonly says: string;
  readonly overrides: readonly string[];
}

export interface Lever {
  readonly id: string;
  readonly kind: LeverKind;
  readonly says: string;
  /** Smallest first; each about twice the one before. */
  readonly steps: readonly LeverStep[];
}

export interface LeverQuestion {
  readonly plan: Plan;
  readonly catalogue: Catalogue;
  /** Cities that are attacked and not protected, where a battery could stand, and from where each is attacked. */
  readonly attacked: readonly AttackedPlace[];
  /** Only these kinds; all where left out. */
  readonly kinds?: readonly LeverKind[];
}

export interface AttackedPlace {
  readonly place: string;
  /** Where what comes at it is launched, and whether it comes the long way round. */
  readonly from: string;
  readonly isLongWay: boolean;
}

/** Entries of the scenario's list: satellites of one entry share it. */
export const entriesOf = ({ sensors: list }: Plan): number => new Set(list.map(({ key }) => key.replace(/\/\d+$/, ''))).size;
