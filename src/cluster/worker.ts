/** The entry of a worker thread: runs shards, keeps charted geometries between them, hands the result's buffer over without a copy. */
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { ShardJob, ShardResult } from '../studies/executor.js';
import { createShardCache, runShard } from '../studies/runs/shard.js';

/** Either a result, or what the shard threw. */
export type WorkerAnswer =
  | { readonly result: ShardResult }
  | { readonly result?: undefined; readonly message: string; readonly stack: string };

const cache = createShardCache();

export function answerJob(job: ShardJob): unknown {
  try {
    const result = runShard(job, cache);
    return move({ [transferableSymbol]: result.buffer, [valueSymbol]: { result } satisfies WorkerAnswer });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { message, stack: error instanceof Error ? (error.stack ?? '') : '' } satisfies WorkerAnswer;
  }
}
