import { describe, expect, it } from 'vitest';
import { meanForAtLeast } from '../../models/lethality/poisson.js';
import type { Flights } from '../number-needed/flights-to-meet.js';
import { frontOf, salvosAbout } from './front.js';
import { fewestOn, leastShare, rememberSets } from './fewest.js';
import { meetingOf, guideOf, satellitesByLatitude } from './guide.js';
import { chanceOfEnough, drawnMoments, spreadMoments } from './availability.js';
import { mixedShells } from './mixed.js';
import { type DesignQuestion, priceOf, satellitesIn } from './question.js';
import { cheapestSure, countOf, priceOfShells } from './sure.js';
import { AEI_BUILD, carriedMass_kg } from '../orbit/satellite-mass.js';
import { aeiPrice, satelliteMass } from './satellite.js';
import { createMemory, type Design, designConstellation, type NoDesign } from './search.js';

const DEGREE = Math.PI / 180;
const STEP_S = 2, BURN_S = 180;
const interceptor = { speed_mps: 6000, acceleration_mps2: 147, deadTime_s: 0, divert_mps: 2500, floor_m: 100e3, battery_s: 300 };

/** A boost that climbs to 200 km over 180 s from a geocentric latitude, 300 km downrange to the north. */
function raidFrom(latitude_deg: number, longitude = 0): Flights {
  const rows = BURN_S / STEP_S + 2, state = new Float64Array(6 * rows);
  for (let row = 0; row < rows; row++) {
    const share = (row * STEP_S) / BURN_S, r = 6371e3 + 200e3 * share * share, latitude = latitude_deg * DEGREE + (0.3e6 / 6371e3) * share * share;
    state.set([r * Math.cos(latitude) * Math.cos(longitude), r * Math.cos(latitude) * Math.sin(longitude), r * Math.sin(latitude)], 6 * row);
  }
  return { question: { phase: 'boost' }, flown: [{ ascent: { step_s: STEP_S, rows, state, burnout_s: BURN_S } }] } as unknown as Flights;
}

const life_s = 5 * 365.25 * 86400;
const BASE: DesignQuestion = {
  raids: [raidFrom(40)], commit_s: 60, interceptor, windows: 'true', perSatellite_count: 1, salvo: 3, isSpread: false, works_prob: 1, shots: 2, probability: 0.9,
  altitude_m: { low: 300e3, high: 600e3 }, inclination_rad: { low: 30 * DEGREE, high: 80 * DEGREE }, life_y: 5,
  mass_kg: satelliteMass(carriedMass_kg(interceptor, 1, AEI_BUILD) as number, { massToArea_kgpm2: 100, dragCoefficient: 2.2, specificImpulse_s: 220, life_s }), price_usd: aeiPrice, seed: 1,
};
/** Sets of orbits hang on raid, delay and interceptor only: worked out once for all questions that share them. */
const setsOf = rememberSets(BASE);
const ask = (change: Partial<DesignQuestion> = {}): Design | NoDesign =>
  designConstellation({ ...BASE, ...change }, 'raids' in change || 'commit_s' in change ? undefined : { setsOf, near: undefined });
function found(change: Partial<DesignQuestion> = {}): Design {
  const design = ask(change);
  if ('reason' in design) throw new Error(`nothing designed: ${design.reason}`);
  return design;
}
const base = found();

