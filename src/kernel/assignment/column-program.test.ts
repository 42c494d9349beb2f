/** The column program is solved: its prices prove it, and columns that come late are found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumnProgram } from './column-program.js';

interface Drawn {
  readonly right: readonly number[];
  readonly unitCost: readonly number[];
  readonly columns: readonly { readonly cost: number; readonly numbers: readonly number[] }[];
}

const program: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 8 }).chain((rows) => fc.record({
  right: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: rows, maxLength: rows }),
  unitCost: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: rows, maxLength: rows }),
  columns: fc.array(fc.record({ cost: fc.integer({ min: 0, max: 40 }), numbers: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: rows, maxLength: rows }) }), { maxLength: 40 }),
}));

describe('column program', () => {
  it('ends with prices that no column undercuts, at a cost that equals what they say the rows are worth', () => {
    fc.assert(fc.property(program, ({ right, unitCost, columns }) => {
      const rows = right.map((_, row) => row), lp = createColumnProgram(Float64Array.from(right), Float64Array.from(unitCost));
      const all = [...unitCost.map((cost, row) => ({ cost, numbers: rows.map((r) => (r === row ? 1 : 0)) })), ...columns];
      // Half of the columns come after a first solution.
      for (const [at, { cost, numbers }] of columns.entries()) {
        if (at === columns.length >> 1) expect(lp.solve(10_000)).toBe(true);
        lp.add(cost, rows, numbers, rows.length);
      }
      expect(lp.solve(10_000)).toBe(true);
      const dot = (numbers: readonly number[]): number => numbers.reduce((sum, one, row) => sum + one * lp.price[row]!, 0);
      for (const { cost, numbers } of all) expect(cost - dot(numbers)).toBeGreaterThan(-1e-7);
      // Right sides are shifted by a millionth at most, and no price is above 100.
      let paid = 0;
      const met = rows.map(() => 0);
      for (const row of rows) {
        const { cost, numbers } = all[lp.basic[row]!]!, level = lp.level(row);
        expect(level).toBeGreaterThanOrEqual(0);
        paid += cost * level;
        for (const r of rows) met[r]! += numbers[r]! * level;
      }
      expect(Math.abs(paid - dot(right))).toBeLessThan(8 * 100 * 2e-6);
      for (const row of rows) expect(Math.abs(met[row]! - right[row]!)).toBeLessThan(1e-5);
    }), { numRuns: 300 });
  });

  it('goes on from where it was when costs change', () => {
    const lp = createColumnProgram(Float64Array.of(1), Float64Array.of(10));
    const cheap = lp.add(1, [0], [1], 1), other = lp.add(2, [0], [1], 1);
    lp.solve(10);
    expect([lp.basic[0], lp.price[0]]).toEqual([cheap, 1]);
    lp.setCost(cheap, 20);
    lp.solve(10);
    expect([lp.basic[0], lp.price[0]]).toEqual([other, 2]);
  });

  it('keeps its precision over thousands of steps', () => {
    // A transport of 30 to 30 places: each column serves two rows.
    const rows = 60, lp = createColumnProgram(new Float64Array(rows).fill(1), new Float64Array(rows).fill(1000));
    const cost = (i: number, j: number): number => ((i * 7919 + j * 104_729) % 997) / 997;
    for (let i = 0; i < 30; i++) for (let j = 0; j < 30; j++) lp.add(cost(i, j), [i, 30 + j], [1, 1], 2);
    expect(lp.solve(100_000)).toBe(true);
    for (let round = 1; round < 40; round++) {
      for (let column = rows; column < lp.columns_count; column++) lp.setCost(column, cost(((column - rows) / 30) | 0, (column - rows + round * 13) % 30));
      expect(lp.solve(100_000)).toBe(true);
    }
    for (let i = 0; i < 30; i++) for (let j = 0; j < 30; j++) expect(cost(i, (i * 30 + j + 39 * 13) % 30) - lp.price[i]! - lp.price[30 + j]!).toBeGreaterThan(-1e-7);
  });

  it('refuses right sides below 0', () => {
    expect(() => createColumnProgram(Float64Array.of(-1), Float64Array.of(0))).toThrow('below 0');
  });
});
