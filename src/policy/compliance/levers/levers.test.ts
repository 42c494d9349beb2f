import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, compileScenario, inlineExecutor, ROOT } from '../../../../test/load.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import { compileText } from '../../../scenario/compile/compile.js';
import type { CompileResult } from '../../../scenario/compile/compiled.js';
import type { Cell } from '../../../studies/threat-cells/cell.js';
import { flyCells } from '../../../studies/threat-cells/fly-cells.js';
import type { Verdict } from '../compliance.js';
import { cheapestLever } from './cheapest-lever.js';
import type { Judged, LeverSearch, LeverSearchQuestion } from './cheapest-lever.js';
import { attackedPlaces, createCellJudge } from './judge-cells.js';
import { leversOf } from './levers-of.js';
import { createChangePricer } from './price-of-change.js';

const compileWith = (scenario: string) => (overrides: readonly string[]): CompileResult => compileText(readFileSync(new URL(`scenarios/${scenario}`, ROOT), 'utf8'), scenario, catalogue(), ['variants=2', ...overrides]);
const DEFAULT = '01-ten-icbms-notional-shell.yaml';

/** Searches with a row that looks at the plan alone. */
async function search(judge: (overrides: readonly string[]) => Verdict, more: Partial<LeverSearchQuestion> = {}, scenario = DEFAULT): Promise<LeverSearch> {
  const base = compileScenario(scenario, ['variants=2']);
  return await cheapestLever({
    base, catalogue: catalogue(), levers: leversOf({ plan: base.plan, catalogue: catalogue(), attacked: [{ place: 'washington', from: 'north-atlantic-launch-area', isLongWay: false }], kinds: ['more', 'site', 'delay'] }), verdict: 'not met', compile: compileWith(scenario),
    judge: (_, overrides) => Promise.resolve<Judged>({ verdict: judge(overrides), value: null, why: '', runSets: 1 }), mostRunSets: 500, ...more,
  });
}

const has = (overrides: readonly string[], text: string): boolean => overrides.some((override) => override.includes(text));
const costOf = ({ attempts }: LeverSearch): number[] => attempts.flatMap(({ price }) => (price.kind === 'priced' ? [price.cost_usd] : []));

