/** `cupola fly` for gliders, fractional orbits, cruise missiles, drones and buses; reported flights; refusals with numbers. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { cupola, cupolaJson, type ProblemsDocument, temporaryFolder } from './cupola.js';

vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface End {
  readonly altitude_km: number;
  readonly speed_kmps: number;
  readonly flightPathAngle_deg: number;
  readonly range_km: number;
  readonly track_km: number;
}
interface FlightDocument {
  readonly class: string;
  readonly range_km: number;
  readonly track_km: number;
  readonly apogee_km: number;
  readonly flightTime_s: number;
  readonly burnTime_s: number;
  readonly burnout: { readonly speed_kmps: number } | null;
  readonly impact: { readonly miss_km: number | null };
  readonly phases: readonly { readonly name: string; readonly from_s: number; readonly to_s: number; readonly start: End; readonly end: End }[];
  readonly bodies: readonly { readonly kind: string; readonly aimedAt: string; readonly released_s: number; readonly deltaV_mps: number; readonly impact: { readonly miss_km: number } }[];
  readonly brightness?: readonly { readonly class: string; readonly from_s: number; readonly to_s: number }[];
}

const fly = (...words: string[]): Promise<FlightDocument> => cupolaJson<FlightDocument>(['fly', '--missile', ...words]);

function expectWholeFlight({ phases, flightTime_s, impact }: FlightDocument): void {
  expect(phases[0]?.from_s).toBe(0);
  expect(phases.at(-1)?.to_s).toBeCloseTo(flightTime_s, 6);
  phases.slice(1).forEach((phase, index) => {
    expect(phase.from_s).toBe(phases[index]?.to_s);
    expect(phase.start).toEqual(phases[index]?.end);
  });
  expect(phases.at(-1)?.end.altitude_km).toBeCloseTo(0, 1);
  expect(impact.miss_km).toBeLessThan(3);
}

describe('cupola fly, class by class', () => {
  it('glides: boost, coast, pull-up, glide, dive; slower and lower all the way; bright while fast', async () => {
    const flight = await fly('intercontinental-glide-class', '--to', 'chicago');
    expectWholeFlight(flight);
    expect(flight.class).toBe('boost-glide');
    expect(flight.phases.map(({ name }) => name)).toEqual(['boost', 'coast', 'pull-up', 'glide', 'dive']);
    const speeds = flight.phases.slice(1).map(({ end }) => end.speed_kmps);
    expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
    expect(flight.apogee_km).toBeLessThan(150);
    const [first] = flight.brightness ?? [];
    expect(first?.from_s).toBeGreaterThanOrEqual(flight.burnTime_s);
    expect(flight.brightness?.map((stretch) => stretch.class)).toContain('bright');
  });

  it('leads a glider by places, which is a longer way', async () => {
    const [straight, led] = [await fly('intercontinental-glide-class', '--to', 'chicago'), await fly('intercontinental-glide-class', '--to', 'chicago', '--via', '75,-170')];
    expectWholeFlight(led);
    expect(led.range_km).toBeCloseTo(straight.range_km, 0);
    expect(led.track_km).toBeGreaterThan(straight.track_km + 300);
  });

  it('goes into orbit and out of it, the short way and the long way', async () => {
    const [short, long] = [await fly('fractional-orbital-class', '--to', 'chicago'), await fly('fractional-orbital-class', '--to', 'chicago', '--approach', 'long')];
    for (const flight of [short, long]) {
      expectWholeFlight(flight);
      expect(flight.phases.map(({ name }) => name)).toEqual(['boost', 'orbit', 'de-orbit', 'entry']);
    }
    expect(long.track_km + short.track_km).toBeGreaterThan(38_000);
    expect(long.burnout?.speed_kmps).toBeGreaterThan(7.2);
  });

  it('cruises at its height and dives; has no burn-out and no payload', async () => {
    const file = join(folder, 'cruise.csv');
    const flight = await fly('subsonic-cruise-class', '--to', 'new-york', '--csv', file, '--svg', join(folder, 'cruise.svg'));
    expectWholeFlight(flight);
    expect(flight.phases.map(({ name }) => name)).toEqual(['cruise', 'dive']);
    expect([flight.burnTime_s, flight.burnout]).toEqual([0, null]);
    const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(head).toBe('t_s,lat_deg,lon_deg,altitude_km,speed_kmps,range_km,phase');
    expect([...new Set(lines.map((line) => line.split(',').at(-1)))]).toEqual(['cruise', 'dive']);
    const svg = readFileSync(join(folder, 'cruise.svg'), 'utf8');
    expect(svg).toContain('way over the ground (km)');
    expect(svg).not.toMatch(/apogee|NaN|undefined/);
  });

  it('sets warheads free one by one and names their aims', async () => {
    const flight = await fly('mobile-icbm-class', '--to', 'chicago', '--to', '43.04,-87.91');
    expect(flight.phases.map(({ name }) => name)).toEqual(['boost', 'bus', 'coast', 'entry']);
    const warheads = flight.bodies.filter(({ kind }) => kind === 'warhead');
    expect(warheads.map(({ aimedAt }) => aimedAt)).toEqual(['chicago', '43.04,-87.91']);
    warheads.forEach(({ impact }) => expect(impact.miss_km).toBeLessThan(1));
    expect(warheads[1]?.deltaV_mps).toBeGreaterThan(10);
    expect(warheads[1]?.released_s).toBeGreaterThan(warheads[0]?.released_s ?? Infinity);
  });

  it('goes as far as it can by its own solver', async () => {
    const drone = await fly('one-way-drone-class', '--maxRange');
    expect(drone.range_km).toBeCloseTo(2000, 0);
    const glider = await fly('regional-glide-class', '--maxRange');
    const { problems } = await cupolaJson<ProblemsDocument>(['fly', '--missile', 'regional-glide-class', '--to', 'new-york'], 2);
    expect(problems[0]?.found).toMatch(/^range [\d,]+ km$/);
    expect(glider.range_km).toBeGreaterThan(1500);
  });

  it('prints phases and brightness as tables with units', async () => {
    const { code, stdout } = await cupola('fly', '--missile', 'intercontinental-glide-class', '--to', 'chicago');
    expect(code).toBe(0);
    expect(stdout).toMatch(/phase +from s +to s +at its end: altitude km +speed km\/s +angle ° +way km\nboost/);
    expect(stdout).toMatch(/in the infrared +from s +to s +speed km\/s +altitude km\n/);
  });

  it.each([
    [['--missile', 'intercontinental-glide-class', '--to', 'chicago', '--via', '55,-130'], '--via', /needs a bank of about \d+°, the glider has 60°$/],
    [['--missile', 'one-way-drone-class', '--to', 'miami', '--via', '26,-75,-300'], '--via', /./],
    [['--missile', 'one-way-drone-class', '--to', 'miami', '--via', '26,-75', '--via', 'atlantsi'], '--via', /./],
    [['--missile', 'subsonic-cruise-class', '--to', 'denver'], '--to', /^range 3,\d{3} km exceeds this missile's 2,500 km with its load by \d+ km$/],
    [['--missile', 'subsonic-cruise-class', '--to', 'new-york', '--payload_kg', '5'], '--payload_kg', /has no payload_kg$/],
    [['--missile', 'subsonic-cruise-class', '--to', 'new-york', '--shape', 'lofted'], '--shape', /./],
    [['--missile', 'fractional-orbital-class', '--maxRange'], '--maxRange', /no place is out of its reach$/],
    [['--missile', 'fractional-orbital-class', '--rangeTable'], '--missile', /fractional-orbital missile$/],
    [['--missile', 'regional-glide-class', '--apogee_km', '100', '--range_km', '1000'], '--apogee_km', /./],
    [['--missile', 'mobile-icbm-class', '--to', 'chicago', '--to', 'denver'], '--to', /outside the footprint of the bus/],
    [['--missile', 'fractional-orbital-class', '--to', 'chicago', '--payload_kg', '9000'], '--payload_kg', /short of a circular orbit/],
    [['--missile', 'fractional-orbital-class', '--to', '45,105'], '--to', /the long way round may reach it$/],
    [['--missile', 'intercontinental-glide-class', '--to', '57,92'], '--to', /nearer than the shortest glide/],
    [['--check', '--apogee_km', '6000'], '--range_km', /./],
    [['--check', '--apogee_km', '6000', '--range_km', '1000', '--time_s', '4000', '--svg', 'a.svg'], '--svg', /./],
    [['--missile', 'hwasong-18', '--maxRange', '--time_s', '100'], '--time_s', /./],
  ])('refuses %j', async (words, path, hint) => {
    const { problems } = await cupolaJson<ProblemsDocument>(['fly', ...words], 2);
    const problem = problems.find((one) => one.path === path);
    expect(problem, JSON.stringify(problems)).toBeDefined();
    expect(`${problem?.hint}${problem?.expected}`.length).toBeGreaterThan(0);
    if (hint.source !== '.') expect(problem?.hint).toMatch(hint);
  });
});

describe('cupola fly --check', () => {
  it('flags the flight claimed for 24 March 2022 and passes that of July 2023', async () => {
    const check = (apogee: string, range: string, time: string) => cupolaJson<{ consistent: boolean; offBy_s: number; residual_s: number }>(['fly', '--check', '--apogee_km', apogee, '--range_km', range, '--time_s', time]);
    const claimed = await check('6248.5', '1090', '4052');
    expect(claimed.consistent).toBe(false);
    expect(claimed.residual_s).toBeCloseTo(-23, 0);
    expect(claimed.offBy_s).toBeGreaterThan(30);
    expect(await check('6648.4', '1001.2', '4491')).toMatchObject({ consistent: true, offBy_s: 0 });
  });
});
