/** Shards that take long: what a stop leaves of them, and that going on ends in the undisturbed bytes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../scenario/plan/plan.js';
import type { Executor, ShardJob, ShardResult } from '../studies/executor.js';
import { createOutcomeTable } from '../studies/runs/outcome-table.js';
import { StoreFault } from './durable-file.js';
import type { Manifest } from './manifest.js';
import { openStore } from './study-store.js';

const ENGINE = 'e'.repeat(64), PLAN = 'a'.repeat(64), RUNS = 1_000;
const START: Omit<Manifest, 'shards'> = {
  format: 1, version: '0', engineVersion: ENGINE, dataHash: 'd', studyHash: 's', title: 'A study', kind: 'sweep', runs: RUNS, seed: 1, width: null, confidence: 0.95,
  scenario: 'scenario.yaml', vary: [], points: [{ values: {}, overrides: [], planHash: PLAN, launched: 3, layers: [] }],
};
const JOBS = Array.from({ length: RUNS / 100 }, (_, i): ShardJob => ({ plan: { layers: [] } as unknown as Plan, planHash: PLAN, seed: 1, from: 100 * i, to: 100 * i + 100 }));

function answer({ from, to }: ShardJob): ShardResult {
  const table = createOutcomeTable(0, to - from);
  for (let run = from; run < to; run++) {
    table.leaked[run - from] = run % 7;
    table.firstDetection_s[run - from] = run / 3;
  }
  return { from, to, buffer: table.buffer, work: { rightHandSides: 0, candidates: from, draws: to } };
}

/** Runs jobs in the order given by their first runs, and throws instead of the one after the last of them. */
function executorOf(order: readonly number[] | undefined, asked: number[], failure: Error = new Error('stopped before all shards were done')): Executor {
  return {
    workers: 1,
    run: async (jobs, onResult) => {
      asked.push(...jobs.map(({ from }) => from));
      for (const from of order ?? jobs.map((job) => job.from)) {
        const job = jobs.find((one) => one.from === from)!;
        onResult(job, answer(job));
      }
      if (order !== undefined) throw failure;
    },
  };
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cupola-store-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Taken {
  /** First runs of the jobs that were really run. */
  readonly asked: readonly number[];
  /** `from-to` of every result handed on. */
  readonly results: readonly string[];
  readonly reused: number;
  readonly warnings: readonly string[];
  readonly failure: unknown;
}

async function take(name: string, order?: readonly number[], partAfter_ms?: number, failure?: Error): Promise<Taken> {
  const store = await openStore(START, { folder: join(folder, name), isResumed: true, ...(partAfter_ms === undefined ? {} : { partAfter_ms }) });
  const asked: number[] = [], results: string[] = [];
  const ended: unknown = await store.executorFor(executorOf(order, asked, failure)).run(JOBS, (_, { from, to, buffer }) => {
    const table = createOutcomeTable(0, to - from, buffer);
    for (let row = 0; row < to - from; row++) if (table.leaked[row] !== (from + row) % 7) throw new Error(`run ${from + row} is not what was run`);
    results.push(`${from}-${to}`);
  }).then(() => undefined, (error: unknown) => error);
  return { asked, results, reused: store.reused, warnings: store.warnings.map(({ hint }) => hint), failure: ended };
}

const filesIn = (name: string): string[] => readdirSync(join(folder, name, 'shards')).sort();
const bytesIn = (name: string): string[] => [...filesIn(name).map((file) => join('shards', file)), 'manifest.json'].map((file) => `${file} ${readFileSync(join(folder, name, file)).toString('base64')}`);

describe('a shard in the making', () => {
  it('that was stopped is gone on with from its longest prefix, and ends in the undisturbed bytes', async () => {
    await take('whole');
    expect(filesIn('whole')).toHaveLength(1);
    // 300 came before 200: what is kept has no gap.
    const stopped = await take('stopped', [0, 100, 300, 200, 500]);
    expect(stopped.failure).toMatchObject({ message: 'stopped before all shards were done' });
    expect(filesIn('stopped')).toEqual([expect.stringMatching(/\.parquet\.part$/)]);
    const again = await take('stopped', [400]);
    expect([again.reused, again.asked[0], again.results]).toEqual([400, 400, ['0-400', '400-500']]);
    const last = await take('stopped');
    expect([last.reused, last.asked, last.results[0], last.warnings]).toEqual([500, [500, 600, 700, 800, 900], '0-500', []]);
    expect(bytesIn('stopped')).toEqual(bytesIn('whole'));
  });

  it('is written every so often, so that a kill loses no more; quick ones are not', async () => {
    const full = new StoreFault([]);
    await take('slow', [0, 100, 200], 0, full);
    expect(filesIn('slow')).toHaveLength(1);
    expect((await take('slow')).reused).toBe(300);
    await take('quick', [0, 100, 200], 60_000, full);
    expect(filesIn('quick')).toEqual([]);
  });

  it('that was damaged is told, set aside and run again', async () => {
    await take('whole');
    await take('bad', [0, 100]);
    const [part = ''] = filesIn('bad'), file = join(folder, 'bad', 'shards', part), bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 0x40;
    writeFileSync(file, bytes);
    const again = await take('bad');
    expect([again.reused, again.asked.length]).toEqual([0, 10]);
    expect(again.warnings).toEqual([expect.stringContaining('.part.damaged')]);
    expect(filesIn('bad')).toEqual([...filesIn('whole'), `${part}.damaged`]);
  });
});
