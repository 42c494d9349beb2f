/** Book-keeping of layers: what is launched is stopped by some layer, fails or gets through; each step of a layer is a part of the one before. */
import { describe, expect, it } from 'vitest';
import { FUNNEL_STEPS } from '../../src/engine/record/layer-funnel.js';
import { canonicalJson, sha256Hex } from '../../src/kernel/hash.js';
import type { Summary } from '../../src/studies/runs/summary.js';
import { compileScenario, study } from '../load.js';

const FEW = 'variants=6';
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['01-ten-icbms-notional-shell.yaml', [FEW]],
  ['01-ten-icbms-notional-shell.yaml', [FEW, 'command.doctrine=barrage', 'interceptors[0].count=600', 'raid[0].threat.inFlightFailure_prob=0.2']],
  ['01-ten-icbms-notional-shell.yaml', [FEW, 'before={"launchPrevented":0.2,"nonKinetic":0.2}']],
  ['02-one-icbm-ground-only.yaml', [FEW]],
  ['03-no-shield.yaml', [FEW]],
  ['10-regional-power-twenty.yaml', [FEW]],
  ['11-gliders-from-siberia.yaml', [FEW]],
  ['15-second-salvo.yaml', [FEW]],
];
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('what becomes of what is launched', () => {
  it.each(CASES)('%s %j', async (name, overrides) => {
    const { layers, funnel, killsByPhase, protection } = await study(compileScenario(name, overrides), 60);
    expect(sum(layers.map((layer) => layer.funnel.killed)) + funnel.leaked + funnel.failed + (funnel.prevented ?? 0) + (funnel.disrupted ?? 0)).toBeCloseTo(funnel.launched, 9);
    expect(sum(Object.values(killsByPhase))).toBeCloseTo(funnel.killed, 9);
    for (const { funnel: steps, intercepted } of layers) {
      expect(steps.killed).toBeCloseTo(intercepted, 9);
      expect(steps.killed + steps.elsewhere + steps.passedOn).toBeCloseTo(steps.reachable, 9);
      const narrowing = FUNNEL_STEPS.filter((step) => step !== 'elsewhere').map((step) => steps[step]);
      narrowing.forEach((value, i) => expect(value).toBeLessThanOrEqual(i === 0 ? funnel.launched : narrowing[i - 1]!));
      expect(steps.elsewhere).toBeLessThanOrEqual(steps.reachable);
      expect(steps.passedOn).toBeGreaterThanOrEqual(-1e-9);
    }
    expect(protection.untouched.mean).toBeLessThanOrEqual(protection.share.mean + 1e-12);
    expect(protection.p5).toBeLessThanOrEqual(protection.p95);
  });

  it('is stopped in boost from space and in mid-course from the ground, and a layer that may not fire in time passes it on', async () => {
    const { layers, killsByPhase } = await study(compileScenario(undefined, [FEW]), 60), space = layers[0]!;
    expect(killsByPhase.boost).toBeCloseTo(space.funnel.killed, 9);
    expect(killsByPhase.midcourse).toBeCloseTo(layers[1]!.funnel.killed + layers[2]!.funnel.killed, 9);
    const late = await study(compileScenario(undefined, [FEW, 'release.space.delay_s=300']), 60);
    expect(late.layers[0]!.funnel).toMatchObject({ released: 0, killed: 0 });
    expect(late.layers[0]!.funnel.tracked).toBeGreaterThan(9);
    expect(late.layers[0]!.funnel.passedOn).toBeCloseTo(late.layers[0]!.funnel.reachable, 9);
  });
});

describe('what is protected', () => {
  const withPeople = async (people: number[]): Promise<Summary> => {
    const { plan } = compileScenario(undefined, [FEW]), targets = plan.attacks[0]!.targets;
    const places = targets.map((target, i) => ({ ...target, population_count: people[i]! }));
    const changed = { ...plan, defended: { ...plan.defended, places } };
    return await study({ plan: changed, planHash: sha256Hex(canonicalJson(changed)) }, 60);
  };

  it('is what did not get through where all places are worth the same', async () => {
    for (const people of [[1000, 1000, 1000], [0, 0, 0]]) {
      const { protection, leakage } = await withPeople(people);
      expect(protection.share.mean).toBeCloseTo(1 - leakage.mean, 12);
      expect(protection.weighedBy).toBe(people[0] === 0 ? 'equal' : 'population');
    }
  });

  it('hangs on the one place where the people are', async () => {
    // Ten missiles at three targets in turn: four, three and three of them. A place without people counts as the average of the others.
    const [much, little] = [await withPeople([1e9, 1, 1]), await withPeople([1, 1e9, 1])];
    expect(much.protection.share.mean).not.toBeCloseTo(little.protection.share.mean, 6);
    expect(much.recordHash).toBe((await withPeople([1e9, 1, 1])).recordHash);
  });
});
