import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../tools/build-catalogue.js';
import { priceSentence } from '../../figures/price/price-words.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { besidePublished } from './beside-published.js';
import type { CostedLayer } from './cost-answer.js';
import { readEstimates } from './estimates.js';
import { priceIndexOf } from './price-index.js';
import { costOfPlan, type PlanCostQuestion, type ScenarioCost } from './scenario-cost.js';

const catalogue = buildCatalogue();

function planOf(interceptors: string, sensors = ''): Plan {
  const result = compileText(`version: 1\nraid:\n  - { missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, count: 1 }\nsensors: [ ${sensors} ]\ninterceptors: [ ${interceptors} ]\n`, 'test', catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}

function priced(plan: Plan, more: Partial<PlanCostQuestion> = {}): ScenarioCost {
  const cost = costOfPlan({ plan, catalogue, ...more });
  if (typeof cost === 'string') throw new Error(cost);
  return cost;
}

const layer = (cost: ScenarioCost, name: string): CostedLayer => {
  const found = cost.layers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name}: only ${cost.layers.map((each) => each.name).join(', ')}`);
  return found;
};
const before_usd = (cost: CostedLayer): number => cost.years[0]!.acquisition_usd;
const without = (...names: string[]): Catalogue => ({ ...catalogue, kinds: { ...catalogue.kinds, costs: Object.fromEntries(Object.entries(catalogue.kinds.costs).filter(([name]) => !names.includes(name))) } });

describe('what a shield costs', () => {
  it('has a price for every interceptor and every sensor of the catalogue', () => {
    const ground = Object.entries(catalogue.kinds.interceptors).filter(([, file]) => file.model === 'ground-based').map(([name]) => `{ battery: ${name}, at: chicago, count: 10 }`).join(', ');
    const sensors = Object.entries(catalogue.kinds.sensors).map(([name, file]) => ((file.model === 'radar' || file.model === 'over-horizon-radar') && file.site === undefined ? `{ use: ${name}, at: denver, sectorCentre_deg: 0 }` : `{ use: ${name} }`)).join(', ');
    const cost = priced(planOf(`{ constellation: notional-7800 }, ${ground}`, sensors));
    expect(cost.incomplete).toEqual([]);
    expect(cost.layers.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(catalogue.kinds.sensors)));
    expect(cost.layers.every(({ total_usd }) => total_usd > 0)).toBe(true);
    expect(cost.layers.reduce((sum, { total_usd }) => sum + total_usd, 0)).toBeCloseTo(cost.atValues_usd!, -3);
    expect(cost.layers.reduce((sum, { band_usd }) => sum + band_usd.mean, 0)).toBeCloseTo(cost.total_usd!.mean, -3);
    expect(cost.years.reduce((sum, { spend_usd }) => sum + spend_usd, 0)).toBeCloseTo(cost.atValues_usd!, -3);
    expect(cost.fiscalYears.reduce((sum, { spend_usd }) => sum + spend_usd, 0)).toBeCloseTo(cost.total_usd!.mean, -3);
  });

  it('does not buy again what stands, and says so', () => {
    const plan = planOf('{ battery: gbi, at: fort-greely, count: 44 }', '{ use: uewr-clear }, { use: sbirs-geo }'), cost = priced(plan), asNew = priced(plan, { asNew: true });
    // Forty of the 44 stand, and so does the site.
    expect(before_usd(layer(cost, 'gbi at fort-greely'))).toBe(4 * 109e6);
    expect(before_usd(layer(asNew, 'gbi at fort-greely'))).toBe(44 * 109e6 + 3.1e9);
    expect(layer(cost, 'gbi at fort-greely').sunk_usd).toBe(40 * 109e6 + 3.1e9);
    expect(layer(cost, 'uewr-clear')).toMatchObject({ standing: 'uewr-clear', total_usd: layer(cost, 'uewr-clear').operations_usd, sunk_usd: null });
    expect(cost.scope.leavesOut).toContain('uewr-clear: paid for');
    expect(layer(cost, 'sbirs-geo').replenishment_usd).toBeGreaterThan(0);
    expect(asNew.total_usd!.mean).toBeGreaterThan(cost.total_usd!.mean);
    // No card says what a new radar of this kind costs.
    expect(asNew.incomplete).toEqual([{ element: 'uewr-clear', what: 'acquisition' }]);
  });

  it('pays once for a field, a development and a ship', () => {
    const cost = priced(planOf('{ battery: ngi, at: midwest-field, count: 10 }, { battery: ngi, at: fort-drum, count: 10 }, { battery: gbi, at: midwest-field, count: 5 }, { battery: sm-3-iia, at: ship-virginia, count: 5 }, { battery: sm-6, at: ship-virginia, count: 5 }'));
    expect(layer(cost, 'ngi at midwest-field').development_usd).toBe(8e9);
    expect(layer(cost, 'ngi at fort-drum').development_usd).toBe(0);
    expect(layer(cost, 'gbi at midwest-field')).toMatchObject({ units_usd: 5 * 109e6, operations_usd: 0 });
    expect(cost.layers.filter(({ name }) => name.startsWith('ship at')).map(({ name }) => name)).toEqual(['ship at ship-virginia']);
    expect(layer(cost, 'sm-6 at ship-virginia')).toMatchObject({ kind: 'sea', units_usd: 5 * 5.3e6, operations_usd: 0 });
  });

  it('counts batteries by what they hold, and a radar of theirs with them', () => {
    const cost = priced(planOf('{ battery: thaad, at: new-york, count: 200 }', '{ use: tpy-2, at: new-york, sectorCentre_deg: 0 }, { use: tpy-2, at: chicago, sectorCentre_deg: 0 }'));
    expect(before_usd(layer(cost, 'thaad at new-york'))).toBeCloseTo(200 * 12.4e6 + 2 * 349.2e6, 0);
    expect(layer(cost, 'tpy-2').satellites_count).toBe(1);
    expect(cost.scope.includes).toContain('tpy-2 of thaad at new-york: within the price of the battery');
  });

  it('puts what a nation has said it pays under that nation', () => {
    const cost = priced(planOf('{ battery: gbi, at: fort-greely, count: 1 }', '{ use: a-othr }'));
    expect(cost.payers.map(({ nation }) => nation)).toEqual(['', 'canada']);
    // Dollars of 2025 in those of 2026.
    expect(before_usd(layer(cost, 'a-othr')) / 4.3e9).toBeCloseTo(132 / 129, 6);
  });

  it('names what has no price, and has no total where nothing has', () => {
    const plan = planOf('{ battery: thaad, at: new-york, count: 10 }, { battery: gbi, at: fort-greely, count: 1 }');
    const some = priced(plan, { catalogue: without('thaad') });
    expect(some.incomplete).toEqual([{ element: 'thaad at new-york', what: 'everything' }]);
    expect(some).toMatchObject({ isComplete: false });
    expect(priceSentence(some)).toMatch(/^At least about \$.*Incomplete: no price for thaad at new-york\./);
    const none = priced(plan, { catalogue: without('thaad', 'ground-gbi', 'command-and-communications'), stopped: 3 });
    expect(none).toMatchObject({ total_usd: null, atValues_usd: null, perWarheadStopped_usd: null });
    expect(priceSentence(none)).toBe('No total: nothing of this shield has a price. Incomplete: no price for thaad at new-york, no price for gbi at fort-greely and no price for command and communications.');
    expect(priced(planOf(''))).toMatchObject({ total_usd: null, incomplete: [], isComplete: true });
  });

  it('says its headline with what it includes and leaves out', () => {
    const sentence = priceSentence(priced(planOf('{ constellation: notional-7800 }, { battery: gbi, at: fort-greely, count: 40 }', '{ use: sbirs-geo }')));
    expect(sentence).toMatch(/^About \$\d+0 billion over 20 years in 2026 dollars, not discounted \(\$[\d,]+0 billion to \$[\d,]+00 billion over price ranges\)\. Includes interceptors in orbit, batteries on land, sensors and command; leaves out what stands and is paid for, tests, other forces and land\.$/);
  });
});

describe('years', () => {
  it('start where they are told to, beside money announced', () => {
    const plan = planOf('{ constellation: notional-7800 }'), usual = priced(plan), late = priced(plan, { schedule: { serviceFrom: 2035, build_y: 5 } });
    expect(usual.fiscalYears[0]).toMatchObject({ fiscalYear: 2025, announcedKind: 'enacted', announced_usd: 24.4e9 });
    expect(usual.fiscalYears.find(({ fiscalYear }) => fiscalYear === 2027)).toMatchObject({ announcedKind: 'requested', announced_usd: 17.5e9 });
    expect(usual.fiscalYears.find(({ fiscalYear }) => fiscalYear === 2028)).toMatchObject({ announced_usd: null, gap_usd: null });
    expect(late.fiscalYears.map(({ fiscalYear }) => fiscalYear)).toEqual(Array.from({ length: 30 }, (_, i) => 2025 + i));
    expect(late.fiscalYears.find(({ fiscalYear }) => fiscalYear === 2029)).toMatchObject({ spend_usd: 0, serviceYear: null });
    expect(late.fiscalYears.find(({ fiscalYear }) => fiscalYear === 2030)!.spend_usd).toBeGreaterThan(0);
    for (const { announced_usd, gap_usd, spend_usd } of late.fiscalYears) if (announced_usd !== null) expect(gap_usd).toBe(spend_usd - announced_usd);
  });
});

describe('beside published totals', () => {
  it('stands what both price', () => {
    const cost = priced(planOf('{ constellation: notional-7800 }, { battery: gbi, at: fort-greely, count: 40 }')), rows = besidePublished(cost, readEstimates(catalogue), priceIndexOf(catalogue));
    const row = (id: string) => rows.find((each) => each.id === id)!;
    expect(row('cbo-2026')).toMatchObject({ both: ['space'], onlyOurs: ['land', 'command'], ours_usd: cost.layers[0]!.band_usd.mean, inOurDollars_usd: 743e9 });
    expect(row('cbo-2026-system').ours_usd).toBeCloseTo(cost.total_usd!.mean, -3);
    expect(row('white-house-2025')).toMatchObject({ covers: null, both: null, ours_usd: null, priceYear: null });
    for (const { includes, leavesOut, scopeFrom } of rows) expect(scopeFrom === '' || (includes.length === 0 && leavesOut.length > 0)).toBe(false);
  });
});
