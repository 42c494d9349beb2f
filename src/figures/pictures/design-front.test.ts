import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { designFrontFigure, type FrontPicture } from './design-front.js';
import type { FigureDocument } from './figure-document.js';

const PICTURE: FrontPicture = {
  title: 'Price & raid', subtitle: 'From <here>', notes: ['All numbers are made up.'], salvo: 3, priceYear: 2026,
  points: [{ salvo: 1, price_usd: 70e9, satellites_count: 576 }, { salvo: 3, price_usd: 153e9, satellites_count: 1720 }, { salvo: 6, price_usd: 250e9, satellites_count: 3400 }],
};
const draw = (): string => designFrontFigure(PICTURE, parseHTML('<html></html>').document as unknown as FigureDocument).outerHTML;

describe('the picture of price against raid', () => {
  it('has a point for each size with its satellites, the one asked for in another colour', () => {
    const svg = draw();
    expect([...svg.matchAll(/<circle /g)]).toHaveLength(3);
    for (const words of ['576', '1,720', '3,400', 'price (billion dollars of 2026)', 'missiles launched together']) expect(svg).toContain(`>${words}<`);
    expect([...svg.matchAll(/<circle [^>]*fill="#c8501e"/g)]).toHaveLength(1);
  });

  it('is the same each time and has no numbers that are none', () => {
    expect(draw()).toBe(draw());
    expect(draw()).not.toMatch(/NaN|undefined|Infinity/);
  });
});
