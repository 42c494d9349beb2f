/**
 * Several plans at one luck, run together so that no worker waits: what a judgement needs is planned first, run once, and read by
 * every row. Of each set a summary is kept, what got through run by run for paired differences, and the share that was stopped in boost.
 */
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Executor, ShardJob, StopSignal } from '../executor.js';
import { createOutcomeTable, phaseColumn, type OutcomeTable } from './outcome-table.js';
import { countedOf, summarise } from './reduce.js';
import type { Interval, Summary } from './summary.js';

export interface RunSet {
  readonly key: string;
  readonly plan: Plan;
  readonly planHash: string;
  readonly runs: number;
  /** Only fates are asked for. */
  readonly isOutcomeOnly?: boolean;
}

export interface RunSetAnswer {
  readonly summary: Summary;
  readonly launched: number;
  /** Share of the raid stopped in boost, a bus that still releases included. */
  readonly boost: Interval;
  readonly boostByRun: Float64Array;
}

const RUNS_PER_SHARD = 50;

/** Answers by key; a set whose plan cannot be run has none, and `onRefusal` is told why. */
export async function runSets(sets: readonly RunSet[], seed: number, executor: Executor, { onProgress, onRefusal, signal }: { onProgress?: (done: number, total: number) => void; onRefusal?: (key: string, reason: string) => void; signal?: StopSignal } = {}): Promise<Map<string, RunSetAnswer>> {
  const tables = new Map<string, Map<number, OutcomeTable>>(sets.map(({ key }) => [key, new Map()])), refused = new Set<string>();
  const keyOf = new Map<ShardJob, RunSet>(), jobs: ShardJob[] = [];
  for (const set of sets) {
    for (let from = 0; from < set.runs; from += RUNS_PER_SHARD) {
      const job: ShardJob = { plan: set.plan, planHash: set.planHash, seed, from, to: Math.min(from + RUNS_PER_SHARD, set.runs), mayRefuse: true, ...(set.isOutcomeOnly === true ? { isOutcomeOnly: true } : {}) };
      keyOf.set(job, set);
      jobs.push(job);
    }
  }
  const total = sets.reduce((sum, { runs }) => sum + runs, 0);
  let done = 0;
  await executor.run(jobs, (job, result) => {
    const set = keyOf.get(job);
    if (set === undefined) return;
    if (result.refusal === undefined) tables.get(set.key)?.set(job.from, createOutcomeTable(job.plan.layers.length, job.to - job.from, result.buffer));
    else if (!refused.has(set.key)) {
      refused.add(set.key);
      onRefusal?.(set.key, result.refusal);
    }
    onProgress?.((done += job.to - job.from), total);
  }, signal);
  return new Map(sets.filter(({ key }) => !refused.has(key)).map(({ key, plan, planHash }) => [key, answerOf(plan, planHash, seed, [...(tables.get(key) ?? [])].sort(([a], [b]) => a - b).map(([, table]) => table))]));
}

const NO_WORK = { rightHandSides: 0, candidates: 0, draws: 0 };

function answerOf(plan: Plan, planHash: string, seed: number, tables: readonly OutcomeTable[]): RunSetAnswer {
  const launched = lethalCount(plan.attacks), runs = tables.reduce((sum, { count }) => sum + count, 0), boostByRun = new Float64Array(runs);
  let row = 0;
  for (const table of tables) for (let i = 0; i < table.count; i++) boostByRun[row++] = (table[phaseColumn('boost')][i] + table[phaseColumn('postBoost')][i]) / launched;
  const { mean, low, high } = boundedMeanInterval(boostByRun, undefined);
  return { summary: summarise(countedOf(plan), planHash, seed, tables, NO_WORK), launched, boost: { mean, low, high }, boostByRun };
}
