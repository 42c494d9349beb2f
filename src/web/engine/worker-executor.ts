/**
 * The study executor of the page: shards go to whichever Web Worker is free, one at a time, so that stopping a study
 * takes effect after the shards under way. Results do not depend on the number of workers.
 */
import type { Executor, ShardJob, ShardResult, StopSignal } from '../../studies/executor.js';
import { untilAwake } from './rest.js';
import type { WorkerLine } from './worker-line.js';

export class WorkerExecutor implements Executor {
  constructor(private readonly lines: readonly WorkerLine[]) {}

  get workers(): number {
    return this.lines.length;
  }

  async run(jobs: readonly ShardJob[], onResult: (job: ShardJob, result: ShardResult) => void, signal?: StopSignal): Promise<void> {
    let next = 0;
    const serve = async (line: WorkerLine): Promise<void> => {
      while (next < jobs.length) {
        refuseStopped(signal);
        await untilAwake();
        refuseStopped(signal);
        const job = jobs[next++];
        if (job === undefined) return;
        const result = await line.ask('shard', job);
        refuseStopped(signal);
        onResult(job, result);
      }
    };
    await Promise.all(this.lines.map(serve));
  }
}

function refuseStopped(signal: StopSignal | undefined): void {
  if (signal?.aborted !== true) return;
  const error = new Error('the study was stopped');
  error.name = 'AbortError';
  throw error;
}
