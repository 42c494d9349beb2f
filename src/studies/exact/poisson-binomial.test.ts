import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sampleLeakers } from './outcome-sampling.js';
import { layeredLeakers, momentsOf, poissonBinomial } from './poisson-binomial.js';
import type { LayeredRaid } from './poisson-binomial.js';

const distribution = (chances: number[]): Float64Array => {
  const out = new Float64Array(chances.length + 1);
  poissonBinomial(chances, out);
  return out;
};

/** Adds up all 2ⁿ outcomes. */
function enumerated(chances: number[]): number[] {
  const out = chances.concat(0).map(() => 0);
  for (let outcome = 0; outcome < 1 << chances.length; outcome++) {
    let chance = 1, count = 0;
    chances.forEach((p, i) => {
      const isYes = ((outcome >> i) & 1) === 1;
      chance *= isYes ? p : 1 - p;
      if (isYes) count++;
    });
    out[count] += chance;
  }
  return out;
}

describe('Poisson-binomial distribution', () => {
  it('is what all outcomes add up to', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }), (chances) => {
        const ours = distribution(chances);
        enumerated(chances).forEach((p, k) => expect(ours[k]).toBeCloseTo(p, 12));
      }),
    );
  });
  it('is the binomial one for equal chances', () => {
    let chance = 0.7 ** 40;
    const ours = distribution(Array.from({ length: 40 }, () => 0.3));
    for (let k = 0; k <= 40; k++) {
      expect(ours[k]! / chance).toBeCloseTo(1, 10);
      chance *= ((40 - k) / (k + 1)) * (0.3 / 0.7);
    }
  });
  it('keeps its mean, its variance and a sum of one for a thousand threats, whatever their order', () => {
    const chances = Array.from({ length: 1001 }, (_, i) => (0.9 * ((i * 7919) % 1001)) / 1001);
    const ours = distribution(chances), { mean, standardDeviation } = momentsOf(ours);
    expect(ours.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(chances.reduce((a, b) => a + b, 0), 9);
    expect(standardDeviation ** 2).toBeCloseTo(chances.reduce((a, b) => a + b * (1 - b), 0), 8);
    const reversed = distribution([...chances].reverse());
    for (let k = 300; k < 600; k++) expect(reversed[k]).toBeCloseTo(ours[k]!, 13);
  });
});

/** A thousand threats, four layers, unlike chances; shared failures strike each layer in 3 to 12 of 100 attacks. */
function raid(threats_count: number): LayeredRaid {
  return {
    layers: [0.97, 0.95, 0.92, 0.88].map((works_prob, l) => ({
      works_prob,
      kill_prob: Float64Array.from({ length: threats_count }, (_, t) => 0.3 + 0.1 * l + 0.2 * (((t * 37 + l * 11) % 100) / 100)),
    })),
  };
}

describe('sampled and exact leakers', () => {
  it('agree within four standard errors in mean and standard deviation', () => {
    for (const [threats, trials] of [[1, 64_000], [10, 64_000], [1000, 32_000]] as const) {
      const exact = layeredLeakers(raid(threats)), sampled = sampleLeakers(raid(threats), trials, 5);
      const truth = momentsOf(exact), found = momentsOf(sampled);
      const fourth = exact.reduce((sum, p, k) => sum + p * (k - truth.mean) ** 4, 0), variance = truth.standardDeviation ** 2;
      const meanError = truth.standardDeviation / Math.sqrt(trials);
      // Standard error of a standard deviation: √((μ₄ − σ⁴)/n)/(2σ).
      const deviationError = Math.sqrt((fourth - variance ** 2) / trials) / (2 * truth.standardDeviation);
      expect(Math.abs(found.mean - truth.mean)).toBeLessThan(4 * meanError);
      expect(Math.abs(found.standardDeviation - truth.standardDeviation)).toBeLessThan(4 * deviationError);
      expect(sampled.reduce((a, b) => a + b, 0)).toBe(trials);
    }
  });
  it('see shared failures: without them the scatter is several times smaller', () => {
    const shared = momentsOf(layeredLeakers(raid(1000))), own = momentsOf(layeredLeakers({ layers: raid(1000).layers.map((layer) => ({ ...layer, works_prob: 1 })) }));
    expect(shared.standardDeviation).toBeGreaterThan(4 * own.standardDeviation);
  });
  it('hold at chances of nothing and certainty', () => {
    const layers = [{ works_prob: 1, kill_prob: Float64Array.of(1, 0, 1, 0) }];
    expect([...sampleLeakers({ layers }, 320, 1)]).toEqual([0, 0, 320, 0, 0]);
    expect([...layeredLeakers({ layers })]).toEqual([0, 0, 1, 0, 0]);
    expect([...sampleLeakers({ layers: [{ works_prob: 0, kill_prob: Float64Array.of(1, 1, 1) }] }, 33, 1)]).toEqual([0, 0, 0, 33]);
  });
  it('are the same for a seed and others for another', () => {
    expect([...sampleLeakers(raid(10), 640, 3)]).toEqual([...sampleLeakers(raid(10), 640, 3)]);
    expect([...sampleLeakers(raid(10), 640, 3)]).not.toEqual([...sampleLeakers(raid(10), 640, 4)]);
  });
});
