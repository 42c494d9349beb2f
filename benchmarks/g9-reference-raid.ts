/**
 * G9: the reference raid (default scenario) on one core, with the delay tracker and with the covariance tracker side by side. Runs a
 * second after the geometry is made, the geometry's own time, and the work a run does. No open peer simulates the whole chain, so
 * there is no ratio to one.
 */
import { readFileSync } from 'node:fs';
import { chart } from '../src/engine/geometry.js';
import type { Geometry } from '../src/engine/geometry.js';
import { createRunner } from '../src/engine/run.js';
import { compileText } from '../src/scenario/compile/compile.js';
import { readCatalogue } from '../src/scenario/catalogue.js';
import type { BenchmarkResult } from './benchmark.js';
import { roundRobin } from './rounds.js';
import type { Contestant, Rate } from './rounds.js';

export const TITLE = 'Reference raid, delay tracker, one core';
export const COVARIANCE_TITLE = 'Reference raid, covariance tracker, one core';
const SCENARIO = '01-ten-icbms-notional-shell.yaml';
const RUNS = 1500;
const ROUNDS = 5;
/** dist/benchmarks → the repository. */
const ROOT = new URL('../..', import.meta.url);

interface Charted {
  readonly tracker: string;
  readonly geometry: Geometry;
  readonly geometry_s: number;
  readonly contestant: Contestant;
  /** Work of a run so far, on average. */
  perRun(): { readonly candidates: string; readonly draws: string };
}

function chartWith(tracker: string): Charted {
  const catalogue = readCatalogue(JSON.parse(readFileSync(new URL('dist/catalogue.json', ROOT), 'utf8')));
  const result = compileText(readFileSync(new URL(`scenarios/${SCENARIO}`, ROOT), 'utf8'), SCENARIO, catalogue, [`tracker=${tracker}`]);
  if (!result.ok) throw new Error(`${SCENARIO} does not compile`);
  const started = performance.now();
  const geometry = chart(result.compiled.plan);
  const geometry_s = (performance.now() - started) / 1000;
  const runner = createRunner(geometry);
  let next = 0;
  const perRun = (count: number): string => Math.round(count / next).toString();
  return {
    tracker, geometry, geometry_s,
    contestant: {
      name: tracker,
      work: () => {
        for (let i = 0; i < RUNS; i++) runner.run(1, next++);
        return RUNS;
      },
    },
    perRun: () => ({ candidates: perRun(runner.work.candidates), draws: perRun(runner.work.draws) }),
  };
}

function tell({ geometry, geometry_s, perRun }: Charted, rate: Rate, target: string): string {
  const { candidates, draws } = perRun();
  return `lowest ${Math.round(rate.low)}, highest ${Math.round(rate.high)}; geometry ${geometry_s.toFixed(2)} s and ${geometry.work.rightHandSides} right-hand sides before the first run; a run looks at ${candidates} satellites of 7,800 and draws ${draws} numbers. ${target}`;
}

export async function run(): Promise<BenchmarkResult> {
  const charted = chartWith('delay'), [rate] = await roundRobin([charted.contestant], ROUNDS);
  if (rate === undefined) throw new Error('no rounds');
  return { id: 'G9', title: TITLE, ours: rate.median, peer: null, ratio: null, unit: 'runs/s', rounds: ROUNDS, notes: tell(charted, rate, 'Target 1,000, goal 5,000.') };
}

export async function runCovariance(): Promise<BenchmarkResult> {
  const charted = ['covariance', 'delay'].map(chartWith), [rate, delay] = await roundRobin(charted.map(({ contestant }) => contestant), ROUNDS), [covariance] = charted;
  if (rate === undefined || delay === undefined || covariance === undefined) throw new Error('no rounds');
  const beside = `Delay tracker in the same rounds: ${Math.round(delay.median)} runs/s, ${(delay.median / rate.median).toFixed(1)} times as many.`;
  return { id: 'G9b', title: COVARIANCE_TITLE, ours: rate.median, peer: null, ratio: null, unit: 'runs/s', rounds: ROUNDS, notes: `${tell(covariance, rate, 'Target 200, goal 1,000.')} ${beside}` };
}
