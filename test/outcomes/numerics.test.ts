/** What is only a choice of method must not move the answer; work is counted, never timed. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { createRunner } from '../../src/engine/run.js';
import { compileScenario, study } from '../load.js';

const RUNS = 2000;
const half = (interval: { low: number; high: number }): number => (interval.high - interval.low) / 2;

describe('choices of method', () => {
  it('four times the runs halve the simulation error and leave chance where it was', async () => {
    const compiled = compileScenario();
    const few = await study(compiled, RUNS / 2), many = await study(compiled, RUNS * 2);
    expect(half(few.leakage) / half(many.leakage)).toBeGreaterThan(2 * 0.85);
    expect(half(few.leakage) / half(many.leakage)).toBeLessThan(2 * 1.15);
    for (const p of ['p5', 'p50', 'p95'] as const) expect(Math.abs(few.gotThrough[p] - many.gotThrough[p])).toBeLessThanOrEqual(1);
  });

  it('twice the variants, and half the decision period, move leakage by less than the half-width of its interval', async () => {
    const base = await study(compileScenario(), RUNS);
    const variants = await study(compileScenario(undefined, ['variants=128']), RUNS);
    const period = await study(compileScenario(undefined, ['command.decisionPeriod_s=2.5']), RUNS);
    expect(Math.abs(variants.leakage.mean - base.leakage.mean)).toBeLessThan(half(base.leakage));
    expect(Math.abs(period.leakage.mean - base.leakage.mean)).toBeLessThan(half(base.leakage));
  });
});

describe('work', () => {
  it('geometry is made once and changing a probability makes none of it again', () => {
    const cache = new Map();
    const first = chart(compileScenario(undefined, ['variants=8']).plan, cache);
    expect(first.work.rightHandSides).toBeGreaterThan(0);
    const again = chart(compileScenario(undefined, ['variants=8', 'interceptors[0].singleShotKill=0.5', 'interceptors[0].count=15600']).plan, cache);
    expect(again.work.rightHandSides).toBe(0);
    expect(again.work.reused).toBe(again.work.parts);
  });

  it('a run looks at a small share of the shell and draws a bounded amount of luck', () => {
    const runner = createRunner(chart(compileScenario(undefined, ['variants=8']).plan));
    for (let run = 0; run < 100; run++) runner.run(1, run);
    const perRun = { candidates: runner.work.candidates / 100, draws: runner.work.draws / 100 };
    // Ten missiles, a few decisions each: all pairs would be 78,000 candidates for a single decision a missile.
    expect(perRun.candidates).toBeLessThan(15_000);
    expect(perRun.draws).toBeLessThan(600);
    expect(perRun.draws).toBeGreaterThan(50);
  });
});
