/**
 * Many runs of one plan: shards go to an executor, come back in any order and are counted up in run order, so the answer
 * does not depend on who ran what. A shard waits only until all before it are in, then its rows are dropped. With `width`
 * the study stops once the interval of leakage is narrow enough, by the rule of `stopping.ts`.
 */
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Territory } from '../../scenario/plan/plan.js';
import type { Executor, ShardJob, StopSignal, WorkCounts } from '../executor.js';
import { createOutcomeTable } from './outcome-table.js';
import type { OutcomeTable } from './outcome-table.js';
import { countedOf, createReduction } from './reduce.js';
import { createShortfallTally } from '../shortfall.js';
import { stoppingRule } from './stopping.js';
import type { Summary } from './summary.js';

export interface StudyOptions {
  readonly runs: number;
  readonly seed: number;
  /** Full width of the 95 % interval of leakage at which to stop; `runs` is then the most. */
  readonly width?: number;
  /** Outlines of all countries, to tell on which of them falls what is stopped in boost. */
  readonly outlines?: readonly Territory[];
}

export interface StudyProgress {
  readonly done: number;
  readonly total: number;
  /** Summary of the longest finished prefix, made only when asked for; null before the first shard of the prefix ended. */
  interim(): Summary | null;
}

/** Shards are small enough to spread evenly and to show progress, large enough that messages cost nothing. */
const RUNS_PER_SHARD = 100;

export async function runStudy(compiled: Pick<CompiledScenario, 'plan' | 'planHash'>, options: StudyOptions, executor: Executor, onProgress?: (progress: StudyProgress) => void, signal?: StopSignal): Promise<Summary> {
  const { plan, planHash } = compiled, { seed } = options;
  const { looks, confidence, isEnough } = stoppingRule(options.runs, options.width);
  const reduction = createReduction(countedOf(plan), planHash, seed);
  /** Finished shards that wait for one before them, by first run. */
  const waiting = new Map<number, OutcomeTable>();
  const tally = options.outlines === undefined ? undefined : createShortfallTally(options.outlines, countedOf(plan).launched);
  let work: WorkCounts = { rightHandSides: 0, candidates: 0, draws: 0 };
  let done = 0, from = 0;

  const takeIn = (): void => {
    for (let table = waiting.get(reduction.runs); table !== undefined; table = waiting.get(reduction.runs)) {
      waiting.delete(reduction.runs);
      reduction.add(table);
    }
  };
  const summary = (): Summary => ({ ...reduction.summary(work, confidence), ...(tally === undefined ? {} : { shortfall: tally.rows(confidence) }) });

  for (const look of looks) {
    await executor.run(shards({ plan, planHash, seed, ...(tally === undefined ? {} : { tellsFalls: true }) }, from, look), (job, result) => {
      waiting.set(job.from, createOutcomeTable(plan.layers.length, job.to - job.from, result.buffer));
      if (result.falls !== undefined) tally?.add(result.falls.numbers, result.falls.perRun);
      work = {
        rightHandSides: work.rightHandSides + result.work.rightHandSides, candidates: work.candidates + result.work.candidates, draws: work.draws + result.work.draws,
      };
      done += job.to - job.from;
      takeIn();
      onProgress?.({ done, total: options.runs, interim: () => (reduction.runs > 0 ? summary() : null) });
    }, signal);
    from = look;
    if (signal?.aborted || look === options.runs) continue;
    if (isEnough(summary().leakage)) break;
  }
  return summary();
}

function shards(shared: Omit<ShardJob, 'from' | 'to'>, from: number, to: number): ShardJob[] {
  const jobs: ShardJob[] = [];
  for (let start = from; start < to; start += RUNS_PER_SHARD) jobs.push({ ...shared, from: start, to: Math.min(start + RUNS_PER_SHARD, to) });
  return jobs;
}
