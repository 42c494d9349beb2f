import { describe, expect, it } from 'vitest';
import { catalogue, compileScenario } from '../../../test/load.js';
import { unrollRings } from '../../engine/flights/shortfall.js';
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../kernel/earth/frames.js';
import { DEG_RAD } from '../../kernel/units.js';
import { createThreatBelief, prepareSuspicions, suspectedClasses } from './believed-threat.js';
import { chartTraffic, readCorridors } from './peaceful-traffic.js';
import { createReleaseRisk } from './release-risk.js';
import type { RiskAnswer, RiskOptions } from './release-risk.js';

const { plan } = compileScenario(), all = readCorridors(catalogue());
const corridors = all.filter(({ site, title }) => (site === 'plesetsk' && title.startsWith('Sun')) || (site === 'jiuquan' && title.startsWith('Sun')) || (site === 'tanegashima' && title.startsWith('To the space')));
const traffic = chartTraffic(plan, corridors.map((one) => ({ ...one, weight: 1 / corridors.length })), catalogue());
const OPTIONS: RiskOptions = { runs: 30, seed: 1, delays_s: [0, 60, 300], noticeRadius_m: 1e5, noticeWidth_rad: 30 * DEG_RAD, holdAtMost_s: 120 };
const risk = (options: Partial<RiskOptions> = {}, traffics = traffic): RiskAnswer => {
  const study = createReleaseRisk(plan, traffics, catalogue(), { ...OPTIONS, ...options });
  while (study.runNext());
  return study.answer();
};

describe('peaceful traffic', () => {
  it('weighs every corridor by its launches', () => {
    expect(all.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(all.length).toBeGreaterThan(15);
    expect(corridors).toHaveLength(3);
  });
  it('is flown into the orbit to which its direction leads', () => {
    corridors.forEach(({ place, azimuth_rad }, c) => {
      const flight = traffic.geometry.trajectories[c]![0]!.variants[0]!;
      const fixed = new Float64Array(6), state = new Float64Array(6), age_s = flight.burnout_s + 10;
      ephemerisAt(flight.ephemeris, age_s, fixed);
      eciFromEcef(fixed, EARTH_RATE_RADPS * age_s, state);
      const [x, y, z, vx, vy, vz] = state as unknown as [number, number, number, number, number, number];
      const h = [y * vz - z * vy, z * vx - x * vz, x * vy - y * vx] as const;
      const inclination_deg = Math.acos(h[2] / Math.hypot(...h)) / DEG_RAD;
      const wanted_deg = Math.acos(Math.cos(place.lat_rad) * Math.sin(azimuth_rad)) / DEG_RAD;
      // The guess of the climb is good to a degree of azimuth; a corridor of the cards is five wide.
      expect(Math.abs(inclination_deg - wanted_deg)).toBeLessThan(1.5);
      expect(Math.hypot(vx, vy, vz)).toBeGreaterThan(7600);
    });
  });
});

describe('belief in a threat', () => {
  const believes = createThreatBelief(unrollRings(plan.defended.territory));
  const [first] = corridors, suspicions = prepareSuspicions(suspectedClasses(catalogue()), plan.defended)(first!.place);

  it('takes a missile of a suspected class for what it is, all the way up', () => {
    expect(suspicions.length).toBeGreaterThan(5);
    for (const suspicion of suspicions) {
      const { template } = suspicion;
      for (const share of [0.2, 0.5, 0.8, 0.99]) {
        const row = Math.floor((share * template.burnout_s) / template.step_s), observed_s = row * template.step_s;
        const state = template.state.slice(6 * row, 6 * row + 6);
        expect(believes([suspicion], { state, observed_s, isBurning: true, azimuthError_rad: 0 })).toBe(true);
      }
    }
  });
  it('does not when it burns longer than its class, flies the other way, or is in orbit', () => {
    const [suspicion] = suspicions, { template, ruledOut_s } = suspicion!;
    const row = Math.floor(template.burnout_s / template.step_s), state = template.state.slice(6 * row, 6 * row + 6);
    expect(believes([suspicion!], { state, observed_s: ruledOut_s + 1, isBurning: true, azimuthError_rad: 0 })).toBe(false);
    const early = Math.floor((0.3 * template.burnout_s) / template.step_s), observed_s = early * template.step_s;
    expect(believes([suspicion!], { state: template.state.slice(6 * early, 6 * early + 6), observed_s, isBurning: true, azimuthError_rad: Math.PI / 2 })).toBe(false);
    const flight = traffic.geometry.trajectories[0]![0]!.variants[0]!, fixed = new Float64Array(6), orbit = new Float64Array(6);
    ephemerisAt(flight.ephemeris, flight.burnout_s + 5, fixed);
    eciFromEcef(fixed, EARTH_RATE_RADPS * (flight.burnout_s + 5), orbit);
    expect(believes(suspicions, { state: orbit, observed_s: flight.burnout_s + 5, isBurning: false, azimuthError_rad: 0 })).toBe(false);
  });
});

describe('the price of automatic release', () => {
  const answer = risk();
  it('is paid where a corridor leads over what is defended, and not where it leads away', () => {
    const share = (site: string): number => answer.corridors.find((one) => one.site === site)!.committed[0]!.share;
    expect(share('plesetsk')).toBe(1);
    expect(share('tanegashima')).toBe(1);
    expect(share('jiuquan')).toBe(0);
    expect(answer.rules[0]!.withoutNotices[0]!.mean).toBeCloseTo(2 / 3, 9);
  });
  it('falls with the time that authority takes, with a second kind of sensor, and with notices', () => {
    const [one, two, both] = answer.rules;
    expect(one!.withoutNotices.at(-1)!.mean).toBe(0);
    expect(both!.withoutNotices[0]!.mean).toBeLessThan(0.1);
    expect(two!.evidence.mean).toBeLessThanOrEqual(one!.evidence.mean + 1e-9);
    for (const { withoutNotices, withNotices } of answer.rules) withoutNotices.forEach(({ mean, low, high }, d) => {
      expect(withNotices[d]!.mean).toBeLessThanOrEqual(mean);
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
    });
    expect(one!.withNotices[0]!.mean).toBeLessThan(0.5 * one!.withoutNotices[0]!.mean);
  });
  it('with notices that all arrive is what does not fit them; with none that arrives it is the same as without', () => {
    const certain = { ...traffic, corridors: traffic.corridors.map((one) => ({ ...one, notified_prob: 1 })) };
    const never = { ...traffic, corridors: traffic.corridors.map((one) => ({ ...one, notified_prob: 0 })) };
    const [fits] = risk({ runs: 10, delays_s: [0] }, certain).rules, [without] = risk({ runs: 10, delays_s: [0] }, never).rules;
    expect(fits!.withNotices[0]!.mean).toBe(0);
    expect(without!.withNotices).toEqual(without!.withoutNotices);
    // A sector narrower than the error of the direction covers little.
    const [narrow] = risk({ runs: 10, delays_s: [0], noticeWidth_rad: 0.1 * DEG_RAD }, certain).rules;
    expect(narrow!.withNotices[0]!.mean).toBeGreaterThan(0.5 * narrow!.withoutNotices[0]!.mean);
  });
  it('is the same for the same seed', () => {
    expect(risk({ runs: 5 })).toEqual(risk({ runs: 5 }));
  });
});
