/** Losing workers: a shard is run again once, then the study ends with a message that names its runs; stopping ends busy workers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createThreads, type ClosableExecutor } from '../../src/cluster/threads.js';
import type { Plan } from '../../src/scenario/plan/plan.js';
import type { ShardJob } from '../../src/studies/executor.js';

const ENTRY = fileURLToPath(new URL('./dying-worker.js', import.meta.url));
let folder: string;
let threads: ClosableExecutor;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-faults-'));
  threads = await createThreads({ workers: 2, entry: ENTRY });
});
afterEach(async () => {
  await threads.close();
  rmSync(folder, { recursive: true, force: true });
});

function jobs(seed: number, count = 6): ShardJob[] {
  const plan = {} as Plan;
  return Array.from({ length: count }, (_, index) => ({ plan, planHash: join(folder, 'marker'), seed, from: index * 10, to: index * 10 + 10 }));
}

async function finished(seed: number): Promise<number[]> {
  const from: number[] = [];
  await threads.run(jobs(seed), (job, result) => {
    expect(result.from).toBe(job.from);
    from.push(job.from);
  });
  return from.sort((a, b) => a - b);
}

describe('worker threads', () => {
  it('answer every shard once', async () => {
    expect(await finished(1)).toEqual([0, 10, 20, 30, 40, 50]);
  });
  it('run a shard again when its worker is killed', async () => {
    expect(await finished(2)).toEqual([0, 10, 20, 30, 40, 50]);
  });
  it('give up after the second loss and say which runs', async () => {
    await expect(finished(3)).rejects.toThrow(/runs \d+ to \d+ failed: its worker ended twice/);
  });
  it('do not repeat a shard that throws', async () => {
    await expect(finished(4)).rejects.toThrow(/runs \d+ to \d+ failed: the shard is bad/);
  });
  it('can be used again after a failure', async () => {
    await expect(finished(4)).rejects.toThrow('the shard is bad');
    expect(await finished(1)).toHaveLength(6);
  });
  it('tell what a taker of results threw, not the stopping that followed', async () => {
    const take = (job: ShardJob): void => {
      if (job.from === 30) throw new Error('the disk is full');
    };
    for (let attempt = 0; attempt < 5; attempt++) await expect(threads.run(jobs(1), take)).rejects.toThrow('the disk is full');
  });
  it('stop busy workers', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    await expect(threads.run(jobs(5), () => undefined, stop.signal)).rejects.toThrow(/stopped/);
  });
  it('do nothing when stopped before', async () => {
    await expect(threads.run(jobs(1), () => expect.unreachable(), AbortSignal.abort())).rejects.toThrow(/stopped/);
  });
});
