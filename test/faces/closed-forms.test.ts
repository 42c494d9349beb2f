/** The commands that answer by a formula: their keys, their published answers, and what they refuse. */
import { describe, expect, it } from 'vitest';
import { ask, problemOf } from './ask.js';
import { cupola, cupolaJson } from './cupola.js';

interface Sized {
  flyout_km: number;
  reach_km: number;
  absenteeRatio: number;
  interceptors: number;
  perMissile: number;
  atLeast: { k: number; probability: number };
  sizedFor95: number;
  constants: { name: string; value: number; source: string }[];
  provenance: { command: string };
}

describe('size', () => {
  const AEI = ['--altitude_km', '300', '--acceleration_g', '15', '--speed_kmps', '6', '--flyout_s', '120', '--interceptAltitude_km', '200', '--shots', '2'];

  it('gives the published layer, and says whose constants it took', async () => {
    const sized = await cupolaJson<Sized>(['size', '--method', 'shell', ...AEI, '--salvo', '5']);
    expect(sized.interceptors).toBe(4986);
    expect(sized.flyout_km).toBeCloseTo(597.6, 1);
    expect(sized.reach_km).toBeCloseTo(589.2, 1);
    expect(sized.absenteeRatio).toBeCloseTo(498.57, 2);
    expect(sized.perMissile).toBeCloseTo(997.2, 6);
    expect(sized.atLeast).toEqual({ k: 10, probability: expect.closeTo(0.5422, 3) });
    expect(sized.sizedFor95).toBe(7831);
    expect(sized.constants).toContainEqual({ name: 'earthRadius_km', value: 6378.1, source: expect.stringContaining('Harrison 2025') });
    expect(sized.provenance.command).toContain('cupola size');
  });

  it('takes the same as defaults', async () => {
    const sized = await ask<Sized>('size', '--salvo', '5');
    expect(sized.interceptors).toBe(4986);
    expect(sized.constants.map((constant) => constant.name)).toEqual(expect.arrayContaining(['altitude_km', 'shots']));
    const { stdout } = await cupola('size', '--salvo', '5');
    expect(stdout).toMatch(/4,986 interceptors[\s\S]*7,831[\s\S]*6,378\.1/);
    expect((await cupola('size', '--help')).stdout).toMatch(/default 300, AEI 2025[\s\S]*default 15, AEI 2025/);
  });

  it('knows latitude', async () => {
    const flags = ['--altitude_km', '350', '--speed_kmps', '5', '--flyout_s', '110', '--latitude_deg', '40', '--inclination_deg'];
    expect((await ask<Sized>('size', '--method', 'latitude', ...flags, '45')).interceptors).toBe(774);
    expect((await ask<Sized>('size', '--method', 'latitude', ...flags, '55')).interceptors).toBe(1418);
  });

  it('refuses what it cannot do and what it would ignore', async () => {
    expect(await problemOf('size', '--method', 'guess')).toMatchObject({ expected: 'shell, latitude or propagated' });
    expect(await problemOf('size', '--missile', 'solid-icbm-3-stage')).toMatchObject({ path: '--missile', expected: 'this flag with --method propagated only' });
    expect(await problemOf('size', '--latitude_deg', '40')).toMatchObject({ path: '--latitude_deg' });
    expect(await problemOf('size', '--method', 'latitude', '--latitude_deg', '40')).toMatchObject({ path: '--inclination_deg' });
    expect(await problemOf('size', '--flyout_s', '20')).toMatchObject({ path: '--flyout_s', expected: expect.stringContaining('burn'), hint: expect.stringContaining('--flyout_s 41 is the shortest') });
    expect(await problemOf('size', '--altitude_km', '2000')).toMatchObject({ path: '--altitude_km', hint: expect.stringContaining('below 797.6 km') });
    expect(await problemOf('size', '--altitude_km', '120')).toMatchObject({ path: '--altitude_km', expected: 'at least 150 km' });
    expect(await problemOf('size', '--method', 'latitude', '--inclination_deg', '30', '--latitude_deg', '60')).toMatchObject({ path: '--latitude_deg', hint: expect.stringContaining('inclination from 54.9') });
    expect(await problemOf('size', '--altitude_km', '500', '--flyout_s', '42')).toMatchObject({ path: '--altitude_km', hint: expect.stringMatching(/flies 129\.6 km: --altitude_km below 329\.6 km, or --flyout_s from 71/) });
    expect(await problemOf('size', '--flyout_s', '42', '--interceptAltitude_km', '100')).toMatchObject({ path: '--flyout_s', found: '42', hint: expect.stringContaining('or --flyout_s from 54') });
    expect(await problemOf('size', '--speed_kmps', '30', '--acceleration_g', '1')).toMatchObject({ path: '--acceleration_g', hint: expect.not.stringContaining('--flyout_s') });
    expect(await problemOf('size', '--divert_kmps', '1')).toMatchObject({ path: '--divert_kmps', hint: expect.stringContaining('no forecast') });
    expect(await problemOf('size', '--secondCoast_s', '5')).toMatchObject({ path: '--secondCoast_s', expected: '--secondSpeed_kmps beside it' });
    expect(await problemOf('size', '--salvo', '2.5')).toMatchObject({ path: '--salvo', expected: expect.stringContaining('whole number') });
  });
});

