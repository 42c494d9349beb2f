import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { countOf, killPhaseFigure, layerFunnelFigure } from './layer-funnel-figure.js';

const COLOURS = { step: '#111111', stopped: '#222222', passedOn: '#333333', elsewhere: '#444444', line: '#555555' };
const draw = (figure: (document: FigureDocument) => FigureElement): string => figure(parseHTML('<html></html>').document as unknown as FigureDocument).outerHTML;
const bars = (svg: string): number[] => [...svg.matchAll(/<rect [^>]*\bwidth="([\d.]+)"/g)].map((found) => Number(found[1]));

describe('bars of layers', () => {
  const funnel = { reachable: 8, tracked: 8, released: 6, assigned: 4, shot: 4, killed: 2, elsewhere: 1, passedOn: 5 };

  it('are as long as the counts, on one scale, with every count in words', () => {
    const svg = draw((document) => layerFunnelFigure([{ name: 'shell', funnel }, { name: 'battery', funnel: { ...funnel, killed: 1 } }], 10, 400, COLOURS, document));
    const lengths = bars(svg);
    expect(lengths).toHaveLength(16);
    expect(lengths[0]! / lengths[3]!).toBeCloseTo(2, 6);
    expect(lengths[5]! / lengths[13]!).toBeCloseTo(2, 6);
    expect(svg).toContain('shell: 8.00 in reach, 8.00 evidence in time, 6.00 permission in time');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('show the parts of the flight in which anything is stopped, and nothing where nothing is', () => {
    const kills = { boost: 3, postBoost: 0, midcourse: 1.5, terminal: 0, glide: 0, cruise: 0 };
    expect(bars(draw((document) => killPhaseFigure(kills, 10, 400, COLOURS, document)))).toHaveLength(2);
    expect(bars(draw((document) => killPhaseFigure({ ...kills, boost: 0, midcourse: 0 }, 10, 400, COLOURS, document)))).toHaveLength(0);
    expect([0, 0.001, 0.5, 12.34, 300].map(countOf)).toEqual(['0.00', '< 0.01', '0.50', '12.3', '300']);
  });
});
