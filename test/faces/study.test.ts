/** Studies and exact mode as a stranger meets them: answers, sentences, refusals and the published schema. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Interval } from '../../src/studies/runs/summary.js';
import type { Saturation } from '../../src/studies/sweep/saturate.js';
import { cupola, cupolaJson, ROOT, SCENARIOS, temporaryFolder } from './cupola.js';
import type { ProblemsDocument, RunDocument } from './cupola.js';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface StudyDocument {
  readonly points: readonly { readonly values: Record<string, number>; readonly leakage: Interval; readonly runs: number; readonly recordHash: string; readonly planHash: string; readonly replay: string }[];
  readonly saturation?: Saturation;
}

function studyFile(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, ['version: 1', `scenario: ${join(ROOT, SCENARIOS.groundOnly)}`, ...lines].join('\n'));
  return file;
}

interface ExactDocument extends RunDocument {
  readonly exact: { readonly combinations: number; readonly distribution: readonly number[]; readonly sampled: { readonly leakage: Interval } };
}

describe('cupola study', () => {
  it('answers each point as cupola run does, for any number of workers', async () => {
    const file = studyFile('sweep.yaml', 'kind: sweep', 'runs: 200', 'vary: [ { path: "interceptors[0].singleShotKill", values: [0.2, 0.8] } ]');
    const [inline, threads] = [await cupolaJson<StudyDocument>(['study', file, '--workers', '0']), await cupolaJson<StudyDocument>(['study', file, '--workers', '2'])];
    expect(threads.points).toEqual(inline.points);
    const run = await cupolaJson<RunDocument>(['run', SCENARIOS.groundOnly, '--runs', '200', '--set', 'interceptors[0].singleShotKill=0.8']);
    expect(inline.points[1]).toMatchObject({ recordHash: run.recordHash, planHash: run.planHash, leakage: run.leakage });
    expect(inline.points[0]!.leakage.mean).toBeGreaterThan(inline.points[1]!.leakage.mean);
  });

  it('finds the raid that empties the magazines, in one sentence', async () => {
    const file = studyFile('saturate.yaml', 'kind: saturate', 'runs: 60', 'vary: [ { path: "raid[0].count", values: [1, 5, 10, 20, 40, 80] } ]');
    const { saturation } = await cupolaJson<StudyDocument>(['study', file]);
    const half = saturation?.crossings[2];
    expect(half?.where).toBe('within');
    expect(half!.low!).toBeLessThan(half!.size!);
    expect(half!.high!).toBeGreaterThan(half!.size!);
    expect((await cupola('study', file)).stdout).toMatch(/gets through up to \d+ missiles? at once; more than half beyond \d+\./);
  });

  it('stops points early when a width is asked for', async () => {
    const file = studyFile('width.yaml', 'kind: sweep', 'runs: 3200', 'width: 0.2', 'vary: [ { path: "interceptors[0].singleShotKill", values: [0.5] } ]');
    const { points } = await cupolaJson<StudyDocument>(['study', file]);
    expect(points[0]!.runs).toBeLessThan(3200);
    expect(points[0]!.leakage.high - points[0]!.leakage.low).toBeLessThanOrEqual(0.2);
  });

  it('tells a misspelt scenario file with the nearest one', async () => {
    const file = join(folder, 'lost.yaml');
    writeFileSync(file, 'version: 1\nkind: saturate\nscenario: 01-ten-icbms-notional-shel.yaml\n');
    const { problems } = await cupolaJson<ProblemsDocument>(['study', file], 2);
    expect(problems).toEqual([expect.objectContaining({ path: 'scenario', line: 3, hint: expect.stringContaining('01-ten-icbms-notional-shell.yaml') as string })]);
  });

  it('has a schema of its own', async () => {
    expect(await cupolaJson<{ title: string }>(['schema', 'study'])).toMatchObject({ title: 'Cupola study, version 1' });
    expect(await cupolaJson<{ title: string }>(['schema'])).toMatchObject({ title: 'Cupola scenario, version 1' });
    expect((await cupolaJson<ProblemsDocument>(['schema', 'studdy'], 2)).problems[0]?.hint).toContain('study');
  });
});

describe('cupola run --exact', () => {
  it('sums the luck of one missile against four shots: 0.44 to the fourth', async () => {
    const answer = await cupolaJson<ExactDocument>(['run', SCENARIOS.groundOnly, '--runs', '300', '--exact', '--set', 'variants=4', '--set', 'interceptors[1].count=400']);
    const drawn = answer.exact.sampled.leakage;
    expect(answer.leakage.mean).toBeGreaterThanOrEqual(drawn.low);
    expect(answer.leakage.mean).toBeLessThanOrEqual(drawn.high);
    expect(answer.exact.distribution).toHaveLength(2);
    expect(answer.exact.distribution[1]).toBeCloseTo(answer.leakage.mean, 12);
    const plain = await cupolaJson<RunDocument>(['run', SCENARIOS.groundOnly, '--runs', '300', '--set', 'variants=4', '--set', 'interceptors[1].count=400']);
    expect(answer.recordHash).toBe(plain.recordHash);
  });

  it('is refused with the decision that ties missiles together', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['run', SCENARIOS.groundOnly, '--runs', '50', '--exact', '--set', 'raid[0].count=12', '--set', 'interceptors[0].count=10'], 2);
    expect(problems[0]).toMatchObject({ path: '--exact' });
    expect(problems[0]?.hint).toMatch(/in run \d+, [\d.]+ s after its start, gbi decides about raid\[0\]\/\d+/);
  });
});
