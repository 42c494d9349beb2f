/** Life in orbit and the designer, from the command line: their answers, and what they refuse. */
import { describe, expect, it } from 'vitest';
import { ask, problemOf } from './ask.js';

interface Orbit {
  passiveLife_d: number;
  makeUpPerYear_mps: number;
  replacementsPerYear: number;
  launchesPerYear: number;
  mass_kg: number;
  warnings: string[];
  activities: { activity: string; passiveLife_d: number; reason?: string }[];
}

describe('orbit', () => {
  it('tells life, make-up and what goes up and comes down each year', async () => {
    const at = await ask<Orbit>('orbit', '--altitude_km', '400', '--satellites', '7800', '--spareShare', '0');
    expect(at.passiveLife_d / 136).toBeCloseTo(1, 1);
    expect(at.makeUpPerYear_mps / 79).toBeCloseTo(1, 1);
    expect(at).toMatchObject({ replacementsPerYear: expect.closeTo(1560, 6), launchesPerYear: expect.closeTo(1560 / 28, 6), warnings: [] });
    // What AEI's calculator builds, and on top of it what holds it up: as the designer reckons it.
    expect(at.mass_kg).toBeCloseTo(1294 * Math.exp((5 * at.makeUpPerYear_mps) / (9.80665 * 220)), 6);
    const { mass_kg } = await ask<{ mass_kg: number }>('design', '--speed_kmps', '6', '--altitude_km', '400', '--inclination_deg', '46', '--salvo', '1', '--flights', '1');
    expect(mass_kg / at.mass_kg).toBeCloseTo(1, 3);
    expect(at.activities.map(({ activity }) => activity)).toEqual(['low', 'mean', 'high']);
  });

  it('says that nothing lives five years at 300 km without an engine, and from where it would', async () => {
    const { warnings } = await ask<Orbit>('orbit', '--altitude_km', '300', '--life_y', '5', '--unpropelled');
    expect(warnings[0]).toMatch(/^Without propulsion a satellite at 300 km comes down after 15\.\d days, not 5 years: that takes 5\d\d km or more, or an engine\.$/);
  });

  it('says where no satellite can live, and from where one can', async () => {
    const low = await problemOf('orbit', '--altitude_km', '155');
    expect(low).toMatchObject({ path: '--altitude_km', hint: expect.stringMatching(/^no satellite can live there: .*99\.9 % or more .*nearest: 2\d\d km/) });
    const [, nearest = ''] = /nearest: (\d+) km/.exec(low.hint) ?? [];
    expect((await ask<Orbit>('orbit', '--altitude_km', nearest)).mass_kg).toBeLessThanOrEqual(45000);
    expect(await problemOf('orbit', '--altitude_km', String(Number(nearest) - 2))).toMatchObject({ hint: expect.stringContaining('no satellite can live there') });
    expect(await problemOf('orbit', '--altitude_km', '160', '--unpropelled')).toMatchObject({ hint: expect.stringMatching(/comes down within hours; a day is left from 2\d\d km/) });
    expect((await ask<Orbit>('orbit', '--altitude_km', '290')).activities[2]).toEqual({ activity: 'high', reason: 'all-propellant' });
  });

  it('refuses altitudes below 150 km and satellites too heavy to lift, with what would do', async () => {
    expect(await problemOf('orbit', '--altitude_km', '140')).toMatchObject({ path: '--altitude_km', expected: 'a number from 150 to 2,000 km', hint: expect.stringContaining('nearest: 150 km') });
    expect(await problemOf('orbit', '--altitude_km', '350', '--mass_kg', '50000')).toMatchObject({ path: '--mass_kg', expected: expect.stringContaining('at most 45,000 kg'), hint: 'or --launchCapacity_kg 50000' });
    expect(await problemOf('orbit')).toMatchObject({ path: '--altitude_km' });
    expect(await problemOf('orbit', '--altitude_km', '350', '--activity', 'stormy')).toMatchObject({ path: '--activity' });
  });
});

interface Designed {
  shells: { altitude_km: number; inclination_deg: number; planes: number; perPlane: number; satellites: number }[];
  satellites: number;
  total_usd: number;
  priceYear: number;
  mass_kg: number;
  massModel: string;
  renewal: string;
  warnings: string[];
  inputs: { missile: string; phase: string; windows: string; floor_km: number };
  chance: { mean: number; low: number; high: number; moments: number };
  guide: { satellites: number };
  front?: { salvo: number; total_usd: number }[];
}

