import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../tools/build-catalogue.js';
import { compileText } from './compile/compile.js';
import type { CompiledScenario } from './compile/compiled.js';
import { lethalCount } from './plan/lethal.js';
import { checkReach } from './meaning/reach.js';

const catalogue = buildCatalogue();

function compile(preset: string, rest = '', overrides: string[] = []): CompiledScenario {
  const result = compileText(`version: 1\nraid:\n  - { preset: ${preset}${rest} }\ninterceptors: []\n`, 'preset.yaml', catalogue, overrides);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.compiled;
}

/** Missiles, and lethal objects where a missile carries several. */
const SIZES: readonly [name: string, missiles: number, lethal: number][] = [
  ['rogue-5', 5, 5],
  ['rogue-20', 20, 20],
  ['rogue-50-2035', 50, 50],
  ['accidental-1', 1, 3],
  ['accidental-10', 10, 30],
  ['peer-limited-50', 50, 160],
  ['peer-large-300', 300, 1380],
  ['cruise-coastal-50', 50, 50],
  ['hgv-20', 20, 20],
  ['fobs-south-10', 10, 10],
  ['mixed', 42, 74],
];

describe('raids of the catalogue', () => {
  it('are those of the list', () => {
    expect(Object.keys(catalogue.kinds.raids).sort()).toEqual(SIZES.map(([name]) => name).sort());
  });

  it.each(SIZES)('%s has its size, and every missile gets to its target', { timeout: 60_000 }, (name, missiles, lethal) => {
    const { plan, targetPlaces } = compile(name);
    expect(plan.attacks.reduce((sum, { count }) => sum + count, 0)).toBe(missiles);
    expect(lethalCount(plan.attacks)).toBe(lethal);
    expect(targetPlaces?.map((places) => places.length)).toEqual(plan.attacks.map(({ targets }) => targets.length));
    expect(checkReach(plan, 'preset.yaml', targetPlaces)).toEqual([]);
  });

  it.each(SIZES)('%s is the same every time, and its numbers can be set where they are listed', (name) => {
    const compiled = compile(name);
    expect(compile(name).planHash).toBe(compiled.planHash);
    const same = compiled.numbers.flatMap(({ path, alsoAt, value }) => [path, ...(alsoAt ?? [])].map((each) => `${each}=${value}`));
    expect(compile(name, '', same).planHash).toBe(compiled.planHash);
    for (const end of ['low', 'high'] as const) {
      const moved = compiled.numbers.flatMap((number) => [number.path, ...(number.alsoAt ?? [])].map((each) => `${each}=${number[end] ?? number.value}`));
      expect(compile(name, '', moved).planHash).not.toBe(compiled.planHash);
    }
  });

  it('are changed in place', () => {
    const whole = compile('rogue-20', ', from: tonghae, to: [chicago, seattle], within_s: 30').plan.attacks;
    expect(whole.map(({ key, count, within_s, origin, targets }) => [key, count, within_s, origin.name, targets.map(({ name }) => name)])).toEqual([
      ['raid[0].entries[0]', 12, 30, 'tonghae', ['chicago', 'seattle']],
      ['raid[0].entries[1]', 8, 30, 'tonghae', ['chicago', 'seattle']],
    ]);
    const one = compile('rogue-20', '', ['raid[0].entries[1].count=3', 'raid[0].entries[1].every_s=15', 'raid[0].entries[1].from=tonghae']).plan.attacks;
    expect(one.map(({ count, within_s, every_s, origin }) => [count, within_s, every_s, origin.name])).toEqual([[12, 120, 0, 'north-korea-interior'], [3, 0, 15, 'tonghae']]);
    expect(compile('peer-limited-50', ', within_s: 30').plan.attacks.map(({ within_s, every_s }) => [within_s, every_s])).toEqual([[30, 0], [30, 0], [30, 0]]);
  });

  it('point to where the scenario names the target', () => {
    expect(compile('rogue-5').targetPlaces?.[0]?.[0]).toEqual({ file: 'preset.yaml', path: 'raid[0].preset', line: 3 });
    expect(compile('rogue-5', ', to: [boston]').targetPlaces?.[0]?.[0]?.path).toBe('raid[0].to[0]');
    expect(compile('rogue-5', ', entries: [ { to: boston } ]').targetPlaces?.[0]?.[0]?.path).toBe('raid[0].entries[0].to');
  });

  it('tell which target is out of reach', () => {
    const { plan, targetPlaces } = compile('accidental-1', '', ['raid[0].entries[0].threat.payload_kg=4000']);
    const [problem] = checkReach(plan, 'preset.yaml', targetPlaces);
    expect(problem?.path).toBe('raid[0].preset');
    expect(problem?.found).toMatch(/^range [\d,]+ km to seattle exceeds this missile's [\d,]+ km with 4,000 kg$/);
  });
});

describe('force tables', () => {
  const versions = (name: string) => catalogue.kinds.forces[name];
  const values = (cards: readonly { readonly value: number }[] | undefined) => cards?.map(({ value }) => value);

  it('keep both versions where sources disagree', () => {
    expect(values(versions('china')?.icbm?.in2035)).toEqual([700, 640]);
    expect(values(versions('russia')?.icbm?.in2035)).toEqual([400, 388]);
    expect(values(versions('north-korea')?.icbm?.in2025)).toEqual([10, 20]);
    expect(values(versions('iran')?.icbm?.in2035)).toEqual([60, 60]);
    for (const name of ['china', 'russia', 'north-korea', 'iran']) {
      const sources = versions(name)?.icbm?.in2035?.map(({ source }) => source ?? versions(name)?.source?.source);
      expect(new Set(sources).size, name).toBe(2);
    }
  });
});
