/** The same plan and seed give the same record however the runs are cut, and another seed another one. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { replayRun } from '../../src/engine/record/replay.js';
import { createRunner } from '../../src/engine/run.js';
import { createDigester } from '../../src/engine/record/digest.js';
import { createShardCache, runShard } from '../../src/studies/runs/shard.js';
import { createOutcomeTable } from '../../src/studies/runs/outcome-table.js';
import { countedOf, summarise } from '../../src/studies/runs/reduce.js';
import type { CompiledScenario } from '../../src/scenario/compile/compiled.js';
import { compileScenario } from '../load.js';

/** What a run keeps between its instants differs with what moves, and with who tracks and who decides. */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['default', []],
  ['satellites that move', ['sensors.year=2035']],
];
const work = { rightHandSides: 0, candidates: 0, draws: 0 };

function recordHash(compiled: CompiledScenario, seed: number, cuts: readonly number[]): string {
  const tables = cuts.slice(1).map((to, i) => {
    // A fresh cache each time: a shard must not depend on what its worker did before.
    const result = runShard({ plan: compiled.plan, planHash: compiled.planHash, seed, from: cuts[i]!, to }, createShardCache());
    return createOutcomeTable(compiled.plan.layers.length, to - cuts[i]!, result.buffer);
  });
  return summarise(countedOf(compiled.plan), compiled.planHash, seed, tables, work).recordHash;
}

describe.each(KINDS)('record with %s', (_, overrides) => {
  const compiled = compileScenario(undefined, ['variants=2', ...overrides]);

  it('does not depend on how the runs are cut into shards', () => {
    const whole = recordHash(compiled, 1, [0, 60]);
    expect(recordHash(compiled, 1, [0, 30, 60])).toBe(whole);
    expect(recordHash(compiled, 1, [0, 7, 8, 41, 60])).toBe(whole);
    expect(recordHash(compiled, 2, [0, 60])).not.toBe(whole);
  });

  it('a replay is the run that the study counted', () => {
    const geometry = chart(compiled.plan), runner = createRunner(geometry);
    const digest = createDigester(10, runner.world.orders.capacity);
    for (const run of [0, 17, 59]) {
      runner.run(5, run);
      const expected = Buffer.from(digest(runner.world, runner.causes)).toString('hex');
      expect(replayRun(geometry, 5, run).digest).toBe(expected);
    }
  });

  it('a run does not remember the run before it', () => {
    const runner = createRunner(chart(compiled.plan)), digest = createDigester(10, runner.world.orders.capacity);
    const at = (run: number): string => {
      runner.run(1, run);
      return Buffer.from(digest(runner.world, runner.causes)).toString('hex');
    };
    const first = at(3);
    for (const run of [9, 4, 0]) at(run);
    expect(at(3)).toBe(first);
  });
});
