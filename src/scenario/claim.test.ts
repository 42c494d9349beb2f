import { describe, expect, it } from 'vitest';
import { readClaim } from './claim.js';

const WHOLE = {
  title: 'A number', model: 'claim', topic: 'number of interceptors',
  source: { source: 'A study, 2026', standing: 'published', seen: 'secondary', asOf: '2026-11' },
  inCirculation: 'Ten are enough', status: 'testable', record: 'Stands in the study.', attribution: { who: 'A study', when: '2026-05' },
  slots: { count: { value: 10, where: 'table 1' }, of: 'interceptors', price_usd: { value: 1e9, where: 'table 2' }, priceYear: '2026' },
  test: { what: 'the number', run: 'cupola size --method shell' },
  supporters: [{ who: 'A', when: '2026-05', says: 'so', source: 'the study', seen: 'secondary' }], critics: { noneFound: '2026-11-23' }, says: 'What the study says.',
};
const problems = (changes: object): { path: string; line: number; found: string; expected: string }[] => {
  const read = readClaim(JSON.stringify({ ...WHOLE, ...changes }, null, 2), 'mine.json');
  return read.ok ? [] : read.problems.map(({ path, line, found, expected }) => ({ path, line, found, expected }));
};

describe('a claim file', () => {
  it('is read whole', () => {
    const read = readClaim(JSON.stringify(WHOLE), 'mine.json');
    expect(read.ok && read.value).toEqual(WHOLE);
  });

  it('needs a source and both sides', () => {
    const found = problems({ source: undefined, supporters: undefined, critics: [] });
    expect(found.map(({ path }) => path)).toEqual(['source', 'supporters', 'critics']);
    expect(found[0]?.expected).toContain('the source');
    expect(found[1]?.expected).toContain('noneFound');
    expect(found.every(({ line }) => line > 0)).toBe(true);
  });

  it('names a voice without a name or a date where it stands', () => {
    expect(problems({ critics: [{ who: 'B', when: 'lately', says: 'no', source: 'a page', seen: 'secondary' }] })).toMatchObject([{ path: 'critics[0].when', found: '"lately"', expected: expect.stringContaining('a date with its year') as string }]);
    expect(problems({ supporters: [{ when: '2026', says: 'yes', source: 'a page', seen: 'secondary' }] })).toMatchObject([{ path: 'supporters[0].who', expected: 'who says so' }]);
  });

  it('needs the year of a price, where a number stands, and a word of the vocabulary', () => {
    expect(problems({ slots: { price_usd: { value: 1, where: 'x' } } })).toMatchObject([{ path: 'slots.priceYear' }]);
    expect(problems({ slots: { count: { value: 1 } } })).toMatchObject([{ path: 'slots.count.where' }]);
    expect(problems({ status: 'false' })).toMatchObject([{ path: 'status', found: '"false"' }]);
    expect(problems({ inCirculation: 'They say "ten"' })).toMatchObject([{ path: 'inCirculation' }]);
    expect(problems({ verdict: 'true' })).toMatchObject([{ path: 'verdict', expected: 'a key of this format' }]);
    expect(problems({ test: { what: 'x', run: 'rm all' } })).toMatchObject([{ path: 'test.run' }]);
  });
});
