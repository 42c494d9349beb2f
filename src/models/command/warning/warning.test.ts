import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess.js';
import type { WarningCase, WarningStory } from './assess.js';
import { LEVELS, UNMEASURED } from './evidence.js';
import type { FlagChange, Heading, SensorReport, WarningEvent, WarningSensor } from './evidence.js';
import { fitOf } from './notice.js';
import type { Notice } from './notice.js';
import type { WarningRules } from './rules.js';

const RULES: WarningRules = {
  confidenceFloor_prob: 0.5, holdAtMost_s: 120, supportWithin_s: 480, staleAfter_s: 1800, longestRange_m: 2e7, greatestSpeed_mps: 9000,
  watchDelay_s: 20, probableDelay_s: 60, confirmedDelay_s: 90, standDownDelay_s: 30,
};
const SENSORS: WarningSensor[] = [
  { name: 'east', kind: 'infrared', health: 'good' }, { name: 'west', kind: 'infrared', health: 'good' }, { name: 'radar', kind: 'radar', health: 'good' }, { name: 'second-radar', kind: 'radar', health: 'good' },
];
const PLACE = { lat_rad: 1.2, lon_rad: 0.3, azimuth_rad: 0 };
const report = (at_s: number, sensor: string, heading: Heading = 'unknown', more: Partial<SensorReport> = {}): SensorReport =>
  ({ what: 'report', at_s, sensor, objects_count: 1, confidence_prob: 0.9, heading, ...UNMEASURED, ...PLACE, ...more });
const notice: Notice = { name: 'test-flight', received_s: -1000, opens_s: -100, closes_s: 3600, ...PLACE, radius_m: 1e5, azimuthWidth_rad: 0.4, launches_count: 1 };
const run = (events: readonly WarningEvent[], more: Partial<WarningCase> = {}): WarningStory => assess({ sensors: SENSORS, notices: [], events, until_s: 4000, ...more }, RULES);
const times = (story: WarningStory): [string, number][] => story.declared.map(({ to, at_s }) => [to, at_s]);
const levelAt = (story: WarningStory, t_s: number): number => LEVELS.indexOf(story.declared.filter(({ at_s }) => at_s <= t_s).at(-1)?.to ?? 'none');

describe('levels', () => {
  it('one sensor gives a watch, several of one kind make it probable, both kinds confirm it once it is aimed', () => {
    expect(times(run([report(0, 'east', 'defended')], { until_s: 1000 }))).toEqual([['watch', 20]]);
    expect(times(run([report(0, 'east', 'defended'), report(10, 'west', 'defended')], { until_s: 1000 }))).toEqual([['watch', 20], ['probable', 70]]);
    expect(times(run([report(0, 'east'), report(600, 'radar', 'defended')], { until_s: 1000 }))).toEqual([['watch', 20], ['probable', 660], ['confirmed', 690]]);
    expect(run([report(0, 'east'), report(600, 'radar')]).highest).toBe('probable');
  });
  it('words and numbers on a screen never go beyond a watch, whatever they say', () => {
    expect(run([{ what: 'statement', at_s: 0, by: 'an officer', claim: 'attack' }]).highest).toBe('none');
    expect(times(run([{ what: 'message', at_s: 0, link: 'display', objects_count: 2200 }]))).toEqual([['watch', 20], ['none', 510]]);
    expect(times(run([{ what: 'message', at_s: 0, link: 'display', objects_count: 2200 }, report(200, 'radar', 'unknown', { objects_count: 0 })]))).toEqual([['watch', 20], ['none', 230]]);
  });
  it('numbers that come and go are a fault of the message; numbers that grow are not', () => {
    const numbers = (...counts: number[]): WarningEvent[] => counts.map((objects_count, i) => ({ what: 'message', at_s: 60 * i, link: 'display', objects_count }));
    expect(run(numbers(2, 0, 200), { until_s: 400 }).notes).toHaveLength(1);
    expect(run(numbers(2, 0, 200), { until_s: 400 }).final).toBe('none');
    expect(run(numbers(2, 5, 200), { until_s: 400 }).final).toBe('watch');
    expect(run(numbers(5, 2, 0), { until_s: 400 }).notes).toHaveLength(0);
  });
  it('what is too far or too fast for a missile is none, and what leaves is no attack', () => {
    expect(run([report(0, 'radar', 'unknown', { range_m: 3.9e8, confidence_prob: 0.999 })]).highest).toBe('none');
    expect(run([report(0, 'radar', 'unknown', { speed_mps: 11_000 })]).highest).toBe('none');
    expect(times(run([report(0, 'radar'), report(300, 'radar', 'elsewhere')]))).toEqual([['watch', 20], ['none', 330]]);
  });
  it('a sensor that would have to see it and does not ends what one other sees, but not if it is broken or was asked before', () => {
    const nothing = (at_s: number, sensor: string): WarningEvent => report(at_s, sensor, 'unknown', { objects_count: 0 });
    expect(run([report(0, 'east'), nothing(900, 'radar')]).declared.at(-1)).toMatchObject({ to: 'none', at_s: 930 });
    expect(run([report(0, 'east'), { what: 'health', at_s: 5, sensor: 'radar', health: 'failed' }, nothing(900, 'radar')], { until_s: 1000 }).final).toBe('watch');
    expect(run([nothing(0, 'radar'), report(100, 'east')], { until_s: 1000 }).final).toBe('watch');
    expect(run([report(0, 'east', 'defended'), report(600, 'radar', 'defended'), nothing(700, 'west')], { until_s: 1000 }).final).toBe('confirmed');
  });
  it('degraded sensors give a watch and no more than that together; failed ones nothing', () => {
    const degraded: WarningSensor[] = SENSORS.map((sensor) => ({ ...sensor, health: 'degraded' }));
    expect(run([report(0, 'east'), report(5, 'west')], { sensors: degraded }).highest).toBe('watch');
    expect(run([report(0, 'east')], { sensors: SENSORS.map((sensor) => ({ ...sensor, health: 'failed' })) }).highest).toBe('none');
  });
});

