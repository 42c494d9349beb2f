import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { buildCatalogue } from '../../../tools/build-catalogue.js';
import { compileText } from './compile.js';
import type { CompiledScenario } from './compiled.js';

const catalogue = buildCatalogue();

/** The example of the house, character for character. */
const HOUSE_EXAMPLE = `version: 1
title: Ten solid-fuel ICBMs against a notional shell with CBO's count
epoch: { from: 2026-01-01T00:00Z, within_h: 24 }
launch: random
raid:
  - { missile: solid-icbm-3-stage, from: north-korea-interior, to: [chicago, seattle, los-angeles], count: 10, within_s: 60 }   # targets in turn
sensors: [ { use: sbirs-geo }, { use: uewr-clear }, { use: uewr-beale } ]   # tracking layers: issue E
tracker: delay
interceptors:
  - { constellation: notional-7800, count: 7800, perSatellite: 1, singleShotKill: 0.8, commonMode: [ { value: 0.95, scope: layer } ] }   # count after CBO 2026, the rest assumed by Cupola; value = chance that it works
  - { battery: gbi, at: fort-greely, count: 40, singleShotKill: 0.56 }
  - { battery: gbi, at: vandenberg, count: 4, singleShotKill: 0.56 }
release: { space: { evidence: two-infrared, delay_s: 30 }, ground: { evidence: infrared-and-radar, delay_s: 60 } }   # two-infrared: two different infrared satellites, whichever system
command: { doctrine: shoot-look-shoot, shotsPerTarget: 2, reserve: 0.1, decisionPeriod_s: 5, prediction: template }   # reserve: share of each magazine not fired; prediction: template | perfect
# partners: { canada: warning-only | warning-and-sensors | joint-engagement }   (issue F)
defended: [ us-cities-50 ]
`;

function compile(text: string, overrides: string[] = []): CompiledScenario {
  const result = compileText(text, 'test.yaml', catalogue, overrides);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.compiled;
}

const numberAt = (compiled: CompiledScenario, path: string) => compiled.numbers.find((number) => number.path === path || number.alsoAt?.includes(path));

