/** What compiling a scenario gives: the plan, and what a reader must know about its numbers. */
import type { Plan } from '../plan/plan.js';
import type { Problem } from '../text/problem.js';

/** Where a number comes from, as its card says. */
export interface NumberSource {
  readonly source: string;
  readonly where: string;
  readonly standing: 'published' | 'derived' | 'assumed';
  readonly seen: 'primary' | 'secondary' | 'recalled' | '';
  readonly asOf: string;
  readonly url: string;
}

/** One number of the plan with its card, in the card's own unit (the suffix of `path`). */
export interface UsedNumber extends NumberSource {
  /** Path in the scenario by which `--set` changes it, as in `interceptors[0].interceptor.speed_kmps`. */
  readonly path: string;
  /** Further paths at which the same card is used with the same value, as by the second battery of one interceptor. */
  readonly alsoAt?: readonly string[];
  /** The card it comes from, as in `interceptors/gbi#payload_kg`: numbers of one card are one thing not known. */
  readonly card?: string;
  /** The card in words, as in `Ground-based interceptor: payload`. */
  readonly label?: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** True for counts: between `low` and `high` only whole numbers make sense. */
  readonly isWhole?: boolean;
}

/** Where a text names something, for problems that are only found after compiling. */
export interface TextPlace {
  readonly file: string;
  readonly path: string;
  readonly line: number;
}

/** Where a target is named, and the places of the way to it; without `route` where there are none. */
export interface TargetPlace extends TextPlace {
  readonly route?: readonly TextPlace[];
}

export interface CompiledScenario {
  readonly title: string;
  readonly plan: Plan;
  readonly planHash: string;
  /** Every number the plan uses; the assumed ones are those whose standing is `assumed`. */
  readonly numbers: readonly UsedNumber[];
  readonly warnings: readonly Problem[];
  /** For each attack and each of its targets, where the scenario names the target. */
  readonly targetPlaces?: readonly (readonly TargetPlace[])[];
}

export type CompileResult = { readonly ok: true; readonly compiled: CompiledScenario } | { readonly ok: false; readonly problems: readonly Problem[] };
