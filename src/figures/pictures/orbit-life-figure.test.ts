import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { lifeCurve } from '../../studies/orbit/orbit-life.js';
import type { FigureDocument } from './figure-document.js';
import { orbitLifeFigure } from './orbit-life-figure.js';

const rows = (a: number, b: number) => [{ altitude_m: 200e3, factor: a }, { altitude_m: 600e3, factor: b }];
const curve = lifeCurve({ massToArea_kgpm2: 100, dragCoefficient: 2.2, factors: { low: rows(0.7, 0.15), high: rows(1.4, 4.7) } });
const draw = (altitude_m: number): string => orbitLifeFigure({ title: 'Life', subtitle: 'here', curve, altitude_m, wanted_s: 1.6e8, notes: ['A <note>.'] }, parseHTML('<html></html>').document as unknown as FigureDocument).outerHTML;

describe('the picture of life in orbit', () => {
  it('has two panels with three activities each, and marks what was asked', () => {
    const svg = draw(350e3);
    expect([...svg.matchAll(/aria-label="line"/g)]).toHaveLength(2);
    for (const colour of ['#3d7fc4', '#6b7a8d', '#c8501e']) expect([...svg.matchAll(new RegExp(`stroke="${colour}"`, 'g'))]).toHaveLength(2);
    for (const words of ['life without an engine (years)', 'make-up of drag (m/s a year)', 'quiet Sun', 'active Sun']) expect(svg).toContain(`>${words}<`);
    expect([...svg.matchAll(/stroke-dasharray="4 3"/g)]).toHaveLength(3);
    expect([...draw(900e3).matchAll(/stroke-dasharray="4 3"/g)]).toHaveLength(1);
  });

  it('is the same each time and has no numbers that are none', () => {
    expect(draw(350e3)).toBe(draw(350e3));
    expect(draw(350e3)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
