/** Joint assignment: each decision is never worse than greedy on the same matrix, says how good it is, and pays over whole attacks. */
import { beforeAll, describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { createRunLog } from '../../src/engine/record/log.js';
import type { JointMatrix } from '../../src/engine/decide/joint-matrix.js';
import { replayRun } from '../../src/engine/record/replay.js';
import { createRunner } from '../../src/engine/run.js';
import { FATE } from '../../src/engine/world.js';
import type { Plan } from '../../src/scenario/plan/plan.js';
import { pairedDifference } from '../../src/studies/paired/paired.js';
import { compileScenario } from '../load.js';

const cache = new Map(), FEW = ['variants=8'], JOINT = 'command.assignment=joint';
/** A thin shell, so that shooters are scarce. */
const THIN = ['interceptors[0].count=3000'];
const planOf = (overrides: readonly string[], name?: string): Plan => compileScenario(name, [...FEW, ...overrides]).plan;

interface Judged { readonly saved: number; readonly bound: number; readonly greedySaved: number; readonly isExact: boolean; readonly rows: number }

/** Every joint decision of some runs. */
function judged(plan: Plan, runs: number): Judged[] {
  const geometry = chart(plan, cache), runner = createRunner(geometry), found: Judged[] = [];
  const keep = ({ saved, bound, greedySaved, isExact, rows }: JointMatrix): void => void found.push({ saved, bound, greedySaved, isExact, rows });
  const log = createRunLog(geometry);
  for (let run = 0; run < runs; run++) {
    runner.run(5, run, { ...log, jointChoice: (_t, _m, _g, _options, _chosen, matrix) => keep(matrix), jointHeld: (_t, _m, _g, _options, matrix) => keep(matrix) });
  }
  return found;
}

function leakedBy(plan: Plan, runs: number): number[] {
  const runner = createRunner(chart(plan, cache));
  return Array.from({ length: runs }, (_, run) => {
    runner.run(5, run);
    return runner.world.truth.fate.subarray(0, runner.world.truth.count).filter((fate) => fate === FATE.leaked).length;
  });
}

describe('each joint decision', () => {
  for (const doctrine of ['shoot-look-shoot', 'barrage']) {
    it(`is never worse than greedy on the same matrix, never better than its bound, and better somewhere: ${doctrine}`, () => {
      const decisions = judged(planOf([JOINT, ...THIN, `command.doctrine=${doctrine}`]), 40);
      expect(decisions.length).toBeGreaterThan(200);
      for (const { saved, bound, greedySaved, isExact } of decisions) {
        expect(saved).toBeGreaterThanOrEqual(greedySaved - 1e-12);
        expect(bound).toBeGreaterThanOrEqual(saved - 1e-9);
        if (isExact) expect(bound - saved).toBeLessThan(1e-8);
      }
      expect(decisions.some(({ saved, greedySaved }) => saved > greedySaved + 0.01)).toBe(true);
      expect(decisions.some(({ rows }) => rows > 3)).toBe(true);
      // One shot at a time is a linear assignment and solved exactly; at the last chance several go at once.
      if (doctrine === 'shoot-look-shoot') expect(decisions.filter(({ isExact }) => isExact).length).toBeGreaterThan(0.5 * decisions.length);
    });
  }

  it('stands in the decision log with chance, value, bound, gap and what was not taken', () => {
    const { decisions } = replayRun(chart(planOf([JOINT, ...THIN]), cache), 5, 1);
    const shots = decisions.filter(({ shooter, saved }) => shooter !== '' && saved !== undefined);
    expect(shots.length).toBeGreaterThan(5);
    for (const { kill_prob, value, saved, bound, gap } of shots) {
      expect(kill_prob).toBeGreaterThan(0);
      expect(kill_prob).toBeLessThanOrEqual(0.8);
      expect(value).toBeGreaterThan(0);
      expect(bound).toBeGreaterThanOrEqual(saved! - 1e-9);
      expect(gap).toBeCloseTo((bound! - saved!) / bound!, 12);
    }
    expect(new Set(decisions.flatMap(({ alternatives }) => alternatives.map(({ reason }) => reason))).size).toBeGreaterThan(1);
  });
});

describe('over whole attacks at the same luck', () => {
  let greedy: number[], joint: number[];
  beforeAll(() => {
    greedy = leakedBy(planOf(THIN), 300);
    joint = leakedBy(planOf([...THIN, JOINT]), 300);
  });

  it('joint assignment lets fewer through where shooters are scarce', () => {
    const { low } = pairedDifference(greedy, joint);
    expect(low).toBeGreaterThan(0);
  });

  it('a named greedy assignment is the default one', () => {
    expect(planOf([...THIN, 'command.assignment=greedy'])).toEqual(planOf(THIN));
  });

  it('gives the same run again, whatever ran before', () => {
    const plan = planOf([...THIN, JOINT]), runner = createRunner(chart(plan, cache));
    runner.run(5, 200);
    runner.run(5, 7);
    expect(runner.world.truth.fate.filter((fate) => fate === FATE.leaked).length).toBe(joint[7]);
  });
});

describe('a ground layer with fewer rounds than objects', () => {
  it('spends them where most people are', () => {
    const scarce = ['raid[0].count=9', 'raid[0].to=[new-york, miami, chicago]', 'interceptors[0].count=4', 'interceptors[1].count=1', 'command.shotsPerTarget=1', 'raid[0].within_s=30'];
    const shotAt = (overrides: readonly string[]): Record<string, number> => {
      const counts: Record<string, number> = { 'new-york': 0, miami: 0, chicago: 0 }, geometry = chart(planOf([...scarce, ...overrides], '02-one-icbm-ground-only.yaml'), cache);
      for (let run = 0; run < 10; run++) {
        const { missiles, shots } = replayRun(geometry, 5, run);
        for (const { target } of shots) counts[missiles.find(({ key }) => key === target)!.target]!++;
      }
      return counts;
    };
    const greedy = shotAt([]), joint = shotAt([JOINT]);
    expect(joint['new-york']).toBeGreaterThan(greedy['new-york']!);
    expect(joint['miami']).toBeLessThan(greedy['miami']!);
    expect(joint['new-york']! + joint['miami']! + joint['chicago']!).toBe(greedy['new-york']! + greedy['miami']! + greedy['chicago']!);
  });
});

describe('what keeps a battery or a satellite from firing', () => {
  it('holds in joint decisions too: one launch a minute of each battery, and no round unspent for it', () => {
    const geometry = chart(planOf([JOINT, 'raid[0].count=6', 'command.shotsPerTarget=2', 'command.doctrine=barrage', 'interceptors[0].launchInterval_s=60', 'interceptors[1].count=1', 'interceptors[0].singleShotKill=0.001', 'interceptors[1].singleShotKill=0.001'], '02-one-icbm-ground-only.yaml'), cache);
    for (let run = 0; run < 5; run++) {
      const times = replayRun(geometry, 5, run).shots.filter(({ shooter }) => shooter.includes('fort-greely')).map(({ commit_s }) => commit_s).sort((a, b) => a - b);
      expect(times.length).toBeGreaterThanOrEqual(11);
      for (let i = 1; i < times.length; i++) expect(times[i]! - times[i - 1]!).toBeGreaterThanOrEqual(60 - 1e-9);
    }
  });

  it('a track that is too poor: nothing is sent from orbit, and the log says why', () => {
    const poor = planOf([JOINT, 'tracker=covariance', 'interceptors[0].interceptor.commitGate_km=0.001']), { shots, decisions } = replayRun(chart(poor, cache), 5, 1);
    expect(shots.filter(({ kind }) => kind === 'space')).toEqual([]);
    expect(decisions.some(({ reason }) => reason.includes('track is too poor'))).toBe(true);
    expect(replayRun(chart(planOf([JOINT, 'tracker=covariance']), cache), 5, 1).shots.some(({ kind }) => kind === 'space')).toBe(true);
  });
});
