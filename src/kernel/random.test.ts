import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Luck, philox, STREAM } from './random.js';

const word = fc.integer({ min: 0, max: 0xffffffff });

describe('random', () => {
  it('draws the same for the same question, in whatever order it is asked', () => {
    const one = new Luck(7);
    const other = new Luck(7);
    fc.assert(fc.property(fc.array(fc.tuple(word, word, word, fc.nat(20)), { minLength: 2 }), (questions) => {
      const ask = (luck: Luck) => (q: (typeof questions)[number]): number => luck.uniform(STREAM.intercept, ...q);
      expect(questions.map(ask(one))).toEqual([...questions].reverse().map(ask(other)).reverse());
    }));
  });

  it('changes with seed, stream and each part of the question', () => {
    const base = new Luck(1).uniform(5, 1, 2, 3, 4);
    const others = [
      new Luck(2).uniform(5, 1, 2, 3, 4), new Luck(1).uniform(6, 1, 2, 3, 4), new Luck(1).uniform(5, 0, 2, 3, 4),
      new Luck(1).uniform(5, 1, 0, 3, 4), new Luck(1).uniform(5, 1, 2, 0, 4), new Luck(1).uniform(5, 1, 2, 3, 0),
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });

  it('is the same for keys written signed and unsigned', () => {
    const a = new Uint32Array(4);
    const b = new Uint32Array(4);
    fc.assert(fc.property(word, word, (c, k) => {
      philox(c, c, c, c, k, k, a);
      philox(c | 0, c | 0, c | 0, c | 0, k | 0, k | 0, b);
      expect(Array.from(a)).toEqual(Array.from(b));
    }));
  });

  it('spreads evenly: mean, variance and a chi-square over 64 bins of 64,000 draws', () => {
    const luck = new Luck(2026);
    const bins = new Float64Array(64);
    const count = 64000;
    let sum = 0;
    let squares = 0;
    for (let run = 0; run < count; run++) {
      const u = luck.uniform(STREAM.variant, run, 11, 0, 0);
      bins[Math.floor(u * 64)]++;
      sum += u;
      squares += u * u;
    }
    expect(luck.draws).toBe(count);
    // Five standard errors: 0.0057 for the mean, 0.0015 for the variance.
    expect(Math.abs(sum / count - 0.5)).toBeLessThan(0.0057);
    expect(Math.abs(squares / count - (sum / count) ** 2 - 1 / 12)).toBeLessThan(0.0015);
    const chi2 = bins.reduce((total, n) => total + (n - 1000) ** 2 / 1000, 0);
    // 63 degrees of freedom: 0.01 % tails at 27 and 118.
    expect(chi2).toBeGreaterThan(27);
    expect(chi2).toBeLessThan(118);
  });

  it('draws normals with the right moments, all finite', () => {
    const luck = new Luck(3);
    const moments = [0, 0, 0, 0];
    const count = 40000;
    for (let run = 0; run < count; run++) {
      const n = luck.normal(STREAM.template, run, 1, 2, 3);
      expect(Number.isFinite(n)).toBe(true);
      for (let p = 0; p < 4; p++) moments[p] += n ** (p + 1) / count;
    }
    expect(Math.abs(moments[0])).toBeLessThan(0.025);
    expect(Math.abs(moments[1] - 1)).toBeLessThan(0.036);
    expect(Math.abs(moments[2])).toBeLessThan(0.1);
    expect(Math.abs(moments[3] - 3)).toBeLessThan(0.25);
  });

  it('refuses what is not a seed, and gives every stream its own number', () => {
    for (const seed of [-1, 0.5, 2 ** 32, NaN]) expect(() => new Luck(seed)).toThrow(/seed/);
    expect(new Set(Object.values(STREAM)).size).toBe(Object.keys(STREAM).length);
  });
});
