/** Forms of the literature about kills and doctrine, met by whole attacks against one battery that reaches everything. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { createRunner } from '../../src/engine/run.js';
import { FATE } from '../../src/engine/world.js';
import { noLeaker_prob } from '../../src/models/lethality/wilkening.js';
import { expectedShots } from '../../src/models/lethality/expected-shots.js';
import type { Plan } from '../../src/scenario/plan/plan.js';
import { compileScenario } from '../load.js';

const cache = new Map();
const GROUND = ['variants=2', 'raid[0].threat.inFlightFailure_prob=0', 'command.reserve=0', 'interceptors[0].commonMode=[]', 'interceptors[1].commonMode=[]'];
const planOf = (overrides: readonly string[]): Plan => compileScenario('02-one-icbm-ground-only.yaml', [...GROUND, ...overrides]).plan;
const bothKill = (prob: number): string[] => [0, 1].map((i) => `interceptors[${i}].singleShotKill=${prob}`);

interface Attack { readonly leaked: number; readonly shots: number; readonly objectsShotAt: number }

function attacks(plan: Plan, runs: number, seed = 11): Attack[] {
  const runner = createRunner(chart(plan, cache));
  return Array.from({ length: runs }, (_, run) => {
    runner.run(seed, run);
    const { truth, orders } = runner.world;
    return { leaked: truth.fate.subarray(0, truth.count).filter((fate) => fate === FATE.leaked).length, shots: orders.count, objectsShotAt: new Set(orders.target.subarray(0, orders.count)).size };
  });
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('forty-four interceptors at four per target', () => {
  it('engage eleven objects and not a twelfth', () => {
    const found = attacks(planOf(['raid[0].count=12', 'command.doctrine=barrage', 'command.shotsPerTarget=4', ...bothKill(1)]), 20);
    for (const { objectsShotAt, shots, leaked } of found) expect({ objectsShotAt, shots, leaked }).toEqual({ objectsShotAt: 11, shots: 44, leaked: 1 });
  });

  it('engage one warhead with its ten decoys, and of a second none', () => {
    for (const { objectsShotAt, shots } of attacks(planOf(['raid[0].count=2', 'raid[0].threat.decoys.perMissile=10', 'command.doctrine=barrage', 'command.shotsPerTarget=4', ...bothKill(1)]), 5)) {
      expect({ objectsShotAt, shots }).toEqual({ objectsShotAt: 11, shots: 44 });
    }
  });
});

describe('shots spent one at a time', () => {
  it('are (1 − (1 − p)ⁿ)/p: a look between two shots finds its time in mid-course', () => {
    const runs = 1500, p = 0.56, shots = attacks(planOf(['raid[0].count=1', 'command.shotsPerTarget=2', ...bothKill(p)]), runs).map((attack) => attack.shots);
    // One or two shots, so the number of second shots is binomial.
    expect(Math.abs(mean(shots) - expectedShots(p, 2))).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / runs));
  });
});

describe('the two scopes of a shared failure', () => {
  it('give 0.238 and 0.614 for nothing through of ten, at the same mean', () => {
    const runs = 1200, ten = (scope: string): Attack[] => attacks(planOf(['raid[0].count=10', 'command.doctrine=barrage', 'command.shotsPerTarget=1', ...bothKill(0.9625), ...[0, 1].map((i) => `interceptors[${i}].commonMode=[{ value: 0.9, scope: ${scope} }]`)]), runs);
    const target = ten('target'), layer = ten('layer'), none = (found: readonly Attack[]): number => mean(found.map(({ leaked }) => (leaked === 0 ? 1 : 0)));
    const perTarget = noLeaker_prob(0.9 * 0.9625, 10), perLayer = 0.9 * noLeaker_prob(0.9625, 10);
    expect([perTarget.toFixed(3), perLayer.toFixed(3)]).toEqual(['0.238', '0.614']);
    expect(Math.abs(none(target) - perTarget)).toBeLessThan(4 * Math.sqrt((perTarget * (1 - perTarget)) / runs));
    expect(Math.abs(none(layer) - perLayer)).toBeLessThan(4 * Math.sqrt((perLayer * (1 - perLayer)) / runs));
    const leak = 10 * (1 - 0.9 * 0.9625);
    for (const found of [target, layer]) expect(Math.abs(mean(found.map(({ leaked }) => leaked)) - leak)).toBeLessThan(4 * Math.sqrt((10 * leak) / runs));
  });
});

describe('a barrage at the same luck', () => {
  it('stops at least as much with one more shot at each target, in every run', () => {
    const leaked = (shotsPerTarget: number): number[] => attacks(planOf(['raid[0].count=4', 'command.doctrine=barrage', `command.shotsPerTarget=${shotsPerTarget}`, ...bothKill(0.4)]), 300).map((attack) => attack.leaked);
    const series = [1, 2, 3, 4].map(leaked);
    for (let n = 1; n < series.length; n++) series[n]!.forEach((count, run) => expect(count).toBeLessThanOrEqual(series[n - 1]![run]!));
    expect(mean(series[3]!)).toBeLessThan(mean(series[0]!) / 2);
  });
});
