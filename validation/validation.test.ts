import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VALIDATION_CASES } from './cases.js';
import { checkCases, FLOWN } from './check-cases.js';
import { judge } from './judge.js';
import { ReferenceTable } from './reference.js';

const folder = new URL('../../validation/', import.meta.url);

checkCases(VALIDATION_CASES.filter(({ id }) => !FLOWN.has(id)));

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
