import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../scenario/plan/plan.js';
import { warningLosses } from './losses.js';
import { MILESTONES, milestonesOf, type Sighting } from './milestones.js';
import { byOrigin, byTarget, timesOf, warnOf, type WarnedFlight } from './warn.js';

const RELEASE = { space: { evidence: 'two-infrared', delay_s: 30 }, ground: { evidence: 'infrared-and-radar', delay_s: 60 } } as const;
const place = (name: string): Place => ({ name, lat_rad: 0, lon_rad: 0, altitude_m: 0 });
const infrared = (seen_s: number): Sighting => ({ evidence: 'infrared', seen_s, reported_s: seen_s + 10 });
const radar = (seen_s: number): Sighting => ({ evidence: 'radar', seen_s, reported_s: seen_s + 20 });

/** A flight of which sensor k sees the k-th sighting of each launch; left out are the sensors of `out`, one after the other. */
function flight(from: string, to: string, impact_s: number, launches: readonly (readonly Sighting[])[], out: readonly number[] = []): WarnedFlight {
  return {
    missile: 'm', from: place(from), to: place(to), burnout_s: 180, impact_s, lastSpace_s: 180, lastGround_s: 1000,
    launches: launches.map((seen) => milestonesOf(seen, impact_s, RELEASE)),
    without: out.map((left) => launches.map((seen) => milestonesOf(seen.filter((_, sensor) => sensor !== left), impact_s, RELEASE))),
  };
}

describe('milestones', () => {
  it('follow from reports in their order', () => {
    expect(milestonesOf([radar(600), infrared(50), infrared(40)], 1800, RELEASE)).toEqual({
      firstSeen_s: 40, firstReport_s: 50, twoInfrared_s: 60, confirmed_s: 620, spaceRule_s: 60, groundRule_s: 620, spacePermission_s: 90, groundPermission_s: 680,
    });
  });

  it('never come where nobody sees, or when it is over', () => {
    for (const name of MILESTONES) expect(milestonesOf([infrared(1795)], 1800, RELEASE)[name]).toBe(Infinity);
  });

  it('are not later with one more sighting', () => {
    const sighting = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2000 })).map(([isRadar, seen_s]) => (isRadar ? radar(seen_s) : infrared(seen_s)));
    fc.assert(fc.property(fc.array(sighting, { maxLength: 8 }), sighting, (some, more) => {
      const before = milestonesOf(some, 1800, RELEASE), after = milestonesOf([...some, more], 1800, RELEASE);
      for (const name of MILESTONES) expect(after[name]).toBeLessThanOrEqual(before[name]);
    }));
  });
});

describe('times over launches', () => {
  it('count launches in which nothing comes', () => {
    expect(timesOf([10, 20, Infinity])).toEqual({ share: 2 / 3, median_s: 20, p5_s: 10, p95_s: null });
    expect(timesOf([-Infinity, 300, 500])).toEqual({ share: 2 / 3, median_s: 300, p5_s: null, p95_s: 500 });
    expect(timesOf([])).toEqual({ share: 0, median_s: null, p5_s: null, p95_s: null });
  });

  it('are told by origin and by target, with the origin that leaves least', () => {
    const warnings = [
      flight('a', 'x', 1800, [[infrared(40), radar(600)], [infrared(50), radar(700)]]),
      flight('b', 'x', 900, [[infrared(40), radar(600)], [infrared(50), radar(700)]]),
      flight('a', 'y', 2000, [[infrared(40)], [infrared(50)]]),
    ].map(warnOf);
    expect(warnings[0]!.left_s).toEqual({ share: 1, median_s: 1080, p5_s: 1080, p95_s: 1180 });
    const origins = byOrigin(warnings);
    expect(origins.map(({ origin, flights }) => [origin.name, flights])).toEqual([['a', 2], ['b', 1]]);
    expect(origins[0]!.flightTime_s).toEqual({ least: 1800, most: 2000 });
    expect(origins[0]!.milestones.confirmed_s.share).toBe(0.5);
    const targets = byTarget(warnings);
    expect(targets[0]).toMatchObject({ flights: 2, confirmed: 2, least: { origin: 'b', left_s: 180, flightTime_s: 900 } });
    // Nobody confirms what is fired at y.
    expect(targets[1]).toMatchObject({ left_s: { share: 0, median_s: null }, confirmed: 0, least: null });
  });
});

describe('what is lost without a sensor', () => {
  it('is the delay where another sees it later, and the share where nobody does', () => {
    const flights = [flight('a', 'x', 1800, [[infrared(40), infrared(55), radar(600)], [infrared(70), infrared(50), radar(650)]], [0, 2])];
    const [first, third] = warningLosses(flights, [{ name: 'first', kind: 'sensor', parts: [{ sensor: 0 }] }, { name: 'third', kind: 'sensor', parts: [{ sensor: 2 }] }]);
    expect(first!.firstSeen).toEqual({ mean_s: 7.5, most_s: 15, lost: 0 });
    expect(first!.confirmed).toEqual({ mean_s: 0, most_s: 0, lost: 0 });
    expect(third!.firstSeen.mean_s).toBe(0);
    expect(third!.confirmed).toEqual({ mean_s: 0, most_s: 0, lost: 1 });
  });
});
