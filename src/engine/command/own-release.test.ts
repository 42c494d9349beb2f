/** Entries with a release rule of their own: a battery with its own radar does not wait for what the others wait for. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { createDigester } from '../record/digest.js';
import { chart } from '../geometry.js';
import type { GeometryCache } from '../geometry.js';
import { createRunner } from '../run.js';
import type { Runner } from '../run.js';

const cache: GeometryCache = new Map();
const FEW = ['variants=4', 'raid[0].count=4', 'interceptors[0].count=800'];
const chartOf = (overrides: readonly string[]) => chart(compileScenario(undefined, [...FEW, ...overrides]).plan, cache);

/** Plays a run and gives its fingerprint, with the world that it left. */
function play(overrides: readonly string[], run = 0): { digest: string; runner: Runner; groups: ReturnType<typeof chartOf>['linked']['groups'] } {
  const geometry = chartOf(overrides), runner = createRunner(geometry);
  runner.run(5, run);
  const digest = createDigester(geometry.linked.missiles.length, runner.world.orders.capacity)(runner.world, runner.causes);
  return { digest: Buffer.from(digest).toString('hex'), runner, groups: geometry.linked.groups };
}

describe('a release rule of an entry', () => {
  it('changes nothing where it says what the rule of its kind says', () => {
    const { ground } = chartOf([]).linked.plan.release;
    expect(play([`interceptors[1].release={ evidence: ${ground.evidence}, delay_s: ${ground.delay_s} }`]).digest).toBe(play([]).digest);
  });

  it('makes a group of its own, which fires when its own rule is met after its own delay', () => {
    const { runner: { world }, groups } = play(['interceptors[0].singleShotKill=0', 'raid[0].threat.inFlightFailure_prob=0', 'interceptors[2].release={ evidence: one-infrared, delay_s: 7 }']);
    expect(groups.map(({ name, elements }) => [name, elements])).toEqual([
      ['notional-sbi', [0]], ['gbi, infrared-and-radar, 60 s', [1]], ['gbi, one-infrared, 7 s', [2]],
    ]);
    const { evidence_s, release_s, belief } = world, of = groups.length;
    for (let m = 0; m < belief.count; m++) {
      const own = m * of + 2;
      expect(release_s[own]! - evidence_s[own]!).toBeCloseTo(7, 9);
      expect(release_s[m * of + 1]! - evidence_s[m * of + 1]!).toBeCloseTo(60, 9);
      expect(evidence_s[own]).toBeLessThan(evidence_s[m * of + 1]!);
    }
  });

  it('takes what it leaves out from the rule of its kind', () => {
    const { groups } = play(['interceptors[1].release={ delay_s: 5 }', 'release.ground.evidence=radar']);
    expect(groups[1]?.release).toEqual({ evidence: 'radar', delay_s: 5 });
  });

  it('keeps the luck of others, and of what the design has in common', () => {
    const { groups } = play(['interceptors[2].release={ evidence: one-infrared, delay_s: 7 }']), { groups: shared } = play([]);
    expect(groups[1]?.key).toBe(shared[1]?.key);
    expect(groups[2]?.key).not.toBe(groups[1]?.key);
    expect(groups[2]?.designKey).toBe(groups[1]?.designKey);
  });
});
