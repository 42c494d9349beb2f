/** The count of `npm test` must not lose a failure: a file that does not load, an error outside any test, no report at all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

interface Counts { readonly passed: number; readonly failed: number; readonly skipped: number }
const { chooseSuites, countTests } = (await import(pathToFileURL(resolve('tools/run-tests.mjs')).href)) as {
  chooseSuites(words: readonly string[]): string[] | undefined;
  countTests(report: string, status: number): Counts;
};

const folder = mkdtempSync(join(tmpdir(), 'cupola-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failedFile = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
const unloadedFile = { status: 'failed', assertionResults: [] };

function count(status: number, passed: number, failed: number, pending: number, files: readonly unknown[]): Counts {
  const report = join(folder, 'report.json');
  writeFileSync(report, JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 1, testResults: files }));
  return countTests(report, status);
}

describe('counting tests', () => {
  it('adds up what passed, failed and was left out', () => {
    expect(count(0, 5, 0, 2, [passedFile])).toEqual({ passed: 5, failed: 0, skipped: 3 });
    expect(count(1, 5, 2, 0, [passedFile, failedFile])).toEqual({ passed: 5, failed: 2, skipped: 1 });
  });

  it('counts a file that did not load', () => {
    expect(count(1, 5, 0, 0, [passedFile, unloadedFile]).failed).toBe(1);
    expect(count(1, 5, 1, 0, [failedFile, unloadedFile]).failed).toBe(2);
  });

  it('counts an error outside any test, and a runner that died', () => {
    expect(count(1, 5, 0, 0, [passedFile]).failed).toBe(1);
    expect(countTests(join(folder, 'missing.json'), 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('knows the suites and nothing else', () => {
    expect(chooseSuites([])).toContain('browser');
    expect(chooseSuites(['--suite', 'faces'])).toEqual(['faces']);
    expect(chooseSuites(['--suite', 'face'])).toBeUndefined();
    expect(chooseSuites(['--watch'])).toBeUndefined();
  });
});
