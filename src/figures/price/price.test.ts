import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { FiscalYearSpend } from '../../policy/cost/fiscal-years.js';
import type { FigureDocument } from '../pictures/figure-document.js';
import { aboutMoney, listed, moneyCell, moneyText, priceLine } from './price-words.js';
import { priceYearsFigure } from './price-years-figure.js';

const COLOURS = { building: 'gold', service: 'blue', range: 'grey', announced: 'white', line: 'black' };
const year = (fiscalYear: number, more: Partial<FiscalYearSpend> = {}): FiscalYearSpend => ({ fiscalYear, serviceYear: null, spend_usd: 2e9, low_usd: 1e9, high_usd: 4e9, announced_usd: null, announcedKind: null, gap_usd: null, ...more });

describe('prices in words', () => {
  it('have the digits that they are asked for', () => {
    expect([808e9, 1554e9, 45e6, 9.96e9, 1234].map(aboutMoney)).toEqual(['$810 billion', '$1,600 billion', '$45 million', '$10 billion', '$1,200']);
    expect([602.4e9, -34.5e9, 109e6, 0].map((amount) => moneyCell(amount))).toEqual(['$602B', '−$34.5B', '$109M', '$0']);
    expect(moneyText(5.4e9)).toBe('$5.4 billion');
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });

  it('say in one line what is known, and never nought for what has no price', () => {
    const years = Array.from({ length: 21 }, () => ({})) as never, known = { priceYear: 2026, years };
    expect(priceLine({ ...known, total_usd: { low: 364e9, mean: 808e9, high: 1554e9 }, incomplete: [] })).toEqual(['About $810B over 20 years', '$360B to $1,600B, 2026 dollars']);
    expect(priceLine({ ...known, total_usd: { low: 1e9, mean: 1e9, high: 1e9 }, incomplete: [{ element: 'a', what: 'launches' }] })).toEqual(['At least $1.0B over 20 years', '2026 dollars']);
    expect(priceLine({ ...known, total_usd: null, incomplete: [{ element: 'a', what: 'everything' }] })[0]).toBe('No total: nothing of this shield has a price');
  });
});

describe('the picture of years', () => {
  const draw = (years: readonly FiscalYearSpend[], width = 720): string => priceYearsFigure(years, width, COLOURS, parseHTML('<html></html>').document as unknown as FigureDocument).outerHTML;
  const years = [year(2025, { announced_usd: 24.4e9, announcedKind: 'enacted', gap_usd: -22.4e9 }), year(2026), year(2027, { serviceYear: 1 })];

  it('has a bar and a range for each year and a mark for what is announced', () => {
    const svg = draw(years);
    expect([...svg.matchAll(/<rect /g)]).toHaveLength(3);
    expect(svg).toMatch(/fill="gold"[\s\S]*fill="blue"/);
    expect(svg).toMatch(/stroke="white"/);
    expect(svg).toContain('2025: $2B, $24.4B announced; 2026: $2B');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(draw(years)).toBe(svg);
  });

  it('leaves room for its years on a phone, and is drawn without spending', () => {
    const many = Array.from({ length: 24 }, (_, i) => year(2025 + i)), labels = (svg: string): number => [...svg.matchAll(/>20\d\d</g)].length;
    expect(labels(draw(many, 340))).toBeLessThan(labels(draw(many, 1200)));
    expect(draw([year(2025, { spend_usd: 0, low_usd: 0, high_usd: 0 })])).not.toMatch(/NaN|Infinity/);
  });
});
