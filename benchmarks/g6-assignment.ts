/**
 * G6: linear assignment beside scipy's linear_sum_assignment on the same costs, spread evenly from 0 to 1: dense with 1,000 × 1,000,
 * 200 × 2,000 and 1,000 × 7,800, and 1,000 × 7,800 with one pair in a hundred allowed, for which scipy gets a dense matrix in
 * which every other pair costs what leaving the row out costs. Equal answers first: totals must agree to 1e-9. The line
 * printed is the square dense case, the hardest one for us; all four ratios are in the notes.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDenseAssignment } from '../src/kernel/assignment/dense-assignment.js';
import { createSparseAssignment } from '../src/kernel/assignment/sparse-assignment.js';
import { philox } from '../src/kernel/random.js';
import type { BenchmarkResult } from './benchmark.js';
import { startPython } from './python-peer.js';
import { type Rate, roundRobin } from './rounds.js';

const ROUNDS = 5, LEAVE_COST = 10, DENSITY = 0.01;
const EQUAL = 1e-9;

interface Case {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly isGated: boolean;
  readonly must: number;
  /** Solves in a round, about half a second's worth. */
  readonly solves: number;
  readonly peerSolves: number;
}

const CASES: readonly Case[] = [
  { name: '1,000 × 1,000', rows: 1000, columns: 1000, isGated: false, must: 0.6, solves: 12, peerSolves: 8 },
  { name: '200 × 2,000', rows: 200, columns: 2000, isGated: false, must: 1.5, solves: 500, peerSolves: 200 },
  { name: '1,000 × 7,800', rows: 1000, columns: 7800, isGated: false, must: 1.5, solves: 25, peerSolves: 6 },
  { name: '1,000 × 7,800 at 1 %', rows: 1000, columns: 7800, isGated: true, must: 10, solves: 1000, peerSolves: 6 },
];

/** Answers a line `file rows columns solves` with the total and its version. */
const SCIPY = `
import sys
import numpy as np, scipy
from scipy.optimize import linear_sum_assignment
costs = {}
for line in sys.stdin:
    name, rows, columns, solves = line.rstrip().split('|')
    if name not in costs:
        costs[name] = np.fromfile(name).reshape(int(rows), int(columns))
    for _ in range(int(solves)):
        r, c = linear_sum_assignment(costs[name])
    print(repr(float(costs[name][r, c].sum())), scipy.__version__, flush=True)
`;

export async function runAssignment(): Promise<BenchmarkResult> {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-g6-'));
  const peer = startPython(SCIPY, ['numpy', 'scipy.optimize']);
  try {
    const notes: string[] = [];
    let square: { own: number; other: number | null } = { own: NaN, other: null };
    for (const [index, one] of CASES.entries()) {
      const { cost, solve } = prepare(one, index), file = join(folder, `${index}.bin`);
      const total = solve();
      writeFileSync(file, new Uint8Array(cost.buffer));
      const ask = async (solves: number): Promise<string> => (await peer?.ask(`${file}|${one.rows}|${one.columns}|${solves}`)) ?? '';
      const [theirs = '', version = ''] = peer === undefined ? [] : (await ask(1)).split(' ');
      if (peer !== undefined && !(Math.abs(Number(theirs) - total) <= EQUAL)) throw new Error(`G6 ${one.name}: ours ${total}, scipy ${theirs}`);
      const [own, other]: readonly (Rate | undefined)[] = await roundRobin(
        [
          { name: 'ours', work: () => { for (let k = 0; k < one.solves; k++) solve(); return one.solves; } },
          ...(peer === undefined ? [] : [{ name: 'scipy', work: async () => { await ask(one.peerSolves); return one.peerSolves; } }]),
        ],
        ROUNDS,
      );
      if (index === 0) square = { own: own?.median ?? NaN, other: other?.median ?? null };
      notes.push(noteOf(one, own, other, version));
    }
    return {
      id: 'G6', title: 'Assignment, 1,000 × 1,000 dense', ours: square.own, peer: square.other, ratio: square.other === null ? null : square.own / square.other,
      unit: 'solves/s', rounds: ROUNDS, notes: `${notes.join('; ')}; square goal 1.0${peer === undefined ? '; scipy not found' : `; totals equal to ${EQUAL}`}`,
    };
  } finally {
    peer?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function noteOf({ name, must }: Case, own: Rate | undefined, other: Rate | undefined, version: string): string {
  const ours = `${name}: ${(own?.median ?? NaN).toPrecision(3)} solves/s`;
  return other === undefined ? ours : `${ours}, scipy ${version} ${other.median.toPrecision(3)}, ratio ${((own?.median ?? NaN) / other.median).toPrecision(3)} (must ${must})`;
}

/** The dense matrix that scipy gets, and our solve of the same. */
function prepare({ rows, columns, isGated }: Case, key: number): { cost: Float64Array; solve: () => number } {
  const cost = new Float64Array(rows * columns), start = new Int32Array(rows + 1), words = new Uint32Array(4), column: number[] = [], pairCost: number[] = [];
  for (let row = 0, at = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++, at++) {
      philox(row, j, 0, 6, key, 0, words);
      const [low = 0, high = 0, gate = 0] = words, here = (high + low / 4294967296) / 4294967296;
      const isAllowed = !isGated || gate < DENSITY * 4294967296;
      cost[at] = isAllowed ? here : LEAVE_COST;
      if (!isGated || !isAllowed) continue;
      column.push(j);
      pairCost.push(here);
    }
    start[row + 1] = column.length;
  }
  if (!isGated) {
    const dense = createDenseAssignment(rows, columns);
    return { cost, solve: () => dense.solve(cost, rows, columns) };
  }
  const sparse = createSparseAssignment(rows, columns);
  const problem = { rows_count: rows, columns_count: columns, start, column: Int32Array.from(column), cost: Float64Array.from(pairCost), leaveCost: new Float64Array(rows).fill(LEAVE_COST) };
  return { cost, solve: () => sparse.solve(problem) };
}
