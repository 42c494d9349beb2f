/**
 * G9: the reference raid (default scenario) on one core with the delay tracker. Runs a second after the geometry is made,
 * the geometry's own time, and the work a run does. No open peer simulates the whole chain, so there is no ratio.
 */
import { readFileSync } from 'node:fs';
import { chart } from '../src/engine/geometry.js';
import { createRunner } from '../src/engine/run.js';
import { compileText } from '../src/scenario/compile.js';
import { readCatalogue } from '../src/scenario/catalogue.js';
import type { BenchmarkResult } from './benchmark.js';
import { roundRobin } from './rounds.js';

export const TITLE = 'Reference raid, delay tracker, one core';
const SCENARIO = '01-ten-icbms-notional-shell.yaml';
const RUNS = 1500;
const ROUNDS = 5;
/** dist/benchmarks → the repository. */
const ROOT = new URL('../../', import.meta.url);

export async function run(): Promise<BenchmarkResult> {
  const catalogue = readCatalogue(JSON.parse(readFileSync(new URL('dist/catalogue.json', ROOT), 'utf8')));
  const result = compileText(readFileSync(new URL(`scenarios/${SCENARIO}`, ROOT), 'utf8'), SCENARIO, catalogue);
  if (!result.ok) throw new Error(`${SCENARIO} does not compile`);
  const started = performance.now();
  const geometry = chart(result.compiled.plan);
  const geometry_s = (performance.now() - started) / 1000;
  const runner = createRunner(geometry);
  let next = 0;
  const [rate] = await roundRobin([{
    name: 'Cupola',
    work: () => {
      for (let i = 0; i < RUNS; i++) runner.run(1, next++);
      return RUNS;
    },
  }], ROUNDS);
  if (rate === undefined) throw new Error('no rounds');
  const perRun = (count: number): string => Math.round(count / next).toString();
  return {
    id: 'G9', title: TITLE, ours: rate.median, peer: null, ratio: null, unit: 'runs/s', rounds: ROUNDS,
    notes: `lowest ${Math.round(rate.low)}, highest ${Math.round(rate.high)}; geometry ${geometry_s.toFixed(2)} s and ${geometry.work.rightHandSides} right-hand sides before the first run; a run looks at ${perRun(runner.work.candidates)} satellites of 7,800 and draws ${perRun(runner.work.draws)} numbers. Target 1,000, goal 5,000.`,
  };
}
