/**
 * Runs a study of a numbered scenario in a process of its own, collects garbage and prints the bytes that are left, heap
 * and array buffers, while the summary is still held.
 *
 *   node --expose-gc dist/test/long/study-memory.js SCENARIO RUNS
 */
import { compileScenario, study } from '../load.js';

const [name = '', runs = ''] = process.argv.slice(2);
const { gc } = globalThis;
if (gc === undefined) throw new Error('study-memory: run with --expose-gc');
const summary = await study(compileScenario(name), Number(runs));
// Finalizers of array buffers run between turns, so what they free is only gone after another one.
for (let turn = 0; turn < 3; turn++) {
  gc();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const { heapUsed, arrayBuffers } = process.memoryUsage();
console.log(JSON.stringify({ bytes: heapUsed + arrayBuffers, runs: summary.runs }));
