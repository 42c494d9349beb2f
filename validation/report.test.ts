import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ValidationCase } from './case.js';
import { VALIDATION_CASES } from './cases.js';
import { judge } from './judge.js';
import { reportText } from './report.js';

const made = (id: string, got: number): ValidationCase => ({
  id, title: 'A title', source: 'Somebody 1999', mark: 'reproduced', tolerance: '1 m', mistakes: [],
  run: () => judge([{ quantity: 'length | width', unit: 'm', expected: 5, got, absolute: 1 }, { quantity: 'share', unit: '', expected: 4, got: 4.001, relative: 0.01 }]),
});

describe('the report', () => {
  it('has a row per case with the number nearest to its limit, failures in bold, and what is not validated', () => {
    const text = reportText([made('near', 5.9), made('off', 7.5)], '# Not validated, and why\n\nReasons.\n');
    expect(text).toContain('1 of 2 cases are within tolerance; 4 published numbers');
    expect(text).toMatch(/\| \[near\]\(near\/case\.md\) \| pass \| reproduced \| 2 .*\| 0\.9 \| length \\\| width \| 5 m \| 5\.9 m \| 0\.9 m \| 1 m \|/);
    expect(text).toMatch(/\[off\].*\*\*FAIL\*\*.*2\.5 m \| 1 m/);
    expect(text).toContain('## Not validated, and why\n\nReasons.');
  });

  it('tells relative errors in per cent, and has no date', () => {
    const text = reportText([made('exact', 5)], '');
    expect(text).toContain('| share | 4 | 4.001 | 0.025 % | 1 % |');
    expect(text).not.toMatch(/20\d\d-\d\d-\d\d/);
  });

  it('tells numbers without a verdict apart, and does not count them', () => {
    const one = made('near', 5);
    const told = [{ quantity: 'depth', unit: 'm', published: 7, got: 9, why: 'remembered' }];
    const text = reportText([{ ...one, run: () => ({ ...one.run(), told }) }], '');
    expect(text).toContain('1 of 1 cases are within tolerance; 2 published numbers');
    expect(text).toMatch(/## Told without pass or fail[^]*\| \[near\]\(near\/case\.md\) \| depth \| 7 m \| 9 m \| 2 m \| remembered \|/);
    expect(reportText([one], '')).not.toContain('## Told');
  });

  it('in the repository names every case and counts all as passed', () => {
    const text = readFileSync(new URL('../../validation/REPORT.md', import.meta.url), 'utf8');
    for (const one of VALIDATION_CASES) expect(text).toContain(`| [${one.id}](${one.id}/case.md) | pass |`);
  });
});
