/** What a scenario may add to an interceptor in orbit: a chance that it works when called, and a second stage. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { chart } from '../geometry.js';
import { createRunner } from '../run.js';
import { FATE } from '../world.js';

const cache = new Map<string, unknown>();

function fatesOf(overrides: readonly string[], runs = 60): number[] {
  const runner = createRunner(chart(compileScenario(undefined, ['variants=4', ...overrides]).plan, cache));
  return Array.from({ length: runs }, (_, run) => run).flatMap((run) => {
    runner.run(9, run);
    return [...runner.world.truth.fate.subarray(0, 10)];
  });
}

const leaked = (fates: readonly number[]): number => fates.filter((fate) => fate === FATE.leaked).length;
const ONE = 'interceptors[0].interceptor';

describe('interceptors in orbit', () => {
  it('that work half the time kill as those with half the single-shot chance, at the same luck', () => {
    expect(fatesOf([`${ONE}.reliability=0.5`])).toEqual(fatesOf(['interceptors[0].singleShotKill=0.4']));
    expect(fatesOf([`${ONE}.reliability=1`])).toEqual(fatesOf([]));
  });

  it('with a second stage reach more, and with one that gains next to nothing no more', () => {
    const single = leaked(fatesOf([])), two = leaked(fatesOf([`${ONE}.secondStage={ speed_kmps: 3 }`]));
    expect(two).toBeLessThan(single);
    const none = fatesOf([`${ONE}.secondStage={ speed_kmps: 0.001, coast_s: 0 }`]);
    expect(Math.abs(leaked(none) - single)).toBeLessThanOrEqual(2);
  });

  it('have neither in the plan unless a scenario or a card gives it', () => {
    const [layer] = compileScenario().plan.layers;
    expect(layer?.interceptor).not.toHaveProperty('secondStage');
    expect(layer?.interceptor).not.toHaveProperty('reliability_prob');
    const { plan, numbers } = compileScenario(undefined, [`${ONE}.secondStage={ speed_kmps: 3 }`]);
    expect(plan.layers[0]?.interceptor).toMatchObject({ secondStage: { coast_s: 0, speed_mps: 3000 } });
    expect(numbers.map(({ path }) => path)).toContain('interceptors[0].interceptor.secondStage.coast_s');
  });
});
