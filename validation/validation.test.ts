import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VALIDATION_CASES } from './cases.js';
import { judge } from './judge.js';
import { ReferenceTable } from './reference.js';

const folder = new URL('../../validation', import.meta.url);

for (const one of VALIDATION_CASES) {
  describe(one.id, () => {
    it(`agrees with ${one.source}`, () => {
      const result = one.run();
      expect(result.rows.filter((row) => !row.pass)).toEqual([]);
      expect(result.rows.length).toBeGreaterThan(0);
      expect(result.pass).toBe(true);
      expect(result.max).toBeLessThanOrEqual(1);
      expect(result.q75).toBeLessThanOrEqual(result.q99);
    });

    it('has mistakes to catch', () => {
      expect(one.mistakes.length).toBeGreaterThanOrEqual(2);
    });

    it.each(one.mistakes.map((mistake) => [mistake.name, mistake] as const))('catches: %s', (_, mistake) => {
      expect(mistake.run().pass).toBe(false);
    });

    it('says what it compares, where the numbers come from and why the tolerance', () => {
      const text = readFileSync(new URL(`${one.id}/case.md`, folder), 'utf8');
      for (const heading of ['Source', 'What is compared', 'Range', 'Tolerance', 'Mistakes it catches']) {
        expect(text).toContain(`## ${heading}`);
      }
      for (const mistake of one.mistakes) expect(text).toContain(mistake.name);
    });
  });
}

describe('the list of cases', () => {
  it('misses no folder and names none twice', () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/case.ts`, folder))).map((entry) => entry.name);
    expect(VALIDATION_CASES.map((one) => one.id).sort()).toEqual(folders.sort());
  });
});

describe('judge', () => {
  it('fails what is not a number, and what has no rows', () => {
    expect(judge([{ quantity: 'x', unit: 'm', expected: 1, got: NaN, absolute: 9 }]).pass).toBe(false);
    expect(judge([]).pass).toBe(false);
    expect(judge([{ quantity: 'x', unit: 'm', expected: 5, got: 5, absolute: 0 }]).max).toBe(0);
    expect(judge([{ quantity: 'x', unit: 'm', expected: 5, got: 6, relative: 0.1 }]).max).toBeCloseTo(2, 12);
    expect(() => judge([{ quantity: 'x', unit: 'm', expected: 5, got: 6 }])).toThrow(/one tolerance/);
  });

  it('refuses reference files with a missing cell or a word for a number', () => {
    expect(() => new ReferenceTable('a,b\n1', 'file')).toThrow(/row 1 has 1 cells/);
    expect(() => new ReferenceTable('a,b\n1,x', 'file').number(0, 'b')).toThrow(/not a number/);
    expect(() => new ReferenceTable('a\n1', 'file').number(0, 'c')).toThrow(/no column c/);
    expect(new ReferenceTable('# remark\na,b\n1, 2\n', 'file').number(0, 'b')).toBe(2);
  });
});