describe('levers', () => {
  it('are changes that the scenario can take, smallest first', () => {
    const { plan } = compileScenario(DEFAULT), levers = leversOf({ plan, catalogue: catalogue(), attacked: [{ place: 'washington', from: 'north-atlantic-launch-area', isLongWay: false }] });
    expect(new Set(levers.map(({ kind }) => kind))).toEqual(new Set(['more', 'site', 'shell', 'sensor', 'delay', 'doctrine']));
    expect(levers.find(({ id }) => id === 'more gbi')?.steps.map(({ overrides }) => overrides)).toEqual([2, 4, 8].map((times) => [`interceptors[1].count=${40 * times}`, `interceptors[2].count=${4 * times}`]));
    const [patriot] = levers.find(({ id }) => id === 'site pac-3-mse')?.steps ?? [];
    expect(patriot?.overrides.join('\n')).toMatch(/"pac-3-mse","at":"washington"[\s\S]*"patriot-radar","at":"washington","sectorCentre_deg":9\d/);
    for (const { overrides } of levers.flatMap(({ kind, steps }) => (kind === 'sensor' ? [] : steps.slice(-1)))) expect(compileWith(DEFAULT)(overrides).ok, overrides.join(' ')).toBe(true);
    const partnered = compileScenario('07-canada-in-three-modes.yaml');
    expect(leversOf({ plan: partnered.plan, catalogue: catalogue(), attacked: [], kinds: ['partner'] }).find(({ id }) => id === 'partner canada')?.steps.map(({ overrides: [change] }) => change)).toEqual(['partners.canada=warning-and-sensors', 'partners.canada=joint-engagement']);
  });

  it('are tried rules first, then by price, and the first that turns the verdict ends the search', async () => {
    const all = await search(() => 'not met');
    expect(all).toMatchObject({ ended: 'exhausted', found: null });
    expect(all.says).toMatch(/^none found within the bounds: \d+ changes of \d+ levers tried, one at a time; none of them changes the verdict; two levers together were not tried$/);
    const kinds = all.attempts.map(({ price }) => price.kind), order = ['rule', 'priced', 'incomplete'];
    expect([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(kinds);
    const costs = costOf(all);
    expect(costs.length).toBeGreaterThan(8);
    expect([...costs].sort((a, b) => a - b)).toEqual(costs);
    // Anything that adds satellites of the shell, or batteries at Washington: the least of all steps that do.
    const turns = (overrides: readonly string[]): boolean => has(overrides, 'interceptors[0].count=') || has(overrides, '"at":"washington"');
    const found = await search((overrides) => (turns(overrides) ? 'partly' : 'not met'));
    const least = Math.min(...all.attempts.flatMap(({ overrides, price }) => (turns(overrides) && price.kind === 'priced' ? [price.cost_usd] : [])));
    expect(found.found).toMatchObject({ verdict: 'partly', price: { kind: 'priced', cost_usd: least } });
    expect(found.says).toMatch(/: not met becomes partly \(\$[\d.]+ billion in dollars of \d{4}\); the cheapest of \d+ changes/);
  });

  it('tell what has no price as a rule, never as free', async () => {
    const { found } = await search((overrides) => (has(overrides, 'release.space.delay_s') ? 'met' : 'not met'));
    expect(found?.price).toEqual({ kind: 'rule', says: 'no price: a rule' });
  });

  it('name what no card prices, and what the cards count as standing', () => {
    const base = compileScenario(DEFAULT, ['interceptors[1].count=20']).plan, changed = (...overrides: string[]) => compileScenario(DEFAULT, ['interceptors[1].count=20', ...overrides]).plan;
    const { costs, ...kinds } = catalogue().kinds, without = { ...catalogue(), kinds: { ...kinds, costs: Object.fromEntries(Object.entries(costs).filter(([name]) => name !== 'thaad')) } } as Catalogue;
    const thaad = changed('interceptors[3]={battery: thaad, at: new-york, count: 48}');
    expect(createChangePricer(base, without)(thaad)).toEqual({ kind: 'incomplete', says: 'incomplete: no price for thaad at new-york' });
    expect(createChangePricer(base, catalogue())(thaad)).toMatchObject({ kind: 'priced' });
    expect(createChangePricer(base, catalogue())(changed('interceptors[1].singleShotKill=0.6'))).toMatchObject({ kind: 'incomplete', says: expect.stringMatching(/standing/) as string });
  });

  it('stop when the runs set aside are used, and say what cannot be put in this scenario', async () => {
    const few = await search(() => 'not met', { mostRunSets: 3 });
    expect(few).toMatchObject({ ended: 'budget', runSets: 3 });
    expect(few.says).toMatch(/runs set aside/);
    const refused = await search(() => 'not met', { levers: [{ id: 'x', kind: 'more', says: 'x', steps: [{ says: 'too far', overrides: ['interceptors[9].count=1'] }] }] });
    expect(refused).toMatchObject({ attempts: [], says: 'no lever of the list acts on this row', refused: [{ says: 'too far', why: expect.stringContaining('entry 9') as string }] });
  });
});

describe('a row of the matrix under a lever', () => {
  const asked = { tier: 'peer', class: 'cruise' } as const, scenario = { file: '03-no-shield.yaml', overrides: ['variants=2'] };
  const row = (cells: readonly Cell[]): Pick<Judged, 'verdict' | 'value' | 'why'> => {
    const value = Math.min(...cells.map(({ intercepted }) => intercepted?.mean ?? 0));
    return { value, verdict: value >= 0.1 ? 'met' : 'not met', why: '' };
  };

  it('is flown anew at the same luck: batteries at the attacked cities turn a cell of cruise missiles', async () => {
    const base = compileScenario(scenario.file, scenario.overrides), executor = inlineExecutor(), shared = { catalogue: catalogue(), scenario, runs: 3, seed: 1, executor };
    const cells = await flyCells({ ...shared, compiled: base, threatSets: ['2025'], only: [asked], isSwept: false });
    expect(row(cells)).toMatchObject({ verdict: 'not met', value: 0 });
    const attacked = attackedPlaces(cells);
    expect(attacked.map(({ place }) => place)).toEqual(['new-york', 'washington', 'boston']);
    const judge = createCellJudge({ ...shared, cells, verdict: 'not met', judgeRow: row });
    const levers = leversOf({ plan: base.plan, catalogue: catalogue(), attacked, kinds: ['site'] }).filter(({ id }) => ['site under-layer', 'site thaad'].includes(id));
    const { found, attempts, runSets } = await cheapestLever({ base, catalogue: catalogue(), levers, verdict: 'not met', compile: compileWith(scenario.file), judge });
    expect(found).toMatchObject({ lever: 'site under-layer', verdict: 'met' });
    expect(found?.value).toBeGreaterThanOrEqual(0.1);
    // No interceptor of the other kind acts so low: that is told without a run.
    expect(attempts.filter(({ lever }) => lever === 'site thaad').every(({ isBetter }) => !isBetter)).toBe(true);
    expect(runSets).toBeLessThanOrEqual(attempts.length);
  });
});
