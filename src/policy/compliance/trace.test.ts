import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../tools/build-catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import { readDirective } from '../../scenario/directive.js';
import { REQUIREMENT_IDS } from '../../scenario/cards/directive-terms.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { judgeDates } from './dates.js';
import { elementsOf, withoutRole } from './roles.js';
import { readEdits, thresholdOf } from './thresholds.js';
import { mapOfRows, traceCoverage } from './trace.js';

const catalogue = buildCatalogue(), { directives } = catalogue.kinds, requirements = Object.values(directives).flatMap((file) => file.requirements);
const order = directives['eo-14186'];
if (order === undefined) throw new Error('no order in the data');

function planOf(number: string): Plan {
  const scenario = catalogue.scenarios.find(({ name }) => name.startsWith(number)), result = compileText(scenario?.text ?? '', number, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}

describe('requirements and elements', () => {
  it('all have a home: every id once, in one of the directives', () => {
    expect(requirements.map(({ id }) => id).sort()).toEqual([...REQUIREMENT_IDS].sort());
  });

  it('without interceptors nothing serves what asks for them', () => {
    const { orphans, functions } = traceCoverage(planOf('03'), requirements);
    expect(orphans.map(({ id }) => id)).toEqual(expect.arrayContaining(['S2b', '3a-i', '3a-iii', '3a-iv', 'USC-ballistic']));
    expect(functions.find(({ name }) => name === 'engage')?.elements).toEqual([]);
  });

  it('removing a part leaves its rows without it', () => {
    const plan = planOf('04'), bare = withoutRole(plan, 'space-interceptors');
    expect(bare.layers).toHaveLength(plan.layers.length - 1);
    expect(traceCoverage(plan, requirements).orphans.map(({ id }) => id)).not.toContain('3a-iii');
    expect(traceCoverage(bare, requirements).orphans.map(({ id }) => id)).toContain('3a-iii');
    expect(elementsOf(withoutRole(plan, 'sensors')).filter(({ roles }) => roles.includes('sensors'))).toEqual([]);
  });

  it('the map names only rows that exist, and every row of interceptors in orbit', () => {
    const map = mapOfRows(requirements);
    expect(map.find(({ role }) => role === 'space-interceptors')?.rows).toEqual(expect.arrayContaining(['S2a', '3a-iii', '3a-vi']));
  });
});

describe('dates', () => {
  it('pass with the day that is handed in', () => {
    const at = (asOf: string) => Object.fromEntries(judgeDates(directives, asOf).map(({ id, state, days }) => [id, { state, days }]));
    expect(at('2025-03-28')['plan-due']).toEqual({ state: 'passed', days: 0 });
    expect(at('2025-03-27')['plan-due']).toEqual({ state: 'ahead', days: 1 });
    expect(at('2026-11-29')['public-target']).toEqual({ state: 'ahead', days: 763 });
    expect(at('2029-01-01')['public-target']?.state).toBe('passed');
  });
});

describe('thresholds', () => {
  it('take the unit of their metric, or words of it', () => {
    expect(readEdits(['S2b=80%', '3c=200B', '3a-v.gap=2min'], requirements)).toEqual({ faults: [], edits: [{ id: 'S2b', setting: '', value: 0.8 }, { id: '3c', setting: '', value: 200e9 }, { id: '3a-v', setting: 'gap', value: 120 }] });
  });

  it('refuse another unit, an id and a setting that nobody knows, all at once', () => {
    const { edits, faults } = readEdits(['S2b=5km2', 'S2d=0.5', '3a-v.gup=5', 'S2b=90', 'nonsense'], requirements);
    expect(edits).toEqual([]);
    expect(faults.map(({ path }) => path)).toEqual(['S2b', 'S2d', '3a-v.gup', 'S2b', 'nonsense']);
    expect(faults[2]?.hint).toContain('gap');
    expect(faults[3]?.hint).toContain('0.9');
  });

  it('keep their card and say that they were edited', () => {
    const row = order.requirements.find(({ id }) => id === 'S2b');
    if (row === undefined) throw new Error('no S2b');
    expect(thresholdOf(row, order.source, [])).toMatchObject({ value: 0.9, unit: 'share', standing: 'assumed', source: 'Cupola', isEdited: false });
    expect(thresholdOf(row, order.source, [{ id: 'S2b', setting: '', value: 0.5 }])).toMatchObject({ value: 0.5, isEdited: true });
  });
});

describe('a directive of one\'s own', () => {
  it('is told everything that is wrong with it at once', () => {
    const broken = structuredClone(order) as Record<string, unknown> & typeof order;
    const [first, second, third] = broken.requirements;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no requirements');
    first.threshold.unit = 'usd';
    Object.assign(second, { source: undefined });
    Object.assign(third, { id: 'S2x' });
    Object.assign(broken.dates[0] ?? {}, { date: '2025-02-30' });
    const result = readDirective(JSON.stringify(broken), 'own.json');
    if (result.ok) throw new Error('was taken');
    expect(result.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['requirements[0].threshold.unit', 'requirements[1].source', 'requirements[2].id', 'dates[0].date']));
    expect(result.problems.find(({ path }) => path === 'requirements[0].threshold.unit')).toMatchObject({ file: 'own.json', found: 'usd' });
    expect(result.problems.find(({ path }) => path === 'dates[0].date')?.expected).toContain('calendar');
  });
});
