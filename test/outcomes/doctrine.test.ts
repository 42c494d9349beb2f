/** Levers of doctrine, each seen to do what its key says on a small plan: salvoes by value, errors of the look, hand-over, preferential defence. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { replayRun } from '../../src/engine/record/replay.js';
import type { Replay } from '../../src/engine/record/record.js';
import { createRunner } from '../../src/engine/run.js';
import { FATE, RESULT } from '../../src/engine/world.js';
import type { LayerPlan, Plan } from '../../src/scenario/plan/plan.js';
import { compileScenario } from '../load.js';

const GROUND = '02-one-icbm-ground-only.yaml';
/** Missiles in turn at a large city and a small one, no failures of their own, batteries that miss when asked to. */
const plan = (overrides: readonly string[], edit: (plan: Plan) => Partial<Plan> = () => ({})): Plan => {
  const compiled = compileScenario(GROUND, ['variants=2', 'raid[0].to=[new-york, miami]', 'raid[0].threat.inFlightFailure_prob=0', 'interceptors[0].commonMode=[]', 'command.reserve=0', ...overrides]).plan;
  return { ...compiled, ...edit(compiled) };
};
/** Flights and fly-out tables are the slow part and all tests share them. */
const cache = new Map();
const replays = (of: Plan, runs: number): Replay[] => {
  const geometry = chart(of, cache);
  return Array.from({ length: runs }, (_, run) => replayRun(geometry, 3, run));
};
const cityOf = (replay: Replay, target: string): string => replay.missiles.find(({ key }) => key === target)!.target;

describe('a salvo by value', () => {
  it('orders as many shots at once as the people threatened say, and looks between salvoes', () => {
    const [replay] = replays(plan(['raid[0].count=2', 'command.shotsPerTarget=4', 'command.salvo=[{ fromPeople: 0, shots: 1 }, { fromPeople: 3000000, shots: 2 }]', 'interceptors[0].singleShotKill=0', 'interceptors[1].singleShotKill=0']), 1);
    const byCity = new Map<string, number[]>();
    for (const { target, commit_s } of replay!.shots) byCity.set(cityOf(replay!, target), [...(byCity.get(cityOf(replay!, target)) ?? []), commit_s]);
    const [large, small] = [byCity.get('new-york')!, byCity.get('miami')!];
    expect(large[0]).toBe(large[1]);
    expect(small[1]).toBeGreaterThan(small[0]!);
    expect(large[2]).toBeGreaterThan(large[1]!);
  });

  it('is the whole of a barrage', () => {
    const [replay] = replays(plan(['raid[0].count=2', 'command.doctrine=barrage', 'command.shotsPerTarget=4', 'command.salvo=[{ fromPeople: 0, shots: 1 }, { fromPeople: 3000000, shots: 3 }]']), 1);
    expect(replay!.shots.filter(({ target }) => cityOf(replay!, target) === 'new-york').length).toBe(3);
    expect(replay!.shots.filter(({ target }) => cityOf(replay!, target) === 'miami').length).toBe(1);
  });
});

