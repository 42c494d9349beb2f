import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { coverMapFigure } from './cover-map.js';
import { thinOutlines } from './earth-map.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { warnMapFigure } from './warn-map.js';

const draw = (figure: (document: FigureDocument) => FigureElement): string => figure(parseHTML('<html></html>').document as unknown as FigureDocument).outerHTML;
const WORDS = { title: 'A map', subtitle: 'of something', notes: ['All numbers are made up & told <so>.'] };
const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;
const SQUARE = [{ points: [[-10, -10], [10, -10], [10, 10], [-10, 10], [-10, -10]] as [number, number][] }];

describe('maps of the Earth', () => {
  it('draw runs of cells of one colour as one, and leave out what is never in view', () => {
    // The legend has each colour once.
    const rows = [{ south_deg: -90, north_deg: 0, shares: [0, 0, 0, 0] }, { south_deg: 0, north_deg: 90, shares: [0.1, 0.2, 1, 0.6] }];
    const svg = draw((document) => coverMapFigure({ ...WORDS, panels: [{ words: 'one', rows }], outlines: SQUARE, tracks: SQUARE, places: [{ name: 'here', lat_deg: 40, lon_deg: 179 }] }, document));
    expect(count(svg, /fill="#f0e7a6"/g)).toBe(2);
    expect(count(svg, /fill="#22345c"/g)).toBe(2);
    expect(svg).toContain('>here<');
    expect(svg).toContain('told &lt;so&gt;');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('show targets closely, with the time left in words and a ring where there is none', () => {
    const targets = [{ name: 'near', lat_deg: 40, lon_deg: -100, left_min: 4.2 }, { name: 'far', lat_deg: 45, lon_deg: -80, left_min: null }];
    const svg = draw((document) => warnMapFigure({ ...WORDS, targets, origins: [{ name: 'nowhere near', lat_deg: 60, lon_deg: 90 }], outlines: SQUARE }, document));
    expect(svg).toContain('>near 4<');
    expect(svg).toContain('ring: never confirmed');
    expect(svg).not.toContain('nowhere near');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    // One target alone still has a map about it.
    expect(draw((document) => warnMapFigure({ ...WORDS, targets: targets.slice(0, 1), origins: [], outlines: [] }, document))).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('cut outlines at the date line and drop the smallest', () => {
    const ring: [number, number][] = [[170, 0], [179, 0], [-179, 5], [-170, 5], [-170, 20], [170, 20]];
    const lines = thinOutlines([ring, [[0, 0], [0.1, 0], [0, 0.1]]]);
    for (const { points } of lines) points.forEach(([lon], i) => i > 0 && expect(Math.abs(lon - points[i - 1]![0])).toBeLessThan(180));
    expect(lines.flatMap(({ points }) => points)).toHaveLength(7);
  });
});
