import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot, solve2 } from './roots.js';

describe('findRoot', () => {
  it('finds roots that it was not told, with few evaluations', () => {
    fc.assert(fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true }), (root, scale) => {
      let evaluations = 0;
      const f = (x: number): number => {
        evaluations++;
        return Math.exp(scale * (x - root)) - 1;
      };
      expect(Math.abs(findRoot(f, -10, 10, 1e-10) - root)).toBeLessThan(1e-9);
      // Bisection would need 38; Brent promises no more than a few times that, here far fewer.
      expect(evaluations).toBeLessThan(40);
    }));
  });

  it('copes with flat and steep functions', () => {
    expect(findRoot((x) => x ** 9, -1, 1.5, 1e-12)).toBeCloseTo(0, 1);
    expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1, 1e-12)).toBeCloseTo(0.3, 11);
    expect(findRoot((x) => x, 0, 1, 1e-12)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1, 1e-12)).toBe(1);
  });

  it('refuses a bracket without a sign change, telling the values', () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1, 1e-9)).toThrow(/f = 2 and 2/);
    expect(() => findRoot(() => NaN, -1, 1, 1e-9)).toThrow(/sign/);
  });
});

describe('solve2', () => {
  it('solves linear pairs in one step of Newton', () => {
    const result = solve2((x, y, out) => { out[0] = 2 * x + y - 5; out[1] = x - 3 * y + 8; }, [0, 0], { step: [1e-3, 1e-3], tolerance: 1e-9 });
    expect(result.converged).toBe(true);
    expect(result.x[0]).toBeCloseTo(1, 9);
    expect(result.x[1]).toBeCloseTo(3, 9);
    expect(result.evaluations).toBeLessThan(8);
  });

  it('solves curved pairs from afar', () => {
    const angle = fc.double({ min: 0.2, max: 1.3, noNaN: true });
    fc.assert(fc.property(angle, fc.double({ min: 1, max: 50, noNaN: true }), (theta, radius) => {
      // Polar coordinates back from Cartesian ones.
      const wanted = [radius * Math.cos(theta), radius * Math.sin(theta)];
      const result = solve2((t, r, out) => {
        out[0] = r * Math.cos(t) - wanted[0];
        out[1] = r * Math.sin(t) - wanted[1];
      }, [0.7, 20], { step: [1e-5, 1e-4], tolerance: 1e-8, maxIterations: 60, maxStep: [0.3, 15] });
      expect(result.converged).toBe(true);
      expect(result.x[0]).toBeCloseTo(theta, 7);
      expect(result.x[1]).toBeCloseTo(radius, 7);
    }));
  });

  it('backs out of places where the function has no value', () => {
    // Undefined for x < 0; a full Newton step from 3 would land there.
    const result = solve2((x, y, out) => { out[0] = x < 0 ? NaN : Math.sqrt(x) - 0.1; out[1] = y - 1; }, [3, 0], { step: [1e-4, 1e-4], tolerance: 1e-10 });
    expect(result.converged).toBe(true);
    expect(result.x[0]).toBeCloseTo(0.01, 8);
  });

  it('says so when there is no solution, with the residual it was left with', () => {
    const result = solve2((x, y, out) => { out[0] = x * x + 1; out[1] = y; }, [1, 1], { step: [1e-4, 1e-4], tolerance: 1e-9 });
    expect(result.converged).toBe(false);
    expect(result.residual).toBeGreaterThanOrEqual(1);
    expect(result.residual).toBeLessThan(2);
    expect(Number.isFinite(result.x[0])).toBe(true);
  });
});
