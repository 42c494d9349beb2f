import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, compileScenario, DEFAULT_SCENARIO, ROOT } from '../../../test/load.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import { assumedInputs, drawAssumptions, overridesOf, valueAt } from './assumption-draws.js';
import type { AssumedInput } from './assumption-draws.js';

const { numbers, plan } = compileScenario();
const inputs = assumedInputs(numbers);
const text = readFileSync(new URL(`scenarios/${DEFAULT_SCENARIO}`, ROOT), 'utf8');

const asMap = (overrides: readonly string[]): Map<string, number> => new Map(overrides.map((override) => [override.split('=')[0]!, Number(override.split('=')[1])]));

function number(path: string, low: number, value: number, high: number, isWhole = true): UsedNumber {
  return { path, card: path, value, low, high, isWhole, source: '', where: '', standing: 'assumed', seen: '', asOf: '', url: '' };
}
const inputOf = (...list: readonly UsedNumber[]): AssumedInput[] => assumedInputs(list);

describe('assumed inputs', () => {
  it('are the assumed cards that have a range, each once', () => {
    expect(new Set(inputs.map(({ card }) => card)).size).toBe(inputs.length);
    expect(inputs.length).toBeGreaterThan(50);
    for (const { low, high, now } of inputs) {
      expect(low).toBeLessThan(high);
      expect(now).toBeGreaterThanOrEqual(low);
      expect(now).toBeLessThanOrEqual(high);
    }
    expect(inputs.map(({ path }) => path)).not.toContain('interceptors[0].planes');
    expect(inputs.find(({ path }) => path === 'release.space.delay_s')).toMatchObject({ card: 'defaults/release-space#delay_s', unit: 's', now: 30, low: 0, high: 60 });
  });

  it('hold all numbers of a card whose values differ, and move them alike', () => {
    const [input] = inputOf({ ...number('a.x', 0, 1, 10, false), card: 'kind/one#x' }, { ...number('b.x', 0, 2, 20, false), card: 'kind/one#x' });
    expect(input?.numbers).toHaveLength(2);
    expect(overridesOf([{ input: input!, share: 0.25 }], plan)).toEqual(['a.x=2.5', 'b.x=5']);
  });
});

describe('draws over assumptions', () => {
  it('compile, every one, to exactly the values that were drawn', () => {
    for (const overrides of drawAssumptions(inputs, plan, 1, 16)) {
      const result = compileText(text, DEFAULT_SCENARIO, catalogue(), overrides);
      if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
      const values = new Map(result.compiled.numbers.flatMap(({ path, alsoAt, value }) => [path, ...(alsoAt ?? [])].map((at) => [at, value] as const)));
      for (const [path, value] of asMap(overrides)) expect(values.get(path), path).toBe(value);
    }
  }, 30_000);

  it('move a card at all its paths together', () => {
    for (const values of drawAssumptions(inputs, plan, 1, 16).map(asMap)) {
      const coast = values.get('interceptors[1].interceptor.stages[0].coastAfter_s');
      expect(coast).toBeGreaterThanOrEqual(0);
      expect(values.get('interceptors[2].interceptor.stages[0].coastAfter_s')).toBe(coast);
    }
  });

  it('stay inside the ranges and reach every part of them', () => {
    const drawn = drawAssumptions(inputs, plan, 1, 64).map(asMap);
    for (const { path, low, high } of inputs) {
      const values = drawn.map((values) => values.get(path)!);
      for (const value of values) expect(value >= low && value <= high, path).toBe(true);
      expect((Math.max(...values) - Math.min(...values)) / (high - low), path).toBeGreaterThan(0.9);
    }
  });

  it('keep whole numbers whole, each over an equal part of the range', () => {
    for (const values of drawAssumptions(inputs, plan, 1, 64).map(asMap)) for (const path of ['interceptors[0].phasing', 'interceptors[1].count', 'command.shotsPerTarget']) expect(Number.isInteger(values.get(path)), path).toBe(true);
    const shots = number('command.shotsPerTarget', 1, 2, 4) as Parameters<typeof valueAt>[0];
    expect([0, 0.24, 0.26, 0.49, 0.51, 0.99, 1].map((share) => valueAt(shots, share))).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });

  it('do not shift when an input is added', () => {
    const some = drawAssumptions(inputs.slice(5, 10), plan, 1, 32), all = drawAssumptions(inputs, plan, 1, 32).map(asMap);
    some.forEach((overrides, draw) => {
      for (const [path, value] of asMap(overrides)) expect(all[draw]!.get(path)).toBe(value);
    });
  });

  it('give a shell whole planes and a phasing below their number', () => {
    const shell = inputOf(number('interceptors[0].planes', 50, 100, 150), number('interceptors[0].phasing', 0, 1, 149));
    const planes = new Set<number>();
    for (const values of drawAssumptions(shell, plan, 1, 64).map(asMap)) {
      const drawn = values.get('interceptors[0].planes')!;
      planes.add(drawn);
      expect(7800 % drawn).toBe(0);
      expect(values.get('interceptors[0].phasing')).toBeLessThan(drawn);
    }
    expect(planes.size).toBeGreaterThan(4);
    const both = inputOf(number('interceptors[0].planes', 50, 100, 150), number('interceptors[0].count', 5000, 7800, 9000));
    for (const values of drawAssumptions(both, plan, 1, 64).map(asMap)) expect(values.get('interceptors[0].count')! % values.get('interceptors[0].planes')!).toBe(0);
    // 101 to 103 do not divide 7,800: the planes stay as they are.
    expect(drawAssumptions(inputOf(number('interceptors[0].planes', 101, 101, 103)), plan, 1, 4)).toEqual([[], [], [], []]);
  });
});
