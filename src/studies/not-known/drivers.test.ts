import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, DEFAULT_SCENARIO, ROOT } from '../../../test/load.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { assumedInputs } from './assumption-draws.js';
import type { Executor } from '../executor.js';
import { findDrivers } from './drivers.js';
import { createOutcomeTable } from '../runs/outcome-table.js';
import type { AssumptionQuestion } from '../paired/plan-outcomes.js';

const text = readFileSync(new URL(`scenarios/${DEFAULT_SCENARIO}`, ROOT), 'utf8');
const RUNS = 400, LAUNCHED = 10;
const DELAY = 'defaults/release-space#delay_s', KILL = 'defaults/layer-space#singleShotKill', SHOTS = 'defaults/command#shotsPerTarget', PAYLOAD = 'threats/solid-icbm-3-stage#payload_kg';

/** A shield whose mean leakage is a formula of its plan, so that every effect and turning value is known beforehand. */
function formulaExecutor(leakageOf: (plan: Plan) => number | string): Executor & { jobs: number } {
  const executor = {
    workers: 1,
    jobs: 0,
    run: async (...[jobs, onResult]: Parameters<Executor['run']>) => {
      for (const job of jobs) {
        executor.jobs++;
        const mean = leakageOf(job.plan), work = { rightHandSides: 0, candidates: 0, draws: 0 };
        if (typeof mean === 'string') {
          onResult(job, { from: job.from, to: job.to, buffer: new ArrayBuffer(0), work, refusal: mean });
          continue;
        }
        const table = createOutcomeTable(job.plan.layers.length, job.to - job.from);
        for (let run = 0; run < RUNS; run++) {
          table.launched[run] = LAUNCHED;
          table.leaked[run] = Math.floor(mean * LAUNCHED + (run + 0.5) / RUNS);
        }
        onResult(job, { from: job.from, to: job.to, buffer: table.buffer, work });
      }
      await Promise.resolve();
    },
  };
  return executor;
}

async function drive(leakageOf: (plan: Plan) => number | string, cards: readonly string[], top?: number) {
  const compile = (overrides: readonly string[]) => compileText(text, DEFAULT_SCENARIO, catalogue(), overrides);
  const base = compile([]);
  if (!base.ok) throw new Error('the default scenario does not compile');
  const question: AssumptionQuestion = { base: base.compiled, compile, seed: 1, runs: RUNS };
  const inputs = assumedInputs(base.compiled.numbers).filter(({ card }) => cards.includes(card));
  return await findDrivers(question, { inputs, ...(top === undefined ? {} : { top }) }, formulaExecutor(leakageOf));
}

const payloadOf = ({ attacks: [attack] }: Plan): number => (attack?.threat.model === 'staged-ballistic' ? attack.threat.payload_kg : NaN);
const killOf = (plan: Plan): number => plan.layers[0]!.singleShotKill_prob;
/** 0.4 as the scenario stands (delay 30 s, kill 0.8); half at 37.5 s, one missile of ten at 7.5 s. */
const byDelayAndKill = (plan: Plan): number => plan.release.space.delay_s / 75 + 0.1 * (0.8 - killOf(plan));

describe('drivers', () => {
  it('ranks inputs by what they do alone, with ends, direction and units', async () => {
    const { drivers, effects, meanNow } = await drive(byDelayAndKill, [DELAY, KILL, SHOTS]);
    expect(meanNow).toBeCloseTo(4, 9);
    expect(effects.map(({ card }) => card)).toEqual([DELAY, KILL, SHOTS]);
    const [delay, kill] = drivers;
    expect(delay).toMatchObject({ path: 'release.space.delay_s', label: 'Release rule of space layers: delay', unit: 's', now: 30, low: 0, high: 60, meanAtLow: 0, meanAtHigh: 8, refusals: [] });
    expect(delay!.effect.mean).toBeCloseTo(8, 9);
    expect(kill!.effect.mean).toBeCloseTo(-0.45, 9);
    expect(kill!.effect.low).toBeLessThan(-0.45);
    expect(kill!.effect.high).toBeGreaterThan(-0.45);
    // What moves nothing drives nothing, even when the three strongest are asked for.
    expect(drivers).toHaveLength(2);
    expect(effects[2]?.effect).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('finds the value at which each conclusion turns, and null where none does', async () => {
    const { drivers: [delay, kill] } = await drive(byDelayAndKill, [DELAY, KILL]);
    expect(delay!.conclusion).toBe('fewer than half of the missiles get through');
    expect(delay!.turns.map(({ holdsNow }) => holdsNow)).toEqual([true, false]);
    // Eight halvings of 30 s, and a mean over 400 runs that moves in steps of 0.0025 missiles.
    expect(delay!.turnsAt).toBeCloseTo(37.5, 0);
    expect(Math.abs(delay!.turns[1]!.turnsAt! - 7.5)).toBeLessThan(0.15);
    expect(kill).toMatchObject({ turnsAt: null, conclusion: 'fewer than half of the missiles get through' });
    expect(kill!.turns.every(({ turnsAt }) => turnsAt === null)).toBe(true);
  });

  it('names the second conclusion when only that one turns', async () => {
    const { drivers: [delay] } = await drive((plan) => plan.release.space.delay_s / 150, [DELAY]);
    expect(delay!.conclusion).toBe('fewer than one missile gets through on average');
    expect(Math.abs(delay!.turnsAt! - 15)).toBeLessThan(0.15);
  });

  it('gives a whole number where only whole numbers make sense: the first at which it has turned', async () => {
    const { drivers: [shots] } = await drive((plan) => (plan.command.shotsPerTarget >= 2 ? 0.3 : 0.7), [SHOTS]);
    expect(shots).toMatchObject({ now: 2, low: 1, high: 4, turnsAt: 1 });
    const { drivers: [more] } = await drive((plan) => (plan.command.shotsPerTarget >= 4 ? 0.7 : 0.3), [SHOTS]);
    expect(more!.turnsAt).toBe(4);
  });

  it('says which end of a range cannot be run, and measures to the scenario instead', async () => {
    const { drivers: [payload] } = await drive((plan) => (payloadOf(plan) > 800 ? 'it cannot get there' : 0.2 + payloadOf(plan) / 8000), [PAYLOAD]);
    expect(payload).toMatchObject({ now: 800, meanAtHigh: null, refusals: ['it cannot get there'], turnsAt: null });
    const atLow = 10 * (0.2 + payload!.low / 8000);
    expect(payload!.meanAtLow).toBeCloseTo(atLow, 2);
    expect(payload!.effect.mean).toBeCloseTo(3 - atLow, 2);
  });

  it('takes as many as are asked for', async () => {
    expect((await drive(byDelayAndKill, [DELAY, KILL, SHOTS], 1)).drivers.map(({ card }) => card)).toEqual([DELAY]);
  });
});
