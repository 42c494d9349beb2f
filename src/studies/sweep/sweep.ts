/**
 * A sweep: the same attacks, under the same luck, for every combination of the varied values. Points are computed one
 * after the other, each on all workers. Because luck is shared, differences between points are less noisy than points.
 */
import type { Executor, StopSignal } from '../executor.js';
import { runStudy } from '../runs/monte-carlo.js';
import type { StudyPoint } from './study-file.js';
import type { Interval, Summary } from '../runs/summary.js';

export interface PointSummary {
  /** What the scenario takes as stopped without an interceptor. */
  readonly before?: Summary['before'];
  readonly values: StudyPoint['values'];
  readonly overrides: readonly string[];
  readonly launched: number;
  readonly runs: number;
  readonly leakage: Interval;
  readonly intercepted: Interval;
  readonly noLeaker: Interval;
  readonly gotThrough: Summary['gotThrough'];
  readonly planHash: string;
  readonly recordHash: string;
  /** The first run in which as many got through as in the median one: the one to replay. */
  readonly typicalRun: number;
}

export interface SweepOptions {
  readonly runs: number;
  readonly seed: number;
  readonly width?: number;
}

export interface SweepProgress {
  readonly point: number;
  readonly points: number;
  /** Runs of all points. */
  readonly done: number;
  readonly total: number;
}

/** `executorOf` gives the executor of a point: the same for all, or one that keeps what it computes. */
export async function runSweep(points: readonly StudyPoint[], options: SweepOptions, executorOf: (point: number) => Executor, onProgress?: (progress: SweepProgress) => void, signal?: StopSignal): Promise<PointSummary[]> {
  const summaries: PointSummary[] = [];
  const total = points.length * options.runs;
  for (const [index, point] of points.entries()) {
    const summary = await runStudy(point.compiled, options, executorOf(index), ({ done }) => {
      onProgress?.({ point: index, points: points.length, done: index * options.runs + done, total });
    }, signal);
    summaries.push(summarisePoint(point, summary));
  }
  return summaries;
}

export function summarisePoint({ values, overrides }: Pick<StudyPoint, 'values' | 'overrides'>, summary: Summary): PointSummary {
  const { before, runs, leakage, intercepted, noLeaker, gotThrough, planHash, recordHash, funnel, leakedByRun } = summary;
  return { ...(before === undefined ? {} : { before }), values, overrides, launched: funnel.launched, runs, leakage, intercepted, noLeaker, gotThrough, planHash, recordHash, typicalRun: leakedByRun.indexOf(gotThrough.p50) };
}