describe('size beyond the published forms', () => {
  const at = (...words: string[]): Promise<Sized & { warnings: string[] }> => ask('size', ...words);

  it('refuses fly-outs that outlast the battery or the rule, and says by how much a long one is off', async () => {
    expect((await at('--flyout_s', '240')).warnings).toEqual([]);
    expect((await at('--flyout_s', '300')).warnings).toEqual([expect.stringMatching(/^The straight rule .* 240 s\..* 1,6\d\d km.* too long .* too small/)]);
    expect((await at('--flyout_s', '500')).warnings).toEqual([expect.stringContaining('straight rule'), expect.stringContaining('300 s assumed for the notional interceptor (180 to 600)')]);
    expect((await at('--flyout_s', '500', '--batteryLife_s', '500')).warnings).toHaveLength(1);
    expect(await problemOf('size', '--flyout_s', '3600')).toMatchObject({ path: '--flyout_s', expected: 'at most 600 s with a closed form', hint: expect.stringContaining('nearest: --flyout_s 600') });
    expect(await problemOf('size', '--flyout_s', '250', '--batteryLife_s', '200')).toMatchObject({ path: '--flyout_s', hint: 'nearest: --flyout_s 200, or --batteryLife_s 250' });
  });

  it('carries a second stage, a dead time, failures and several interceptors on one satellite', async () => {
    const base = await at();
    expect((await at('--deadTime_s', '10')).flyout_km).toBeCloseTo(base.flyout_km - 60, 6);
    // A second stage of the same push right after the first is one stage of the whole speed.
    expect((await at('--speed_kmps', '4', '--secondSpeed_kmps', '2')).interceptors).toBe(base.interceptors);
    expect((await at('--secondSpeed_kmps', '2')).interceptors).toBeLessThan(base.interceptors);
    // Of those in reach one in two works: twice as many for the mean, and just as often enough.
    const half = await at('--reliability', '0.5');
    expect(half.interceptors / base.interceptors).toBeCloseTo(2, 2);
    expect(half.sizedFor95 / base.sizedFor95).toBeCloseTo(2, 2);
    // Two on each come and go together: as many for the mean, more for 95 % of the time.
    const pairs = await at('--perSatellite', '2');
    expect(pairs.interceptors).toBe(base.interceptors);
    expect(pairs.sizedFor95).toBeGreaterThan(1.2 * base.sizedFor95);
  });
});

interface Propagated extends Sized {
  method: string;
  constellation: { kind: string; count: number; planes: number; perPlane: number };
  sizedFor95AtRandom: number;
  layouts: { mean: { kind: string; count: number }; for95: { kind: string; count: number } | null; for95Missing: string | null };
  points: { perMissile: number | null; perMissile95: number | null; perMissile95AtRandom: number | null; layouts: Propagated['layouts'] | null }[];
  inReach: { mean: number; min: number; p5: number; median: number; max: number; expected: number };
  warnings: string[];
  inputs: { floor_km: number; missile: string; longestFlyout_s: number | null };
  believed: { mean: number; holds: number; shown: number; arrives: number; interceptors: number };
  difference: { step: string; interceptors: number }[];
  curve: { t_s: number; count: number }[];
}

