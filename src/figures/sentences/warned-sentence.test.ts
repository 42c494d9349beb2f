import { describe, expect, it } from 'vitest';
import type { Milestones } from '../../studies/warn/milestones.js';
import { warnOf, type FlightWarning } from '../../studies/warn/warn.js';
import { spareText, timeToSpare, warnedSentence } from './warned-sentence.js';

const place = { name: 'a', lat_rad: 0, lon_rad: 0, altitude_m: 0 };
const launch = (seen_s: number, permission_s: number): Milestones => ({
  firstSeen_s: seen_s, firstReport_s: seen_s + 10, twoInfrared_s: seen_s + 12, confirmed_s: 600, spaceRule_s: permission_s - 30, groundRule_s: 600, spacePermission_s: permission_s, groundPermission_s: 660,
});
const lead = (launches: readonly Milestones[], lastSpace_s: number | null = 95, lastGround_s: number | null = null): FlightWarning =>
  warnOf({ missile: 'm', from: place, to: place, burnout_s: 170, impact_s: 1800, lastSpace_s, lastGround_s, launches, without: [] });

describe('the sentence of seen and warned', () => {
  it('says when it is first seen, the last useful decision, and what is left between', () => {
    const [head, rest] = warnedSentence(lead([launch(45, 75), launch(40, 75), launch(50, 75)]));
    expect(head).toBe('First seen 45 s after launch; last useful decision at 95 s; 20 s to spare');
    expect(rest).toBe('The space layer may fire at 75 s. Confirmed by a second kind of sensor at 10.0 min, 20 min before impact.');
  });

  it('gives the span over launches, and what comes too late as such', () => {
    expect(warnedSentence(lead([launch(45, 55), launch(45, 75), launch(45, 105)]))[0]).toMatch(/20 s to spare \(-\d+ to \d+\)$/);
    expect(spareText({ share: 1, median_s: -12, p5_s: -30, p95_s: 4 })).toBe('permission comes 12 s too late, to spare (-30 to 4)');
    expect(spareText({ share: 0, median_s: null, p5_s: null, p95_s: null })).toBe('the rule is not met in time');
  });

  it('speaks of the ground layer where none in space reaches the flight, and of no layer where none does', () => {
    expect(timeToSpare(lead([launch(45, 75)], null, 1500))).toMatchObject({ layer: 'ground', last_s: 1500, spare_s: { median_s: 840 } });
    expect(warnedSentence(lead([launch(45, 75)], null, 1500))[0]).toBe('First seen 45 s after launch; last useful decision at 25 min; 14 min to spare');
    expect(warnedSentence(lead([launch(45, 75)], null))[1]).toContain('No layer reaches this flight.');
    expect(warnedSentence(lead([{ ...launch(Infinity, Infinity), confirmed_s: Infinity }], 95))[0]).toBe('Not seen in time; last useful decision at 95 s; the rule is not met in time');
  });
});
