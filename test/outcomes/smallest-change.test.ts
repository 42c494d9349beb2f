/**
 * Of twenty runs in which something got through, every story names the broken link, and what would have stopped the missile
 * has been run again in another way: by the scenario's text with the change made in it.
 */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../load.js';
import { chart } from '../../src/engine/geometry.js';
import { createRunner } from '../../src/engine/run.js';
import type { Plan } from '../../src/scenario/plan/plan.js';
import { RecentMap } from '../../src/studies/recent-map.js';
import { createChangeFinder } from '../../src/studies/smallest-change/smallest-change.js';
import { checkStories } from '../smallest-changes.js';

const FEW = 'variants=6';
const SHELL = '01-ten-icbms-notional-shell.yaml', GROUND = '02-one-icbm-ground-only.yaml', TWENTY = '10-regional-power-twenty.yaml';

describe('what would have stopped it', () => {
  it('in scenario 01', () => {
    const answers = checkStories({ name: SHELL, overrides: [FEW], runs: 5 });
    expect(answers.some(({ change }) => change !== null)).toBe(true);
  });

  it('in scenario 02, where more shots help or nothing but luck does', () => {
    const answers = checkStories({ name: GROUND, overrides: [FEW], runs: 5 });
    for (const { change, isOnlyLuck } of answers) expect(change !== null || isOnlyLuck).toBe(true);
  });

  it('in scenario 10', () => {
    checkStories({ name: TWENTY, overrides: [FEW], runs: 3 });
  });

  it('in a barrage from a thin shield, where rounds run out', () => {
    const answers = checkStories({ name: SHELL, overrides: [FEW, 'command.doctrine=barrage', 'interceptors[0].count=600', 'interceptors[1].count=6'], runs: 5 });
    expect(answers.some(({ change, others }) => [change, ...others].some((one) => one?.path === 'interceptors[1].count'))).toBe(true);
  });

  it('is a shorter delay where permission comes too late, by as much as the margin says', () => {
    const slow = [FEW, 'raid[0].count=1', 'interceptors[0].singleShotKill=1', 'interceptors[0].commonMode[0].value=1', 'command.prediction=perfect'];
    const { plan } = compileScenario(SHELL, slow);
    const late = { ...plan, layers: plan.layers.filter(({ kind }) => kind === 'space'), release: { ...plan.release, space: { ...plan.release.space, delay_s: 150 } } };
    const { change } = createChangeFinder(late, 1, 0).find('raid[0]/0');
    expect(change?.path).toBe('release.space.delay_s');
    expect(change!.to).toBeLessThan(change!.half);
    expect(change!.half).toBeCloseTo((150 + change!.to) / 2, 9);
  });

  it('is a wider gate where the track was too poor', () => {
    const gated = [FEW, 'tracker.model=covariance', 'interceptors[0].interceptor.commitGate_km=1', 'interceptors[1].interceptor.commitGate_km=1', 'interceptors[0].singleShotKill=1', 'interceptors[1].singleShotKill=1'];
    const answers = checkStories({ name: GROUND, overrides: gated, runs: 2 });
    expect(answers.some(({ change, others }) => [change, ...others].some((one) => one?.path.endsWith('commitGate_km') === true))).toBe(true);
  });

  it('comes out the same again', () => {
    const { plan } = compileScenario(GROUND, [FEW]), run = firstThrough(plan);
    const cache = new RecentMap<string, unknown>();
    expect(createChangeFinder(plan, 1, run, cache).find('raid[0]/0')).toEqual(createChangeFinder(plan, 1, run, cache).find('raid[0]/0'));
    expect(() => createChangeFinder(plan, 1, run).find('raid[0]/7')).toThrow(/no object/);
    expect(() => createChangeFinder(plan, 1, run + 1).find('raid[0]/0')).toThrow(/did not get through/);
  });
});

/** A run in which something gets through and the one after it in which nothing does. */
function firstThrough(plan: Plan): number {
  const runner = createRunner(chart(plan));
  for (let run = 0, wasThrough = false; ; run++) {
    runner.run(1, run);
    const isThrough = runner.causes.some((cause) => cause >= 0);
    if (wasThrough && !isThrough) return run - 1;
    wasThrough = isThrough;
  }
}
