/**
 * G8: the default scenario on two worker threads against one, in turn, with the same record in the end; beside them a
 * control that only counts, because a machine that is busy with other things cannot give two threads twice as much.
 */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createThreads } from '../src/cluster/threads.js';
import { readCatalogue } from '../src/scenario/catalogue.js';
import { compileText } from '../src/scenario/compile/compile.js';
import { runStudy } from '../src/studies/runs/monte-carlo.js';
import { CATALOGUE_FILE } from '../src/server/package-files.js';
import type { BenchmarkResult } from './benchmark.js';
import { roundRobin } from './rounds.js';

const RUNS = 4_000, ROUNDS = 5, COUNT_TO = 4e8;
/** Draws and multiplies on its own memory only. */
const CONTROL = `const { parentPort } = require('node:worker_threads'); parentPort.on('message', (n) => { let x = 1; for (let i = 0; i < n; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; parentPort.postMessage(x); });`;

export async function runTwoWorkers(): Promise<BenchmarkResult> {
  const catalogue = readCatalogue(JSON.parse(readFileSync(CATALOGUE_FILE, 'utf8')));
  const scenario = catalogue.scenarios[0];
  const result = scenario === undefined ? undefined : compileText(scenario.text, scenario.name, catalogue);
  if (result?.ok !== true) throw new Error('G8: the default scenario does not compile');
  const { compiled } = result;
  const crews = await Promise.all([1, 2].map(async (workers) => await createThreads({ workers })));
  const counters = [new Worker(CONTROL, { eval: true }), new Worker(CONTROL, { eval: true })];
  const count = async (worker: Worker, n: number): Promise<void> => {
    const done = new Promise((resolve) => worker.once('message', resolve));
    worker.postMessage(n);
    await done;
  };
  const hashes = new Set<string>();
  try {
    const study = crews.map((crew, i) => ({ name: `${i + 1}`, work: async () => { hashes.add((await runStudy(compiled, { runs: RUNS, seed: 1 }, crew)).recordHash); return RUNS; } }));
    const control = [1, 2].map((n) => ({ name: `control ${n}`, work: async () => { await Promise.all(counters.slice(0, n).map(async (worker) => await count(worker, COUNT_TO / n))); return COUNT_TO; } }));
    const rates = await roundRobin([...study, ...control], ROUNDS);
    const [one = NaN, two = NaN, controlOne = NaN, controlTwo = NaN] = rates.map(({ median }) => median);
    return {
      id: 'G8', title: 'Two workers against one, default scenario', ours: two, peer: one, ratio: two / one, unit: 'runs/s', rounds: ROUNDS,
      notes: `ours is two workers, the peer is one (target 1.7). Control that only counts: ${(controlTwo / controlOne).toFixed(2)} ×; the target holds where it reaches 1.8. ${hashes.size === 1 ? 'All records are the same' : `RECORDS DIFFER: ${hashes.size}`}.`,
    };
  } finally {
    await Promise.all([...crews.map(async (crew) => await crew.close()), ...counters.map(async (worker) => await worker.terminate())]);
  }
}
