import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAU } from '../../kernel/maths.js';
import { countPlane, type MeetingSet, meetingSet } from '../number-needed/meeting-set.js';
import { enoughWork } from '../number-needed/enough.js';
import { planeNode_rad, planePhase_rad } from '../../models/constellation/walker.js';
import { chanceOfEnough, countByGroup, drawnMoments, isOftenEnough, spreadMoments, suffices } from './availability.js';

const interceptor = { speed_mps: 5000, acceleration_mps2: 147, deadTime_s: 5, divert_mps: 2500, floor_m: 0, battery_s: 300 };
const orbits = { altitude_m: 350e3, inclination_rad: 0.8 };

/** A point 200 km up at a latitude and longitude, met 110 s after the order. */
function pointSet(latitude: number, longitude: number): MeetingSet {
  const r = 6578e3, positions = new Float64Array(6);
  positions.set([r * Math.cos(latitude) * Math.cos(longitude), r * Math.cos(latitude) * Math.sin(longitude), r * Math.sin(latitude)], 3);
  return meetingSet(orbits, interceptor, { positions, step_s: 110, fromRow: 1, toRow: 1 }, 0);
}
const here = pointSet(0.7, 0), there = pointSet(0.72, 0.03);
const shell = { ...orbits, planes_count: 30, perPlane_count: 40, phasing: 1 };
const one = { salvo: 1, shots: 1, perSatellite_count: 1, isSpread: false, works_prob: 1 };

describe('enough shots for all', () => {
  it('counts each satellite once, in the group of flights that it can meet', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: TAU, noNaN: true }), fc.double({ min: 0, max: TAU, noNaN: true }), (node, phase) => {
      const byGroup = new Int32Array(4);
      countByGroup(shell, [here, there], node, phase, byGroup);
      const alone = (set: MeetingSet): number => Array.from({ length: 30 }, (_, p) => countPlane(set, planeNode_rad(shell, node, p), planePhase_rad(shell, phase, p), TAU / 40)).reduce((a, b) => a + b);
      expect(byGroup[1]! + byGroup[3]!).toBe(alone(here));
      expect(byGroup[2]! + byGroup[3]!).toBe(alone(there));
    }), { numRuns: 50 });
  });

  it('says whether shots can be shared out, as trying every way does', () => {
    // Two missiles; counts of satellites that can meet the first only, the second only, both.
    fc.assert(fc.property(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 2 }), (first, second, both, k, l, each) => {
      let isPossible = false;
      for (let given = 0; given <= both * each; given++) if (first * each + given >= k && second * each + both * each - given >= l) isPossible = true;
      expect(suffices(Int32Array.of(0, first, second, both), Int32Array.of(0, k, l, k + l), each)).toBe(isPossible);
    }));
  });

  it('has the mean of the closed form: the share of all places in orbit times the satellites', () => {
    const moments = drawnMoments(4000, 5), byGroup = new Int32Array(2);
    for (let m = 0; m < moments.count; m++) countByGroup(shell, [here], TAU * moments.turns[4 * m]!, TAU * moments.turns[4 * m + 1]!, byGroup);
    expect(byGroup[1]! / moments.count / (1200 * here.share)).toBeCloseTo(1, 1);
  });

  it('falls with the salvo and with the shots, and a spread raid asks no more than one from a single place', () => {
    const shells = [{ shell, sets: [[here, there]] }], moments = spreadMoments(300);
    let last = 1;
    for (const salvo of [1, 2, 3, 4, 6]) {
      const chance = chanceOfEnough(shells, { ...one, salvo }, moments);
      expect(chance).toBeLessThanOrEqual(last);
      expect(chanceOfEnough(shells, { ...one, salvo, isSpread: true }, moments)).toBeGreaterThanOrEqual(chanceOfEnough([{ shell, sets: [[here]] }], { ...one, salvo }, moments) - 0.05);
      expect(chanceOfEnough(shells, { ...one, salvo, shots: 2 }, moments)).toBeLessThanOrEqual(chance);
      expect(chanceOfEnough(shells, { ...one, salvo, perSatellite_count: 2 }, moments)).toBeGreaterThanOrEqual(chance);
      last = chance;
    }
    expect(last).toBeLessThan(0.5);
  });

  it('counts side by side as it shares out among one flight, and stops early without another answer', () => {
    const shells = [{ shell, sets: [[here]] }], moments = spreadMoments(400);
    for (const salvo of [1, 2, 3, 4]) {
      const chance = chanceOfEnough(shells, { ...one, salvo }, moments);
      expect(chanceOfEnough(shells, { ...one, salvo, isSpread: true }, moments)).toBe(chance);
      for (const probability of [0.3, 0.6, 0.9, 0.99, chance]) expect(isOftenEnough(shells, { ...one, salvo }, moments, probability)).toBe(chance >= probability);
    }
  });

  it('counts interceptors that may fail by the binomial distribution', () => {
    expect(enoughWork(3, 2, 0.9)).toBeCloseTo(3 * 0.81 * 0.1 + 0.729, 12);
    expect(enoughWork(1, 2, 0.9)).toBe(0);
    expect(enoughWork(2, 2, 1)).toBe(1);
    const shells = [{ shell, sets: [[here]] }], moments = spreadMoments(300);
    expect(chanceOfEnough(shells, { ...one, works_prob: 0.9 }, moments)).toBeLessThan(chanceOfEnough(shells, one, moments));
    expect(chanceOfEnough(shells, { ...one, works_prob: 1e-9 }, moments)).toBeCloseTo(0, 6);
  });

  it('takes the place that is met least', () => {
    const moments = spreadMoments(300), far = pointSet(1.2, 0);
    expect(far.share).toBe(0);
    expect(chanceOfEnough([{ shell, sets: [[here], [far]] }], one, moments)).toBe(0);
    expect(chanceOfEnough([{ shell, sets: [[here], [here]] }], one, moments)).toBe(chanceOfEnough([{ shell, sets: [[here]] }], one, moments));
  });

  it('spreads moments evenly and draws them the same for one seed', () => {
    const { count, turns } = spreadMoments(1000);
    for (let dimension = 0; dimension < 4; dimension++) {
      let sum = 0;
      for (let m = 0; m < count; m++) sum += turns[4 * m + dimension]!;
      expect(sum / count).toBeCloseTo(0.5, 2);
    }
    expect(drawnMoments(10, 3)).toEqual(drawnMoments(10, 3));
    expect(drawnMoments(10, 3, 1)).not.toEqual(drawnMoments(10, 3));
  });
});