describe('a compiled scenario', () => {
  const compiled = compile(HOUSE_EXAMPLE);
  const { plan } = compiled;

  it('is in SI and complete', () => {
    expect(plan.epoch).toEqual({ from_s: 820_497_600, within_s: 86_400 });
    expect(plan.attacks).toMatchObject([{ key: 'raid[0]', count: 10, within_s: 60, originRadius_m: 100_000, threat: { name: 'solid-icbm-3-stage', payload_kg: 800, stages: [{ thrustVacuum_N: 1_040_000 }, {}, {}] } }]);
    expect(plan.attacks[0]?.targets.map(({ name }) => name)).toEqual(['chicago', 'seattle', 'los-angeles']);
    expect(plan.attacks[0]?.targets[0]?.lat_rad).toBeCloseTo(0.73091, 4);
    expect(plan.sensors.map(({ model }) => model)).toEqual([...Array<string>(6).fill('infrared'), 'radar', 'radar']);
    expect(plan.layers).toMatchObject([
      { kind: 'space', key: 'interceptors[0]', shell: { planes_count: 100, perPlane_count: 78, altitude_m: 350_000 }, interceptor: { speed_mps: 5000 }, commonMode: [{ value: 0.95, scope: 'layer' }] },
      { kind: 'ground', key: 'interceptors[1]', magazine_count: 40, site: { name: 'fort-greely' }, singleShotKill_prob: 0.56, commonMode: [] },
      { kind: 'ground', key: 'interceptors[2]', magazine_count: 4 },
    ]);
    expect(plan.defended.places).toHaveLength(50);
    expect(plan.defended.territory.name).toBe('United States of America');
    expect(compiled.warnings).toEqual([]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('has a name of its own for every layer', () => {
    const twice = compile(HOUSE_EXAMPLE.replace('at: vandenberg', 'at: fort-greely'));
    expect(new Set(twice.plan.layers.map(({ name }) => name)).size).toBe(3);
  });

  it('takes what is left out from the default cards', () => {
    const short = compile('version: 1\nraid: [ { missile: hwasong-18, from: tonghae, to: chicago, count: 2 } ]\nsensors: [ { use: sbirs-geo } ]\ninterceptors: [ { constellation: notional-7800 }, { battery: gbi, at: fort-greely } ]\n');
    expect(short.plan).toMatchObject({
      launch: 'random',
      variants_count: 64,
      epoch: plan.epoch,
      attacks: [{ within_s: 60 }],
      tracker: plan.tracker,
      release: plan.release,
      command: plan.command,
      layers: [{ singleShotKill_prob: 0.8, commonMode: [], perSatellite_count: 1 }, { magazine_count: 40, singleShotKill_prob: 0.56 }],
    });
    expect(short.title).toBe('test.yaml');
  });
});

describe('planHash', () => {
  const { planHash } = compile(HOUSE_EXAMPLE);

  it('does not depend on title, comments, key order, line ends or format', () => {
    const value: Record<string, unknown> = parse(HOUSE_EXAMPLE);
    const reversed = Object.fromEntries(Object.entries(value).reverse());
    for (const text of [HOUSE_EXAMPLE.replace(/#.*/g, ''), HOUSE_EXAMPLE.replace(/title:.*/, 'title: Another'), HOUSE_EXAMPLE.replaceAll('\n', '\r\n'), JSON.stringify(reversed), JSON.stringify(value, null, 2), stringify(reversed)]) {
      expect(compile(text).planHash).toBe(planHash);
    }
  });

  it('does not depend on whether a default is written out', () => {
    expect(compile(HOUSE_EXAMPLE.replace(/command:.*\n/, '').replace(/tracker:.*\n/, '')).planHash).toBe(planHash);
    expect(compile(HOUSE_EXAMPLE, ['interceptors[0].interceptor.speed_kmps=5']).planHash).toBe(planHash);
  });

  it('changes with every number of the plan', () => {
    const changed = ['raid[0].count=9', 'release.space.delay_s=29', 'interceptors[0].count=7900', 'places.chicago.lat_deg=41', 'variants=128', 'sensors[0].satellites[0].lon_deg=3', 'command.prediction=perfect'].map((override) => compile(HOUSE_EXAMPLE, [override]).planHash);
    expect(new Set([planHash, ...changed]).size).toBe(changed.length + 1);
  });
});

const boosterOf = (plan: CompiledScenario['plan']) => {
  const threat = plan.attacks[0]?.threat;
  return threat?.model === 'cruise' ? undefined : threat;
};

describe('overrides', () => {
  it.each([
    ['interceptors[0].count=15600', (plan: CompiledScenario['plan']) => plan.layers[0]?.kind === 'space' && plan.layers[0].shell.perPlane_count, 156],
    ['interceptors[0].perSatellite=2', (plan) => plan.layers[0]?.kind === 'space' && plan.layers[0].perSatellite_count, 2],
    ['interceptors[0].altitude_km=400', (plan) => plan.layers[0]?.kind === 'space' && plan.layers[0].shell.altitude_m, 400_000],
    ['interceptors[0].interceptor.speed_kmps=4', (plan) => plan.layers[0]?.kind === 'space' && plan.layers[0].interceptor.speed_mps, 4000],
    ['interceptors[0].commonMode=[]', (plan) => plan.layers[0]?.commonMode.length, 0],
    ['interceptors[1].interceptor.stages[2].thrustVacuum_kN=35', (plan) => plan.layers[1]?.kind === 'ground' && plan.layers[1].interceptor.stages[2]?.thrustVacuum_N, 35_000],
    ['raid[0].threat.stages[0].thrustVacuum_kN=1000', (plan) => boosterOf(plan)?.stages[0]?.thrustVacuum_N, 1e6],
    ['raid[0].threat.payload_kg=900', (plan) => boosterOf(plan)?.payload_kg, 900],
    ['raid[0].to=boston', (plan) => plan.attacks[0]?.targets[0]?.name, 'boston'],
    ['sensors[1].reportDelay_s=3', (plan) => plan.sensors[6]?.reportDelay_s, 3],
    ['tracker.latency_s=9', (plan) => plan.tracker.latency_s, 9],
    ['release.ground.evidence=radar', (plan) => plan.release.ground.evidence, 'radar'],
    ['command.decisionPeriod_s=2.5', (plan) => plan.command.decisionPeriod_s, 2.5],
    ['places.fort-greely.altitude_m=400', (plan) => plan.layers[1]?.kind === 'ground' && plan.layers[1].site.altitude_m, 400],
    ['interceptors=[]', (plan) => plan.layers.length, 0],
    ['sensors[3]={ use: uewr-clear }', (plan) => plan.sensors.length, 9],
  ] satisfies [string, (plan: CompiledScenario['plan']) => unknown, unknown][])('%s', (override, read, expected) => {
    expect(read(compile(HOUSE_EXAMPLE, [override]).plan)).toEqual(expected);
  });

  it('are made in their order', () => {
    expect(compile(HOUSE_EXAMPLE, ['raid[0].count=3', 'raid[0].count=4']).plan.attacks[0]?.count).toBe(4);
  });

  it('change one place only, even where the file uses an alias', () => {
    const text = HOUSE_EXAMPLE.replace('{ battery: gbi, at: fort-greely, count: 40, singleShotKill: 0.56 }', '&b { battery: gbi, at: fort-greely, count: 40 }').replace('{ battery: gbi, at: vandenberg, count: 4, singleShotKill: 0.56 }', '*b');
    expect(compile(text, ['interceptors[2].count=7']).plan.layers.map((layer) => (layer.kind === 'ground' ? layer.magazine_count : 0))).toEqual([0, 40, 7]);
  });
});

describe('the list of numbers', () => {
  const compiled = compile(HOUSE_EXAMPLE);

  it('has a full card for every number, once for every path', () => {
    const paths = compiled.numbers.flatMap(({ path, alsoAt }) => [path, ...(alsoAt ?? [])]);
    expect(new Set(paths).size).toBe(paths.length);
    for (const number of compiled.numbers) {
      expect(number.source, number.path).not.toBe('');
      expect(number.asOf, number.path).not.toBe('');
      if (number.standing === 'assumed') expect([number.low, number.high], number.path).not.toContain(null);
    }
  });

  /** Overrides that set every number, at every path, to one end of its range or to its own value. */
  const setAll = (end: 'low' | 'high' | 'value') => compiled.numbers.flatMap((number) => [number.path, ...(number.alsoAt ?? [])].map((path) => `${path}=${number[end] ?? number.value}`));

  it('gives paths by which every number can be set', () => {
    expect(compile(HOUSE_EXAMPLE, setAll('value')).planHash).toBe(compiled.planHash);
    for (const end of ['low', 'high'] as const) {
      const moved = compile(HOUSE_EXAMPLE, setAll(end));
      expect(moved.planHash).not.toBe(compiled.planHash);
      for (const number of compiled.numbers) {
        for (const path of [number.path, ...(number.alsoAt ?? [])]) expect(numberAt(moved, path)?.value, path).toBe(number[end] ?? number.value);
      }
    }
  });

  it('says which numbers are whole', () => {
    const whole = compiled.numbers.filter(({ isWhole }) => isWhole).map(({ path }) => path.replace(/^.*\./, ''));
    expect(new Set(whole)).toEqual(new Set(['count', 'planes', 'perSatellite', 'phasing', 'shotsPerTarget', 'population_count', 'faces', 'tracks', 'swerling']));
  });

  it('says what is known about a number whether the scenario repeats it or not', () => {
    expect(numberAt(compiled, 'interceptors[0].count')).toMatchObject({ value: 7800, standing: 'published', seen: 'secondary' });
    expect(numberAt(compiled, 'interceptors[0].commonMode[0].value')).toMatchObject({ value: 0.95, standing: 'assumed', low: 0.8, high: 1 });
    expect(numberAt(compiled, 'interceptors[0].interceptor.acceleration_g')).toMatchObject({ value: 15, standing: 'published' });
  });

  it('names the scenario as the source of what it changes, and keeps the range of what Cupola assumes', () => {
    const changed = compile(HOUSE_EXAMPLE, ['interceptors[0].interceptor.speed_kmps=4.5', 'interceptors[0].singleShotKill=0.97', 'release.space.delay_s=90']);
    expect(numberAt(changed, 'interceptors[0].interceptor.speed_kmps')).toMatchObject({ value: 4.5, source: 'scenario file', standing: 'assumed', low: null, high: null });
    expect(numberAt(changed, 'interceptors[0].singleShotKill')).toMatchObject({ value: 0.97, source: 'scenario file', low: 0.5, high: 0.97 });
    expect(numberAt(changed, 'release.space.delay_s')).toMatchObject({ value: 90, low: 0, high: 90 });
  });

  it('counts one card once, however many batteries use it, until one of them differs', () => {
    const battery = (compiledScenario: CompiledScenario) => compiledScenario.numbers.filter(({ path }) => path.endsWith('.interceptor.deadTime_s') && path !== 'interceptors[0].interceptor.deadTime_s');
    expect(battery(compiled)).toMatchObject([{ path: 'interceptors[1].interceptor.deadTime_s', alsoAt: ['interceptors[2].interceptor.deadTime_s'] }]);
    expect(battery(compile(HOUSE_EXAMPLE, ['interceptors[2].interceptor.deadTime_s=40']))).toHaveLength(2);
  });

  it('leaves out what no result depends on', () => {
    const bare = compile('version: 1\nraid: [ { missile: hwasong-18, from: tonghae, to: chicago, count: 1 } ]\ninterceptors: []\n');
    const groups = new Set(bare.numbers.map(({ path }) => path.split(/[.[]/)[0]));
    expect([...groups].sort()).toEqual(['places', 'raid']);
    expect(numberAt(bare, 'raid[0].within_s')).toBeUndefined();
  });
});

describe('warnings', () => {
  const at = (text: string) => compile(text).warnings.map(({ path, severity, hint }) => [path, severity, hint.includes('never fire')]);

  it('tell rules that the sensors can never satisfy', () => {
    expect(at(HOUSE_EXAMPLE.replace(', { use: uewr-clear }, { use: uewr-beale }', ''))).toEqual([['release.ground.evidence', 'warning', true]]);
    expect(at(HOUSE_EXAMPLE.replace('{ use: sbirs-geo }, ', ''))).toEqual([['release.space.evidence', 'warning', true], ['release.ground.evidence', 'warning', true]]);
    expect(at(HOUSE_EXAMPLE.replace('two-infrared, ', 'radar, ').replace('{ use: sbirs-geo }, ', '').replace('infrared-and-radar', 'radar'))).toEqual([]);
  });

  it('tell an orbit that no shell stands for', () => {
    const raid = (again: string, interceptors = '[]') => compile(`version: 1\nraid:\n  - { missile: solid-icbm-3-stage, from: tonghae, to: [ { place: chicago, weight: 2 }, seattle ], count: 3, again: ${again} }\ninterceptors: ${interceptors}\n`).warnings.map(({ path, line, found }) => [path, line, found]);
    expect(raid('{ after: one-orbit }')).toEqual([['raid[0].again', 3, 'one orbit, without a shell that goes round: 90 min are taken']]);
    expect(raid('{ after: one-orbit, orbit_min: 90 }')).toEqual([]);
    expect(raid('{ after_min: 90 }')).toEqual([]);
    expect(raid('{ after: one-orbit }', '[ { constellation: notional-7800 } ]').filter(([path]) => path === 'raid[0].again')).toEqual([]);
  });

  it('stand on the line of the rule', () => {
    const [warning] = compile(HOUSE_EXAMPLE.replace(', { use: uewr-clear }, { use: uewr-beale }', '')).warnings;
    expect(warning?.line).toBe(13);
  });
});
