import { describe, expect, it } from 'vitest';
import { atLeastWork_prob, carriersForAtLeast } from './compound-poisson.js';
import { atLeastProbability, meanForAtLeast, poissonProbability } from './poisson.js';

/** Sum over the number of carriers, of which each interceptor works by itself: slow, and with nothing in common with the recursion. */
function bySumming(wanted: number, mean: number, m: number, works: number): number {
  let sum = 0;
  for (let n = 0; n < mean + 12 * Math.sqrt(mean) + 30; n++) {
    const called = n * m;
    let pmf = Math.pow(1 - works, called), below = 0;
    for (let j = 0; j < Math.min(wanted, called + 1); j++) {
      below += pmf;
      pmf *= ((called - j) / (j + 1)) * (works / (1 - works));
    }
    sum += poissonProbability(n, mean) * (1 - below);
  }
  return sum;
}

describe('interceptors that work, of carriers that come at random', () => {
  it('is the sum over the number of carriers', () => {
    for (const [wanted, mean, m, works] of [[2, 1.5, 2, 0.8], [20, 9, 3, 0.9], [5, 30, 4, 0.3], [1, 0.2, 8, 0.95]] as const) {
      expect(atLeastWork_prob(wanted, mean, { perSatellite_count: m, works_prob: works })).toBeCloseTo(bySumming(wanted, mean, m, works), 10);
    }
  });

  it('is Poisson with one interceptor each, thinned by what fails, and counts carriers where none fails', () => {
    expect(atLeastWork_prob(2, 3, { perSatellite_count: 1, works_prob: 0.8 })).toBe(atLeastProbability(2, 3 * 0.8));
    expect(atLeastWork_prob(7, 3, { perSatellite_count: 3, works_prob: 1 })).toBe(atLeastProbability(3, 3));
    // Just below certainty the recursion must come to the same as counting carriers.
    expect(atLeastWork_prob(7, 3, { perSatellite_count: 3, works_prob: 1 - 1e-12 })).toBeCloseTo(atLeastProbability(3, 3), 9);
  });

  it('keeps its digits where the chance of none at all underflows', () => {
    const carried = { perSatellite_count: 2, works_prob: 0.9 };
    expect(atLeastWork_prob(5400, 3000, carried)).toBeCloseTo(0.5, 1);
    expect(atLeastWork_prob(4000, 3000, carried)).toBeGreaterThan(0.999999);
    expect(atLeastWork_prob(8000, 3000, carried)).toBeLessThan(1e-6);
  });

  it('inverts', () => {
    for (const carried of [{ perSatellite_count: 1, works_prob: 1 }, { perSatellite_count: 1, works_prob: 0.8 }, { perSatellite_count: 4, works_prob: 1 }, { perSatellite_count: 4, works_prob: 0.8 }]) {
      expect(atLeastWork_prob(10, carriersForAtLeast(10, 0.95, carried), carried)).toBeCloseTo(0.95, 8);
    }
    expect(carriersForAtLeast(2, 0.95, { perSatellite_count: 1, works_prob: 1 })).toBe(meanForAtLeast(2, 0.95));
  });
});
