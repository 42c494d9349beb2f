import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { inReachFigure, numberCurveFigure } from './number-curve.js';
import { absenteeMapFigure } from '../maps/number-map.js';

const draw = (figure: (document: FigureDocument) => FigureElement): string => figure(parseHTML('<html></html>').document as unknown as FigureDocument).outerHTML;
const WORDS = { title: 'A number', subtitle: 'of something', notes: ['All numbers are made up & told <so>.'] };
const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;

describe('pictures of numbers needed', () => {
  it('draw what is in reach over time with its mean and what is wanted', () => {
    const points = Array.from({ length: 40 }, (_, i) => ({ t_h: i / 10, count: i % 4 }));
    const svg = draw((document) => inReachFigure({ ...WORDS, points, wanted: 2, mean: 1.5 }, document));
    expect(svg).toContain('>interceptors in reach<');
    expect(svg).toContain('>mean 1.5<');
    expect(svg).toContain('made up &amp; told &lt;so&gt;.');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('draw both numbers against an assumption and leave out where nothing is in reach', () => {
    const points = [{ value: 4, perMissile: 900, perMissile95: 1400, perMissile95AtRandom: 1700 }, { value: 5, perMissile: 500, perMissile95: 800, perMissile95AtRandom: 1000 }, { value: 6 }];
    const svg = draw((document) => numberCurveFigure({ ...WORDS, against: 'speed (km/s)', points, layout: 'pattern' }, document));
    expect(count(svg, /<circle /g)).toBe(4);
    expect(svg).toContain('>95 %, satellites at random<');
    const random = draw((document) => numberCurveFigure({ ...WORDS, against: 'speed (km/s)', points, layout: 'random' }, document));
    expect(random).toContain('>enough 95 % of the time, satellites at random<');
    expect(random).not.toContain('Walker');
    expect(svg).toContain('>speed (km/s)<');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(draw((document) => numberCurveFigure({ ...WORDS, against: 'speed (km/s)', points, layout: 'pattern' }, document))).toBe(svg);
  });

  it('draw a map with every cell, its scale and its places', () => {
    const cells = [-45, 45].flatMap((lat_deg) => [-90, 90].map((lon_deg) => ({ lat_deg, lon_deg, value: lat_deg > 0 ? 3 : 0 })));
    const svg = draw((document) => absenteeMapFigure({ ...WORDS, cells, cell_deg: 90, places: [{ name: 'here', lat_deg: 40, lon_deg: 127 }], scale: 'near' }, document));
    expect(count(svg, /<rect [^>]*data-|<rect x/g) + count(svg, /<rect /g)).toBeGreaterThanOrEqual(4);
    expect(svg).toContain('>here<');
    expect(svg).toContain('Colour: near');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
