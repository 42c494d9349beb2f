/**
 * Where shards are run. The study says what to run and merges in run order; whoever implements this decides on which
 * threads or machines. A shard's result depends only on its job, never on who ran it or when.
 */
import type { Plan } from '../scenario/plan/plan.js';

export interface ShardJob {
  readonly plan: Plan;
  readonly planHash: string;
  readonly seed: number;
  /** First run of the shard and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** The plan was made by a study and nobody has checked it: a target out of reach is then an answer, not a failure. */
  readonly mayRefuse?: boolean;
  /** Only fates are asked for: funnels and protection are not worked out, and their columns stay 0. */
  readonly isOutcomeOnly?: boolean;
  /** Tell where what is stopped in boost falls. */
  readonly tellsFalls?: boolean;
}

/** Columns over the runs of a shard, in run order; `buffer` holds them all and may be transferred. */
export interface ShardResult {
  readonly from: number;
  readonly to: number;
  readonly buffer: ArrayBuffer;
  /** Work done: right-hand sides, candidates looked at, luck drawn. Asserted by tests instead of clocks. */
  readonly work: WorkCounts;
  /** Why the plan cannot be run, of jobs that may be refused; `buffer` is then empty. */
  readonly refusal?: string;
  /** Where what was stopped in boost falls (`noteFalls`), and how many of these numbers are of each run. */
  readonly falls?: { readonly numbers: Float64Array; readonly perRun: Int32Array };
}

export interface WorkCounts {
  readonly rightHandSides: number;
  readonly candidates: number;
  readonly draws: number;
}

export interface Executor {
  readonly workers: number;
  /** Runs all jobs; calls `onResult` as each ends, in any order. Rejects on the first failure or when aborted. */
  run(jobs: readonly ShardJob[], onResult: (job: ShardJob, result: ShardResult) => void, signal?: StopSignal): Promise<void>;
}

/** The part of AbortSignal that studies need; declared here because the pure floors know no DOM or Node types. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
