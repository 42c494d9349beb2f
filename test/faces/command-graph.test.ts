/** Command graphs and allies on the command line: ways as tables and as JSON, what is lost, who shares what, where boost kills fall. */
import { describe, expect, it, vi } from 'vitest';
import { cupola, cupolaJson, type ProblemsDocument, SCENARIOS } from './cupola.js';

vi.setConfig({ testTimeout: 180_000 });

const SCENARIO = SCENARIOS.shell;
const GRAPH = ['--set', 'commandGraph.use=us-2026'];

describe('a command graph', () => {
  it('is printed by check as the ways of reports and of permission, aligned, with what is lost', async () => {
    const { stdout, code } = await cupola('check', SCENARIO, ...GRAPH, '--set', 'commandGraph.lost=[gmd-fire-control]', '--set', 'partners.canada=joint-engagement');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Reports of +to +over +after$/m);
    expect(stdout).toMatch(/^sbirs-geo +notional-sbi +opir-ground > c2bmc > northcom +5\.0 s$/m);
    expect(stdout).toMatch(/^notional-sbi +northcom > space-fire-control > space-interceptors +25\.0 s +does not fire$/m);
    expect(stdout).toMatch(/^gbi +northcom > gmd-fire-control > gmd-launch-sites +– +cannot fire: gmd-fire-control is lost$/m);
    expect(stdout).toMatch(/^Lost: gmd-fire-control\.$/m);
    expect(stdout).toMatch(/^canada +joint-engagement +10 s +60 s$/m);
  });

  it('stands in the JSON of check with the same ways', async () => {
    interface Ways { readonly commandGraph: { readonly orders: readonly { readonly layer: string; readonly nodes: readonly string[]; readonly delay_s: number | null }[] } }
    const { commandGraph } = await cupolaJson<Ways>(['check', SCENARIO, ...GRAPH]);
    expect(commandGraph.orders.map(({ layer, nodes, delay_s }) => [layer, nodes.length, delay_s])).toEqual([['notional-sbi', 3, 25], ['gbi', 3, 52]]);
    expect(await cupolaJson<object>(['check', SCENARIO])).not.toHaveProperty('commandGraph');
  });

  it('is refused with its place, what was found and what is expected', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['check', SCENARIO, ...GRAPH, '--set', 'commandGraph.lost=[nortcom]', '--set', 'partners.canda=warning-only'], 2);
    expect(problems.map(({ path, hint }) => [path, hint])).toEqual([['commandGraph.lost[0]', 'did you mean `northcom`?'], ['partners.canda', 'did you mean `canada`?']]);
  });
});

describe('run', () => {
  it('tells where what is stopped in boost falls, who shares what and what is lost', async () => {
    const overrides = [...GRAPH, '--set', 'commandGraph.lost=[gmd-fire-control]', '--set', 'partners.canada=warning-only', '--set', 'variants=4', '--runs', '60'];
    const { stdout } = await cupola('run', SCENARIO, ...overrides);
    expect(stdout).toMatch(/^Stopped in boost, falls on +mean of one attack +95 % interval$/m);
    expect(stdout).toMatch(/^canada +warning-only/m);
    expect(stdout).toMatch(/^Lost: gmd-fire-control\.$/m);
    interface Answer { readonly shortfall: readonly { readonly country: string; readonly mean: number; readonly low: number; readonly high: number }[]; readonly layers: readonly { readonly name: string; readonly intercepted: number }[] }
    const { shortfall, layers } = await cupolaJson<Answer>(['run', SCENARIO, ...overrides]);
    expect(shortfall.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(layers[0]!.intercepted, 9);
    for (const { mean, low, high } of shortfall) expect(low <= mean && mean <= high).toBe(true);
    expect(layers.slice(1).map(({ intercepted }) => intercepted)).toEqual([0, 0]);
  });
});