describe('design', () => {
  const SMALL = ['--salvo', '2', '--altitude_km', '330,360', '--inclination_deg', '45,47', '--flights', '2'];

  it('finds shells within the limits that do, with fewer satellites than the closed form begins with', async () => {
    const design = await ask<Designed>('design', ...SMALL);
    expect(design.satellites).toBe(design.shells.reduce((sum, { planes, perPlane }) => sum + planes * perPlane, 0));
    expect(design.satellites).toBeLessThan(design.guide.satellites);
    expect(design.chance.low).toBeGreaterThanOrEqual(0.95);
    expect(design.shells.every(({ altitude_km, inclination_deg }) => altitude_km >= 330 && altitude_km <= 360 && inclination_deg >= 44.999 && inclination_deg <= 47.001)).toBe(true);
    expect(design).toMatchObject({ priceYear: 2026, total_usd: expect.any(Number) });
    expect(design.front).toBeUndefined();
  });

  it('gives prices that never fall with the size of the raid', async () => {
    const { front = [] } = await ask<Designed>('design', '--front', ...SMALL);
    expect(front.map(({ salvo }) => salvo)).toEqual([1, 2, 3, 4]);
    expect(front.map(({ total_usd }) => total_usd)).toEqual(front.map(({ total_usd }) => total_usd).sort((a, b) => a - b));
  });

  it('claims no more than fresh moments of another seed bear out, at speeds that need few satellites too', async () => {
    const fast = await ask<Designed>('design', ...SMALL, '--speed_kmps', '12');
    expect(fast.chance).toMatchObject({ moments: 20_000 });
    expect(fast.chance.low).toBeGreaterThanOrEqual(0.95);
  });

  it('meets glides and free flights, by forecast, and builds stages', async () => {
    const short = ['--flights', '1', '--salvo', '1'];
    const glide = await ask<Designed>('design', ...short, '--phase', 'glide', '--altitude_km', '400,450', '--inclination_deg', '72,75');
    expect(glide.inputs).toMatchObject({ missile: 'intercontinental-glide-class', phase: 'glide', floor_km: 30 });
    const boost = await ask<Designed>('design', ...SMALL), free = await ask<Designed>('design', ...short, '--phase', 'midcourse', '--altitude_km', '800', '--inclination_deg', '80,85');
    expect(free.satellites).toBeLessThan(boost.satellites / 3);
    const believed = await ask<Designed>('design', ...SMALL, '--windows', 'believed', '--divert_kmps', '0.2');
    expect(believed.inputs.windows).toBe('believed');
    expect(believed.satellites).toBeGreaterThan(boost.satellites);
    const staged = await ask<Designed>('design', ...SMALL, '--massModel', 'staged');
    expect(staged).toMatchObject({ massModel: 'staged' });
    // Heavier satellites move the best altitude a little, not the number by much.
    expect(staged.satellites / boost.satellites).toBeCloseTo(1, 1);
    expect(staged.mass_kg).toBeGreaterThan(1.3 * boost.mass_kg);
    expect(await problemOf('design', '--massModel', 'staged', '--speed_kmps', '6.5')).toMatchObject({ path: '--speed_kmps', expected: 'less than 5.8 km/s with --massModel staged', hint: expect.stringContaining('--secondSpeed_kmps') });
    expect(await problemOf('design', '--phase', 'glide', '--windows', 'believed')).toMatchObject({ path: '--windows' });
    expect(await problemOf('design', '--phase', 'midcourse', '--spread')).toMatchObject({ path: '--spread' });
    expect(await problemOf('design', '--flyout_s', '20')).toMatchObject({ path: '--flyout_s', hint: expect.stringContaining('39 s is the shortest') });
  });

  it('does not let a long life leave years unpaid, unless whole sets are asked for', async () => {
    const price = (life: string, ...words: string[]): Promise<Designed> => ask('design', ...SMALL, '--life_y', life, ...words);
    const ten = await price('10'), eleven = await price('11'), whole = await price('11', '--replacement', 'whole');
    expect(eleven.renewal).toMatch(/^1\.82 sets/);
    expect(eleven.total_usd / ten.total_usd).toBeGreaterThan(0.85);
    expect(whole.total_usd).toBeLessThan(0.7 * eleven.total_usd);
    expect([ten.warnings, eleven.warnings]).toEqual([[], []]);
    expect(whole.warnings).toEqual([expect.stringContaining('the last 9 of 20 years without satellites')]);
    // Where sets fill the years, both are one.
    expect((await price('10', '--replacement', 'whole')).total_usd).toBeCloseTo(ten.total_usd, 0);
  });

  it('refuses what cannot be, with the nearest that can', async () => {
    expect(await problemOf('design', '--altitude_km', '100,400')).toMatchObject({ path: '--altitude_km', hint: 'nearest: 150,400' });
    expect(await problemOf('design', '--altitude_km', '400,300')).toMatchObject({ path: '--altitude_km', expected: expect.stringContaining('lower one first') });
    expect(await problemOf('design', '--delay_s', '200')).toMatchObject({ path: '--delay_s', expected: expect.stringMatching(/an order before 17\d s/) });
    expect(await problemOf('design', '--altitude_km', '300,350', '--inclination_deg', '0,20')).toMatchObject({ path: '--inclination_deg', hint: expect.stringMatching(/--inclination_deg with \d+/) });
    expect(await problemOf('design', '--altitude_km', '150,160', '--salvo', '1')).toMatchObject({ path: '--altitude_km', hint: expect.stringMatching(/nearest: altitudes from 2\d\d km/) });
    expect(await problemOf('design', '--preset', 'aps-2003')).toMatchObject({ path: '--preset', hint: expect.stringContaining('no price of a satellite') });
    expect(await problemOf('design', '--interceptor', 'gbi')).toMatchObject({ path: '--interceptor' });
  });
});
