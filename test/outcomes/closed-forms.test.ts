/** Outcomes that must come out of the whole chain by themselves, whatever the numbers in between. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { createRunner } from '../../src/engine/run.js';
import { FATE } from '../../src/engine/world.js';
import type { LayerPlan, Plan } from '../../src/scenario/plan/plan.js';
import { sha256Hex, canonicalJson } from '../../src/kernel/hash.js';
import { compileScenario, study } from '../load.js';

const hashed = (plan: Plan) => ({ plan, planHash: sha256Hex(canonicalJson(plan)) });

/** The default raid with 16 variants (flights are the slow part), changed by `edit`. */
function planWith(edit: (plan: Plan) => Partial<Plan>, name?: string): Plan {
  const { plan } = compileScenario(name, ['variants=16']);
  return { ...plan, ...edit(plan) };
}

/** Sees at once, decides at once, knows the future. */
const OMNISCIENT = (plan: Plan): Partial<Plan> => ({
  sensors: plan.sensors.map((sensor) => ({ ...sensor, revisit_s: 0, reportDelay_s: 0 })),
  tracker: { model: 'delay', latency_s: 0, azimuthError_rad: 0 },
  release: { space: { evidence: 'one-infrared', delay_s: 0 }, ground: { evidence: 'one-infrared', delay_s: 0 } },
  command: { ...plan.command, prediction: 'perfect', reserve: 0 },
});

const spaceOnly = (plan: Plan, edit: (layer: LayerPlan & { kind: 'space' }) => Partial<LayerPlan>): LayerPlan[] =>
  plan.layers.flatMap((layer) => (layer.kind === 'space' ? [{ ...layer, ...edit(layer) } as LayerPlan] : []));

describe('no shield', () => {
  it('lets everything arrive', async () => {
    const summary = await study(compileScenario('03-no-shield.yaml', ['variants=8']), 200);
    // 200 of 200 is not certainty either: the interval says how sure, and is the yes-or-no one.
    expect(summary.leakage.mean).toBe(1);
    expect(summary.leakage.high).toBe(1);
    expect(summary.leakage.low).toBeCloseTo(0.025 ** (1 / 200), 3);
    expect(summary.funnel.leaked).toBe(summary.funnel.launched);
    expect(summary.noLeaker.mean).toBe(0);
  });
});

describe('a perfect shield', () => {
  it('lets nothing arrive: certain kills, no delay, perfect prediction, a dense shell', async () => {
    const plan = planWith((p) => ({
      ...OMNISCIENT(p),
      layers: spaceOnly(p, (layer) => ({ singleShotKill_prob: 1, commonMode: [], perSatellite_count: 20, shell: { ...layer.shell, planes_count: 100, perPlane_count: 200 } })),
    }));
    const summary = await study(hashed(plan), 300);
    expect(summary.funnel.leaked).toBe(0);
    expect(summary.funnel.killed).toBe(summary.funnel.launched);
    // "0 of 300" is not certainty: the bound says so.
    expect(summary.noLeaker.low).toBeCloseTo(0.025 ** (1 / 300), 6);
  });
});

describe('a barrage of independent shots', () => {
  for (const [p, n] of [[0.5, 2], [0.3, 4], [0.8, 1]] as const) {
    it(`stops 1 − (1 − ${p})^${n} of the missiles within 4 standard errors`, async () => {
      const plan = planWith((original) => {
        const seen = OMNISCIENT(original);
        return {
          ...seen,
          command: { ...(seen.command as Plan['command']), doctrine: 'barrage', shotsPerTarget: n },
          layers: spaceOnly(original, (layer) => ({ singleShotKill_prob: p, commonMode: [], perSatellite_count: 60, shell: { ...layer.shell, planes_count: 100, perPlane_count: 200 } })),
          // Nobody can stop a payload that would fall short at home: hits that come too late are no part of this form.
          defended: { ...original.defended, territory: { name: 'nowhere', rings: [] } },
        };
      });
      const runs = 1500, summary = await study(hashed(plan), runs);
      expect(summary.layers[0]!.shots).toBe(10 * n);
      const expected = 1 - (1 - p) ** n, error = Math.sqrt((expected * (1 - expected)) / (10 * runs));
      expect(Math.abs(summary.intercepted.mean - expected)).toBeLessThan(4 * error);
      // Shots are independent, so the number stopped is binomial: P(no leaker) = [1 − (1 − p)^n]^10.
      const none = expected ** 10;
      expect(Math.abs(summary.noLeaker.mean - none)).toBeLessThan(4 * Math.sqrt((none * (1 - none)) / runs) + 1e-9);
    });
  }
});

describe('a second interceptor on every satellite', () => {
  it('never lets more through at the same luck: barrage, perfect prediction, independent shots', () => {
    const fates = (perSatellite: number): number[][] => {
      const plan = planWith((p) => {
        const seen = OMNISCIENT(p);
        return { ...seen, release: p.release, command: { ...(seen.command as Plan['command']), doctrine: 'barrage', shotsPerTarget: 2 }, layers: spaceOnly(p, () => ({ commonMode: [], perSatellite_count: perSatellite })) };
      });
      const runner = createRunner(chart(plan, cache));
      return Array.from({ length: 400 }, (_, run) => {
        runner.run(3, run);
        return Array.from(runner.world.truth.fate.subarray(0, 10));
      });
    };
    const cache = new Map();
    const one = fates(1), two = fates(2);
    let stoppedMore = 0;
    one.forEach((fate, run) => {
      const leaked = (f: number[]) => f.filter((x) => x === FATE.leaked).length;
      expect(leaked(two[run]!)).toBeLessThanOrEqual(leaked(fate));
      if (leaked(two[run]!) < leaked(fate)) stoppedMore++;
    });
    expect(stoppedMore).toBeGreaterThan(0);
  });
});

describe('books', () => {
  it('kills, leakers and failures add up to what was launched, and causes to what got through', async () => {
    const plan = planWith((p) => ({ attacks: p.attacks.map((attack) => ({ ...attack, threat: { ...attack.threat, inFlightFailure_prob: 0.2 } })) }));
    const { funnel, leakCauses, layers } = await study(hashed(plan), 500);
    expect(funnel.killed + funnel.leaked + funnel.failed).toBeCloseTo(funnel.launched, 9);
    expect(Object.values(leakCauses).reduce((a, b) => a + b, 0)).toBeCloseTo(funnel.leaked, 9);
    expect(layers.reduce((sum, layer) => sum + layer.intercepted, 0)).toBeCloseTo(funnel.killed, 9);
    expect(Math.abs(funnel.failed - 2)).toBeLessThan(4 * Math.sqrt((10 * 0.2 * 0.8) / 500));
  });
});
