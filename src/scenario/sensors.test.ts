/** Sensors of a scenario: the set of a year, what a system has and has not, element sets. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from './catalogue.js';
import { compileText } from './compile/compile.js';
import type { CompiledScenario } from './compile/compiled.js';
import type { Problem } from './text/problem.js';
import { satelliteKey, satelliteName, satellites_count } from './plan/sensor-plan.js';

const catalogue = readCatalogue(JSON.parse(readFileSync(new URL('../../../dist/catalogue.json', import.meta.url), 'utf8')));
const LINE1 = '1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753', LINE2 = '2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667';

const scenario = (sensors: string, more = ''): string => `version: 1\nraid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, count: 1 } ]\nsensors: ${sensors}\ninterceptors: [ { battery: gbi, at: fort-greely } ]\n${more}`;
const run = (sensors: string, overrides: readonly string[] = [], more = '') => compileText(scenario(sensors, more), 'test.yaml', catalogue, overrides);

function compile(sensors: string, overrides: readonly string[] = [], more = ''): CompiledScenario {
  const result = run(sensors, overrides, more);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
}

function problems(sensors: string, overrides: readonly string[] = []): readonly Problem[] {
  const result = run(sensors, overrides);
  return result.ok ? [] : result.problems;
}

const systems = (compiled: CompiledScenario): string[] => [...new Set(compiled.plan.sensors.map(({ system }) => system))];
const satellitesOf = ({ plan }: CompiledScenario, system: string): number => plan.sensors.filter((sensor) => sensor.system === system).reduce((sum, sensor) => sum + satellites_count(sensor), 0);

describe('sensors of a year', () => {
  it('are those in service then', () => {
    const now = systems(compile('{ year: 2025 }')), soon = systems(compile('{ year: 2028 }')), later = systems(compile('{ year: 2035 }'));
    expect(now).toEqual(expect.arrayContaining(['sbirs-geo', 'sbirs-heo', 'hbtss', 'uewr-fylingdales', 'cobra-dane', 'tpy-2-shariki']));
    for (const name of ['tranche-1-tracking', 'ngg', 'a-othr', 'sb-amti']) expect(now).not.toContain(name);
    expect(soon).toEqual(expect.arrayContaining(['tranche-1-tracking', 'tranche-2-tracking', 'meo-epoch-1', 'ngg', 'sb-amti']));
    expect(later).toEqual(expect.arrayContaining(['tranche-3-tracking', 'meo-epoch-2', 'ngp', 'a-othr', 'us-othr-northwest']));
    for (const name of ['tranche-1-tracking', 'hbtss']) expect(later).not.toContain(name);
    // What can be put anywhere is nowhere until somebody says where.
    expect([...now, ...soon, ...later]).not.toContain('tpy-2');
  });

  it('have the satellites of the public tables', () => {
    const soon = compile('{ year: 2028 }'), later = compile('{ year: 2035 }');
    const counts = ['sbirs-geo', 'ngg', 'tranche-1-tracking', 'tranche-2-tracking', 'meo-epoch-1'].map((name) => satellitesOf(soon, name));
    expect(counts).toEqual([6, 2, 28, 54, 12]);
    expect(['ngp', 'tranche-3-tracking', 'meo-epoch-2'].map((name) => satellitesOf(later, name))).toEqual([2, 72, 10]);
  });

  it('come by one switch, whatever the scenario lists', () => {
    expect(systems(compile('[ { use: sbirs-geo } ]', ['sensors.year=2035']))).toEqual(systems(compile('{ year: 2035 }')));
    expect(systems(compile('{ year: 2025, without: [denmark] }', ['sensors.year=2035']))).toEqual(systems(compile('{ year: 2035, without: [denmark] }')));
  });

  it('leave out the sites of a nation, or single systems', () => {
    const all = compile('{ year: 2035 }').plan.sensors;
    for (const nation of ['canada', 'denmark', 'united-kingdom', 'japan'] as const) {
      const rest = compile(`{ year: 2035, without: [${nation}] }`).plan.sensors;
      expect(rest).toEqual(all.filter((sensor) => sensor.nation !== nation));
      expect(rest.length).toBeLessThan(all.length);
    }
    expect(systems(compile('{ year: 2028, without: [sbx, japan] }'))).not.toContain('sbx');
  });

  it('share keys of luck between years and with no other sensor', () => {
    const keysOf = (year: number): string[] => compile(`{ year: ${year} }`).plan.sensors.flatMap((sensor) => Array.from({ length: satellites_count(sensor) }, (_, satellite) => satelliteKey(sensor, satellite)));
    const soon = keysOf(2028), later = new Set(keysOf(2035));
    expect(new Set(soon).size).toBe(soon.length);
    expect(soon.filter((key) => key.startsWith('sensors.sbirs-geo')).every((key) => later.has(key))).toBe(true);
  });

  it('can be changed number by number at the paths that are listed', () => {
    const compiled = compile('{ year: 2028 }');
    const numbers = compiled.numbers.filter(({ path }) => path.startsWith('sensors.'));
    expect(numbers.length).toBeGreaterThan(200);
    const again = compile('{ year: 2028 }', numbers.map(({ path, value }) => `${path}=${value}`));
    expect(again.planHash).toBe(compiled.planHash);
    const changed = compile('{ year: 2028 }', ['sensors.numbers.uewr-clear.range_km=4000', 'sensors.numbers.tranche-1-tracking.orbit.planes=2', 'sensors.numbers.sbirs-geo.satellites[1].lon_deg=10', 'sensors.numbers.tpy-2={ at: { lat_deg: 60, lon_deg: -100 } }']);
    expect(changed.plan.sensors.find(({ system }) => system === 'uewr-clear')).toMatchObject({ range_m: 4e6 });
    expect(changed.plan.sensors.find(({ system }) => system === 'tranche-1-tracking')).toMatchObject({ orbit: { shell: { planes_count: 2, perPlane_count: 14 } } });
    expect(changed.plan.sensors.find(({ name }) => name === 'sbirs-geo-2')).toMatchObject({ orbit: { lon_rad: (10 * Math.PI) / 180 } });
    expect(systems(changed)).toContain('tpy-2');
  });
});

describe('a sensor', () => {
  it('stands where the scenario puts it, and counts to the nation there', () => {
    const [site, own] = compile('[ { use: tpy-2, at: fylingdales }, { use: tpy-2, at: { lat_deg: 60, lon_deg: -100, name: north } } ]').plan.sensors;
    expect(site).toMatchObject({ nation: 'united-kingdom', place: { name: 'fylingdales' } });
    expect(own).toMatchObject({ nation: 'united-states', place: { name: 'north' } });
  });

  it('shares its sector evenly among its faces', () => {
    const [radar] = compile('[ { use: uewr-clear, sectorCentre_deg: 90, sectorWidth_deg: 180, faces: 2 } ]').plan.sensors;
    const faces = radar?.model === 'radar' ? radar.faces.map(({ azimuth_rad, width_rad }) => [azimuth_rad, width_rad].map((angle) => Math.round((angle * 180) / Math.PI))) : [];
    expect(faces).toEqual([[45, 90], [135, 90]]);
  });

  it('flies public element sets instead of its own orbit', () => {
    const compiled = compile(`[ { use: tranche-1-tracking, elements: [ { name: one, line1: '${LINE1}', line2: '${LINE2}' } ] } ]`, [], 'epoch: { from: 2000-06-28T00:00Z }\n');
    const sensor = compiled.plan.sensors[0]!;
    expect(sensor).toMatchObject({ orbit: { kind: 'elements', sets: [{ name: 'one', line1: LINE1 }] } });
    expect(satelliteName(sensor, 0)).toBe('tranche-1-tracking');
    expect(compiled.warnings.filter(({ path }) => path.includes('elements'))).toEqual([]);
  });

  it('warns of old elements', () => {
    const set = `elements: [ { line1: '${LINE1}', line2: '${LINE2}' } ]`;
    for (const [sensors, path] of [[`[ { use: hbtss, ${set} } ]`, 'sensors[0].elements[0]'], [`{ year: 2025, numbers: { hbtss: { ${set} } } }`, 'sensors.numbers.hbtss.elements[0]']] as const) {
      expect(compile(sensors).warnings).toContainEqual(expect.objectContaining({ path, severity: 'warning', found: expect.stringMatching(/elements 93\d\d days before/), expected: 'at most 14 days' }));
    }
  });
});

describe('mistakes about sensors', () => {
  it.each([
    ['a year before any sensor', '{ year: 1960 }', 'sensors.year', { found: '1960', expected: '1977 or later' }],
    ['a year that is none', '{ year: 28 }', 'sensors.year', { expected: '1,950 ≤ x ≤ 2,100' }],
    ['an unknown nation', '{ year: 2028, without: [canda] }', 'sensors.without[0]', { hint: '`canada`' }],
    ['an unknown system', '{ year: 2028, numbers: { sbirs-gea: { revisit_s: 5 } } }', 'sensors.numbers.sbirs-gea', { hint: '`sbirs-geo`' }],
    ['a radar without a site', '[ { use: tpy-2 } ]', 'sensors[0].at', { found: 'nothing', hint: 'has no site of its own' }],
    ['a place that nobody knows', '[ { use: tpy-2, at: fylingdale } ]', 'sensors[0].at', { hint: '`fylingdales`' }],
    ['no orbit', '[ { use: hbtss, elements: [] } ]', 'sensors[0].elements', { expected: 'a sensor needs an orbit' }],
    ['a sector wider than a circle', '[ { use: uewr-clear, sectorWidth_deg: 400 } ]', 'sensors[0].sectorWidth_deg', { found: '400', hint: 'a full circle is 360' }],
    ['an accuracy of zero', '[ { use: uewr-clear, rangeError_m: 0 } ]', 'sensors[0].rangeError_m', { found: '0', expected: '0 < x', hint: 'small number' }],
    ['an accuracy of zero in the infrared', '[ { use: sbirs-geo, angularError_urad: 0 } ]', 'sensors[0].angularError_urad', { expected: '0 < x' }],
    ['planes that do not divide', '[ { use: tranche-1-tracking, orbit: { planes: 5 } } ]', 'sensors[0].orbit.planes', { expected: 'divides by the planes (5)' }],
    ['an orbit for a radar', '[ { use: uewr-clear, orbit: { planes: 5 } } ]', 'sensors[0].orbit', { hint: 'uewr-clear is a radar: it has no orbit' }],
    ['an apogee for a shell', '[ { use: hbtss, orbit: { apogee_km: 5000 } } ]', 'sensors[0].orbit.apogee_km', { hint: 'has no apogee_km' }],
    ['an ellipse upside down', '[ { use: sbirs-heo, orbit: { perigee_km: 50000 } } ]', 'sensors[0].orbit.perigee_km', { expected: 'perigee_km ≤ apogee_km' }],
    ['a ring inside out', '[ { use: a-othr, minRange_km: 4000 } ]', 'sensors[0].minRange_km', { expected: 'minRange_km < maxRange_km' }],
    ['a wrong check sum', `[ { use: hbtss, elements: [ { line1: '${LINE1.slice(0, -1)}9', line2: '${LINE2}' } ] } ]`, 'sensors[0].elements[0]', { found: 'line 1' }],
    ['a field that is missing', '[ { use: hbtss, elements: [ { omm: { MEAN_MOTION: 14 } } ] } ]', 'sensors[0].elements[0]', { expected: '' }],
  ] as const)('%s', (_, sensors, path, words) => {
    const found = problems(sensors);
    expect(found.map((problem) => problem.path)).toContain(path);
    const problem = found.find((each) => each.path === path);
    expect(problem?.line).toBe(3);
    for (const [key, text] of Object.entries(words)) expect(problem?.[key as 'found']).toContain(text);
  });

  it('a plume of what has no rocket', () => {
    const result = compileText('version: 1\nraid: [ { missile: subsonic-cruise-class, from: gulf-of-mexico-launch-area, to: houston, count: 1, threat: { signature: { plume_kWpsrPerMN: 3 } } } ]\ninterceptors: []\n', 'test.yaml', catalogue);
    expect(result.ok ? [] : result.problems).toMatchObject([{ path: 'raid[0].threat.signature.plume_kWpsrPerMN', hint: expect.stringContaining('has no plume_kWpsrPerMN') }]);
  });
});
