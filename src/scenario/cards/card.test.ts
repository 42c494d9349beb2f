import { describe, expect, it } from 'vitest';
import { cardFaults, completeCard } from './card.js';

const FILE = { source: 'CBO 2026', where: 'table 1', standing: 'published', seen: 'secondary', asOf: '2026-11', url: 'https://www.cbo.gov/publication/62422' } as const;

describe('source cards', () => {
  it('take from the file what they do not say themselves', () => {
    expect(completeCard({ value: 7800 }, FILE)).toEqual({ value: 7800, low: null, high: null, ...FILE });
  });

  it("never mix another document's page or link with their own source", () => {
    const card = completeCard({ value: 15, source: 'AEI 2025', standing: 'assumed' }, FILE);
    expect(card).toMatchObject({ source: 'AEI 2025', where: '', url: '', seen: '', standing: 'assumed', asOf: '2026-11' });
  });

  it('are complete, or say what they lack', () => {
    expect(cardFaults({ value: 1 }, FILE)).toEqual([]);
    expect(cardFaults({ value: 1 }, undefined)).toEqual(['source', 'where', 'asOf', 'standing', 'low and high']);
    expect(cardFaults({ value: 1, standing: 'assumed' }, FILE)).toEqual(['low and high']);
    expect(cardFaults({ value: 1, low: 2, high: 3, standing: 'assumed' }, FILE)).toEqual(['low ≤ value (low is 2, value 1)']);
    expect(cardFaults({ value: 4, low: 2, high: 3 }, FILE)).toEqual(['value ≤ high (value is 4, high 3)']);
    expect(cardFaults({ value: 1, low: 0 }, FILE)).toEqual(['both low and high, or neither']);
    expect(cardFaults({ value: 1, source: 'x', where: 'y' }, FILE)).toEqual(['seen (primary or secondary)']);
  });
});
