import { describe, expect, it } from 'vitest';
import { KNOWN_SUFFIXES } from '../../kernel/units.js';
import * as tables from './quantities.js';
import { cardShape, describeRange, groupDigits, isInRange, numberSchema } from './quantity.js';
import type { Quantities } from './quantity.js';

describe('quantities', () => {
  it('groups digits as people write them', () => {
    expect([0, 999, 1000, 20000, 1234567.25, -1500, 1e21].map(groupDigits)).toEqual(['0', '999', '1,000', '20,000', '1,234,567.25', '-1,500', '1e+21']);
  });

  it('says the range with its unit', () => {
    expect(describeRange('range_km', { min: 0, above: true, max: 20_000, doc: '' })).toBe('a number, 0 < x ≤ 20,000 km');
    expect(describeRange('count', { min: 1, max: 1_000, whole: true, doc: '' })).toBe('a whole number, 1 ≤ x ≤ 1,000');
  });

  it('accepts exactly what is in range, in scenarios and in cards alike', () => {
    const quantity = { min: 0, above: true, max: 10, whole: true, doc: '' };
    const schema = numberSchema('x', quantity), card = cardShape({ x: quantity }).x;
    for (const [value, expected] of [[0, false], [1, true], [10, true], [11, false], [1.5, false], [NaN, false], [Infinity, false]] as const) {
      expect(isInRange(value, quantity), String(value)).toBe(expected);
      expect(schema.safeParse(value).success, String(value)).toBe(expected);
      expect(card.safeParse({ value }).success, String(value)).toBe(expected);
    }
    expect(card.safeParse({ value: 5, low: 0 }).success).toBe(false);
  });

  it('has a known unit behind every underscore, and a possible range', () => {
    for (const table of Object.values<Quantities>(tables)) {
      for (const [key, { min, max, doc }] of Object.entries(table)) {
        const suffix = /_([A-Za-z0-9]+)$/.exec(key)?.[1];
        if (suffix !== undefined) expect(KNOWN_SUFFIXES, key).toContain(suffix);
        expect(min, key).toBeLessThan(max);
        expect(doc, key).toMatch(/\.$/);
      }
    }
  });
});
