/** The gain of shared luck, judged where its own error is small. */
import { expect, it } from 'vitest';
import { createThreads } from '../../src/cluster/threads.js';
import { compareScenarios } from '../../src/studies/paired/compare.js';
import { compileScenario } from '../load.js';

// The ratio is 5.7 with a standard error of 0.12 (jackknife over 100 blocks): five is six errors away.
it('release delays of 30 and 35 s need at least five times fewer runs than with luck of their own', async () => {
  const executor = await createThreads();
  try {
    const { varianceRatio } = await compareScenarios(compileScenario(undefined, ['variants=16']), compileScenario(undefined, ['variants=16', 'release.space.delay_s=35']), { runs: 20_000, seed: 1 }, executor);
    expect(varianceRatio!).toBeGreaterThanOrEqual(5);
  } finally {
    await executor.close();
  }
}, 300_000);
