/** What the picture and the worker of its coverage say to each other. */
import type { MovingSensor } from '../../engine/record/record.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { CoverageShades } from './coverage-cells.js';

export type CoverageRequest =
  /** The plan and the satellites of the attack shown; before anything is asked. */
  | { readonly kind: 'attack'; readonly plan: Plan; readonly movingSensors: readonly MovingSensor[] }
  | { readonly kind: 'now'; readonly id: number; readonly t_s: number }
  | { readonly kind: 'day'; readonly id: number };

export interface CoverageReply {
  readonly id: number;
  readonly shades: CoverageShades | null;
  /** What is looked for, as in `A burning solid-icbm at 50 km`; or why there is no coverage. */
  readonly words: string;
}
