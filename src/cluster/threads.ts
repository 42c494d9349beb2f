/**
 * Shards on worker threads (piscina). A shard's answer depends only on its job, so a shard lost with a dying worker is
 * simply run again, once; a second loss is reported. A shard that throws is not retried: it would throw again.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import type { Executor, ShardJob, ShardResult, StopSignal } from '../studies/executor.js';
import type { WorkerAnswer } from './worker.js';

export interface ClosableExecutor extends Executor {
  /** Ends its threads; call it when no more shards will come. */
  close(): Promise<void>;
}

export interface ThreadOptions {
  /** Number of threads; as many as there are cores when absent. */
  readonly workers?: number;
  /** File with an exported `answerJob`; tests give one that dies. */
  readonly entry?: string;
}

const WORKER_ENTRY = fileURLToPath(new URL('./worker.js', import.meta.url));

export function defaultWorkers(): number {
  return Math.max(1, availableParallelism());
}

export async function createThreads(options: ThreadOptions = {}): Promise<ClosableExecutor> {
  const { Piscina } = await import('piscina');
  const workers = options.workers ?? defaultWorkers();
  const pool: Pool = new Piscina({
    filename: options.entry ?? WORKER_ENTRY,
    name: 'answerJob',
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Infinity,
  });
  // A worker that dies between shards is replaced by the pool; the shards it had are retried below.
  pool.on('error', () => undefined);
  return {
    workers,
    run: async (jobs, onResult, signal) => await runAll(pool, workers, { jobs, onResult, ...(signal === undefined ? {} : { signal }) }),
    close: async () => await pool.destroy(),
  };
}

type Pool = Piscina<ShardJob, WorkerAnswer>;

interface Batch {
  readonly jobs: readonly ShardJob[];
  readonly onResult: (job: ShardJob, result: ShardResult) => void;
  readonly signal?: StopSignal;
}

/** Keeps every worker busy with one job and one waiting; the first failure stops all others. */
async function runAll(pool: Pool, workers: number, batch: Batch): Promise<void> {
  const stop = new AbortController();
  if (batch.signal?.aborted === true) stop.abort();
  const onAbort = (): void => stop.abort();
  batch.signal?.addEventListener('abort', onAbort);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let job = batch.jobs[next++]; job !== undefined; job = batch.jobs[next++]) {
      const result = await runOne(pool, job, stop.signal);
      // A result that arrives after the stop belongs to nobody.
      if (stop.signal.aborted) throw new Error('stopped');
      batch.onResult(job, result);
    }
  };
  // The first failure in time is the cause; the later ones are shards that were stopped because of it.
  let cause: unknown;
  const lanes = Array.from({ length: Math.min(2 * workers, batch.jobs.length) }, async () => {
    try {
      await lane();
    } catch (error) {
      cause ??= error;
      stop.abort();
    }
  });
  await Promise.all(lanes);
  // One signal may stop many batches of a study: it must not remember those that are over.
  batch.signal?.removeEventListener('abort', onAbort);
  if (batch.signal?.aborted === true) throw new Error('stopped before all shards were done');
  if (cause !== undefined) throw cause;
}

/** A shard could not be computed; the message names its runs. */
export class ShardFailure extends Error {
  constructor(job: ShardJob, reason: string, options?: ErrorOptions) {
    super(`runs ${job.from} to ${job.to - 1} failed: ${reason}`, options);
    this.name = 'ShardFailure';
  }
}

async function runOne(pool: Pool, job: ShardJob, signal: AbortSignal): Promise<ShardResult> {
  for (let attempt = 1; ; attempt++) {
    let answer: WorkerAnswer;
    try {
      answer = await pool.run(job, { signal });
    } catch (error) {
      if (signal.aborted) throw error;
      // What a shard throws comes back as an answer, so a rejection means that the worker itself was lost.
      if (attempt === 2) throw new ShardFailure(job, `its worker ended twice (${error instanceof Error ? error.message : String(error)})`, { cause: error });
      continue;
    }
    if (answer.result !== undefined) return answer.result;
    throw new ShardFailure(job, answer.message, { cause: answer.stack });
  }
}
