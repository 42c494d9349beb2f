import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShellSearch, type Stretch } from '../../engine/reach/shell-search.js';
import { TAU } from '../../kernel/maths.js';
import { latitudeFraction } from '../../models/constellation/coverage-fraction.js';
import { planeNode_rad, planePhase_rad, satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { reachAt } from '../../models/interceptor/reach.js';
import { fixedPoint } from './flights-to-meet.js';
import { contains, countPlane, meetingSet, shareOfBoth, visitPlane } from './meeting-set.js';
import { pointSet } from './point-set.js';

const DEGREE = Math.PI / 180;
const interceptor = { speed_mps: 5000, acceleration_mps2: 147, deadTime_s: 0, divert_mps: 0, floor_m: 0, battery_s: Infinity };
const orbits = { altitude_m: 350e3, inclination_rad: 45 * DEGREE };

/** A climb that heads north-east from a place at 40 degrees. */
function climb(rows: number): Stretch {
  const positions = new Float64Array(3 * rows);
  for (let row = 0; row < rows; row++) {
    const t = 2 * row, lat = 40 * DEGREE + (10 * t * t) / 6371e3, lon = 1 + (6 * t * t) / 6371e3, r = 6371e3 + 7 * t * t;
    positions.set([r * Math.cos(lat) * Math.cos(lon), r * Math.cos(lat) * Math.sin(lon), r * Math.sin(lat)], 3 * row);
  }
  return { positions, step_s: 2, fromRow: 30, toRow: rows - 1 };
}

describe('places in orbit from which a missile can be met', () => {
  const stretch = climb(86), set = meetingSet(orbits, interceptor, stretch, 60);

  it('counts as the search over the shell does, pattern by pattern', () => {
    const shell = { ...orbits, planes_count: 31, perPlane_count: 37, phasing: 3 };
    const search = createShellSearch(shell, interceptor, 2);
    let searched = 0, counted = 0, differing = 0;
    for (let trial = 0; trial < 400; trial++) {
      const node = trial * 0.7301, phase = trial * 0.3917;
      search.place(node, phase);
      search.gather(stretch, 60);
      search.scan(stretch, 60);
      const found = new Set<number>(), visited = new Set<number>();
      for (let i = 0; i < search.count; i++) if (search.earliest_s[i]! < Infinity) found.add(search.satellite[i]!);
      let count = 0;
      for (let plane = 0; plane < 31; plane++) {
        const at = [planeNode_rad(shell, node, plane), planePhase_rad(shell, phase, plane)] as const;
        count += countPlane(set, ...at, TAU / 37);
        visitPlane(set, ...at, 37, (slot) => visited.add(plane * 37 + slot));
        for (let slot = 0; slot < 37; slot++) if (contains(set, at[0], at[1] + (slot * TAU) / 37)) expect(visited.has(plane * 37 + slot)).toBe(true);
      }
      expect(visited.size).toBe(count);
      searched += found.size;
      counted += count;
      for (const satellite of found) if (!visited.has(satellite)) differing++;
    }
    // Nodes are taken at the nearest of a grid: satellites at the very rim may fall on either side, without bias.
    expect(Math.abs(counted / searched - 1)).toBeLessThan(0.006);
    expect(differing / searched).toBeLessThan(0.03);
    expect(set.share * 31 * 37 * 400 / searched).toBeCloseTo(1, 1);
  });

  it('has the share of the closed form for a point that stands still at the height of the orbits', () => {
    fc.assert(fc.property(fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: 30, max: 88, noNaN: true }), (latitude, inclination) => {
      fc.pre(Math.abs(latitude) < inclination);
      const a = shellMotion({ ...orbits, planes_count: 1, perPlane_count: 1, phasing: 0 }).radius_m, reach_m = 5000 * 110 - 0.5 * 5000 * (5000 / 147);
      const point = Float64Array.of(a * Math.cos(latitude * DEGREE), 0, a * Math.sin(latitude * DEGREE)), at = { altitude_m: 350e3, inclination_rad: inclination * DEGREE };
      const closed = latitudeFraction({ inclination_rad: inclination * DEGREE, latitude_rad: latitude * DEGREE, reach_rad: 2 * Math.asin((0.5 * reach_m) / a) });
      const { stretch: still, commit_s } = fixedPoint(point, 110, 0);
      expect(meetingSet(at, interceptor, still, commit_s).share / closed).toBeCloseTo(1, 2);
      expect(pointSet(at, interceptor, point, 110).share / closed).toBeCloseTo(1, 2);
    }), { numRuns: 8 });
  });

  it('meets a far point where the reach rule says so', () => {
    const a = shellMotion({ ...orbits, planes_count: 1, perPlane_count: 1, phasing: 0 }).radius_m, point = Float64Array.of(0.75 * a, 0.1 * a, 0.7 * a);
    const far = pointSet(orbits, interceptor, point, 400), reach = reachAt(interceptor, 400, a), position = new Float64Array(3), ahead = new Float64Array(3);
    const one = { ...orbits, planes_count: 1, perPlane_count: 1, phasing: 0 }, motion = shellMotion(one);
    let differing = 0, met = 0;
    for (let trial = 0; trial < 4000; trial++) {
      const node = trial * 0.7301, u = trial * 0.3917, rate = motion.latitudeRate_radps;
      satellitePosition(one, motion, node, u, 0, 0, position);
      satellitePosition(one, { ...motion, nodeRate_radps: 0 }, node, u, 0, Math.PI / 2 / rate, ahead);
      const state = [...position, ...ahead.map((x) => x * rate)];
      const meets = reach.canMeet(state, point);
      if (meets) met++;
      if (meets !== contains(far, node, u)) differing++;
    }
    expect(met).toBeGreaterThan(50);
    expect(differing / met).toBeLessThan(0.03);
  });

  it('has the same share for a point by the engine’s search as by the reach of its time: straight, relative motion, Lambert', () => {
    const a = shellMotion({ ...orbits, planes_count: 1, perPlane_count: 1, phasing: 0 }).radius_m, point = Float64Array.of(0.75 * a, 0.1 * a, 0.7 * a);
    const shares = [190, 199, 201, 300, 500, 599, 601, 700].map((flight_s) => {
      const { stretch: still, commit_s } = fixedPoint(point, flight_s, 0), searched = meetingSet(orbits, interceptor, still, commit_s), asked = pointSet(orbits, interceptor, point, flight_s);
      expect(Math.abs(searched.share / asked.share - 1)).toBeLessThan(0.003);
      return asked.share;
    });
    for (let k = 1; k < shares.length; k++) expect(shares[k]).toBeGreaterThanOrEqual(shares[k - 1]!);
  });

  it('overlaps wholly with itself, and less with a later order', () => {
    const later = meetingSet(orbits, interceptor, stretch, 90);
    expect(shareOfBoth(set, set)).toBeCloseTo(set.share, 12);
    expect(later.share).toBeLessThan(set.share);
    // Who can still meet it later could have met it before.
    expect(shareOfBoth(set, later) / later.share).toBeGreaterThan(0.995);
  });

  it('is empty where nothing is left to meet, and everything where all is in reach', () => {
    expect(meetingSet(orbits, interceptor, stretch, 175).share).toBe(0);
    const all = pointSet(orbits, { ...interceptor, speed_mps: 200_000, acceleration_mps2: 1e6 }, Float64Array.of(7e6, 0, 0), 150);
    expect(all.share).toBeCloseTo(1, 12);
    expect(countPlane(all, 1, 0, TAU / 10)).toBe(10);
  });
});
