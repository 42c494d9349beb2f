import { describe, expect, it } from 'vitest';
import type { Territory } from '../../scenario/plan/plan.js';
import { TAU } from '../../kernel/maths.js';
import { isInside as isInsideRings, unrollRings } from './shortfall.js';

const deg = TAU / 360;
const isInside = (territory: Territory, lat_rad: number, lon_rad: number): boolean => isInsideRings(unrollRings(territory), lat_rad, lon_rad);
const ring = (points: [number, number][]) => points.map(([lon, lat]) => [lon * deg, lat * deg] as const);

describe('territory', () => {
  const box = { name: 'box', rings: [ring([[-100, 30], [-80, 30], [-80, 45], [-100, 45]])] };
  it('knows inside from outside', () => {
    expect(isInside(box, 40 * deg, -90 * deg)).toBe(true);
    expect(isInside(box, 40 * deg, -70 * deg)).toBe(false);
    expect(isInside(box, 50 * deg, -90 * deg)).toBe(false);
    expect(isInside(box, 40 * deg, 90 * deg)).toBe(false);
  });
  it('works across the date line', () => {
    const across = { name: 'across', rings: [ring([[170, 50], [-170, 50], [-170, 60], [170, 60]])] };
    expect(isInside(across, 55 * deg, 179 * deg)).toBe(true);
    expect(isInside(across, 55 * deg, -179 * deg)).toBe(true);
    expect(isInside(across, 55 * deg, 160 * deg)).toBe(false);
    expect(isInside(across, 55 * deg, 0)).toBe(false);
  });
  it('leaves out a hole', () => {
    const holed = { name: 'holed', rings: [...box.rings, ring([[-95, 35], [-85, 35], [-85, 40], [-95, 40]])] };
    expect(isInside(holed, 37 * deg, -90 * deg)).toBe(false);
    expect(isInside(holed, 32 * deg, -90 * deg)).toBe(true);
  });
});
