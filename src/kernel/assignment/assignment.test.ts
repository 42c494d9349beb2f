/** Assignments are the best there are: by enumeration where that can be done, by their potentials everywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDenseAssignment } from './dense-assignment.js';
import { createSparseAssignment, type SparseProblem } from './sparse-assignment.js';

/** Costs are below 10 and there are at most 12 rows, so sums are rounded by less than this; the least mistake is one pair for another. */
const ROUNDING = 1e-12;

/** Least total over every way to give `rows` different columns, each row left out only at its price. */
function leastByTrying(cost: (row: number, column: number) => number, rows: number, columns: number, leave: (row: number) => number, row = 0, used = 0): number {
  if (row === rows) return 0;
  let least = leave(row) + leastByTrying(cost, rows, columns, leave, row + 1, used);
  for (let column = 0; column < columns; column++) {
    if (used & (1 << column)) continue;
    least = Math.min(least, cost(row, column) + leastByTrying(cost, rows, columns, leave, row + 1, used | (1 << column)));
  }
  return least;
}

const costs = (mostRows: number, mostColumns: number, kind = fc.double({ min: -10, max: 10, noNaN: true })) =>
  fc.tuple(fc.integer({ min: 1, max: mostRows }), fc.integer({ min: 1, max: mostColumns })).chain(([rows, columns]) =>
    fc.record({ rows: fc.constant(rows), columns: fc.constant(columns), cost: fc.array(kind, { minLength: rows * columns, maxLength: rows * columns }) }));

/** Reduced costs below 0, pairs taken that are not tight, potentials of columns left out that are not 0: the sum of all of it. */
function unproved(a: ReturnType<typeof createDenseAssignment>, cost: ArrayLike<number>, rows: number, columns: number): number {
  let fault = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const reduced = cost[row * columns + column]! - a.rowPotential[row]! - a.columnPotential[column]!;
      fault += Math.max(0, -reduced) + (a.columnOfRow[row] === column ? Math.abs(reduced) : 0);
    }
  }
  // The side with more members has some left out.
  if (rows < columns) for (let column = 0; column < columns; column++) fault += a.rowOfColumn[column]! < 0 ? Math.abs(a.columnPotential[column]!) : Math.max(0, a.columnPotential[column]!);
  if (rows > columns) for (let row = 0; row < rows; row++) fault += a.columnOfRow[row]! < 0 ? Math.abs(a.rowPotential[row]!) : Math.max(0, a.rowPotential[row]!);
  return fault;
}

describe('dense assignment', () => {
  it('has the least total of all ways to assign, with fewer, as many and more rows than columns', () => {
    const solver = createDenseAssignment(6, 6);
    fc.assert(fc.property(costs(6, 6), ({ rows, columns, cost }) => {
      const total = solver.solve(Float64Array.from(cost), rows, columns);
      const least = rows <= columns
        ? leastByTrying((row, column) => cost[row * columns + column]!, rows, columns, () => Infinity)
        : leastByTrying((column, row) => cost[row * columns + column]!, columns, rows, () => Infinity);
      expect(Math.abs(total - least)).toBeLessThan(ROUNDING);
    }), { numRuns: 300 });
  });

  it.each([['spread costs', fc.double({ min: 0, max: 1, noNaN: true })], ['many ties', fc.integer({ min: 0, max: 3 })]])('proves its answer by potentials: %s', (_, kind) => {
    const solver = createDenseAssignment(40, 40);
    fc.assert(fc.property(costs(40, 40, kind as fc.Arbitrary<number>), ({ rows, columns, cost }) => {
      solver.solve(Float64Array.from(cost), rows, columns);
      expect(unproved(solver, cost, rows, columns)).toBeLessThan(1e-11);
      const taken = [...solver.columnOfRow.subarray(0, rows)].filter((column) => column >= 0);
      expect(new Set(taken).size).toBe(Math.min(rows, columns));
      for (const [row, column] of solver.columnOfRow.subarray(0, rows).entries()) if (column >= 0) expect(solver.rowOfColumn[column]).toBe(row);
    }), { numRuns: 200 });
  });

  it('scales with its costs and does not depend on the order of rows and columns', () => {
    const solver = createDenseAssignment(12, 20);
    fc.assert(fc.property(costs(12, 20), ({ rows, columns, cost }) => {
      const total = solver.solve(Float64Array.from(cost), rows, columns);
      const mirrored = Float64Array.from(cost, (_, at) => 8 * cost[(rows - 1 - Math.floor(at / columns)) * columns + columns - 1 - (at % columns)]!);
      expect(Math.abs(solver.solve(mirrored, rows, columns) - 8 * total)).toBeLessThan(8 * 100 * ROUNDING);
    }), { numRuns: 100 });
  });

  it('refuses costs that are not finite and sizes beyond those it was made for', () => {
    const solver = createDenseAssignment(2, 2);
    expect(() => solver.solve(Float64Array.of(1, NaN, NaN, NaN), 2, 2)).toThrow('not finite');
    expect(() => solver.solve(Float64Array.of(Infinity, Infinity, 1, 1), 2, 2)).toThrow('not finite');
    expect(() => solver.solve(new Float64Array(9), 3, 3)).toThrow('3 × 3 where 2 × 2');
  });
});

