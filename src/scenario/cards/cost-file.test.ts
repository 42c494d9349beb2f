import { describe, expect, it } from 'vitest';
import { COST_FILE } from './cost-file.js';

const SHIP = { title: 'a', model: 'ship', priceYear: '2026', includes: [], leavesOut: [], operationsPerYear_usd: { value: 1e8 } };
const ESTIMATE = { id: 'a', author: 'a', work: 'a', published: '2026', pages: [], scope: 'a', includes: [], leavesOut: [], scopeFrom: 'a', priceYear: 'not stated', total_usd: { value: 1e9 }, mark: 'arithmetic', why: 'a' };
const faults = (file: unknown): string[] => COST_FILE.safeParse(file).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a file of data/costs', () => {
  it('names a price without a year', () => {
    const { priceYear: _year, ...undated } = SHIP, { priceYear: _their, ...theirs } = ESTIMATE, { total_usd: _total, ...unpriced } = theirs;
    expect(faults(SHIP)).toEqual([]);
    expect(faults(undated)).toEqual(['priceYear: the year whose dollars are meant, as in "2026"']);
    expect(faults({ ...SHIP, priceYear: 'then' })).toEqual(['priceYear: the year whose dollars are meant, as in "2026"']);
    const listed = (item: unknown): unknown => ({ title: 'a', model: 'estimates', items: [item] });
    expect(faults(listed(ESTIMATE))).toEqual([]);
    expect(faults(listed(unpriced))).toEqual([]);
    expect(faults(listed(theirs))).toEqual(['items.0.priceYear: the year whose dollars are meant, as in "2026", or "not stated"']);
  });
});