describe('errors of the look', () => {
  const counts = (error: string, kill: number, runs = 400): { shots: number; leaked: number; wasted: number } => {
    const runner = createRunner(chart(plan(['raid[0].count=1', 'command.shotsPerTarget=2', `command.assessmentError=${error}`], (p) => ({ layers: p.layers.map((layer) => ({ ...layer, singleShotKill_prob: kill }) as LayerPlan) })), cache));
    let shots = 0, leaked = 0, wasted = 0;
    for (let run = 0; run < runs; run++) {
      runner.run(2, run);
      const { orders, truth } = runner.world;
      shots += orders.count;
      leaked += truth.fate[0] === FATE.leaked ? 1 : 0;
      for (let i = 0; i < orders.count; i++) wasted += orders.result[i] === RESULT.targetAlreadyGone ? 1 : 0;
    }
    return { shots: shots / runs, leaked: leaked / runs, wasted: wasted / runs };
  };
  const within = (found: number, expected: number, runs = 400): void => expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(Math.max(expected * (1 - expected), 0.01) / runs));

  it('waste a second round on what is dead: 1 + p·e and (1 − p) more shots', () => {
    const { shots, wasted } = counts('{ hitCalledMiss: 0.4 }', 0.5);
    within(wasted, 0.5 * 0.4);
    within(shots - 1, 0.5 * 0.4 + 0.5);
  });

  it('let through what is called dead: (1 − p)[e + (1 − e)(1 − p)]', () => {
    within(counts('{ missCalledHit: 0.3 }', 0.6).leaked, 0.4 * (0.3 + 0.7 * 0.4));
  });

  it('of chance 0 change nothing', () => {
    expect(plan(['command.assessmentError={ hitCalledMiss: 0, missCalledHit: 0 }']).command).toEqual(plan([]).command);
  });
});

describe('hand-over', () => {
  /** The second entry fires an interceptor of another name, so it is a layer of its own behind the first. */
  const two = (handOver: string): Plan =>
    plan(['raid[0].count=1', 'raid[0].to=los-angeles', 'command.shotsPerTarget=2', 'interceptors[0].singleShotKill=0', 'interceptors[1].singleShotKill=0', 'interceptors[1].count=10'], (p) => ({
      command: handOver === 'never' ? p.command : { ...p.command, handOver: handOver as NonNullable<Plan['command']['handOver']> },
      layers: p.layers.map((layer, i) => (i === 0 || layer.kind === 'space' ? layer : { ...layer, interceptor: { ...layer.interceptor, name: 'behind' } })),
    }));
  const order = (handOver: string): string[] => {
    const [replay] = replays(two(handOver), 1);
    return [...replay!.shots].sort((a, b) => a.commit_s - b.commit_s).map(({ layer }) => layer);
  };

  it('leaves an object to the later layer at once, or after a salvo of its own, and takes it back when that can do no more', () => {
    expect(order('never').slice(0, 2)).toEqual(['gbi', 'gbi']);
    expect(order('after-first-salvo').slice(0, 2)).toEqual(['gbi', 'behind']);
    expect(order('at-once')[0]).toBe('behind');
    // Nothing is forgone: all shots are fired in the end as long as there is time.
    expect(order('at-once').filter((layer) => layer === 'behind').length).toBe(2);
    const [replay] = replays(two('at-once'), 1);
    expect(replay!.decisions.some(({ layer, reason }) => layer === 'gbi' && reason.includes('left to a later layer'))).toBe(true);
  });
});

describe('preferential defence', () => {
  it('gives the last rounds to what falls on a preferred place, and the rest what is left at its last moment', () => {
    const scarce = (preferential: string): Plan => plan(['raid[0].count=6', 'command.shotsPerTarget=1', 'interceptors[0].count=3', 'interceptors[1].count=1', 'interceptors[0].singleShotKill=1', 'interceptors[1].singleShotKill=1', 'raid[0].within_s=200', ...(preferential === '' ? [] : [`command.preferential=${preferential}`])]);
    const stopped = (of: Plan, city: string): number => replays(of, 20).reduce((sum, { missiles }) => sum + missiles.filter(({ target, fate }) => target === city && fate === 'killed').length, 0);
    const bare = stopped(scarce(''), 'miami'), preferring = stopped(scarce('{ places: [miami] }'), 'miami');
    expect(preferring).toBe(3 * 20);
    expect(preferring).toBeGreaterThan(bare);
    // The fourth round is not kept for ever.
    expect(stopped(scarce('{ places: [miami] }'), 'new-york')).toBe(20);
    // By share: New York alone holds the first tenth of the people.
    expect(scarce('{ share: 0.05 }').command.preferred).toEqual(['new-york']);
  });
});
