/**
 * `npm run bench`: runs the benchmarks named, or all, and prints ours, the peer's and the ratio. Append to RESULTS.md
 * by hand when a rate is claimed somewhere.
 *
 *   npm run bench -- [ID]… [--json]
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { type TextColumn, textTable } from '../src/figures/text-table.js';
import type { BenchmarkResult } from './benchmark.js';
import { BENCHMARKS } from './list.js';

const COLUMNS: readonly TextColumn[] = [
  { head: 'id', align: 'left' }, { head: 'benchmark', align: 'left' }, { head: 'ours', align: 'right' }, { head: 'peer', align: 'right' },
  { head: 'ratio', align: 'right' }, { head: 'unit', align: 'left' }, { head: 'rounds', align: 'right' },
];
const words = process.argv.slice(2);
const isJson = words.includes('--json');
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = [
  ...wanted.filter((id) => !BENCHMARKS.some((one) => one.id === id)),
  ...words.filter((word) => word.startsWith('--') && word !== '--json'),
];

if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${BENCHMARKS.map(({ id }) => id).join(', ')}, --json.`);
  process.exitCode = 2;
} else {
  const results: BenchmarkResult[] = [];
  for (const benchmark of BENCHMARKS.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
    console.error(`${benchmark.id}  ${benchmark.title} …`);
    results.push(await benchmark.run());
  }
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}, commit ${commit()}`;
  console.log(isJson ? JSON.stringify({ machine, results }, null, 2) : report(results, machine));
}

function report(results: readonly BenchmarkResult[], machine: string): string {
  const rows = results.map(({ id, title, ours, peer, ratio, unit, rounds }) =>
    [id, title, digits(ours), peer === null ? 'not run' : digits(peer), ratio === null ? '' : `${digits(ratio)} ×`, unit, String(rounds)]);
  const table = textTable(COLUMNS, rows);
  const notes = results.filter((result) => result.notes !== '').map((result) => `${result.id}: ${result.notes}`);
  return [machine, '', table, '', ...notes].join('\n');
}

/** Three significant digits: rates scatter by more than that. */
function digits(value: number): string {
  return value >= 1000 ? Number(value.toPrecision(3)).toFixed(0) : value.toPrecision(3);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}
