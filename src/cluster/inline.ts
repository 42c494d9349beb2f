/** Shards one after another on the calling thread: for `--workers 0`, debugging and tests. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createShardCache, runShard } from '../studies/runs/shard.js';
import type { ClosableExecutor } from './threads.js';

export function createInline(): ClosableExecutor {
  const cache = createShardCache();
  return {
    workers: 1,
    run: async (jobs, onResult, signal) => {
      for (const job of jobs) {
        // Gives Ctrl-C and timers a turn between shards.
        await nextTurn();
        if (signal?.aborted === true) throw new Error('stopped before all shards were done');
        onResult(job, runShard(job, cache));
      }
    },
    close: async () => undefined,
  };
}