describe('notices and flags', () => {
  it('a notice covers what is inside its window, area, direction and number, and nothing else', () => {
    expect(fitOf(notice, report(0, 'east'), 0)).toBe('fits');
    expect(fitOf(notice, report(0, 'east'), -101)).toBe('window');
    expect(fitOf(notice, report(0, 'east'), 86_400)).toBe('window');
    expect(fitOf(notice, report(0, 'east', 'unknown', { lat_rad: 1.3 }), 0)).toBe('area');
    expect(fitOf(notice, report(0, 'east', 'unknown', { azimuth_rad: 0.21 }), 0)).toBe('azimuth');
    expect(fitOf(notice, report(0, 'east', 'unknown', { azimuth_rad: 2 * Math.PI - 0.1 }), 0)).toBe('fits');
    expect(fitOf(notice, report(0, 'east', 'unknown', { objects_count: 2 }), 0)).toBe('count');
    expect(fitOf(notice, report(0, 'east', 'unknown', UNMEASURED), 0)).toBe('unknown');
  });
  it.each([
    ['none', {}, []],
    ['lost', { received_s: Infinity }, [['watch', 20]]],
    ['late', { received_s: 200 }, [['watch', 20], ['none', 230]]],
    ['of another day', { opens_s: 86_400, closes_s: 90_000 }, [['watch', 20]]],
    ['for another direction', { azimuth_rad: 1 }, [['watch', 20]]],
  ] as const)('notice %s', (_, change, expected) => {
    expect(times(run([report(0, 'east')], { notices: [{ ...notice, ...change }], until_s: 1000 }))).toEqual(expected);
  });
  it('a notice ends when what it covered departs from it, and does not come back', () => {
    const story = run([report(0, 'east'), report(60, 'east', 'unknown', { objects_count: 3 }), report(120, 'east')], { notices: [notice], until_s: 1000 });
    expect(times(story)).toEqual([['watch', 80]]);
    expect(story.notes[0]!.text).toMatch(/test-flight no longer applies: there are more/);
  });
  it('another launch elsewhere does not end it', () => {
    expect(run([report(0, 'west', 'elsewhere', { lat_rad: 0.5 }), report(60, 'east')], { notices: [notice], until_s: 1000 }).highest).toBe('none');
  });
  it('a flag silences one sensor for good, and an attack that both kinds see only for a time', () => {
    const flag: FlagChange = { what: 'flag', at_s: 0, source: 'east', flag: 'exercise-tape', state: 'set' };
    expect(run([flag, report(10, 'east', 'defended')]).highest).toBe('none');
    expect(times(run([flag, report(10, 'east', 'defended'), { ...flag, at_s: 300, state: 'cleared' }], { until_s: 1000 }))).toEqual([['watch', 320]]);
    expect(times(run([flag, report(10, 'east', 'defended'), report(600, 'radar', 'defended')], { until_s: 1500 }))).toEqual([['watch', 620], ['probable', 720], ['confirmed', 810]]);
  });
  it('two reasons, one for each kind, hold it for good: an exercise that feeds both kinds', () => {
    const flag = (source: string): FlagChange => ({ what: 'flag', at_s: 0, source, flag: 'exercise-tape', state: 'set' });
    expect(run([flag('east'), flag('radar'), report(10, 'east', 'defended'), report(600, 'radar', 'defended')]).highest).toBe('none');
  });
});

/** Attacks that both kinds see, in any order and with any number of sensors, perhaps denied by others and leaving in the end. */
const ATTACKS = fc.record({
  infrared_s: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 2 }),
  radar_s: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 2 }),
  hasPlace: fc.boolean(),
  aimed: fc.constantFrom<readonly Heading[]>(['defended', 'defended'], ['unknown', 'defended'], ['defended', 'unknown']),
  objects_count: fc.integer({ min: 1, max: 3 }),
});
const BURDENS = fc.oneof(
  fc.record({ source: fc.constantFrom('east', 'west', 'radar', 'second-radar'), at_s: fc.integer({ min: -100, max: 1500 }), flag: fc.constantFrom('exercise-tape' as const, 'training-data' as const, 'self-test' as const) }),
  fc.record({ received_s: fc.integer({ min: -1000, max: 1500 }), launches_count: fc.integer({ min: 1, max: 5 }), azimuthWidth_rad: fc.constantFrom(0.4, 2 * Math.PI) }),
);

