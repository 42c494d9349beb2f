/** `cupola fly`: published flights, hits, and aims that cannot be. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { cupola, cupolaJson, type ProblemsDocument, temporaryFolder } from './cupola.js';

vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface FlightDocument {
  readonly range_km: number;
  readonly apogee_km: number;
  readonly flightTime_s: number;
  readonly burnTime_s: number;
  readonly burnout: { readonly speed_kmps: number; readonly altitude_km: number; readonly flightPathAngle_deg: number };
  readonly impact: { readonly lat_deg: number; readonly lon_deg: number; readonly miss_km: number | null };
}

interface Phase {
  readonly name: string;
  readonly from_s: number;
  readonly to_s: number;
  readonly end: { readonly altitude_km: number; readonly speed_kmps: number };
}

const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

/** Every element that is opened is closed, in order. */
function tagsBalance(svg: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of svg.replace(/^<\?.*?\?>/, '').matchAll(/<(\/?)([a-zA-Z]+)([^>]*)>/g)) {
    if (slash === '/' && open.pop() !== name) return false;
    if (slash === '' && !rest.endsWith('/')) open.push(name);
  }
  return open.length === 0;
}

describe('cupola fly', () => {
  it('hits Chicago within a kilometre', async () => {
    const flight = await cupolaJson<FlightDocument>(['fly', '--missile', 'solid-icbm-3-stage', '--from', '40.85,129.66', '--to', '41.88,-87.63']);
    expect(flight.impact.miss_km).toBeLessThan(1);
    expect(flight.impact.lat_deg).toBeCloseTo(41.88, 1);
    expect(flight.impact.lon_deg).toBeCloseTo(-87.63, 1);
    expect(flight.range_km).toBeGreaterThan(9_000);
    expect(flight.burnout.speed_kmps).toBeGreaterThan(6);
    expect(flight.burnout.speed_kmps).toBeLessThan(7.8);
    expect(flight.burnTime_s).toBeGreaterThan(150);
  });

  it('repeats the lofted flight of July 2023 within 45 s', async () => {
    const flight = await cupolaJson<FlightDocument>(['fly', '--missile', 'hwasong-18', '--apogee_km', '6648.4', '--range_km', '1001.2']);
    expect(Math.abs(flight.flightTime_s - 4491)).toBeLessThan(45);
    expect(Math.abs(flight.apogee_km - 6648.4)).toBeLessThan(5);
    expect(Math.abs(flight.range_km - 1001.2)).toBeLessThan(1);
  });

  it('goes farther with less payload', async () => {
    const farthest = async (payload: string) => (await cupolaJson<FlightDocument>(['fly', '--missile', 'solid-icbm-3-stage', '--maxRange', '--payload_kg', payload])).range_km;
    expect(await farthest('600')).toBeGreaterThan((await farthest('1000')) + 100);
  });

  it('takes a place that starts with a minus sign, and sites by name', async () => {
    const south = await cupolaJson<FlightDocument>(['fly', '--missile', 'solid-icbm-3-stage', '--from', '-33.9,151.2', '--to', '-12.4,130.9']);
    expect(south.impact.lat_deg).toBeCloseTo(-12.4, 1);
    const named = await cupolaJson<FlightDocument & { from: { name: string } }>(['fly', '--missile', 'solid-icbm-3-stage', '--from', 'north-korea-interior', '--to', 'seattle']);
    expect(named.from.name).toBe('north-korea-interior');
    expect(named.impact.miss_km).toBeLessThan(1);
  });

  it('writes the flight as CSV: from the ground up and down again', async () => {
    const file = join(folder, 'flight.csv');
    const flight = await cupolaJson<FlightDocument>(['fly', '--missile', 'solid-icbm-3-stage', '--to', 'seattle', '--csv', file]);
    const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(head).toBe('t_s,lat_deg,lon_deg,altitude_km,speed_kmps,range_km,phase');
    const rows = lines.map((line) => line.split(',').slice(0, 6).map(Number));
    const times = rows.map(([t = NaN]) => t);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    expect(times.at(-1)).toBeCloseTo(flight.flightTime_s, 2);
    expect(Math.max(...rows.map((row) => row[3] ?? NaN))).toBeCloseTo(flight.apogee_km, 0);
    expect(rows.at(-1)?.[3]).toBeCloseTo(0, 1);
    expect([...new Set(lines.map((line) => line.split(',').at(-1)))]).toEqual(['boost', 'coast', 'entry']);
  });

  it('draws the flight: two panels with units, the phases and what it hangs on, the same bytes each time', async () => {
    const [first, second] = [join(folder, 'first.svg'), join(folder, 'second.svg')];
    const draw = (file: string) => cupola('fly', '--missile', 'solid-icbm-3-stage', '--to', 'seattle', '--svg', file);
    expect((await draw(first)).code).toBe(0);
    await draw(second);
    const svg = readFileSync(first, 'utf8');
    expect(readFileSync(second, 'utf8').replaceAll('second.svg', 'first.svg')).toBe(svg);
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    const words = textsOf(svg);
    expect(words.filter((text) => text === 'altitude (km)')).toHaveLength(2);
    expect(words).toEqual(expect.arrayContaining(['ground range from the launch point (km)', 'time since launch (min)', expect.stringMatching(/^From north-korea-interior to seattle with 800 kg: range [\d,]+ km, flight time [\d.]+ min$/)]));
    expect(words.filter((text) => /^(boost|coast|entry) [\d,]+–[\d,]+ s$/.test(text))).toHaveLength(3);
    expect(words.filter((text) => /^apogee [\d,]+ km$/.test(text))).toHaveLength(2);
    expect(words.find((text) => / numbers of this missile are assumed/.test(text))).toBeDefined();
    expect(words.find((text) => /^Cupola [\d.]+: engine /.test(text))).toBeDefined();
    expect(tagsBalance(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('tells the phases: without gaps, from launch to impact', async () => {
    const flight = await cupolaJson<FlightDocument & { phases: readonly Phase[]; bodies: readonly unknown[] }>(['fly', '--missile', 'solid-icbm-3-stage', '--to', 'seattle']);
    expect(flight.phases.map(({ name }) => name)).toEqual(['boost', 'coast', 'entry']);
    expect(flight.phases[0]?.from_s).toBe(0);
    expect(flight.phases.at(-1)?.to_s).toBe(flight.flightTime_s);
    flight.phases.slice(1).forEach((phase, index) => expect(phase.from_s).toBe(flight.phases[index]?.to_s));
    expect(flight.phases[0]?.end.altitude_km).toBe(flight.burnout.altitude_km);
    expect(flight.phases[0]?.end.speed_kmps).toBe(flight.burnout.speed_kmps);
    expect(flight.phases[1]?.end.altitude_km).toBeCloseTo(120, 0);
    expect(flight.bodies).toEqual([]);
  });

  it('tabulates range against payload', async () => {
    const { rows } = await cupolaJson<{ rows: readonly { payload_kg: number; range_km: number }[] }>(['fly', '--missile', 'solid-icbm-3-stage', '--rangeTable']);
    const ranges = rows.map(({ range_km }) => range_km);
    expect(rows.length).toBeGreaterThan(4);
    expect(ranges.slice(-3)).toEqual(ranges.slice(-3).sort((a, b) => b - a));
  });

  it('prints units on every number', async () => {
    const { code, stdout } = await cupola('fly', '--missile', 'hwasong-18', '--maxRange');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Range +[\d,]+ km over the ground\nApogee +[\d,]+ km above the ellipsoid\nFlight time +[\d,]+ s /);
  });

  it('says how far it falls short', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['fly', '--missile', 'solid-icbm-3-stage', '--from', 'north-korea-interior', '--to', '-34.6,-58.4'], 2);
    expect(problems[0]?.path).toBe('--to');
    expect(problems[0]?.hint).toMatch(/^range 1\d,\d{3} km exceeds this missile's 1\d,\d{3} km with 800 kg/);
  });

  it.each([
    [['--missile', 'hwasong18', '--maxRange'], '--missile'],
    [['--missile', 'hwasong-18'], '--to'],
    [['--missile', 'hwasong-18', '--to', 'chicago', '--maxRange'], '--to'],
    [['--missile', 'hwasong-18', '--apogee_km', '6000'], '--range_km'],
    [['--missile', 'hwasong-18', '--to', '95,0'], '--to'],
    [['--missile', 'hwasong-18', '--to', 'chicgo'], '--to'],
    [['--missile', 'hwasong-18', '--maxRange', '--payload_kg', '-5'], '--payload_kg'],
    [['--maxRange'], '--missile'],
    [['--missile', 'hwasong-18', '--maxRange', '--svg', 'no-such-folder/a.svg'], '--svg'],
    [['--missile', 'hwasong-18', '--to', 'chicago', '--shape', 'flat'], '--shape'],
    [['--missile', 'hwasong-18', '--maxRange', '--shape', 'lofted'], '--shape'],
    [['--missile', 'hwasong-18', '--to', 'chicago', '--via', 'seattle'], '--via'],
    [['--missile', 'hwasong-18', '--to', 'chicago', '--approach', 'long'], '--approach'],
    [['--missile', 'hwasong-18', '--to', 'chicago', '--to', 'seattle'], '--to'],
    [['--missile', 'hwasong-18', '--rangeTable', '--payload_kg', '500'], '--payload_kg'],
    [['--impulsive', '--range_km', '1000', '--svg', 'a.svg'], '--svg'],
  ])('refuses %j', async (words, path) => {
    const { problems } = await cupolaJson<ProblemsDocument>(['fly', ...words], 2);
    expect(problems.map((problem) => problem.path)).toContain(path);
  });
});
