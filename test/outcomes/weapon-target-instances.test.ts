/**
 * The public instances of Andersen, Pavlikov and Toffolo (Annals of Operations Research, 2022), read from the folder that
 * CUPOLA_WTA names: their licence keeps them out of this repository. Best published values: 1734.302277 (proved there), 123.838458,
 * 20.590016, 2862.302805.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWeaponTargetFile } from '../../src/formats/weapon-target-file.js';
import { planValue } from '../../src/models/command/weapon-target/problem.js';
import { gapOf, searchPlan } from '../../src/models/command/weapon-target/search.js';

const folder = process.env['CUPOLA_WTA'] ?? '';
const why = folder === '' ? ' (skipped: set CUPOLA_WTA to the folder of the instances)' : '';
/** What is wanted within this time on one core; the search looks at no clock itself. */
const ALLOWED_S = 60;
/** Published values have six decimals. */
const PRINTED = 1e-6;

describe('public weapon-target instances', () => {
  it.skipIf(folder === '').each([
    { file: 'wta_50x100x1.txt', published: 1734.302277, greedy: 1801.73 },
    { file: 'wta_50x100x2.txt', published: 123.838458, greedy: 159.15 },
    { file: 'wta_50x100x3.txt', published: 20.590016, greedy: 25.25 },
    { file: 'wta_100x200x1.txt', published: 2862.302805, greedy: 2943.67 },
  ])(`$file: as good as the best published plan, and proved to be the best${why}`, ({ file, published, greedy }) => {
    const path = join(folder, file);
    expect(existsSync(path), `${path} is missing`).toBe(true);
    const read = readWeaponTargetFile(readFileSync(path, 'utf8'), file);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const started = performance.now();
    let state;
    for (state of searchPlan(read.problem)) if (state.isProved || performance.now() - started > ALLOWED_S * 1000) break;
    expect(state).toMatchObject({ isProved: true });
    expect(Math.abs(state!.value - published)).toBeLessThan(2 * PRINTED);
    expect(state!.value).toBe(planValue(read.problem, state!.plan));
    expect(state!.bound).toBeLessThanOrEqual(state!.value);
    expect(gapOf(state!)).toBeLessThan(1e-6);
    expect(Math.abs(state!.greedyValue - greedy)).toBeLessThan(0.006);
  }, 2 * ALLOWED_S * 1000);
});
