import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { catalogue, compileScenario, inlineExecutor, ROOT, study } from '../../../test/load.js';
import { compileText } from '../../scenario/compile/compile.js';
import { readThreatSet, raidOfSize } from '../../scenario/threat-set.js';
import type { ShardJob } from '../executor.js';
import { layerAbilities, noElementReason } from './able.js';
import { planOfRaid } from './cell-plan.js';
import type { Cell } from './cell.js';
import { flyCells } from './fly-cells.js';

const SCENARIO = '01-ten-icbms-notional-shell.yaml', FEW = ['variants=2'], WEAK = [...FEW, 'interceptors=[{battery: thaad, at: new-york, count: 1}]'];
const ROGUE = { tier: 'rogue', class: 'icbm-slbm' } as const;

/** Flies cells and keeps what was asked of the executor. */
async function fly(more: Partial<Parameters<typeof flyCells>[0]> = {}, overrides: readonly string[] = FEW, scenario = SCENARIO): Promise<{ cells: Cell[]; jobs: ShardJob[] }> {
  const jobs: ShardJob[] = [], inline = inlineExecutor();
  const cells = await flyCells({
    compiled: compileScenario(scenario, overrides), catalogue: catalogue(), threatSets: ['2025'], scenario: { file: `scenarios/${scenario}`, overrides }, runs: 20, seed: 1, only: [ROGUE], ...more,
    executor: { workers: 1, run: async (asked, onResult, signal) => {
      jobs.push(...asked);
      await inline.run(asked, onResult, signal);
    } },
  });
  return { cells, jobs };
}

/** The words after `--set` in a line for a shell. */
const changesOf = (command: string): string[] => [...command.matchAll(/--set (?:'([^']*)'|(\S+))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

describe('a shield against the cells of a threat set', () => {
  it('flies a raid and other sizes, and tells a command that does the same again', async () => {
    const { cells: [cell] } = await fly();
    expect(cell).toMatchObject({ state: 'flown', threatSet: '2025', tier: 'rogue', elementAble: true, raid: { flown_count: 10, exist_count: 10, lethal_count: 10 }, runs: 20 });
    expect(cell?.points.map(({ missiles_count }) => missiles_count)).toEqual([1, 3, 10]);
    expect(cell?.crossings?.at50).toMatchObject({ size: null, where: 'beyond' });
    expect(cell?.sweep).toEqual({ smallest: 1, largest: 10, isWholeSet: true });
    const { opportunities, command = '' } = cell as Cell;
    expect(opportunities?.layers).toHaveLength(3);
    expect(opportunities?.inReach).toBeGreaterThanOrEqual(opportunities?.withTrack ?? NaN);
    expect(opportunities?.shots).toBeGreaterThan(0);
    // What the command makes of the scenario, by the way that `cupola run` takes.
    const changes = changesOf(command as string), again = compileText(readFileSync(new URL(`scenarios/${SCENARIO}`, ROOT), 'utf8'), SCENARIO, catalogue(), changes);
    expect(changes).toContain('variants=2');
    if (!again.ok) throw new Error(JSON.stringify(again.problems));
    expect(again.compiled.planHash).toBe(cell?.planHash);
    expect((await study(again.compiled, 20)).recordHash).toBe(cell?.recordHash);
  });

  it('flies the same plan once for both sets, and stops the sweep once half gets through', async () => {
    const { cells, jobs } = await fly({ threatSets: ['2025', '2035'], only: [{ tier: 'near-peer', class: 'icbm-slbm' }], runs: 2 }, WEAK);
    expect(cells.map(({ year, raid }) => [year, raid?.exist_count])).toEqual([['2025', 472], ['2035', 832]]);
    expect(cells.map(({ points }) => points.map(({ missiles_count }) => missiles_count))).toEqual([[1, 48], [1, 84]]);
    expect(cells.map(({ crossings }) => crossings?.at5.where)).toEqual(['below', 'below']);
    expect(jobs.map(({ planHash }) => planHash).sort()).toEqual([...new Set(cells.flatMap(({ points }) => points.map(({ planHash }) => planHash)))].sort());
    expect(jobs).toHaveLength(3);
  });

  it('does not fly what no layer can engage, and says why', async () => {
    const { cells, jobs } = await fly({ only: [{ tier: 'peer', class: 'cruise' }, { tier: 'peer', class: 'hgv' }] });
    expect(jobs).toEqual([]);
    for (const cell of cells) expect(cell).toMatchObject({ state: 'no-element', elementAble: false, intercepted: { mean: 0, low: 0, high: 0 }, command: null, runId: null });
    expect(cells.map(({ reason }) => reason).join('\n')).toMatch(/no layer can meet [\s\S]*the boost ends at \d\d km[\s\S]*acts in boost, and there is none/);
    const { cells: [bare] } = await fly({ only: [ROGUE] }, [], '03-no-shield.yaml');
    expect(bare).toMatchObject({ state: 'no-element', reason: 'the shield has no interceptors' });
  });

  it('keeps apart what the set does not hold', async () => {
    const { cells: [cell], jobs } = await fly({ only: [{ tier: 'rogue', class: 'uas-other' }] });
    expect(cell).toMatchObject({ state: 'absent', elementAble: null, intercepted: null, raid: null });
    expect(jobs).toEqual([]);
  });

  it('can leave the sweep out', async () => {
    const { cells: [plain], jobs } = await fly({ isSwept: false });
    expect(plain).toMatchObject({ crossings: null, sweep: null });
    expect(jobs).toHaveLength(1);
  });
});

describe('who can engage a class at all', () => {
  const planFor = (kind: string, layers: string): ReturnType<typeof planOfRaid>['plan'] => {
    const cell = readThreatSet(catalogue(), '2035')?.cells.find((each) => each.tier === 'peer' && each.class === kind);
    if (cell === undefined) throw new Error(kind);
    return planOfRaid(compileScenario(SCENARIO, [...FEW, `interceptors=${layers}`]).plan, raidOfSize(cell, 1), catalogue()).plan;
  };

  it('hangs on altitudes and on the part of the flight', () => {
    const able = (kind: string, layer: string): boolean | undefined => layerAbilities(planFor(kind, `[{${layer}}]`))[0]?.isAble;
    const patriot = 'battery: pac-3-mse, at: new-york, count: 4', thaad = 'battery: thaad, at: new-york, count: 4', gbi = 'battery: gbi, at: fort-greely, count: 4', shell = 'constellation: notional-7800';
    expect([able('cruise', patriot), able('cruise', thaad), able('cruise', gbi), able('cruise', shell)]).toEqual([true, false, false, false]);
    expect([able('hgv', patriot), able('hgv', thaad), able('hgv', gbi), able('hgv', shell)]).toEqual([true, true, false, false]);
    expect([able('icbm-slbm', patriot), able('icbm-slbm', thaad), able('icbm-slbm', gbi), able('icbm-slbm', shell)]).toEqual([true, true, true, true]);
    expect(able('hgv', `${shell}, interceptor: { floorAltitude_km: 60 }`)).toBe(true);
    expect(able('cruise', `${patriot}, singleShotKillAgainst: { cruise: 0 }`)).toBe(false);
  });

  it('names the altitude that stands in the way', () => {
    const plan = planFor('cruise', '[{battery: thaad, at: new-york, count: 4}]');
    expect(noElementReason(layerAbilities(plan), plan)).toMatch(/^no layer can meet .*\(.*: acts above 40 km, and the target stays below 0\.1 km\)$/);
  });
});