describe('size by propagation', () => {
  const WORDS = ['--method', 'propagated', '--altitude_km', '350', '--speed_kmps', '5', '--inclination_deg', '45', '--flights', '2'];

  it('has the keys of every method, what is in reach, and what makes the difference', async () => {
    const sized = await ask<Propagated>('size', ...WORDS, '--hours', '12');
    expect(Object.keys(sized)).toEqual(expect.arrayContaining(['flyout_km', 'reach_km', 'absenteeRatio', 'interceptors', 'perMissile', 'atLeast', 'sizedFor95']));
    expect(sized.method).toBe('propagated');
    expect(sized.constellation.planes * sized.constellation.perPlane).toBe(sized.interceptors);
    expect(sized.sizedFor95).toBeGreaterThan(sized.interceptors);
    expect(sized.inReach.mean).toBeGreaterThan(1.9);
    expect(sized.inReach.mean).toBeLessThan(2.1);
    expect(sized.believed.holds).toBeGreaterThan(0.8);
    expect(sized.curve).toHaveLength(720);
    expect(sized.difference.map(({ step }) => step)).toEqual(['spread-evenly', 'one-inclination', 'straight-distance', 'where-the-boost-ends', 'whole-path', 'floor-and-dead-time', 'missiles-differ']);
    expect(Math.abs(sized.difference.at(-1)!.interceptors / sized.interceptors - 1)).toBeLessThan(0.02);
  });

  it('counts the constellation that is given, in a pattern or at random', async () => {
    const pattern = await ask<Propagated>('size', ...WORDS, '--planes', '30', '--perPlane', '40', '--hours', '6');
    const random = await ask<Propagated>('size', ...WORDS, '--random', '1200', '--hours', '6');
    expect(pattern.constellation).toMatchObject({ kind: 'walker', count: 1200 });
    expect(pattern.inReach.mean * pattern.absenteeRatio / 1200).toBeCloseTo(1, 1);
    expect(random.constellation).toMatchObject({ kind: 'random', count: 1200 });
    expect(random.sizedFor95).toBeGreaterThan(pattern.sizedFor95);
    expect(random.inReach.max).toBeGreaterThan(pattern.inReach.max);
    expect(pattern.layouts).toMatchObject({ mean: { kind: 'walker' }, for95: { kind: 'walker', count: pattern.sizedFor95 }, for95Missing: null });
    expect(random.layouts).toMatchObject({ mean: { kind: 'random' }, for95: { kind: 'random', count: random.sizedFor95 } });
    expect(pattern.sizedFor95AtRandom).toBe(random.sizedFor95);
    expect(random.inReach.expected * random.absenteeRatio).toBeCloseTo(1200, 6);
  });

  it('keeps to the layout that was asked for, along a curve and far out, and says where it has no number', async () => {
    const far = await ask<Propagated>('size', ...WORDS, '--delay_s', '120', '--hours', '4', '--curve', 'delay');
    expect(far.layouts).toMatchObject({ mean: { kind: 'walker', count: far.interceptors }, for95: { kind: 'walker', count: far.sizedFor95 } });
    const known = far.points.filter(({ perMissile95 }) => perMissile95 !== null), none = far.points.filter(({ perMissile, perMissile95 }) => perMissile !== null && perMissile95 === null);
    expect(known.length).toBeGreaterThan(3);
    for (const { perMissile95, layouts } of known) expect(layouts).toMatchObject({ for95: { kind: 'walker', count: perMissile95 }, for95Missing: null });
    expect(none.length).toBeGreaterThan(0);
    for (const { perMissile95AtRandom, layouts } of none) expect({ perMissile95AtRandom, layouts }).toMatchObject({ perMissile95AtRandom: null, layouts: { for95: null, for95Missing: 'some-never-in-reach' } });
  });

  it('counts interceptors that work, several on a satellite, with a second stage, by what the divert reserve allows', async () => {
    const words = [...WORDS, '--hours', '6'], base = await ask<Propagated>('size', ...words);
    const more = await ask<Propagated>('size', ...words, '--perSatellite', '2', '--reliability', '0.8');
    expect(more.interceptors).toBe(2 * more.constellation.count);
    expect(more.interceptors / base.interceptors).toBeCloseTo(1 / 0.8, 1);
    expect(more.sizedFor95).toBeGreaterThan(1.3 * base.sizedFor95);
    expect(more.inReach.mean / more.inReach.expected).toBeCloseTo(1, 1);
    expect((await ask<Propagated>('size', ...words, '--secondSpeed_kmps', '2')).interceptors).toBeLessThan(0.9 * base.interceptors);
    const poor = await ask<Propagated>('size', ...words, '--divert_kmps', '0.05');
    expect(poor.interceptors).toBe(base.interceptors);
    expect(poor.believed.arrives).toBeLessThan(base.believed.arrives);
    expect(poor.believed.interceptors).toBeGreaterThan(base.believed.interceptors);
    expect(base.believed.interceptors).toBeGreaterThanOrEqual(base.interceptors);
  });

  it('meets a glide and a free flight by its defaults', async () => {
    const glide = await ask<Propagated>('size', '--method', 'propagated', '--phase', 'glide', '--flights', '1', '--hours', '2');
    expect(glide.inputs).toMatchObject({ missile: 'intercontinental-glide-class', floor_km: 30, longestFlyout_s: 300 });
    expect(glide.warnings).toEqual([expect.stringContaining('glider')]);
    expect((await ask<Propagated>('size', '--method', 'propagated', '--phase', 'midcourse', '--flights', '1', '--hours', '2')).inputs).toMatchObject({ floor_km: 100, longestFlyout_s: 300 });
    expect(await problemOf('size', '--method', 'propagated', '--phase', 'glide', '--divert_kmps', '1')).toMatchObject({ path: '--divert_kmps' });
    expect(await problemOf('size', '--method', 'propagated', '--phase', 'glide', '--missile', 'solid-icbm-3-stage')).toMatchObject({ path: '--phase', hint: expect.stringContaining('intercontinental-glide-class glides') });
  });

  it('blames a fly-out that is too short on itself', async () => {
    expect(await problemOf('size', '--method', 'propagated', '--flyout_s', '30', '--flights', '1')).toMatchObject({ path: '--flyout_s', found: '30', hint: expect.stringContaining('--flyout_s 41 is the shortest') });
    const far = await problemOf('size', '--method', 'propagated', '--flyout_s', '45', '--altitude_km', '600', '--flights', '1');
    expect(far).toMatchObject({ path: '--flyout_s', hint: expect.stringMatching(/^in 45 s the interceptor flies 147\.\d km; .*--flyout_s \d+/) });
    // What is told to be near enough is.
    const [, nearest = ''] = /--flyout_s (\d+)/.exec(far.hint) ?? [];
    expect((await ask<Propagated>('size', '--method', 'propagated', '--flyout_s', nearest, '--altitude_km', '600', '--flights', '1', '--hours', '1')).interceptors).toBeGreaterThan(0);
    expect(await problemOf('size', '--method', 'propagated', '--batteryLife_s', '50', '--altitude_km', '600', '--flights', '1')).toMatchObject({ path: '--batteryLife_s', hint: expect.stringMatching(/--batteryLife_s \d+/) });
    // The window leaves less than the burn: something is met, and it is said how.
    const late = await ask<Propagated>('size', '--method', 'propagated', '--delay_s', '145', '--altitude_km', '250', '--flights', '1', '--hours', '1');
    expect(late.warnings).toEqual([expect.stringMatching(/still burning at every meeting.* An order by 14\d s/)]);
  });

  it('tells the nearest order, orbit or floor that would do', async () => {
    expect(await problemOf('size', ...WORDS, '--delay_s', '170')).toMatchObject({ path: '--delay_s', found: 'nothing ever in reach', hint: expect.stringMatching(/--delay_s 1[34]\d/) });
    expect(await problemOf('size', ...WORDS, '--delay_s', '400')).toMatchObject({ path: '--delay_s', expected: expect.stringMatching(/an order before 18\d s/) });
    expect(await problemOf('size', ...WORDS, '--from', 'russia-siberia')).toMatchObject({ found: 'nothing ever in reach', hint: expect.stringContaining('--inclination_deg') });
    expect(await problemOf('size', '--method', 'propagated', '--missile', 'one-way-drone-class', '--from', '50,30', '--to', '50,35')).toMatchObject({ path: '--phase' });
    expect(await problemOf('size', '--method', 'propagated', '--phase', 'glide', '--floor_km', '100', '--delay_s', '300', '--flights', '1')).toMatchObject({ path: '--floor_km', expected: expect.stringContaining('at most 4') });
    expect(await problemOf('size', ...WORDS, '--planes', '30', '--count', '1000')).toMatchObject({ path: '--count', hint: '990 is the nearest' });
  });
});