interface Gated {
  readonly columns: number;
  readonly rows: readonly { readonly leave: number; readonly pairs: readonly (number | undefined)[] }[];
}

const gated = (mostRows: number, mostColumns: number): fc.Arbitrary<Gated> =>
  fc.integer({ min: 1, max: mostColumns }).chain((columns) => fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.record({
      leave: fc.double({ min: -3, max: 6, noNaN: true }),
      pairs: fc.array(fc.option(fc.double({ min: -5, max: 5, noNaN: true }), { nil: undefined, freq: 2 }), { minLength: columns, maxLength: columns }),
    }), { minLength: 1, maxLength: mostRows }),
  }));

function sparseProblem({ columns, rows }: Gated): SparseProblem {
  const start = [0], column: number[] = [], cost: number[] = [];
  for (const { pairs } of rows) {
    for (const [j, paid] of pairs.entries()) {
      if (paid === undefined) continue;
      column.push(j);
      cost.push(paid);
    }
    start.push(column.length);
  }
  return { rows_count: rows.length, columns_count: columns, start: Int32Array.from(start), column: Int32Array.from(column), cost: Float64Array.from(cost), leaveCost: Float64Array.from(rows, ({ leave }) => leave) };
}

describe('assignment with few pairs', () => {
  it('has the least total of all ways to assign or leave out', () => {
    const solver = createSparseAssignment(6, 6);
    fc.assert(fc.property(gated(6, 6), (drawn) => {
      const least = leastByTrying((row, column) => drawn.rows[row]!.pairs[column] ?? Infinity, drawn.rows.length, drawn.columns, (row) => drawn.rows[row]!.leave);
      expect(Math.abs(solver.solve(sparseProblem(drawn)) - least)).toBeLessThan(ROUNDING);
    }), { numRuns: 300 });
  });

  it('proves its answer by potentials', () => {
    const solver = createSparseAssignment(30, 30);
    fc.assert(fc.property(gated(30, 30), (drawn) => {
      const problem = sparseProblem(drawn), { start, column, cost, leaveCost } = problem;
      solver.solve(problem);
      let fault = 0;
      for (let row = 0; row < problem.rows_count; row++) {
        const leaving = leaveCost[row]! - solver.rowPotential[row]!;
        fault += Math.max(0, -leaving) + (solver.pairOfRow[row]! < 0 ? Math.abs(leaving) : 0);
        for (let pair = start[row]!; pair < start[row + 1]!; pair++) {
          const reduced = cost[pair]! - solver.rowPotential[row]! - solver.columnPotential[column[pair]!]!;
          fault += Math.max(0, -reduced) + (solver.pairOfRow[row] === pair ? Math.abs(reduced) : 0);
        }
      }
      for (let j = 0; j < problem.columns_count; j++) {
        const taker = solver.rowOfColumn[j]!, potential = solver.columnPotential[j]!;
        fault += taker < 0 ? Math.abs(potential) : Math.max(0, potential);
        if (taker >= 0) expect(column[solver.pairOfRow[taker]!]).toBe(j);
      }
      expect(fault).toBeLessThan(1e-11);
    }), { numRuns: 300 });
  });

  it('agrees with the dense form where every pair is allowed, at sizes that need long exchanges', () => {
    const rows = 60, columns = 80, dense = createDenseAssignment(rows, columns), solver = createSparseAssignment(rows, columns);
    // Few different costs make rows fight over the same columns.
    const cost = Float64Array.from({ length: rows * columns }, (_, k) => ((k * 7919) % 104_729) % 13);
    const start = Int32Array.from({ length: rows + 1 }, (_, row) => row * columns), column = Int32Array.from(cost, (_, k) => k % columns);
    const total = solver.solve({ rows_count: rows, columns_count: columns, start, column, cost, leaveCost: new Float64Array(rows).fill(1e6) });
    expect(total).toBe(dense.solve(cost, rows, columns));
  });

  it('leaves rows without pairs out at their price', () => {
    const solver = createSparseAssignment(2, 1);
    expect(solver.solve({ rows_count: 2, columns_count: 0, start: Int32Array.of(0, 0, 0), column: new Int32Array(0), cost: new Float64Array(0), leaveCost: Float64Array.of(2, 3) })).toBe(5);
    expect([...solver.pairOfRow]).toEqual([-1, -1]);
  });
});
