import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../tools/build-catalogue.js';
import { compileText } from './compile/compile.js';
import type { CompiledScenario } from './compile/compiled.js';
import { launchTurn } from './plan/launch-turn.js';
import type { AttackPlan } from './plan/plan.js';

const catalogue = buildCatalogue();

function compile(raid: string, overrides: string[] = [], interceptors = '[]'): CompiledScenario {
  const result = compileText(`version: 1\nraid:\n  - ${raid}\ninterceptors: ${interceptors}\n`, 'raid.yaml', catalogue, overrides);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.compiled;
}

const attacksOf = (raid: string, overrides: string[] = []): readonly AttackPlan[] => compile(raid, overrides).plan.attacks;
const GROUP = 'missile: solid-icbm-3-stage, from: north-korea-interior, to: [chicago, seattle, boston]';
const launchTimes_s = (attack: AttackPlan): number[] => Array.from({ length: attack.count }, (_, index) => attack.start_s + launchTurn(attack, index) * attack.every_s);
const targetsOf = (attack: AttackPlan | undefined) => attack?.targets.map(({ name }) => name);

describe('a group from one place', () => {
  it('is one attack whose key is its entry', () => {
    expect(attacksOf(`{ ${GROUP}, count: 10 }`)).toMatchObject([{ key: 'raid[0]', count: 10, start_s: 0, within_s: 60, every_s: 0, shape: 'standard', approach: 'short', route: [] }]);
  });

  it('starts later, ripples, is lofted', () => {
    expect(attacksOf(`{ ${GROUP}, count: 10, start_s: 600, every_s: 20, shape: lofted }`)).toMatchObject([{ start_s: 600, within_s: 0, every_s: 20, shape: 'lofted' }]);
  });

  it('is the same whether its place stands in a list or not', () => {
    const list = compile(`{ ${GROUP.replace('from: north-korea-interior', 'from: [north-korea-interior]')}, count: 10 }`);
    expect(list.planHash).toBe(compile(`{ ${GROUP}, count: 10 }`).planHash);
  });
});

describe('a group from several places', () => {
  const from = (list: string, rest: string) => `{ missile: solid-icbm-3-stage, from: ${list}, to: [chicago, seattle, boston], ${rest} }`;

  it('takes them in turn, and the targets one after another', () => {
    const attacks = attacksOf(from('[north-korea-interior, tonghae, pyongyang-sunan]', 'count: 10'));
    expect(attacks.map(({ key, count }) => [key, count])).toEqual([['raid[0].from[0]', 4], ['raid[0].from[1]', 3], ['raid[0].from[2]', 3]]);
    expect(attacks.map(targetsOf)).toEqual([['chicago', 'seattle', 'boston'], ['seattle', 'boston', 'chicago'], ['seattle', 'boston', 'chicago']]);
    expect(attacks.map(({ origin }) => origin.name)).toEqual(['north-korea-interior', 'tonghae', 'pyongyang-sunan']);
  });

  it('keeps the rhythm of a ripple over all places', () => {
    const attacks = attacksOf(from('[north-korea-interior, tonghae]', 'count: 6, every_s: 10, start_s: 100'));
    expect(attacks.map(({ start_s, every_s, count, order }) => [start_s, every_s, count, order])).toEqual([[100, 10, 3, [0, 2, 4]], [100, 10, 3, [1, 3, 5]]]);
  });

  it('stands on the grid of the ripple with every launch, whatever the weights, and each share is spread over all of it', () => {
    const both = attacksOf('{ missile: solid-icbm-3-stage, from: [ { place: north-korea-interior, weight: 5 }, { place: tonghae, weight: 2 } ], to: [ { place: chicago, weight: 2 }, { place: seattle, weight: 1 } ], count: 21, every_s: 10, start_s: 30 }');
    expect(both.map(({ key, count }) => [key, count])).toEqual([['raid[0].from[0].to[0]', 10], ['raid[0].from[0].to[1]', 5], ['raid[0].from[1].to[0]', 4], ['raid[0].from[1].to[1]', 2]]);
    expect(both.flatMap(launchTimes_s).sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, launch) => 30 + 10 * launch));
    for (const attack of both) {
      const mean_s = launchTimes_s(attack).reduce((sum, time_s) => sum + time_s, 0) / attack.count;
      expect(Math.abs(mean_s - 130)).toBeLessThan(50);
    }
  });

  it('needs no order without a ripple', () => {
    expect(attacksOf(from('[north-korea-interior, tonghae]', 'count: 6')).map(({ order }) => order)).toEqual([[], []]);
  });

  it('shares by weight', () => {
    const attacks = attacksOf(from('[ { place: north-korea-interior, weight: 3 }, { place: tonghae, weight: 1 } ]', 'count: 10'));
    expect(attacks.map(({ count }) => count)).toEqual([8, 2]);
  });

  it('leaves out places for which no missile is left', () => {
    expect(attacksOf(from('[north-korea-interior, tonghae, pyongyang-sunan]', 'count: 2')).map(({ key }) => key)).toEqual(['raid[0].from[0]', 'raid[0].from[1]']);
  });
});

