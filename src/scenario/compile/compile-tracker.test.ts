/** Which numbers a tracker brings into a plan, and what is said of those that change nothing. */
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../tools/build-catalogue.js';
import { compileText } from './compile.js';
import type { CompiledScenario } from './compiled.js';

const catalogue = buildCatalogue();

const textWith = (lines: readonly string[], interceptors: readonly string[] = ['battery: gbi, at: fort-greely', 'constellation: notional-7800', 'battery: thaad, at: fort-greely, count: 8']): string =>
  ['version: 1', 'raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, count: 1 } ]', 'sensors: [ { use: sbirs-geo }, { use: uewr-clear } ]', 'interceptors:', ...interceptors.map((entry) => `  - { ${entry} }`), ...lines].join('\n');

function compiled(lines: readonly string[], interceptors?: readonly string[], overrides: readonly string[] = []): CompiledScenario {
  const result = compileText(textWith(lines, interceptors), 'test.yaml', catalogue, overrides);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
}

describe('the tracker of a plan', () => {
  it('is `delay` where nothing is said, and nothing of the other enters the plan', () => {
    const { plan, planHash, numbers } = compiled([]);
    expect(plan.tracker.model).toBe('delay');
    expect(compiled(['tracker: delay']).planHash).toBe(planHash);
    expect(JSON.stringify(plan)).not.toMatch(/commitGate|discrimination|"divert_mps":[^,}]*,"commonMode/);
    expect(numbers.some(({ path }) => /discrimination|commitGate|boostMismatch/.test(path))).toBe(false);
  });

  it('is `covariance` in both ways of writing it, with every number from its card, in SI', () => {
    const short = compiled(['tracker: covariance']), long = compiled(['tracker: { model: covariance }']);
    expect(long.planHash).toBe(short.planHash);
    expect(short.plan.tracker).toMatchObject({ model: 'covariance', priorPosition_m: 100_000, priorVelocity_mps: 1000, handOver_s: 60, discrimination: { engageAbove_prob: 0, wideBandRadar: { warheadAsWarhead_prob: 0.9 } } });
    const assumed = short.numbers.filter(({ path }) => path.startsWith('tracker.') || path.startsWith('discrimination.'));
    // Sixteen of the tracker less three that stand as needs of the interceptors; three of discrimination and three times three.
    expect(assumed).toHaveLength(16 - 3 + 3 + 9);
    expect(assumed.every(({ standing, low, high }) => standing === 'assumed' && low !== null && high !== null)).toBe(true);
    expect(compiled(['tracker: covariance'], undefined, ['tracker={ model: covariance, latency_s: 9 }']).plan.tracker.latency_s).toBe(9);
  });

  it('brings the needs of interceptors: from defaults, as stated, and none for what has its own radar', () => {
    const plan = (interceptors?: readonly string[]) => compiled(['tracker: covariance'], interceptors).plan.layers;
    const [gbi, shell, thaad] = plan();
    expect(gbi).toMatchObject({ commitGate_m: 20_000, divert_mps: 600 });
    expect(shell).toMatchObject({ commitGate_m: 50_000 });
    expect(thaad).not.toHaveProperty('commitGate_m');
    expect(thaad).not.toHaveProperty('divert_mps');
    expect(plan(['battery: thaad, at: fort-greely, count: 8, interceptor: { commitGate_km: 2 }'])[0]).toMatchObject({ commitGate_m: 2000 });
  });

  it('warns of what changes nothing without it', () => {
    const { warnings } = compiled(['tracker: delay', 'discrimination: { engageAbove: 0.5 }'], ['battery: gbi, at: fort-greely, interceptor: { commitGate_km: 5 }']);
    expect(warnings.map(({ path, expected }) => [path, expected])).toEqual([['discrimination', '`tracker: covariance`'], ['interceptors[0].interceptor.commitGate_km', '`tracker: covariance`']]);
  });
});
