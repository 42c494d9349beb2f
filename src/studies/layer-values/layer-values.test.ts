import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScenario, inlineExecutor, study } from '../../../test/load.js';
import { studyLayers, valuesOf } from './layer-values.js';

const FEW = 'variants=4';
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('what layers are worth', () => {
  it('adds up to what the shield prevents, run by run and on the mean', () => {
    const layer = (name: string): { name: string; kind: 'ground'; entries: string[] } => ({ name, kind: 'ground', entries: [name] });
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 5 }), { minLength: 8, maxLength: 8 }), (leaked) => {
      const { layers, total, without, with: all } = valuesOf(['a', 'b', 'c'].map(layer), leaked, 10, { runs: 5, seed: 1 });
      expect(sum(layers.map(({ shapley }) => shapley.mean))).toBeCloseTo(total.mean, 12);
      expect(total.mean).toBeCloseTo(without.mean - all.mean, 12);
    }));
  });

  it('is told of a shell and of the ground layer behind it, at the luck of the study itself', async () => {
    const compiled = compileScenario(undefined, [FEW]), { layers, total, with: all, without, sets } = await studyLayers(compiled, { runs: 60, seed: 1 }, inlineExecutor());
    expect(layers.map(({ kind, entries }) => [kind, entries.length])).toEqual([['space', 1], ['ground', 2]]);
    expect(sets).toBe(4);
    expect(sum(layers.map(({ shapley }) => shapley.mean))).toBeCloseTo(total.mean, 12);
    expect(all.mean).toBeCloseTo((await study(compiled, 60)).leakage.mean, 12);
    expect(without.mean).toBe(1);
    for (const { shapley, alone, lastIn } of layers) {
      // Layers that stand in for one another: each is worth more alone than on top of the other, and its value lies between.
      expect(alone.mean).toBeGreaterThan(lastIn.mean);
      expect(shapley.mean).toBeCloseTo((alone.mean + lastIn.mean) / 2, 12);
      expect(shapley.low).toBeLessThan(shapley.mean);
    }
  });

  it('is nothing without a shield', async () => {
    const { layers, total } = await studyLayers(compileScenario('03-no-shield.yaml', [FEW]), { runs: 5, seed: 1 }, inlineExecutor());
    expect(layers).toEqual([]);
    expect(total.mean).toBe(0);
  });
});
