/** How far the answer moves over the assumed cards: it follows their ranges, leaves the answer itself alone, hides no draw. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/scenario/catalogue.js';
import type { Catalogue } from '../../src/scenario/catalogue.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import { assumedInputs } from '../../src/studies/not-known/assumption-draws.js';
import type { Executor } from '../../src/studies/executor.js';
import { runStudy } from '../../src/studies/runs/monte-carlo.js';
import { findDrivers } from '../../src/studies/not-known/drivers.js';
import { notKnown } from '../../src/studies/not-known/not-known.js';
import type { NotKnown } from '../../src/studies/not-known/not-known.js';
import type { AssumptionQuestion } from '../../src/studies/paired/plan-outcomes.js';
import { createShardCache } from '../../src/studies/runs/shard.js';
import { catalogue, DEFAULT_SCENARIO, inlineExecutor, ROOT } from '../load.js';

const text = readFileSync(new URL(`scenarios/${DEFAULT_SCENARIO}`, ROOT), 'utf8');
/** Few variants: flights are the slow part, and these tests are about something else. */
const CHEAP = ['variants=4'];
const KILL = 'defaults/layer-space#singleShotKill', DELAY = 'defaults/release-space#delay_s', PAYLOAD = 'threats/solid-icbm-3-stage#payload_kg';

/** The catalogue with other ranges of some cards, found by their numbers' names. */
function withRanges(ranges: Readonly<Record<string, readonly [number, number]>>): Catalogue {
  const copy = JSON.parse(JSON.stringify(catalogue())) as { kinds: Record<string, Record<string, Record<string, { low: number; high: number }>>> };
  for (const [card, [low, high]] of Object.entries(ranges)) {
    const [, kind, name, key] = /^(.*)\/(.*)#(.*)$/.exec(card)!;
    Object.assign(copy.kinds[kind!]![name!]![key!]!, { low, high });
  }
  return readCatalogue(copy);
}

function ask(cards: Catalogue = catalogue(), runs = 100, seed = 1): AssumptionQuestion {
  const compile = (overrides: readonly string[]) => compileText(text, DEFAULT_SCENARIO, cards, [...CHEAP, ...overrides]);
  const base = compile([]);
  if (!base.ok) throw new Error(JSON.stringify(base.problems));
  return { base: base.compiled, compile, seed, runs };
}

async function band(question: AssumptionQuestion, cards: readonly string[], draws: number, executor: Executor = inlineExecutor()): Promise<NotKnown> {
  const inputs = assumedInputs(question.base.numbers).filter(({ card }) => cards.includes(card));
  expect(inputs).toHaveLength(cards.length);
  return await notKnown(question, { draws, inputs }, executor);
}