interface Absentee {
  fraction: number;
  absenteeRatio: number;
  propagated: { mean: number; min: number; max: number } | null;
}

describe('absentee', () => {
  it('agrees by closed form and by counting', async () => {
    const answer = await cupolaJson<Absentee>(['absentee', '--inclination_deg', '45', '--latitude_deg', '40', '--reach_deg', '5', '--count', '1000', '--altitude_km', '300', '--hours', '24']);
    expect(answer.fraction).toBeCloseTo(0.004897, 5);
    expect(answer.absenteeRatio).toBeCloseTo(204.2, 0);
    expect(Math.abs(answer.propagated!.mean / 4.9 - 1)).toBeLessThan(0.03);
    expect(answer.propagated!.min).toBeLessThan(answer.propagated!.mean);
  });

  it('spreads evenly without an inclination', async () => {
    expect(await ask<Absentee>('absentee', '--reach_deg', '8')).toMatchObject({ fraction: expect.closeTo(0.004866, 6), propagated: null });
  });

  it('refuses a latitude to which nobody comes, with the nearest that does', async () => {
    const band = (inclination: number, latitude: number): Promise<Absentee> => ask('absentee', '--reach_deg', '5', '--inclination_deg', String(inclination), '--latitude_deg', String(latitude));
    expect(await problemOf('absentee', '--reach_deg', '5', '--inclination_deg', '30', '--latitude_deg', '50')).toMatchObject({ path: '--latitude_deg', found: '50', hint: 'they come to 30 degrees and reach 5 further: latitude up to 35, or inclination from 45' });
    // What is told as the nearest does: at the very edge by a sliver.
    expect((await band(30, 34.9)).fraction).toBeGreaterThan(0);
    expect((await band(45.1, 50)).fraction).toBeGreaterThan(0);
    expect(await problemOf('absentee', '--reach_deg', '5', '--inclination_deg', '150', '--latitude_deg', '-50')).toMatchObject({ hint: expect.stringContaining('latitude up to 35') });
  });

  it('refuses half a question', async () => {
    expect(await problemOf('absentee')).toMatchObject({ path: '--reach_deg' });
    expect(await problemOf('absentee', '--reach_deg', '5', '--altitude_km', '120')).toMatchObject({ path: '--altitude_km', hint: 'nearest: 150 km' });
    expect(await problemOf('absentee', '--reach_deg', '5', '--latitude_deg', '40')).toMatchObject({ path: '--inclination_deg' });
    const band = ['--reach_deg', '5', '--latitude_deg', '40', '--inclination_deg', '45'];
    expect(await problemOf('absentee', ...band, '--count', '1000')).toMatchObject({ path: '--altitude_km' });
    expect(await problemOf('absentee', ...band, '--count', '997', '--altitude_km', '300', '--hours', '1')).toMatchObject({ path: '--count', hint: '999 does' });
    expect(await problemOf('absentee', ...band, '--count', '100000', '--altitude_km', '300', '--hours', '240')).toMatchObject({ path: '--hours' });
  });
});