describe('designer', () => {
  it('starts from the closed form: Poisson mean over the share of satellites near the burn-out', () => {
    const guide = guideOf(BASE)!, { latitude_rad } = meetingOf(BASE.raids[0]!);
    // Satellites are densest a little above the latitude of the meeting.
    expect(guide.orbits.inclination_rad).toBeGreaterThan(latitude_rad);
    expect(guide.orbits.inclination_rad - latitude_rad).toBeLessThan(8 * DEGREE);
    // The share of all places in orbit from which it can be met, counted with moving satellites, agrees with that of the closed form.
    const counted = meanForAtLeast(6, 0.9) / leastShare(rememberSets(BASE)(guide.orbits));
    expect(satellitesByLatitude(BASE, guide.orbits) / counted).toBeGreaterThan(0.85);
    expect(satellitesByLatitude(BASE, guide.orbits) / counted).toBeLessThan(1.15);
  });

  it('finds a pattern that does, with fewer satellites than at random and no dearer', () => {
    expect(base.satellites_count).toBe(base.shells.reduce((sum, shell) => sum + satellitesIn(shell), 0));
    expect(base.satellites_count).toBeLessThan(base.guide!.satellites_count);
    expect(base.price_usd).toBeLessThan(base.guide!.price_usd);
    // The claim holds at moments of other seeds, by which nothing was searched: 0.9 within three deviations of 20,000 draws.
    expect(base.chance.low).toBeGreaterThanOrEqual(0.9);
    const shells = base.shells.map((shell) => ({ shell, sets: setsOf(shell) }));
    for (const seed of [7, 8, 9]) expect(chanceOfEnough(shells, BASE, drawnMoments(20_000, seed))).toBeGreaterThan(0.9 - 3 * Math.sqrt((0.9 * 0.1) / 20_000));
    expect(base.chance.low).toBeLessThan(base.chance.mean);
    for (const { altitude_m, inclination_rad } of base.shells) {
      expect(altitude_m).toBeGreaterThanOrEqual(300e3);
      expect(altitude_m).toBeLessThanOrEqual(600e3);
      expect(inclination_rad).toBeGreaterThanOrEqual(30 * DEGREE);
    }
  });

  it('is the same each time', () => {
    expect(designConstellation(BASE)).toEqual({ ...base, orbits_count: expect.any(Number) });
  });

  it('is never cheaper for more missiles, more shots, a surer chance or a later order', () => {
    let last = 0;
    for (const salvo of [1, 8]) {
      const { price_usd } = found({ salvo });
      expect(price_usd).toBeGreaterThan(last);
      last = price_usd;
    }
    for (const change of [{ shots: 3 }, { probability: 0.97 }, { commit_s: 80 }]) expect(found(change).price_usd).toBeGreaterThan(base.price_usd);
  });

  it('is never dearer within wider limits', () => {
    for (const inclination_rad of [{ low: 55 * DEGREE, high: 60 * DEGREE }]) expect(found({ inclination_rad }).price_usd).toBeGreaterThanOrEqual(base.price_usd);
    for (const altitude_m of [{ low: 550e3, high: 600e3 }]) expect(found({ altitude_m }).price_usd).toBeGreaterThanOrEqual(base.price_usd);
    const low = found({ altitude_m: { low: 350e3, high: 350e3 }, inclination_rad: { low: 50 * DEGREE, high: 50 * DEGREE } });
    expect(low.shells.every((shell) => shell.altitude_m === 350e3 && shell.inclination_rad === 50 * DEGREE)).toBe(true);
  });

  it('needs at least as much for two places as for each, and does for both', () => {
    const north = raidFrom(62, 1), both = found({ raids: [BASE.raids[0]!, north] });
    expect(both.price_usd).toBeGreaterThanOrEqual(base.price_usd);
    expect(both.price_usd).toBeGreaterThanOrEqual(found({ raids: [north] }).price_usd);
  });

  it('takes two shells where places are far apart and that is cheaper', () => {
    const raids = [raidFrom(5), raidFrom(68, 1)], design = found({ raids, inclination_rad: { low: 5 * DEGREE, high: 90 * DEGREE } });
    expect(design.shells).toHaveLength(2);
    const moments = spreadMoments(384), setsOfBoth = rememberSets({ ...BASE, raids });
    const [, steep] = [...design.shells].sort((a, b) => a.inclination_rad - b.inclination_rad);
    expect(satellitesIn(fewestOn({ ...BASE, raids }, { altitude_m: steep!.altitude_m, inclination_rad: steep!.inclination_rad }, setsOfBoth, moments)!)).toBeGreaterThan(design.satellites_count);
  });

  it('mixes altitudes where that is cheaper, and raises a shell until fresh moments bear the claim out', () => {
    // Two places far apart want orbits of their own, and each shell its own altitude.
    const far: DesignQuestion = { ...BASE, raids: [raidFrom(5), raidFrom(68, 1)], inclination_rad: { low: 5 * DEGREE, high: 90 * DEGREE } }, sets = rememberSets(far);
    const moments = spreadMoments(384), single = { altitude_m: 480e3, inclination_rad: 70 * DEGREE }, pattern = fewestOn(far, single, sets, moments)!;
    const price_usd = priceOf(far, [{ ...single, satellites_count: satellitesIn(pattern) }])!;
    const pairs = mixedShells(far, { ...single, price_usd }, sets, moments, (orbits) => orbits);
    expect(pairs.some(([one, other]) => one!.shell.altitude_m !== other!.shell.altitude_m)).toBe(true);
    const prices = pairs.map((shells) => priceOfShells(far, shells)!);
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
    expect(prices[0]).toBeLessThan(price_usd);
    // A tenth too few are raised until the claim holds; half of what is needed is given up.
    const lucky = [{ shell: { ...single, ...pattern, perPlane_count: Math.ceil(0.9 * pattern.perPlane_count) }, sets: sets(single) }];
    const sure = cheapestSure(far, [lucky])!;
    expect(countOf(sure.shells)).toBeGreaterThan(countOf(lucky));
    expect(sure.chance.low).toBeGreaterThanOrEqual(0.9);
    expect(cheapestSure(far, [[{ ...lucky[0]!, shell: { ...lucky[0]!.shell, perPlane_count: Math.ceil(0.5 * pattern.perPlane_count) } }]])).toBeUndefined();
  });

  it('says why nothing can be designed', () => {
    expect(ask({ commit_s: 180 })).toEqual({ reason: 'too-late', closes_s: 180 });
    expect(ask({ inclination_rad: { low: 5 * DEGREE, high: 20 * DEGREE } })).toEqual({ reason: 'never-in-reach' });
    expect(ask({ salvo: 1000, shots: 20 })).toMatchObject({ reason: 'too-many' });
    expect(ask({ altitude_m: { low: 200e3, high: 210e3 } })).toMatchObject({ reason: 'too-heavy' });
  });

  it('has a front that never falls', () => {
    expect(salvosAbout(10)).toEqual([1, 3, 5, 10, 15, 20]);
    expect(salvosAbout(1)).toEqual([1, 2]);
    const front = frontOf(BASE, base, { ...createMemory(BASE), setsOf });
    expect(front.map(({ salvo }) => salvo)).toEqual([1, 2, 3, 5, 6]);
    const prices = front.map(({ design }) => design.price_usd);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(front.find(({ salvo }) => salvo === 3)!.design.price_usd).toBeLessThanOrEqual(base.price_usd);
  });
});
