import { afterEach, describe, expect, it } from 'vitest';
import type { ShardJob } from '../../studies/executor.js';
import { rest } from './rest.js';
import { WorkerExecutor } from './worker-executor.js';
import type { WorkerLine } from './worker-line.js';

const soon = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 5); });

/** Two lines that answer one turn later and count what they are asked. */
function lines(asked: unknown[], onAsk: () => void = () => undefined): WorkerLine[] {
  const line = { ask: async (_kind: string, job: unknown) => { asked.push(job); onAsk(); await soon(); return {}; } };
  return [line, line] as unknown as WorkerLine[];
}

const jobs = Array.from({ length: 12 }, (_, shard) => ({ shard })) as unknown as ShardJob[];

describe('a study of the page', () => {
  afterEach(() => rest(false));

  it('starts nothing while it rests, and all of it afterwards', async () => {
    const asked: unknown[] = [];
    rest(true);
    const done = new WorkerExecutor(lines(asked)).run(jobs, () => undefined);
    await soon();
    expect(asked).toEqual([]);
    rest(false);
    await done;
    expect(asked).toHaveLength(jobs.length);
  });

  it('finishes what is under way when the rest begins, and no more', async () => {
    const asked: unknown[] = [];
    const done = new WorkerExecutor(lines(asked, () => { if (asked.length === 4) rest(true); })).run(jobs, () => undefined);
    await soon();
    await soon();
    await soon();
    const before = asked.length;
    expect(before).toBeLessThan(jobs.length);
    await soon();
    await soon();
    expect(asked).toHaveLength(before);
    rest(false);
    await done;
    expect(asked).toHaveLength(jobs.length);
  });

  it('can be stopped while it rests', async () => {
    const halt = new AbortController();
    rest(true);
    const done = new WorkerExecutor(lines([])).run(jobs, () => undefined, halt.signal);
    halt.abort();
    rest(false);
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
  });
});
