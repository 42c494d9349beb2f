/** `cupola compare` and `cupola run --assumptions`: the keys that others rely on, and what each refuses. */
import { describe, expect, it, vi } from 'vitest';
import type { Driver, Effect } from '../../src/studies/not-known/drivers.js';
import type { DifferingInput } from '../../src/studies/paired/differing-inputs.js';
import type { Interval } from '../../src/studies/runs/summary.js';
import { cupola, cupolaJson, type ProblemsDocument, type RunDocument, SCENARIOS } from './cupola.js';

/** Every command charts its geometry anew, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

interface ComparisonDocument {
  readonly runs: number;
  readonly seed: number;
  readonly difference: Interval;
  readonly verdict: string;
  readonly inputs: readonly DifferingInput[];
  readonly a: { readonly planHash: string; readonly leakage: Interval };
  readonly b: { readonly planHash: string; readonly leakage: Interval };
  readonly provenance: { readonly seed: number; readonly command: string };
}

const { groundOnly } = SCENARIOS;
/** Quick to chart: one flight, one battery. */
const FEW = ['--set', 'variants=1', '--set', 'interceptors=[{battery: gbi, at: fort-greely, count: 4}]'];

describe('cupola compare', () => {
  it('gives the difference of the two answers, a verdict and the inputs that differ', async () => {
    const words = ['compare', groundOnly, groundOnly, '--set-b', 'interceptors[0].singleShotKill=0.2', '--set-b', 'interceptors[1].singleShotKill=0.2', '--set-a', 'variants=2', '--set-b', 'variants=2', '--runs', '400', '--seed', '3'];
    const document = await cupolaJson<ComparisonDocument>(words);
    expect(Object.keys(document)).toEqual(expect.arrayContaining(['runs', 'seed', 'difference', 'verdict', 'inputs', 'a', 'b', 'provenance']));
    expect(document).toMatchObject({ runs: 400, seed: 3, verdict: 'B lets more through', provenance: { seed: 3 } });
    expect(document.difference.mean).toBeCloseTo(document.a.leakage.mean - document.b.leakage.mean, 9);
    expect(document.difference.high).toBeLessThan(0);
    expect(document.inputs).toEqual([0, 1].map((i) => ({ path: `interceptors[${i}].singleShotKill`, valueA: 0.56, valueB: 0.2 })));
    const alone = await cupolaJson<RunDocument>(['run', groundOnly, '--runs', '400', '--seed', '3', '--set', 'variants=2']);
    expect(document.a).toMatchObject({ planHash: alone.planHash, leakage: alone.leakage });
    expect(document.b.planHash).not.toBe(alone.planHash);
    const text = await cupola(...words, '--workers', '0');
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/^B lets more through\.\n/);
    expect(text.stdout).toContain('interceptors[0].singleShotKill');
  });

  it('refuses what is wrong with either scenario and names the flag', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['compare', groundOnly, 'nowhere.yaml', '--set-a', 'interceptors[0].singleShotKill=2'], 2);
    expect(problems.map(({ file }) => file)).toEqual(['--set-a', 'nowhere.yaml']);
    expect((await cupolaJson<ProblemsDocument>(['compare', groundOnly], 2)).problems[0]).toMatchObject({ path: '<b>' });
  });
});

interface AssumptionsDocument extends RunDocument {
  readonly overAssumptions: { readonly low: number; readonly high: number; readonly draws: number; readonly refused: number; readonly runs: number };
  readonly drivers: readonly Driver[];
  readonly effects: readonly Effect[];
}

describe('cupola run --assumptions', () => {
  it('adds the band and the drivers, and leaves the answer as it was', async () => {
    const common = ['run', groundOnly, '--runs', '100', ...FEW];
    const document = await cupolaJson<AssumptionsDocument>([...common, '--assumptions', '6']);
    const { overAssumptions, drivers, effects, provenance: _command, sentence, ...answer } = document;
    expect(overAssumptions).toMatchObject({ draws: 6, runs: 100 });
    expect(overAssumptions.low).toBeGreaterThanOrEqual(0);
    expect(overAssumptions.low).toBeLessThan(overAssumptions.high);
    expect(drivers.length).toBeGreaterThan(0);
    expect(drivers.length).toBeLessThanOrEqual(3);
    for (const driver of drivers) expect(Object.keys(driver)).toEqual(expect.arrayContaining(['path', 'card', 'label', 'unit', 'now', 'low', 'high', 'meanAtLow', 'meanAtHigh', 'turnsAt', 'conclusion']));
    const sizes = effects.map(({ effect }) => Math.abs(effect.mean));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const { provenance: _other, sentence: short, ...plain } = await cupolaJson<RunDocument>(common);
    expect(answer).toEqual(plain);
    // The sentence goes on where the short one ends.
    expect(sentence.startsWith(short.replace(/\.$/, ''))).toBe(true);
    expect(sentence).toContain('over the assumed numbers');
  });

  it('may stand before the scenario without a number, and refuses what is no number of draws', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['run', '--assumptions', 'nowhere.yaml'], 2);
    expect(problems.map(({ file }) => file)).toEqual(['nowhere.yaml']);
    expect((await cupolaJson<ProblemsDocument>(['run', groundOnly, '--assumptions', '0'], 2)).problems[0]).toMatchObject({ path: '--assumptions', found: '0' });
  });
});