describe('weighted targets', () => {
  const to = (list: string, rest = '') => `{ missile: solid-icbm-3-stage, from: north-korea-interior, to: ${list}, count: 10${rest} }`;

  it('get exactly their share, members of a group in turn', () => {
    const attacks = attacksOf(to('[ { place: chicago, weight: 2 }, { place: us-cities-50, weight: 3 } ]'));
    expect(attacks.map(({ key, count }) => [key, count])).toEqual([['raid[0].to[0]', 4], ['raid[0].to[1]', 6]]);
    expect(targetsOf(attacks[1])).toEqual(['new-york', 'los-angeles', 'chicago', 'houston', 'phoenix', 'philadelphia']);
  });

  it('keep both shares where places are several too', () => {
    const attacks = attacksOf('{ missile: solid-icbm-3-stage, from: [ north-korea-interior, tonghae ], to: [ { place: chicago, weight: 7 }, boston ], count: 40 }');
    const sum = (part: string) => attacks.filter(({ key }) => key.includes(part)).reduce((total, { count }) => total + count, 0);
    expect([sum('from[0]'), sum('from[1]'), sum('to[0]'), sum('to[1]')]).toEqual([20, 20, 35, 5]);
    expect(new Set(attacks.map(({ key }) => key)).size).toBe(4);
  });

  it('take turns in a ripple', () => {
    const attacks = attacksOf(`{ missile: solid-icbm-3-stage, from: north-korea-interior, to: [ { place: chicago, weight: 2 }, { place: seattle, weight: 1 } ], count: 12, every_s: 10 }`);
    expect(attacks.map(launchTimes_s)).toEqual([[0, 20, 30, 50, 60, 80, 90, 110], [10, 40, 70, 100]]);
  });

  it('is one attack where the list has one entry', () => {
    expect(attacksOf(to('[ { place: chicago, weight: 2 } ]')).map(({ key }) => key)).toEqual(['raid[0]']);
  });
});

describe('a second salvo', () => {
  it('comes minutes later, as large and at the same targets', () => {
    const [first, second, ...rest] = attacksOf(`{ ${GROUP}, count: 10, start_s: 60, again: { after_min: 30 } }`);
    expect(rest).toEqual([]);
    expect(second).toEqual({ ...first, key: 'raid[0].again', start_s: 1860 });
  });

  it('comes after one orbit of the first shell, else of the default card', () => {
    const raid = `{ ${GROUP}, count: 1, again: { after: one-orbit } }`;
    expect(attacksOf(raid)[1]?.start_s).toBe(5400);
    expect(attacksOf(raid, ['raid[0].again.orbit_min=92'])[1]?.start_s).toBe(5520);
    const shell = compile(raid, [], '[ { battery: gbi, at: fort-greely }, { constellation: notional-7800, altitude_km: 350 } ]');
    // 350 km above the equatorial radius: 91.5 minutes.
    expect(shell.plan.attacks[1]?.start_s).toBeCloseTo(5492, -1);
  });

  it('is cut as the first', () => {
    const keys = attacksOf(`{ ${GROUP.replace('north-korea-interior', '[north-korea-interior, tonghae]')}, count: 10, again: { after_min: 1 } }`).map(({ key }) => key);
    expect(keys).toEqual(['raid[0].from[0]', 'raid[0].from[1]', 'raid[0].from[0].again', 'raid[0].from[1].again']);
  });
});