interface Kill {
  interceptors: number;
  perTarget: number;
  probabilityNoLeaker: number;
  expectedLeakers: number;
  atMost: number;
  whole: Kill;
}

describe('kill', () => {
  const WILKENING = ['--warheads', '20', '--sspk', '0.7', '--ptrack', '0.99', '--confidence', '0.8'];

  it('gives the published barrage, and fewer with a look in between', async () => {
    const barrage = await cupolaJson<Kill>(['kill', ...WILKENING, '--doctrine', 'barrage']);
    expect(barrage.interceptors).toBeCloseTo(113.07, 2);
    expect(barrage.perTarget).toBeCloseTo(5.6536, 4);
    expect(barrage.probabilityNoLeaker).toBeCloseTo(0.8, 9);
    expect(barrage.whole).toMatchObject({ perTarget: 6, interceptors: 120 });
    const looking = await ask<Kill>('kill', ...WILKENING, '--doctrine', 'shoot-look-shoot');
    expect(looking.interceptors).toBeLessThan(0.5 * barrage.interceptors);
    expect(looking.probabilityNoLeaker).toBeCloseTo(0.8, 9);
    expect(looking.atMost).toBeCloseTo(barrage.interceptors, 6);
  });

  it('gives the confidence of a number of shots, and charges decoys', async () => {
    const shots = await ask<Kill>('kill', '--warheads', '10', '--sspk', '0.56', '--shots', '4');
    expect(shots).toMatchObject({ interceptors: 40, perTarget: 4, probabilityNoLeaker: expect.closeTo(0.682, 3), expectedLeakers: expect.closeTo(0.375, 3) });
    expect((await ask<Kill>('kill', ...WILKENING, '--decoys', '20')).interceptors).toBeCloseTo(226.14, 2);
  });

  it('refuses confidences that no number of shots gives', async () => {
    expect(await problemOf('kill', '--warheads', '20', '--sspk', '0.7', '--ptrack', '0.98')).toMatchObject({ path: '--ptrack', expected: expect.stringContaining('0.9889') });
    expect(await problemOf('kill', '--warheads', '20')).toMatchObject({ path: '--sspk' });
    expect(await problemOf('kill', '--warheads', '20', '--sspk', '0')).toMatchObject({ path: '--sspk' });
    expect(await problemOf('kill', '--warheads', '20', '--sspk', '0.7', '--confidence', '1')).toMatchObject({ path: '--confidence' });
    expect(await problemOf('kill', '--warheads', '20', '--sspk', '0.7', '--doctrine', 'hope')).toMatchObject({ path: '--doctrine' });
  });
});

