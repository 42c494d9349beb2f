/** An attacker who waits for the right moment meets fewer satellites, and never gets a worse deal on average. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { chart } from '../geometry.js';
import { createRunner } from '../run.js';
import { FATE } from '../world.js';

const SALVO = ['variants=4', 'raid[0].within_s=0', 'raid[0].count=6', 'raid[0].to=chicago'];

function leaked(launch: string, overrides: readonly string[], runs: number): { readonly mean: number; readonly epochs: ReadonlySet<number> } {
  const { plan } = compileScenario(undefined, [...SALVO, `launch=${launch}`, ...overrides]);
  const runner = createRunner(chart({ ...plan, layers: plan.layers.filter(({ kind }) => kind === 'space') }));
  const epochs = new Set<number>();
  let count = 0;
  for (let run = 0; run < runs; run++) {
    runner.run(4, run);
    epochs.add(runner.world.epoch_s);
    for (let m = 0; m < 6; m++) if (runner.world.truth.fate[m] === FATE.leaked) count++;
  }
  return { mean: count / runs, epochs };
}

describe('launch at the worst epoch', () => {
  it('lets more of a simultaneous salvo through than launch at random', () => {
    // A thin shell: of a dense one there is never much less in reach.
    const thin = ['interceptors[0].count=1500'], random = leaked('random', thin, 200), worst = leaked('worst-epoch', thin, 200);
    expect(worst.mean).toBeGreaterThan(random.mean + 0.3);
    expect(worst.epochs.size).toBeGreaterThan(190);
  });

  it('stays within the window', () => {
    const { plan } = compileScenario(undefined, ['launch=worst-epoch']);
    for (const epoch_s of leaked('worst-epoch', [], 40).epochs) {
      expect(epoch_s).toBeGreaterThanOrEqual(plan.epoch.from_s);
      expect(epoch_s).toBeLessThanOrEqual(plan.epoch.from_s + plan.epoch.within_s);
    }
  });

  it('changes nothing where the window is a moment', () => {
    expect(leaked('worst-epoch', ['epoch.within_h=0'], 60).mean).toBe(leaked('random', ['epoch.within_h=0'], 60).mean);
  });
});
