/**
 * A worker entry that ends its thread in the middle of a shard, as a worker that runs out of memory does. The seed says
 * how: 1 never, 2 the first time for each shard (remembered in a shared file), 3 always, 4 throws instead, 5 never answers.
 */
import { existsSync, writeFileSync } from 'node:fs';
import type { ShardJob } from '../../src/studies/executor.js';

export function answerJob(job: ShardJob): unknown {
  const marker = `${job.planHash}-${job.from}`;
  if (job.seed === 2 && !existsSync(marker)) {
    writeFileSync(marker, '');
    process.exit(7);
  }
  if (job.seed === 3) process.exit(7);
  if (job.seed === 4) return { message: 'the shard is bad', stack: '' };
  if (job.seed === 5) for (;;);
  return { result: { from: job.from, to: job.to, buffer: new ArrayBuffer(8), work: { rightHandSides: 0, candidates: 0, draws: 0 } } };
}
