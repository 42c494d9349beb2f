/** How much sensors have in view and who is warned when: keys, maps, what is lost without whom, refusals. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cupola, cupolaJson } from './cupola.js';

const SCENARIO = 'scenarios/01-ten-icbms-notional-shell.yaml';
const FEW = ['--cells', '2000', '--hours', '2', '--step_s', '600', '--launches', '2'];

interface Shares {
  region: string;
  seen: number;
  stereo: number;
}

interface Cover {
  looks: number;
  sensors: { name: string; nation: string; count: number; eachSees: number }[];
  cells: { count: number; seen: number; stereo: number; regions: (Shares & { area: number; always: number; never: number; stereoAngle_deg: number | null; bound50_km: number | null })[] };
  gaps: { region: string; longest_s: number | null }[];
  custody: { from: string; to: string; launches: number; seen: { mean: number; least: number }; firstSeen_s: { median: number } | null; handOvers: { mean: number } }[];
  losses?: { name: string; kind: string; out: number; regions: Shares[] }[];
  randomLosses?: { lost: number; draws: number; regions: { seen: { mean: number; low: number; high: number; p5: number; p95: number } }[] };
}

interface Warn {
  timeline: { event: string; t_s: number | null; left_s: number | null; share: number }[];
  byOrigin: { origin: string; missile: string; targets: number; confirmed_s: { median_s: number | null }; warningLeft_s: { median_s: number | null } }[];
  map: { target: string; lat_deg: number; lon_deg: number; flights: number; confirmed: number; least: { warningLeft_s: number; flightTime_s: number } | null }[];
  losses?: { name: string; firstSeen: { mean_s: number; lost: number }; confirmed: { mean_s: number; lost: number } }[];
  outOfRange: number;
}

const at = ({ timeline }: Warn, event: string): number | null => timeline.find((entry) => entry.event === event)!.t_s;

describe('cover', () => {
  it('tells regions, gaps, custody and sensors, and what is lost without each', async () => {
    const answer = await cupolaJson<Cover>(['cover', SCENARIO, ...FEW, '--leaveOneOut', '--lose', '2', '--draws', '10']);
    expect(answer.looks).toBe(12);
    expect(answer.cells.count).toBe(2000);
    expect(answer.cells.regions.map(({ region }) => region)).toEqual(['Earth', 'land', 'United States of America', 'corridors of the flights']);
    for (const { seen, stereo, always, never } of answer.cells.regions) {
      expect(stereo).toBeLessThanOrEqual(seen);
      expect(always).toBeLessThanOrEqual(seen);
      expect(seen).toBeLessThanOrEqual(1 - never);
    }
    expect(answer.cells.seen).toBeGreaterThan(0.9);
    expect(answer.sensors.every(({ eachSees }) => eachSees > 0 && eachSees < 0.5)).toBe(true);
    expect(answer.custody).toHaveLength(3);
    expect(answer.custody[0]).toMatchObject({ from: 'north-korea-interior', to: 'chicago', launches: 2 });
    expect(answer.custody[0]!.firstSeen_s!.median).toBeLessThan(120);
    // Without all there are nothing is left.
    const [earth] = answer.losses!.find(({ name, kind }) => name === 'united-states' && kind === 'nation')!.regions;
    expect(earth!.seen).toBeCloseTo(answer.cells.seen, 9);
    const { seen } = answer.randomLosses!.regions[0]!;
    expect(seen.mean).toBeLessThan(answer.cells.seen);
    expect(seen.p5).toBeLessThanOrEqual(seen.p95);
  });

  it('sees no less with a sensor than without it', async () => {
    const [all, fewer] = [await cupolaJson<Cover>(['cover', SCENARIO, ...FEW]), await cupolaJson<Cover>(['cover', SCENARIO, ...FEW, '--without', 'sbirs-geo-1'])];
    fewer.cells.regions.forEach(({ seen, stereo }, r) => {
      expect(seen).toBeLessThanOrEqual(all.cells.regions[r]!.seen);
      expect(stereo).toBeLessThan(all.cells.regions[r]!.stereo);
    });
  });

  it('draws two maps with words for those who do not see them, and a line for each cell', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cupola-cover-'));
    await cupola('cover', SCENARIO, ...FEW, '--svg', join(folder, 'cover.svg'), '--csv', join(folder, 'cover.csv'));
    const svg = readFileSync(join(folder, 'cover.svg'), 'utf8'), csv = readFileSync(join(folder, 'cover.csv'), 'utf8');
    expect(svg).toMatch(/aria-label="A burning solid-icbm-3-stage at 50 km: share of time in view/);
    expect(svg).toContain('One sensor or more');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(csv.split('\n')[0]).toBe('lat_deg,lon_deg,seen,stereo,longestGap_s,stereoAngle_deg,positionBound_km');
    expect(csv.trim().split('\n').length).toBeGreaterThan(1900);
  });

  it('refuses nonsense with the nearest name or number', async () => {
    const wrong = async (...words: string[]): Promise<string> => (await cupola('cover', SCENARIO, ...words)).stderr;
    const many = await wrong('--hours', '0', '--cells', '5', '--without', 'uewr-cleer', '--without', 'united-sates', '--phase', 'air', '--draws', '7');
    for (const words of ['a number from 0.02 to', 'from 100 to 1,000,000', 'did you mean uewr-clear?', 'did you mean united-states?', 'boost or coast for solid-icbm-3-stage']) expect(many).toContain(words);
    expect(await wrong('--without', 'united-states')).toContain('all of them are left out');
    expect(await wrong('--hours', '8000', '--step_s', '1', '--lose', '7', '--launches', '-1')).toMatch(/at most [\d.]+ h for 8 satellites and sites[\s\S]*from 0 to 6/);
  });
});

describe('warn', () => {
  it('tells a time line in order, by origin and by target', async () => {
    const answer = await cupolaJson<Warn>(['warn', SCENARIO, '--launches', '6', '--workers', '0']);
    const times = answer.timeline.map(({ t_s }) => t_s ?? Infinity);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(at(answer, 'launch')).toBe(0);
    expect(at(answer, 'firstSeen')!).toBeGreaterThan(20);
    expect(at(answer, 'firstSeen')!).toBeLessThan(at(answer, 'firstReport')!);
    expect(at(answer, 'spacePermission')! - at(answer, 'spaceRule')!).toBeCloseTo(30, 6);
    expect(at(answer, 'groundPermission')! - at(answer, 'groundRule')!).toBeCloseTo(60, 6);
    expect(at(answer, 'lastGroundDecision')!).toBeLessThan(at(answer, 'impact')!);
    expect(answer.byOrigin).toHaveLength(1);
    expect(answer.byOrigin[0]).toMatchObject({ origin: 'north-korea-interior', targets: 3 });
    expect(answer.map.map(({ target }) => target).sort()).toEqual(['chicago', 'los-angeles', 'seattle']);
    // Least warned first.
    const left = answer.map.map(({ least }) => least?.warningLeft_s ?? -1);
    expect(left).toEqual([...left].sort((a, b) => a - b));
  });

  it('gives the same answer on threads, and loses nothing by a sensor more', async () => {
    const words = ['warn', SCENARIO, '--launches', '4', '--leaveOneOut', '--from', 'north-korea-interior', '--from', '36,103'];
    const [inline, threads] = [await cupolaJson<Warn>([...words, '--workers', '0']), await cupolaJson<Warn>([...words, '--workers', '2'])];
    expect({ ...threads, provenance: null }).toEqual({ ...inline, provenance: null });
    expect(inline.byOrigin).toHaveLength(2);
    expect(inline.map.length + inline.outOfRange / 2).toBeGreaterThanOrEqual(50);
    for (const { firstSeen, confirmed } of inline.losses!) for (const { mean_s, lost } of [firstSeen, confirmed]) expect(mean_s >= 0 && lost >= 0).toBe(true);
    expect(inline.losses!.find(({ name }) => name === 'united-states')!.firstSeen.lost).toBe(1);
    expect(inline.losses!.find(({ name }) => name === 'sbirs-geo')!.firstSeen.mean_s).toBeGreaterThan(100);
  });

  it('draws a map and writes a line for each flight', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cupola-warn-'));
    await cupola('warn', SCENARIO, '--launches', '2', '--svg', join(folder, 'warn.svg'), '--csv', join(folder, 'warn.csv'), '--workers', '0');
    const svg = readFileSync(join(folder, 'warn.svg'), 'utf8');
    expect(svg).toContain('aria-label="Warning left when an attack is confirmed');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(readFileSync(join(folder, 'warn.csv'), 'utf8').trim().split('\n')).toHaveLength(4);
  });

  it('refuses unknown places, sensors, and targets that nothing reaches', async () => {
    const wrong = async (...words: string[]): Promise<string> => (await cupola('warn', SCENARIO, ...words)).stderr;
    const many = await wrong('--to', 'seatle', '--sweep', '--from', '41,127');
    for (const words of ['did you mean seattle?', '--sweep or --from, not both']) expect(many).toContain(words);
    expect(await wrong('--without', 'canada')).toContain('a sensor, a system or a nation of this scenario');
    expect(await wrong('--from', '-60,-60', '--to', '60,120', '--workers', '0')).toContain('out of range');
  });
});
