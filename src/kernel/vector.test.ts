import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScaled, angleBetween_rad, cross, dot, length, normalise, separation } from './vector.js';

const component = fc.double({ min: -1e7, max: 1e7, noNaN: true });
const vector = fc.tuple(component, component, component);

describe('vector', () => {
  it('makes cross products at right angles to both, with the right hand', () => {
    const out = [0, 0, 0];
    cross([1, 0, 0], [0, 1, 0], out);
    expect(out).toEqual([0, 0, 1]);
    fc.assert(fc.property(vector, vector, (a, b) => {
      cross(a, b, out);
      const scale = length(a) * length(b) * (length(a) + length(b)) + 1;
      expect(Math.abs(dot(a, out)) / scale).toBeLessThan(1e-15);
      expect(Math.abs(dot(b, out)) / scale).toBeLessThan(1e-15);
    }));
  });

  it('lets the output be an input', () => {
    const a = [1, 2, 3];
    cross(a, [4, 5, 6], a);
    expect(a).toEqual([-3, 6, -3]);
    const b = [1, 2, 3];
    addScaled(b, 2, b, b);
    expect(b).toEqual([3, 6, 9]);
  });

  it('normalises, and leaves nothing as nothing', () => {
    const out = [9, 9, 9];
    expect(normalise([0, 0, 0], out)).toBe(0);
    expect(out).toEqual([0, 0, 0]);
    expect(normalise([0, 3, 4], out)).toBe(5);
    expect(out).toEqual([0, 0.6000000000000001, 0.8]);
  });

  it('keeps small angles that an arccosine would lose', () => {
    expect(angleBetween_rad([1, 0, 0], [1, 1e-9, 0])).toBeCloseTo(1e-9, 20);
    expect(angleBetween_rad([1, 0, 0], [-2, 0, 0])).toBe(Math.PI);
    expect(separation([1, 2, 3], [1, 2, 5])).toBe(2);
  });
});
