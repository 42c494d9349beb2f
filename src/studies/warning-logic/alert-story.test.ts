import { describe, expect, it } from 'vitest';
import { catalogue, compileScenario } from '../../../test/load.js';
import { chart } from '../../engine/geometry.js';
import { replayRun } from '../../engine/record/replay.js';
import { falseAlert_prob, PROCEDURES, timeToAlert_s, timeToCorrection_s } from '../../models/command/warning/public-alert.js';
import { alertStory } from './alert-story.js';
import { compareProcedures, publicAlertRules } from './correction.js';
import { warningRules } from './incident-case.js';

const rules = publicAlertRules(catalogue());
const [oneImprovised, twoImprovised, onePrepared, twoPrepared] = PROCEDURES as unknown as [(typeof PROCEDURES)[0], (typeof PROCEDURES)[0], (typeof PROCEDURES)[0], (typeof PROCEDURES)[0]];

describe('a false public alert', () => {
  it('stands as long as the one of the public record did, where one person sends it and nothing is prepared', () => {
    const recorded = Object.values(catalogue().kinds.incidents).flatMap(({ publicAlert }) => (publicAlert === undefined ? [] : [publicAlert]));
    expect(recorded).toHaveLength(1);
    expect(timeToCorrection_s(rules, oneImprovised, [0.5, 0.5, 0.5])).toBeCloseTo(recorded[0]!.corrected_s.value, 6);
    expect(rules.knownFalse_s).toBe(recorded[0]!.knownFalse_s.value);
  });
  it('stands shorter where a correction is prepared, and a little longer where two must agree', () => {
    for (const u of [0.05, 0.5, 0.95]) {
      const time_s = (procedure: typeof oneImprovised): number => timeToCorrection_s(rules, procedure, [u, u, u]);
      expect(time_s(onePrepared)).toBeLessThan(0.2 * time_s(oneImprovised));
      expect(time_s(twoPrepared) - time_s(onePrepared)).toBeCloseTo(time_s(twoImprovised) - time_s(oneImprovised), 6);
      expect(time_s(twoPrepared)).toBeGreaterThan(time_s(onePrepared));
    }
  });
  it('is rarer where two must agree, and a true alert comes later by what the second person takes', () => {
    expect(falseAlert_prob(rules, twoPrepared)).toBeCloseTo(falseAlert_prob(rules, onePrepared) * rules.secondAgrees_prob, 15);
    expect(timeToAlert_s(rules, twoPrepared) - timeToAlert_s(rules, onePrepared)).toBe(rules.secondPerson_s);
  });
  it('has the medians of its distributions', () => {
    const [first] = compareProcedures(rules, 1);
    // The median of a sum of two lognormals lies near the sum of the medians when one is twelve times the other; 2,000 draws scatter it by 1.3 %.
    expect(first!.correction_s.p50 / 2280).toBeGreaterThan(0.96);
    expect(first!.correction_s.p50 / 2280).toBeLessThan(1.06);
    expect(compareProcedures(rules, 1)).toEqual(compareProcedures(rules, 1));
  });
});

describe('the alert of a simulated attack', () => {
  it('follows the confirmed level by the time that its sending takes, names places only when they are known, and is taken back at the end', () => {
    const geometry = chart(compileScenario().plan), replay = replayRun(geometry, 1, 0);
    const { warning, moments } = alertStory(replay, geometry, warningRules(catalogue()), rules, twoPrepared);
    const confirmed_s = warning.declared.find(({ to }) => to === 'confirmed')!.at_s;
    expect(moments[0]).toMatchObject({ kind: 'alert', at_s: confirmed_s + timeToAlert_s(rules, twoPrepared), level: 'confirmed' });
    expect(moments.at(-1)).toMatchObject({ kind: 'end', gotThrough_count: replay.missiles.filter(({ fate }) => fate === 'leaked').length });
    expect(moments[0]!.places.map(({ name }) => name).sort()).toEqual(['chicago', 'los-angeles', 'seattle']);
    expect(moments[0]!.firstImpact_s).toBeGreaterThan(moments[0]!.at_s);
    expect(warning.final).toBe('confirmed');
    const slow = { ...rules, agencyDelay_s: 0, sending_s: 0, secondPerson_s: 0, updateEvery_s: 30 };
    const early = alertStory(replay, geometry, { ...warningRules(catalogue()), confirmedDelay_s: 0 }, slow, onePrepared).moments;
    expect(early[0]!.at_s).toBeLessThan(moments[0]!.at_s);
  }, 60_000);

  it('does not come where only one kind of sensor is there', () => {
    const { plan } = compileScenario(), geometry = chart({ ...plan, sensors: plan.sensors.filter(({ model }) => model === 'infrared') });
    const story = alertStory(replayRun(geometry, 1, 0), geometry, warningRules(catalogue()), rules, twoPrepared);
    expect(story.warning.highest).toBe('probable');
    expect(story.moments).toEqual([]);
  }, 60_000);
});
