import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { boundedMeanInterval } from './bounded-mean.js';
import { clopperPearson, meanInterval } from './statistics.js';
import { Luck } from '../random.js';

describe('interval of a bounded mean', () => {
  it('is the Clopper-Pearson interval for yes or no', () => {
    for (const [yes, runs] of [[0, 2000], [1, 2000], [10, 200], [100, 200], [199, 200], [200, 200], [3, 10]] as const) {
      const ours = boundedMeanInterval([0, 1], [runs - yes, yes]), exact = clopperPearson(yes, runs);
      const width = exact.high - exact.low;
      // The saddlepoint form is off by less than a hundredth of the width; normal theory is off by a tenth and more.
      expect(Math.abs(ours.low - exact.low)).toBeLessThan(0.01 * width);
      expect(Math.abs(ours.high - exact.high)).toBeLessThan(0.01 * width);
      expect(ours.mean).toBe(yes / runs);
    }
  });

  it('becomes the t interval for many runs that scatter evenly', () => {
    const luck = new Luck(3), values = Float64Array.from({ length: 4000 }, (_, run) => luck.uniform(1, run, 0, 0, 0));
    const sum = values.reduce((a, b) => a + b, 0), squares = values.reduce((a, b) => a + b * b, 0);
    const ours = boundedMeanInterval(values, undefined), student = meanInterval(4000, sum, squares);
    expect(ours.low).toBeCloseTo(student.low, 3);
    expect(ours.high).toBeCloseTo(student.high, 3);
  });

  it('keeps what may still come when all runs agree, and nothing beyond 0 and 1', () => {
    const same = boundedMeanInterval([0.3], [100]);
    expect(same.mean).toBe(0.3);
    expect(same.high).toBeCloseTo(0.3 + 0.7 * (1 - 0.025 ** 0.01), 12);
    expect(same.low).toBeCloseTo(0.3 * 0.025 ** 0.01, 12);
    expect(boundedMeanInterval([1], [50]).high).toBe(1);
    expect(boundedMeanInterval([0], [50]).low).toBe(0);
    expect(boundedMeanInterval([], undefined).mean).toBeNaN();
    expect(() => boundedMeanInterval([1.2], [1])).toThrow(/1\.2/);
  });

  it('holds the mean, mirrors, narrows with runs and does not mind how equal values are counted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 8 }), fc.constantFrom(0.8, 0.95, 0.999), (counts, confidence) => {
        fc.pre(counts.reduce((a, b) => a + b, 0) > 1);
        const values = counts.map((_, i) => i / (counts.length - 1));
        const one = boundedMeanInterval(values, counts, confidence);
        expect(one.low).toBeLessThanOrEqual(one.mean);
        expect(one.high).toBeGreaterThanOrEqual(one.mean);
        const mirrored = boundedMeanInterval(values, [...counts].reverse(), confidence);
        expect(mirrored.low).toBeCloseTo(1 - one.high, 9);
        const flat = boundedMeanInterval(counts.flatMap((count, i) => Array.from({ length: count }, () => values[i]!)), undefined, confidence);
        expect(flat.high).toBeCloseTo(one.high, 9);
        const more = boundedMeanInterval(values, counts.map((count) => 4 * count), confidence);
        expect(more.high - more.low).toBeLessThanOrEqual(one.high - one.low + 1e-12);
      }),
    );
  });
});
