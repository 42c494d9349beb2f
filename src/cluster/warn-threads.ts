/** Warn jobs on worker threads, or on the calling one: a job's answer depends only on the job, never on who did it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { answerWarnJob, createWarnCache, type WarnJob, type WarnJobResult } from '../studies/warn/warn-job.js';

const WORKER_ENTRY = fileURLToPath(new URL('./warn-worker.js', import.meta.url));

/** Results in the order of the jobs; `onFlights` tells how many flights are done. */
export async function runWarnJobs(jobs: readonly WarnJob[], workers: number, onFlights: (done: number) => void, signal: AbortSignal): Promise<WarnJobResult[]> {
  let done = 0;
  const count = (result: WarnJobResult): WarnJobResult => {
    done += result.flights.length;
    onFlights(done);
    return result;
  };
  if (workers === 0 || jobs.length === 1) return await inline(jobs, count, signal);
  const { Piscina } = await import('piscina');
  const pool = new Piscina<WarnJob, WarnJobResult>({ filename: WORKER_ENTRY, name: 'answerJob', minThreads: Math.min(workers, jobs.length), maxThreads: workers, idleTimeout: Infinity });
  const stop = (): void => void pool.destroy();
  signal.addEventListener('abort', stop);
  try {
    return await Promise.all(jobs.map(async (job) => count(await pool.run(job))));
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await pool.destroy();
  }
}

async function inline(jobs: readonly WarnJob[], count: (result: WarnJobResult) => WarnJobResult, signal: AbortSignal): Promise<WarnJobResult[]> {
  const cache = createWarnCache(), results: WarnJobResult[] = [];
  for (const job of jobs) {
    // Gives Ctrl-C and the bar a turn between jobs.
    await nextTurn();
    if (signal.aborted) return [];
    results.push(count(answerWarnJob(job, cache)));
  }
  return results;
}
