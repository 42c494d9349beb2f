import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilWithin, expectedShots, killWithShots, shotsFor } from './expected-shots.js';
import { engageable, engagedFraction, leakage, shotsPerObject } from './layered.js';
import { noLeaker_prob, planEngagement, shotsForConfidence, splitShots, targetKill_prob, trackNeeded_prob, wholeShots } from './wilkening.js';

const probability = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const engagement = fc.record({ singleShotKill_prob: probability, track_prob: fc.double({ min: 0.5, max: 1, noNaN: true }) });
const shots = fc.integer({ min: 1, max: 12 });

describe('shots', () => {
  it('are two for 96 % at 80 %, in spite of the last digit', () => {
    expect(shotsFor(0.96, 0.8)).toBe(2);
    expect(shotsFor(0.9600001, 0.8)).toBe(3);
    expect(shotsFor(0.999, 0.9)).toBe(3);
    expect([shotsFor(0, 0.5), shotsFor(0.9, 1), shotsFor(1, 0.5), shotsFor(0.5, 0)]).toEqual([0, 1, Infinity, Infinity]);
    expect([ceilWithin(2 + 1e-12), ceilWithin(2 - 1e-12), ceilWithin(2.001)]).toEqual([2, 2, 3]);
  });

  it('suffice, and one fewer does not', () => {
    fc.assert(fc.property(probability, probability, (required, single) => {
      const n = shotsFor(required, single);
      expect(killWithShots(single, n)).toBeGreaterThanOrEqual(required - 1e-8);
      expect(killWithShots(single, n - 1)).toBeLessThan(required + 1e-8);
    }));
  });

  it('one at a time are spent as a count over outcomes says', () => {
    fc.assert(fc.property(probability, shots, (p, n) => {
      let mean = 0;
      for (let used = 1; used <= n; used++) mean += used * (used < n ? p * (1 - p) ** (used - 1) : (1 - p) ** (n - 1));
      expect(expectedShots(p, n)).toBeCloseTo(mean, 10);
    }));
    expect(expectedShots(0, 4)).toBe(4);
  });
});

describe('Wilkening', () => {
  it('inverts: shots for a confidence give that confidence', () => {
    fc.assert(fc.property(engagement, fc.integer({ min: 1, max: 100 }), probability, (one, warheads, confidence) => {
      const n = shotsForConfidence(one, warheads, confidence);
      if (n === undefined) expect(trackNeeded_prob(confidence, warheads)).toBeGreaterThanOrEqual(one.track_prob);
      else expect(noLeaker_prob(targetKill_prob(one, n), warheads)).toBeCloseTo(confidence, 7);
    }));
    expect(shotsForConfidence({ singleShotKill_prob: 1, track_prob: 1 }, 5, 0.9)).toBe(1);
    expect(shotsForConfidence({ singleShotKill_prob: 0.5, track_prob: 1 }, 5, 0)).toBe(0);
    expect(wholeShots(5.65)).toBe(6);
  });

  it('shoot-look-shoot kills like a barrage of as many shots, for fewer interceptors on average', () => {
    fc.assert(fc.property(engagement, shots, fc.integer({ min: 0, max: 50 }), (one, n, decoys_count) => {
      const raid = { warheads_count: 10, decoys_count };
      const barrage = planEngagement(one, raid, { first: n, second: 0 });
      const looking = planEngagement(one, raid, splitShots(one, n, 1));
      expect(looking.probabilityNoLeaker).toBeCloseTo(barrage.probabilityNoLeaker, 12);
      expect(looking.interceptors).toBeLessThanOrEqual(barrage.interceptors + 1e-9);
      expect(looking.atMost).toBeCloseTo(barrage.interceptors, 9);
      for (let first = 1; first < n; first++) {
        expect(looking.interceptors).toBeLessThanOrEqual(planEngagement(one, raid, { first, second: n - first }).interceptors + 1e-9);
      }
    }));
  });

  it('charges decoys like warheads, and never counts them as leakers', () => {
    const one = { singleShotKill_prob: 0.56, track_prob: 0.95 };
    const bare = planEngagement(one, { warheads_count: 10, decoys_count: 0 }, { first: 4, second: 0 });
    const hidden = planEngagement(one, { warheads_count: 10, decoys_count: 90 }, { first: 4, second: 0 });
    expect(hidden.interceptors).toBe(10 * bare.interceptors);
    expect(hidden.expectedLeakers).toBe(bare.expectedLeakers);
  });

  it('caps what more shots can do at the shared factor', () => {
    fc.assert(fc.property(engagement, shots, (one, n) => {
      expect(targetKill_prob(one, n + 1)).toBeGreaterThan(targetKill_prob(one, n));
      expect(targetKill_prob(one, n)).toBeLessThanOrEqual(one.track_prob);
    }));
  });
});

describe('layers and magazines', () => {
  it('multiply leakages only when nothing is shared', () => {
    expect(leakage([0.5, 0.7, 0.8])).toBeCloseTo(0.03, 12);
    fc.assert(fc.property(fc.array(probability, { maxLength: 6 }), probability, (layers, shared) => {
      expect(leakage(layers, shared)).toBeGreaterThanOrEqual(1 - shared - 1e-12);
      expect(leakage([...layers, 0.5], shared)).toBeLessThanOrEqual(leakage(layers, shared) + 1e-12);
    }));
  });

  it('engage whole objects, and whole warheads with all their decoys', () => {
    expect(engageable({ interceptors_count: 44, perObject_count: 4, decoysPerWarhead: 0 })).toEqual({ objects: 11, warheads: 11 });
    expect(engageable({ interceptors_count: 44, perObject_count: 4, decoysPerWarhead: 10 })).toEqual({ objects: 11, warheads: 1 });
    expect(engageable({ interceptors_count: 43, perObject_count: 4, decoysPerWarhead: 10 })).toEqual({ objects: 10, warheads: 0 });
    expect(shotsPerObject(44, 2, 20)).toBe(2);
    expect([engagedFraction(5, 10), engagedFraction(20, 10), engagedFraction(5, 0)]).toEqual([0.5, 1, 1]);
  });
});
