/** Missiles with several warheads and with decoys: closed forms, and the book-keeping of lethal objects. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { createRunner } from '../../src/engine/run.js';
import { FATE } from '../../src/engine/world.js';
import { canonicalJson, sha256Hex } from '../../src/kernel/hash.js';
import type { CompiledScenario } from '../../src/scenario/compile/compiled.js';
import type { BallisticThreatPlan, GroundLayerPlan, LayerPlan, Plan } from '../../src/scenario/plan/plan.js';
import { runStudy } from '../../src/studies/runs/monte-carlo.js';
import type { Summary } from '../../src/studies/runs/summary.js';
import { compileScenario, inlineExecutor } from '../load.js';

interface Load {
  readonly warheads?: number;
  readonly decoys?: number;
  readonly shotsPerTarget?: number;
  readonly kill?: number;
  readonly rounds?: number;
  readonly failure?: number;
  readonly commonMode?: GroundLayerPlan['commonMode'];
}

/** One missile against one battery that sees everything at once and reaches all of it. */
function against({ warheads = 1, decoys = 0, shotsPerTarget = 1, kill = 1, rounds = 60, failure = 0, commonMode = [] }: Load): CompiledScenario {
  const compiled = compileScenario('02-one-icbm-ground-only.yaml', ['variants=2']);
  const [attack] = compiled.plan.attacks, [battery] = compiled.plan.layers;
  if (attack === undefined || battery?.kind !== 'ground') throw new Error('one missile against one battery');
  const threat: BallisticThreatPlan = {
    ...(attack.threat as BallisticThreatPlan), inFlightFailure_prob: failure,
    bus: { warheads_count: warheads, interval_s: 10, deltaV_mps: 300 }, decoys: { perMissile_count: decoys, ballisticCoefficient_kgpm2: 300, separation_mps: 1 },
  };
  const layer: LayerPlan = { ...battery, magazine_count: rounds, singleShotKill_prob: kill, commonMode };
  return withPlan(compiled, { ...compiled.plan, attacks: [{ ...attack, threat }], layers: [layer], command: { ...compiled.plan.command, doctrine: 'barrage', shotsPerTarget, reserve: 0 } });
}

const withPlan = (compiled: CompiledScenario, plan: Plan): CompiledScenario => ({ ...compiled, plan, planHash: sha256Hex(canonicalJson(plan)) });
const study = async (compiled: CompiledScenario, runs: number): Promise<Summary> => await runStudy(compiled, { runs, seed: 5 }, inlineExecutor());

describe('a missile with several warheads', () => {
  it('counts each warhead: kills, leakers and failures add up to warheads launched', async () => {
    const { funnel, leakCauses } = await study(against({ warheads: 3, kill: 0.5, failure: 0.25 }), 800);
    expect(funnel.launched).toBe(3);
    expect(funnel.killed + funnel.leaked + funnel.failed).toBeCloseTo(3, 9);
    expect(Object.values(leakCauses).reduce((a, b) => a + b, 0)).toBeCloseTo(funnel.leaked, 9);
    // A failing missile loses all three together.
    expect(Math.abs(funnel.failed - 0.75)).toBeLessThan(4 * 3 * Math.sqrt((0.25 * 0.75) / 800));
  });

  it('loses them one by one after release: the number stopped is binomial', async () => {
    const runs = 2000, { intercepted, noLeaker } = await study(against({ warheads: 3, kill: 0.6 }), runs);
    expect(Math.abs(intercepted.mean - 0.6)).toBeLessThan(4 * Math.sqrt((0.6 * 0.4) / (3 * runs)));
    const all = 0.6 ** 3;
    expect(Math.abs(noLeaker.mean - all)).toBeLessThan(4 * Math.sqrt((all * (1 - all)) / runs));
  });

  it('loses all on board to one hit in boost, and none of them twice', () => {
    const { plan } = compileScenario(undefined, ['variants=4', 'interceptors[0].commonMode=[]', 'raid[0].count=3']);
    const threat = { ...(plan.attacks[0]!.threat as BallisticThreatPlan), bus: { warheads_count: 4, interval_s: 10, deltaV_mps: 300 } };
    const layers = plan.layers.flatMap((layer) => (layer.kind === 'space' ? [{ ...layer, singleShotKill_prob: 0.5 }] : []));
    const runner = createRunner(chart({ ...plan, attacks: [{ ...plan.attacks[0]!, threat }], layers }));
    let stopped = 0, leaked = 0;
    for (let run = 0; run < 200; run++) {
      runner.run(2, run);
      const { fate } = runner.world.truth;
      for (let missile = 0; missile < 3; missile++) {
        const fates = new Set(fate.subarray(4 * missile, 4 * missile + 4));
        expect(fates.size).toBe(1);
        if (fates.has(FATE.killed)) stopped++;
        else leaked++;
      }
      for (let shot = 0; shot < runner.world.orders.count; shot++) expect(runner.world.orders.target[shot]! % 4).toBe(0);
    }
    expect(stopped).toBeGreaterThan(100);
    expect(leaked).toBeGreaterThan(50);
  });
});

describe('decoys', () => {
  it('are never counted, though they draw shots', async () => {
    const { funnel, layers, leakage } = await study(against({ decoys: 4, kill: 1 }), 200);
    expect(funnel).toMatchObject({ launched: 1, killed: 1, leaked: 0 });
    expect(layers[0]).toMatchObject({ shots: 5, intercepted: 1 });
    expect(leakage.mean).toBe(0);
  });

  it('take rounds from warheads in proportion: with one round for every other object half of the warheads are shot at', async () => {
    const runs = 3000, { funnel } = await study(against({ warheads: 1, decoys: 3, rounds: 2, kill: 1 }), runs);
    expect(Math.abs(funnel.killed - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / runs));
  });

  it('come down after the warhead they flew with', () => {
    const { linked, trajectories } = chart(against({ decoys: 2 }).plan);
    const warhead = linked.aims[0]!.findIndex(({ kind }) => kind === 'warhead');
    linked.aims[0]!.forEach(({ kind }, aim) => {
      if (kind === 'decoy') for (const [v, decoy] of trajectories[0]![aim]!.variants.entries()) expect(decoy.impact_s).toBeGreaterThan(trajectories[0]![warhead]!.variants[v]!.impact_s + 1);
    });
  });
});

describe('launch times', () => {
  it('ripple in order, and later groups start later', () => {
    const { plan } = compileScenario(undefined, ['variants=1', 'raid[0].count=5']);
    const runner = createRunner(chart({ ...plan, attacks: [{ ...plan.attacks[0]!, within_s: 0, every_s: 40, start_s: 600 }] }));
    runner.run(1, 0);
    expect([...runner.world.truth.launch_s.subarray(0, 5)]).toEqual([600, 640, 680, 720, 760]);
  });
});