describe('classes of threat', () => {
  const threatOf = (missile: string, rest = '', overrides: string[] = []) => attacksOf(`{ missile: ${missile}, from: north-pacific-launch-area, to: san-francisco, count: 1${rest} }`, overrides)[0]?.threat;

  it('come to SI', () => {
    expect(threatOf('mobile-icbm-class')).toMatchObject({ model: 'staged-ballistic', bus: { warheads_count: 3 }, decoys: { perMissile_count: 0 } });
    expect(threatOf('regional-glide-class')).toMatchObject({ model: 'boost-glide', apogee_m: 60_000, diveSpeed_mps: 1400, glide: 'equilibrium', brightness: [{ class: 'bright', fromSpeed_mps: 4000, belowAltitude_m: 60_000 }, { class: 'dim' }] });
    expect(threatOf('fractional-orbital-class')).toMatchObject({ model: 'fractional-orbital', orbitAltitude_m: 160_000, stages: [{}, {}, {}] });
    expect(threatOf('one-way-drone-class')).toMatchObject({ model: 'cruise', guise: 'one-way-drone', speed_mps: 50, range_m: 2_000_000 });
  });

  it.each([
    ['regional-glide-class', 'raid[0].threat.liftToDrag=3', { liftToDrag: 3 }],
    ['regional-glide-class', 'raid[0].threat.glide=skip', { glide: 'skip' }],
    ['regional-glide-class', 'raid[0].threat.brightness[1].fromSpeed_kmps=2.5', { brightness: [{}, { fromSpeed_mps: 2500 }] }],
    ['mobile-icbm-class', 'raid[0].threat.bus.warheads=1', { bus: { warheads_count: 1 } }],
    ['mobile-icbm-class', 'raid[0].threat.decoys.perMissile=4', { decoys: { perMissile_count: 4, ballisticCoefficient_kgpm2: 50, separation_mps: 2 } }],
    ['solid-icbm-3-stage', 'raid[0].threat.bus.warheads=2', { bus: { warheads_count: 2, interval_s: 20, deltaV_mps: 300 } }],
    ['fractional-orbital-class', 'raid[0].threat.deorbit_mps=250', { deorbit_mps: 250 }],
    ['subsonic-cruise-class', 'raid[0].threat.altitude_m=200', { altitude_m: 200 }],
  ])('%s with %s', (missile, override, expected) => {
    expect(threatOf(missile, '', [override])).toMatchObject(expected);
  });

  it('fly by waypoints', () => {
    const [attack] = attacksOf('{ missile: subsonic-cruise-class, from: north-pacific-launch-area, to: seattle, count: 1, route: [ { lat_deg: 44, lon_deg: -128, altitude_m: 200 }, portland ] }');
    expect(attack?.route).toMatchObject([{ altitude_m: 200 }, { name: 'portland' }]);
  });

  it('list all their numbers, each with a path that sets it', () => {
    for (const missile of ['mobile-icbm-class', 'regional-glide-class', 'fractional-orbital-class', 'one-way-drone-class']) {
      const raid = `{ missile: ${missile}, from: [ north-pacific-launch-area, north-atlantic-launch-area ], to: san-francisco, count: 4, again: { after: one-orbit }, threat: ${missile === 'mobile-icbm-class' ? '{ decoys: { perMissile: 2 } }' : '{}'} }`;
      const compiled = compile(raid);
      const paths = compiled.numbers.flatMap(({ path, alsoAt, value }) => [path, ...(alsoAt ?? [])].map((each) => `${each}=${value}`));
      expect(compile(raid, paths).planHash).toBe(compiled.planHash);
    }
  });
});
