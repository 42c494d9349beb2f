/** What the page and its workers say to each other. Everything is plain data; shard results transfer their buffer. */
import type { Replay } from '../../engine/record/record.js';
import type { CompileResult } from '../../scenario/compile/compiled.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import type { ShardJob, ShardResult } from '../../studies/executor.js';

export interface CompileJob {
  readonly text: string;
  readonly fileName: string;
  /** The catalogue as fetched; sent with the first job only, the worker keeps it. */
  readonly catalogue?: unknown;
  readonly overrides: readonly string[];
  /** Flies the missiles to see whether they reach their targets, as the commands do before they run anything. */
  readonly mustReach: boolean;
}

export interface ReplayJob {
  readonly plan: Plan;
  readonly planHash: string;
  readonly seed: number;
  readonly run: number;
}

/** What would have stopped one object that got through in a run. */
export interface ChangeJob extends ReplayJob {
  /** Key of the object. */
  readonly key: string;
}

/** A scenario's text with changes made in it. */
export interface PrintJob {
  readonly text: string;
  readonly overrides: readonly string[];
}

/** Kind of job, what it takes and what it gives. */
export interface Jobs {
  readonly compile: { readonly input: CompileJob; readonly output: CompileResult };
  readonly shard: { readonly input: ShardJob; readonly output: ShardResult };
  readonly print: { readonly input: PrintJob; readonly output: string };
  readonly change: { readonly input: ChangeJob; readonly output: ChangeAnswer };
  readonly replay: { readonly input: ReplayJob; readonly output: Replay };
}

export type JobKind = keyof Jobs;
export type JobRequest = { readonly [K in JobKind]: { readonly id: number; readonly kind: K; readonly input: Jobs[K]['input'] } }[JobKind];
export type JobReply =
  | { readonly id: number; readonly ok: true; readonly output: Jobs[JobKind]['output'] }
  | { readonly id: number; readonly ok: false; readonly message: string };
