/** Exact mode against drawing: the same scenario answered both ways, closed forms, and scenarios that do not allow it. */
import { describe, expect, it } from 'vitest';
import type { CompiledScenario } from '../../src/scenario/compile/compiled.js';
import { createExactStudy } from '../../src/studies/exact/exact.js';
import type { ExactSummary, Refusal } from '../../src/studies/exact/exact.js';
import { momentsOf } from '../../src/studies/exact/poisson-binomial.js';
import { compileScenario, study } from '../load.js';

const GROUND = '02-one-icbm-ground-only.yaml';

function sum(compiled: CompiledScenario, runs: number, seed = 1): ExactSummary | Refusal {
  const exact = createExactStudy(compiled.plan, seed);
  for (let run = 0; run < runs; run++) {
    const refusal = exact.add(run);
    if (refusal !== null) return refusal;
  }
  return exact.summary();
}

function exactly(compiled: CompiledScenario, runs: number): ExactSummary {
  const answer = sum(compiled, runs);
  if ('missile' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** Drawn runs beside the exact answer, within four standard errors in mean and standard deviation. */
async function compareBoth(compiled: CompiledScenario, exactRuns: number, drawnRuns: number): Promise<ExactSummary> {
  const exact = exactly(compiled, exactRuns), drawn = await study(compiled, drawnRuns);
  const truth = momentsOf(exact.distribution), counts = new Float64Array(exact.distribution.length);
  for (const leaked of drawn.leakedByRun) counts[leaked]!++;
  const found = momentsOf(counts), variance = truth.standardDeviation ** 2;
  const fourth = exact.distribution.reduce((total, p, k) => total + p * (k - truth.mean) ** 4, 0);
  // What is left of geometry's luck in the exact answer adds to the error of the drawn one.
  const left = ((exact.leakage.high - exact.leakage.low) / 4) * (exact.distribution.length - 1);
  expect(Math.abs(found.mean - truth.mean)).toBeLessThan(4 * Math.sqrt(variance / drawnRuns + left ** 2));
  expect(Math.abs(found.standardDeviation - truth.standardDeviation)).toBeLessThan(4 * Math.sqrt((fourth - variance ** 2) / drawnRuns) / (2 * truth.standardDeviation) + left);
  expect(exact.distribution.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  return exact;
}

describe('exact mode', () => {
  it('agrees with drawing: six missiles, two salvoes, failures shared by layer and by target', async () => {
    const compiled = compileScenario(GROUND, [
      'raid[0].count=6', 'variants=4', 'command.doctrine=barrage', 'interceptors[0].commonMode=[{value: 0.9, scope: layer}, {value: 0.8, scope: target}]',
    ]);
    const exact = await compareBoth(compiled, 200, 4000);
    expect(exact.combinations).toBe(2);
    // One attack in ten loses the whole layer, so the chance that all six get through is far above that of six misses.
    expect(exact.distribution[6]).toBeGreaterThan(0.1);
  });

  it('is the closed form where geometry does not matter', () => {
    const compiled = compileScenario(GROUND, ['raid[0].count=4', 'variants=2', 'command.doctrine=barrage', 'interceptors[0].singleShotKill=0.56', 'raid[0].threat.inFlightFailure_prob=0']);
    const shots = compiled.plan.command.shotsPerTarget, leak = 0.44 ** shots;
    const exact = exactly(compiled, 40);
    expect(exact.leakage.mean).toBeCloseTo(leak, 12);
    expect(exact.noLeaker.mean).toBeCloseTo((1 - leak) ** 4, 12);
    expect(exact.distribution[4]).toBeCloseTo(leak ** 4, 12);
  });

  it('gives a look between shots the same chances, and agrees with drawing', async () => {
    const options = ['raid[0].count=3', 'variants=4', 'interceptors[1].count=400'];
    const looking = await compareBoth(compileScenario(GROUND, [...options, 'command.doctrine=shoot-look-shoot']), 100, 3000);
    const barrage = exactly(compileScenario(GROUND, [...options, 'command.doctrine=barrage']), 100);
    expect(looking.leakage.mean).toBeCloseTo(barrage.leakage.mean, 9);
  });

  it('agrees with drawing for a shell whose interceptors are plenty', async () => {
    await compareBoth(compileScenario(undefined, ['raid[0].count=4', 'variants=8', 'interceptors[0].perSatellite=20', 'command.doctrine=barrage', 'interceptors[1].count=1000', 'interceptors[2].count=1000']), 300, 2000);
  });

  it('never refuses a single missile: whoever shot at it before has missed', async () => {
    await compareBoth(compileScenario(GROUND, ['variants=4', 'command.reserve=0', 'interceptors[0].count=1', 'interceptors[1].count=2']), 100, 2000);
  });

  it('refuses where the last rounds go to whoever is still alive', () => {
    const answer = sum(compileScenario(GROUND, ['raid[0].count=6', 'variants=4', 'command.doctrine=shoot-look-shoot', 'command.reserve=0', 'interceptors[0].count=8', 'raid[0].within_s=600']), 50);
    expect(answer).toMatchObject({ stock: 'battery' });
    expect((answer as Refusal).missile).toMatch(/^raid\[0\]\/\d$/);
  });

  it('does not refuse a magazine that runs out whatever the luck', async () => {
    const compiled = compileScenario(GROUND, ['raid[0].count=6', 'variants=4', 'command.doctrine=barrage', 'command.reserve=0', 'interceptors[0].count=8', 'raid[0].within_s=0']);
    const exact = await compareBoth(compiled, 200, 3000);
    expect(exact.gotThrough.mean).toBeGreaterThan(1);
  });
});
