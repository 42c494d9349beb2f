import { describe, expect, it } from 'vitest';
import { flatArea_deg2, type FlatPoint } from '../../kernel/earth/flat-rings.js';
import { traceOutline } from './outline.js';

const area = (ring: Float64Array): number => flatArea_deg2(Array.from({ length: ring.length / 2 }, (_, i): FlatPoint => [ring[2 * i]!, ring[2 * i + 1]!]));

describe('the outline of a region', () => {
  it('of a disc is one ring against the clock, with its area and its radius', () => {
    const { rings, isCut } = traceOutline((x, y) => x * x + y * y < 1, 1.5, 20);
    expect(rings).toHaveLength(1);
    expect(isCut).toBe(false);
    expect(area(rings[0]!)).toBeGreaterThan(0.995 * Math.PI);
    expect(area(rings[0]!)).toBeLessThan(Math.PI);
    for (let i = 0; i < rings[0]!.length; i += 2) expect(Math.hypot(rings[0]![i]!, rings[0]![i + 1]!)).toBeCloseTo(1, 2);
  });

  it('has a ring for each part, and holes with the clock', () => {
    const apart = traceOutline((x, y) => (Math.abs(x) - 1) ** 2 + y * y < 0.25, 2, 30);
    expect(apart.rings.map((ring) => Math.sign(area(ring)))).toEqual([1, 1]);
    const ring = traceOutline((x, y) => x * x + y * y < 1 && x * x + y * y > 0.25, 1.5, 30);
    expect(ring.rings.map(area).sort((a, b) => a - b)[0]).toBeCloseTo(-Math.PI / 4, 1);
    expect(ring.rings.reduce((sum, each) => sum + area(each), 0)).toBeCloseTo(0.75 * Math.PI, 1);
  });

  it('is cut, and says so, where the region leaves the grid', () => {
    const { rings, isCut } = traceOutline(() => true, 2, 8);
    expect(isCut).toBe(true);
    expect(area(rings[0]!)).toBeGreaterThan(15);
    expect(area(rings[0]!)).toBeLessThanOrEqual(16);
    expect(traceOutline(() => false, 2, 8)).toMatchObject({ rings: [], isCut: false });
  });

  it('keeps two corners that touch at a corner apart', () => {
    const { rings } = traceOutline((x, y) => x * y > 0 && Math.abs(x) < 1.5 && Math.abs(y) < 1.5, 2, 9);
    expect(rings).toHaveLength(2);
  });
});
