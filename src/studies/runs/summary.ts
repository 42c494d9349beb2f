/** What a Monte Carlo study answers. Shares are of missiles launched (planned, where launches are prevented); counts are missiles of one attack. */
import type { KillPhase } from '../../engine/record/kill-phase.js';
import type { FunnelStep } from '../../engine/record/layer-funnel.js';
import type { LeakCause } from '../../engine/record/record.js';
import type { BeforePlan } from '../../scenario/plan/plan.js';
import type { WorkCounts } from '../executor.js';
import type { CountryShortfall } from '../shortfall.js';

/** A mean with its 95 % interval over runs: simulation error only. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface LayerSummary {
  readonly name: string;
  /** Missiles shot at, missiles stopped, shots fired: means per run. */
  readonly engaged: number;
  readonly intercepted: number;
  readonly shots: number;
  /** What became of the objects at this layer (engine/record/layer-funnel.ts); `passedOn` is what it could have met and neither stopped nor had ended by others. */
  readonly funnel: Readonly<Record<FunnelStep | 'passedOn', number>>;
}

/** How much of what the raid is aimed at was protected, weighed by the people there. */
export interface ProtectionSummary {
  /** Share of the worth of all lethal objects that did not get through: mean over runs, and chance as percentiles of single attacks. */
  readonly share: Interval;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Share that lies in places which nothing reached. */
  readonly untouched: Interval;
  readonly weighedBy: 'population' | 'equal';
}

export interface Funnel {
  readonly launched: number;
  readonly failed: number;
  readonly detected: number;
  readonly tracked: number;
  readonly assigned: number;
  readonly shot: number;
  readonly killed: number;
  readonly leaked: number;
  /** Never launched, and stopped in flight without an interceptor, as the scenario states; left out where it states neither. */
  readonly prevented?: number;
  readonly disrupted?: number;
}

export interface Summary {
  /** What the scenario takes as stopped without an interceptor: an input that every answer names. */
  readonly before?: BeforePlan;
  readonly runs: number;
  readonly seed: number;
  readonly planHash: string;
  readonly recordHash: string;
  readonly leakage: Interval;
  readonly intercepted: Interval;
  /** Chance that nothing gets through; Clopper-Pearson. */
  readonly noLeaker: Interval;
  /** Missiles that get through in one attack: mean over runs, and chance as percentiles of single attacks. */
  readonly gotThrough: { readonly mean: number; readonly p5: number; readonly p50: number; readonly p95: number };
  readonly layers: readonly LayerSummary[];
  readonly funnel: Funnel;
  /** Objects stopped, by the part of their flight: means per run. */
  readonly killsByPhase: Readonly<Record<KillPhase, number>>;
  readonly protection: ProtectionSummary;
  readonly leakCauses: Readonly<Record<LeakCause, number>>;
  /** Medians over runs from the first launch; null if it never happened in half of the runs or more. */
  readonly warning: { readonly firstDetection_s: number | null; readonly confirmed_s: number | null };
  readonly work: WorkCounts;
  /** Where what was stopped in boost falls, by country, most first; left out where nobody asked, empty where nothing was stopped so. */
  readonly shortfall?: readonly CountryShortfall[];
  /** Missiles that got through, by run. */
  readonly leakedByRun: Uint16Array;
}
