import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveAt, fitMonotoneCurve } from './monotone-curve.js';
import { normalQuantile } from './normal.js';

describe('monotone curve', () => {
  it('passes through its points and never turns back between rising ones', () => {
    const gaps = fc.array(fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true })), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(gaps, (steps) => {
        const x = [0];
        const y = [0];
        for (const [dx, dy] of steps) {
          x.push(x[x.length - 1] + dx);
          y.push(y[y.length - 1] + dy);
        }
        const curve = fitMonotoneCurve(x, y);
        x.forEach((at, i) => expect(curveAt(curve, at)).toBeCloseTo(y[i], 9));
        let before = -Infinity;
        for (let i = 0; i <= 200; i++) {
          const value = curveAt(curve, (i / 200) * x[x.length - 1]);
          expect(value).toBeGreaterThanOrEqual(before - 1e-9);
          before = value;
        }
      }),
    );
  });

  it('goes straight on beyond its ends', () => {
    const curve = fitMonotoneCurve([0, 1, 3], [0, 2, 3]);
    expect(curveAt(curve, -1)).toBeCloseTo(-2, 12);
    expect(curveAt(curve, 5)).toBeCloseTo(4, 12);
  });
});

describe('normal quantile', () => {
  it('has the tabulated values and is odd about one half', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 8);
    expect(normalQuantile(0.84134474606854)).toBeCloseTo(1, 8);
    expect(normalQuantile(0.006209665325776132)).toBeCloseTo(-2.5, 8);
    expect(normalQuantile(0.5)).toBe(0);
    for (const p of [0.001, 0.02, 0.1, 0.3]) expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 8);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
  });
});
