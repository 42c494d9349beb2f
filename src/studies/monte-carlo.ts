/**
 * Many runs of one plan: shards go to an executor, come back in any order and are merged in run order, so the answer does
 * not depend on who ran what. With `width` the study stops once the interval of leakage is narrow enough, judged only on
 * whole prefixes at fixed checkpoints; the confidence is shared out over the looks (Bonferroni), so looking again is valid.
 */
import type { CompiledScenario } from '../scenario/compiled.js';
import type { Executor, ShardJob, StopSignal, WorkCounts } from './executor.js';
import { createOutcomeTable } from './outcome-table.js';
import type { OutcomeTable } from './outcome-table.js';
import { summarise } from './reduce.js';
import type { Summary } from './summary.js';

export interface StudyOptions {
  readonly runs: number;
  readonly seed: number;
  /** Full width of the 95 % interval of leakage at which to stop; `runs` is then the most. */
  readonly width?: number;
}

export interface StudyProgress {
  readonly done: number;
  readonly total: number;
  /** Summary of the longest finished prefix, made only when asked for; null before the first shard of the prefix ended. */
  interim(): Summary | null;
}

/** Shards are small enough to spread evenly and to show progress, large enough that messages cost nothing. */
const RUNS_PER_SHARD = 100;
const FIRST_LOOK = 200;

export async function runStudy(compiled: Pick<CompiledScenario, 'plan' | 'planHash'>, options: StudyOptions, executor: Executor, onProgress?: (progress: StudyProgress) => void, signal?: StopSignal): Promise<Summary> {
  const { plan, planHash } = compiled, { seed } = options;
  const looks = options.width === undefined ? [options.runs] : checkpoints(options.runs);
  const confidence = 1 - 0.05 / looks.length;
  const finished = new Map<number, OutcomeTable>();
  let work: WorkCounts = { rightHandSides: 0, candidates: 0, draws: 0 };
  let done = 0, from = 0;

  const prefix = (): OutcomeTable[] => {
    const tables: OutcomeTable[] = [];
    for (let next = 0, table = finished.get(0); table !== undefined; table = finished.get(next)) {
      tables.push(table);
      next += table.count;
    }
    return tables;
  };
  const summary = (): Summary => summarise(plan, planHash, seed, prefix(), work, confidence);

  for (const look of looks) {
    await executor.run(shards(plan, planHash, seed, from, look), (job, result) => {
      finished.set(job.from, createOutcomeTable(plan.layers.length, job.to - job.from, result.buffer));
      work = {
        rightHandSides: work.rightHandSides + result.work.rightHandSides, candidates: work.candidates + result.work.candidates, draws: work.draws + result.work.draws,
      };
      done += job.to - job.from;
      onProgress?.({ done, total: options.runs, interim: () => (finished.has(0) ? summary() : null) });
    }, signal);
    from = look;
    if (options.width === undefined || signal?.aborted) continue;
    const { leakage } = summary();
    if (leakage.high - leakage.low <= options.width) break;
  }
  return summary();
}

function shards(plan: CompiledScenario['plan'], planHash: string, seed: number, from: number, to: number): ShardJob[] {
  const jobs: ShardJob[] = [];
  for (let start = from; start < to; start += RUNS_PER_SHARD) jobs.push({ plan, planHash, seed, from: start, to: Math.min(start + RUNS_PER_SHARD, to) });
  return jobs;
}

/** Numbers of runs at which the width is judged: doubling from the first look to the most allowed. */
export function checkpoints(runs: number): number[] {
  const looks: number[] = [];
  for (let look = FIRST_LOOK; look < runs; look *= 2) looks.push(look);
  looks.push(runs);
  return looks;
}
