import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { saturationSentence } from '../../figures/sentences/saturation-sentence.js';
import { findSaturation, makeRising } from './saturate.js';
import type { PointSummary } from './sweep.js';

const PATH = 'raid[0].count';

/** Points whose leakage is a function of size, with an interval of ± 0.02. */
function points(sizes: readonly number[], leakage: (size: number) => number): PointSummary[] {
  return sizes.map((size) => {
    const mean = leakage(size), interval = { mean, low: Math.max(0, mean - 0.02), high: Math.min(1, mean + 0.02) };
    return {
      values: { [PATH]: size }, overrides: [`${PATH}=${size}`], launched: size, runs: 100, leakage: interval, intercepted: interval, noLeaker: interval,
      gotThrough: { mean: mean * size, p5: 0, p50: 0, p95: size }, planHash: '', recordHash: '', typicalRun: 0,
    };
  });
}

describe('saturation', () => {
  it('reads crossings off straight lines, whatever the order of the points', () => {
    const { crossings, smallest, largest } = findSaturation(PATH, points([40, 0, 10, 20, 30], (size) => size / 50));
    expect([smallest, largest]).toEqual([0, 40]);
    expect(crossings.map(({ size }) => size?.toFixed(6))).toEqual(['2.500000', '10.000000', '25.000000']);
    expect(crossings[1]?.low).toBeCloseTo(9, 9);
    expect(crossings[1]?.high).toBeCloseTo(11, 9);
  });

  it('says when a threshold lies outside the sizes tried', () => {
    const { crossings } = findSaturation(PATH, points([10, 20], (size) => size / 100));
    expect(crossings.map(({ where, size }) => [where, size])).toEqual([['below', null], ['beyond', null], ['beyond', null]]);
  });

  it('makes the nearest rising sequence', () => {
    expect(makeRising([1, 3, 2, 4], [1, 1, 1, 1])).toEqual([1, 2.5, 2.5, 4]);
    expect(makeRising([3, 1], [1, 3])).toEqual([1.5, 1.5]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }), (values) => {
        const weights = values.map((_, i) => 1 + (i % 3)), rising = makeRising(values, weights);
        for (let i = 1; i < rising.length; i++) expect(rising[i]).toBeGreaterThanOrEqual(rising[i - 1]!);
        const total = (list: readonly number[]): number => list.reduce((sum, value, i) => sum + value * weights[i]!, 0);
        expect(total(rising)).toBeCloseTo(total(values), 9);
        expect(makeRising(rising, weights).every((value, i) => Math.abs(value - rising[i]!) < 1e-12)).toBe(true);
      }),
    );
  });

  it.each([
    [[2, 10, 40], (size: number) => size / 50, 'At most 1 in 20 gets through up to 2 missiles at once; more than half beyond 25.'],
    [[10, 20], (size: number) => size / 100, 'At most 1 in 5 gets through up to 20 missiles at once; no more than half up to 20, the most that were tried.'],
    [[1, 5], () => 0.9, 'More than 1 in 5 gets through even of 1 missile; more than half of any raid from 1 on.'],
  ] as const)('in words: sizes %j', (sizes, leakage, sentence) => {
    expect(saturationSentence(findSaturation(PATH, points(sizes, leakage)))).toBe(sentence);
  });
});