describe('an attack that two kinds of sensor see', () => {
  it('is delayed by one notice or flag by at most the stated time and never lowered', () => {
    let delayed = 0;
    fc.assert(fc.property(ATTACKS, BURDENS, (attack, burden) => {
      const shape = { objects_count: attack.objects_count, ...(attack.hasPlace ? PLACE : UNMEASURED) };
      const events: WarningEvent[] = [
        ...attack.infrared_s.map((at_s, i) => report(at_s, i === 0 ? 'east' : 'west', attack.aimed[0], shape)),
        ...attack.radar_s.map((at_s, i) => report(at_s, i === 0 ? 'radar' : 'second-radar', attack.aimed[1], shape)),
      ];
      const both_s = Math.max(Math.min(...attack.infrared_s), Math.min(...attack.radar_s));
      const free = run(events, { until_s: 1700 });
      const held = 'flag' in burden
        ? run([...events, { what: 'flag', state: 'set', ...burden }], { until_s: 1700 })
        : run(events, { notices: [{ ...notice, ...burden }], until_s: 1700 });
      expect(free.final).toBe('confirmed');
      expect(held.final).toBe('confirmed');
      // Every declared level comes by the stated time after it would have, counted from when both kinds see the attack.
      for (const { at_s, to } of free.declared) expect(levelAt(held, Math.max(at_s, both_s) + RULES.holdAtMost_s)).toBeGreaterThanOrEqual(LEVELS.indexOf(to));
      // From then on no declared level is taken back.
      for (const { at_s, from, to } of held.declared) if (at_s > both_s) expect(LEVELS.indexOf(to)).toBeGreaterThan(LEVELS.indexOf(from));
      if (held.declared.at(-1)!.at_s > free.declared.at(-1)!.at_s) delayed++;
    }), { numRuns: 500 });
    expect(delayed).toBeGreaterThan(50);
  });

  it('whatever comes in, the story is in order, changes at each step and keeps to the levels', () => {
    const anyReport = fc.record({ at_s: fc.integer({ min: -50, max: 2000 }), sensor: fc.constantFrom('east', 'west', 'radar'), heading: fc.constantFrom<Heading>('defended', 'elsewhere', 'unknown'), count: fc.integer({ min: 0, max: 4 }), confidence: fc.double({ min: 0, max: 1, noNaN: true }), range_m: fc.constantFrom(NaN, 5e6, 4e8) })
      .map(({ at_s, sensor, heading, count, confidence, range_m }): WarningEvent => report(at_s, sensor, heading, { objects_count: count, confidence_prob: confidence, range_m }));
    const anyOther = fc.oneof<fc.Arbitrary<WarningEvent>[]>(
      fc.record({ what: fc.constant('message' as const), at_s: fc.integer({ min: 0, max: 2000 }), link: fc.constant('display'), objects_count: fc.integer({ min: 0, max: 300 }) }),
      fc.record({ what: fc.constant('health' as const), at_s: fc.integer({ min: 0, max: 2000 }), sensor: fc.constantFrom('east', 'radar'), health: fc.constantFrom('good' as const, 'degraded' as const, 'failed' as const) }),
      fc.record({ what: fc.constant('flag' as const), at_s: fc.integer({ min: 0, max: 2000 }), source: fc.constantFrom('east', 'radar', 'display'), flag: fc.constant('self-test' as const), state: fc.constantFrom('set' as const, 'cleared' as const) }),
      fc.record({ what: fc.constant('statement' as const), at_s: fc.integer({ min: 0, max: 2000 }), by: fc.constant('someone'), claim: fc.constantFrom('attack' as const, 'no-attack' as const) }),
    );
    fc.assert(fc.property(fc.array(fc.oneof(anyReport, anyOther), { maxLength: 25 }), fc.boolean(), (events, isNotified) => {
      const story = run(events, { notices: isNotified ? [notice] : [] });
      story.declared.forEach(({ at_s, from, to }, i) => {
        expect(from).not.toBe(to);
        expect(at_s).toBeGreaterThanOrEqual(story.declared[i - 1]?.at_s ?? -Infinity);
        expect(from).toBe(story.declared[i - 1]?.to ?? 'none');
      });
      const kinds = new Set(events.flatMap((event) => (event.what === 'report' && event.objects_count > 0 ? [event.sensor === 'radar' ? 'radar' : 'infrared'] : [])));
      if (kinds.size < 2) expect(story.highest).not.toBe('confirmed');
      if (story.declared.length > 0) expect(story.declared.every(({ reason }) => reason.length > 10)).toBe(true);
    }), { numRuns: 300 });
  });
});