describe('fly, by the textbook', () => {
  interface Flight { speed_kmps: number; flightPathAngle_deg: number; apogee_km: number; flightTime_s: number; range_km: number }

  it('gives least energy, both flights at one speed, and the flight through an apogee', async () => {
    const least = await ask<Flight>('fly', '--impulsive', '--range_km', '10000');
    expect(least).toMatchObject({ speed_kmps: expect.closeTo(7.198, 3), flightPathAngle_deg: expect.closeTo(22.52, 2), apogee_km: expect.closeTo(1319.5, 1), flightTime_s: expect.closeTo(1931, 0) });
    const at = ['fly', '--impulsive', '--range_km', '10000', '--speed_kmps', '7.4', '--branch'] as const;
    expect(await ask<Flight>(...at, 'depressed')).toMatchObject({ apogee_km: expect.closeTo(509.3, 1), flightTime_s: expect.closeTo(1519.8, 1) });
    expect(await ask<Flight>(...at, 'lofted')).toMatchObject({ apogee_km: expect.closeTo(2585.1, 1), flightTime_s: expect.closeTo(2595.7, 1) });
    expect(await ask<Flight>('fly', '--impulsive', '--range_km', '1001.2', '--apogee_km', '6648.4')).toMatchObject({ speed_kmps: expect.closeTo(7.999, 3) });
  });

  it('gives glides', async () => {
    expect(await ask<Flight>('fly', '--glide', '--speed_kmps', '6', '--liftToDrag', '2.6', '--toSpeed_kmps', '1.8')).toMatchObject({ range_km: expect.closeTo(6739, 0), flightTime_s: expect.closeTo(1626, 0) });
    expect((await cupola('fly', '--glide', '--speed_kmps', '6', '--liftToDrag', '2.6')).stdout).toContain('6,739 km over the ground');
  });

  it('refuses speeds that do not reach, and flags that would be ignored', async () => {
    const over = ['fly', '--impulsive', '--range_km', '10000'] as const;
    expect(await problemOf(...over, '--speed_kmps', '7', '--branch', 'lofted')).toMatchObject({ path: '--speed_kmps', expected: expect.stringContaining('7.198') });
    expect(await problemOf(...over, '--speed_kmps', '12', '--branch', 'lofted')).toMatchObject({ path: '--speed_kmps', expected: expect.stringContaining('escape') });
    expect(await problemOf(...over, '--speed_kmps', '8', '--branch', 'depressed')).toMatchObject({ path: '--branch', hint: expect.stringContaining('downwards') });
    expect(await problemOf(...over, '--speed_kmps', '7.4')).toMatchObject({ path: '--branch' });
    expect(await problemOf(...over, '--branch', 'lofted')).toMatchObject({ path: '--branch' });
    expect(await problemOf(...over, '--missile', 'hwasong-18')).toMatchObject({ path: '--missile' });
    expect(await problemOf('fly', '--impulsive')).toMatchObject({ path: '--range_km' });
    expect(await problemOf('fly', '--glide', '--speed_kmps', '7.9', '--liftToDrag', '2')).toMatchObject({ path: '--speed_kmps' });
    expect(await problemOf('fly', '--glide', '--speed_kmps', '6', '--liftToDrag', '2', '--toSpeed_kmps', '7')).toMatchObject({ path: '--toSpeed_kmps' });
    expect(await problemOf('fly', '--missile', 'hwasong-18', '--maxRange', '--branch', 'lofted')).toMatchObject({ path: '--branch' });
  });
});
