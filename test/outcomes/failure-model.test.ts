/** What stops a missile besides a hit, and how a hit depends on the class of threat: closed forms, and books that add up. */
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { replayRun } from '../../src/engine/record/replay.js';
import { headline } from '../../src/figures/sentences/sentence.js';
import { answerTable } from '../../src/figures/answer-table.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import { catalogue, compileScenario, study } from '../load.js';

const GROUND = '02-one-icbm-ground-only.yaml';
const within = (found: number, chance: number, draws: number): void => expect(Math.abs(found - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / draws));

describe('what is stopped without an interceptor', () => {
  it('stands in the books beside kills, leakers and failures, and has the shares that were put in', async () => {
    const runs = 600, compiled = compileScenario(undefined, ['variants=8', 'before.launchPrevented=0.2', 'before.nonKinetic=0.3', 'raid[0].threat.inFlightFailure_prob=0.1']);
    const { funnel } = await study(compiled, runs);
    expect(funnel.killed + funnel.leaked + funnel.failed + funnel.prevented! + funnel.disrupted!).toBeCloseTo(funnel.launched, 9);
    within(funnel.prevented! / 10, 0.2, 10 * runs);
    // Whoever is shot before its end never comes to it, so without a shield the share is what was put in: of two ends the earlier counts.
    const bare = await study(compileScenario('03-no-shield.yaml', ['variants=4', 'before.nonKinetic=0.3', 'raid[0].threat.inFlightFailure_prob=0.1']), runs);
    const launched = bare.funnel.launched;
    within(bare.funnel.disrupted! / launched, 0.3 * 0.9 + (0.3 * 0.1) / 2, launched * runs);
    within(bare.funnel.failed / launched, 0.1 * 0.7 + (0.3 * 0.1) / 2, launched * runs);
  });

  it('takes all on board with it, and only ever stops more at the same luck where everything else is given', async () => {
    const some = await study(compileScenario('03-no-shield.yaml', ['variants=4', 'before.launchPrevented=0.2']), 300), more = await study(compileScenario('03-no-shield.yaml', ['variants=4', 'before.launchPrevented=0.4']), 300);
    more.leakedByRun.forEach((leaked, run) => expect(leaked).toBeLessThanOrEqual(some.leakedByRun[run]!));
  });

  it('is named in the sentence, the table, the warnings and the replay', async () => {
    const compiled = compileScenario(undefined, ['variants=4', 'before.launchPrevented=0.25', 'before.nonKinetic=0.1']), summary = await study(compiled, 100);
    expect(headline(summary, 10)).toMatch(/Taken as given, not worked out: 25 % of launches prevented, and 10 % of missiles stopped in flight without an interceptor\.$/);
    const rows = answerTable(summary, { runId: '', version: '', engineVersion: '', dataHash: '' }).rows;
    expect(rows.filter(([key]) => String(key).startsWith('before.')).map(([, value]) => value)).toEqual([0.25, 0.1]);
    expect(rows.map(([key]) => key)).toEqual(expect.arrayContaining(['funnel.prevented', 'funnel.disrupted']));
    expect(compiled.warnings.filter(({ path }) => path.startsWith('before')).length).toBe(2);
    const geometry = chart(compiled.plan);
    const replays = Array.from({ length: 20 }, (_, run) => replayRun(geometry, 1, run));
    expect(replays.some(({ missiles }) => missiles.length < 10)).toBe(true);
    expect(replays.some(({ missiles }) => missiles.some(({ fate }) => fate === 'disrupted'))).toBe(true);
  });

  it('leaves no trace where nothing is taken as given', () => {
    const { plan, planHash, warnings } = compileScenario(undefined, ['before.launchPrevented=0', 'before.nonKinetic=0']);
    expect(plan.before).toBeUndefined();
    expect({ planHash, warnings }).toEqual((({ planHash: hash, warnings: same }) => ({ planHash: hash, warnings: same }))(compileScenario()));
  });
});

describe('single-shot kill by class of threat', () => {
  it('counts for the class that is named, and for no other', async () => {
    const runs = 2000, barrage = ['variants=4', 'command.doctrine=barrage', 'command.shotsPerTarget=1', 'raid[0].threat.inFlightFailure_prob=0', 'interceptors[0].commonMode=[]'];
    const named = await study(compileScenario(GROUND, [...barrage, 'interceptors[0].singleShotKillAgainst.staged-ballistic=0.25', 'interceptors[1].singleShotKillAgainst.staged-ballistic=0.25']), runs);
    within(named.intercepted.mean, 0.25, runs);
    const other = await study(compileScenario(GROUND, [...barrage, 'interceptors[0].singleShotKillAgainst.cruise=0.25']), runs);
    within(other.intercepted.mean, 0.56, runs);
  });
});

describe('a doctrine under which nobody can fire', () => {
  const problemsOf = (command: string, defended = '[ us-cities-50 ]', layers = '[ { battery: gbi, at: fort-greely } ]') => {
    const text = ['version: 1', 'raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, count: 1 } ]', `interceptors: ${layers}`, `command: ${command}`, `defended: ${defended}`].join('\n');
    const result = compileText(text, 'doctrine.yaml', catalogue());
    return result.ok ? [] : result.problems.map(({ file, path, line, found, hint }) => ({ file, path, line, found, hint }));
  };

  it('is refused with its line, what was found and what to do', () => {
    expect(problemsOf('{ reserve: 1 }')).toEqual([{ file: 'doctrine.yaml', path: 'command.reserve', line: 4, found: '1, which keeps every round of every magazine', hint: expect.stringContaining('no layer could ever fire') }]);
    expect(problemsOf('{ reserve: 1 }', '[ us-cities-50 ]', '[]')).toEqual([]);
    expect(problemsOf('{ shotsPerTarget: 2, salvo: [ { fromPeople: 0, shots: 1 }, { fromPeople: 1000000, shots: 3 } ] }')[0]).toMatchObject({ path: 'command.salvo[1].shots', found: '3 at once' });
    expect(problemsOf('{ handOver: at-once }')[0]).toMatchObject({ path: 'command.handOver', found: 'at-once, with one layer' });
    expect(problemsOf('{ preferential: { places: [ chicago, bostn ] } }')[0]).toMatchObject({ path: 'command.preferential.places[1]', hint: expect.stringContaining('boston') });
    expect(problemsOf('{ preferential: { share: 0.5, places: [ chicago ] } }')[0]).toMatchObject({ path: 'command.preferential', found: 'both places and a share' });
    expect(problemsOf('{ preferential: { } }')[0]).toMatchObject({ found: 'neither places nor a share' });
  });

  it('is told from a wrong number: a magazine below zero, an error that is no chance', () => {
    expect(problemsOf('{ assessmentError: { hitCalledMiss: 20 } }', '[ us-cities-50 ]', '[ { battery: gbi, at: fort-greely, count: -4 } ]').map(({ path }) => path)).toEqual(['interceptors[0].count', 'command.assessmentError.hitCalledMiss']);
  });
});