describe('not known', () => {
  it('widens with the range of an assumed card, while the answer stays the same to the last bit', async () => {
    const narrow = ask(withRanges({ [KILL]: [0.75, 0.85] })), wide = ask(withRanges({ [KILL]: [0.5, 0.95] }));
    const [narrowBand, wideBand] = [await band(narrow, [KILL], 16), await band(wide, [KILL], 16)];
    expect(wideBand.low!).toBeLessThan(narrowBand.low!);
    expect(wideBand.high!).toBeGreaterThan(narrowBand.high!);
    const answers = await Promise.all([narrow, wide].map((question) => runStudy(question.base, { runs: 200, seed: 1 }, inlineExecutor())));
    expect(answers[0]!.leakage.mean).toBe(answers[1]!.leakage.mean);
    expect(answers[0]!.recordHash).toBe(answers[1]!.recordHash);
    expect(answers[0]!.planHash).toBe(answers[1]!.planHash);
  });

  it('is the smallest and largest mean over the draws, and does not depend on who ran them when', async () => {
    const forward = await band(ask(), [KILL, DELAY], 16);
    const means = forward.perDraw.map(({ leakage }) => leakage!);
    expect([forward.low, forward.high]).toEqual([Math.min(...means), Math.max(...means)]);
    expect(forward).toMatchObject({ draws: 16, refused: 0, refusals: [], inputs: 2, runs: 100 });
    const inline = inlineExecutor(createShardCache());
    const backward: Executor = { workers: 1, run: async (jobs, onResult) => await inline.run([...jobs].reverse(), onResult) };
    expect(await band(ask(), [KILL, DELAY], 16, backward)).toEqual(forward);
  });

  it('shows a first band after sixteen draws, which spans the ranges already', async () => {
    const question = ask(undefined, 50), interims: (NotKnown | null)[] = [];
    const inputs = assumedInputs(question.base.numbers).filter(({ card }) => card === KILL);
    const final = await notKnown(question, { draws: 32, inputs }, inlineExecutor(), (progress) => interims.push(progress.interim()));
    expect(interims).toHaveLength(32);
    expect(interims.slice(0, 15).every((found) => found === null)).toBe(true);
    expect(interims[15]?.perDraw).toEqual(final.perDraw.slice(0, 16));
    expect(interims[31]).toEqual(final);
    const values = interims[15]!.perDraw.map(({ overrides }) => Number(overrides[0]!.split('=')[1]));
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.9 * (0.95 - 0.5));
  });

  it('counts the draws in which the missile no longer gets there, and keeps no more geometry than it needs', async () => {
    const cache = createShardCache();
    const result = await band(ask(withRanges({ [PAYLOAD]: [500, 3000] }), 10), [PAYLOAD], 16, inlineExecutor(cache));
    expect(result.refused).toBeGreaterThan(0);
    expect(result.refused).toBeLessThan(16);
    expect(result.refusals).toHaveLength(1);
    expect(result.refusals[0]).toMatchObject({ reason: expect.stringMatching(/^solid-icbm-3-stage cannot get from north-korea-interior to /) as string, draws: result.refused });
    expect(result.perDraw.filter(({ leakage }) => leakage === null)).toHaveLength(result.refused);
    // The notional missile's card says 800 kg, at which every target is in reach.
    for (const { overrides, leakage } of result.perDraw) {
      const payload_kg = Number(overrides[0]!.split('=')[1]);
      if (payload_kg <= 800) expect(leakage).not.toBeNull();
      if (payload_kg >= 2000) expect(leakage).toBeNull();
    }
    expect(cache.geometry.size).toBeLessThanOrEqual(220);
  });

  it('counts the draws that a check of the scenario refuses', async () => {
    const question = ask(undefined, 10);
    const compile: AssumptionQuestion['compile'] = (overrides) => question.compile(Number(overrides[0]!.split('=')[1]) > 0.9 ? ['interceptors[0].singleShotKill=2'] : overrides);
    const result = await band({ ...question, compile }, [KILL], 16);
    expect(result.refusals).toEqual([{ reason: 'interceptors[0].singleShotKill: a number, 0 ≤ x ≤ 1 needed', draws: 2 }]);
  });

  it('is driven the way one expects: a longer delay lets more through, a better shot less', async () => {
    const question = ask(), inputs = assumedInputs(question.base.numbers).filter(({ card }) => [KILL, DELAY].includes(card));
    const { drivers, meanNow } = await findDrivers(question, { inputs }, inlineExecutor());
    const [delay, kill] = [DELAY, KILL].map((card) => drivers.find((driver) => driver.card === card)!);
    expect(delay!.effect.low).toBeGreaterThan(0);
    expect(kill!.effect.high).toBeLessThan(0);
    expect(delay!.meanAtLow!).toBeLessThan(meanNow);
    expect(kill!.meanAtLow!).toBeGreaterThan(meanNow);
  });

  it('has nothing to move where nothing is assumed', async () => {
    expect(await notKnown(ask(undefined, 10), { draws: 16, inputs: [] }, inlineExecutor())).toMatchObject({ low: null, high: null, draws: 0, refused: 0 });
  });
});
