import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleyValues } from './shapley.js';

const game = fc.integer({ min: 0, max: 6 }).chain((players) => fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2 ** players, maxLength: 2 ** players }));
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);

/** By the definition: the mean over all orders of joining. */
function byOrders(worth: readonly number[], players: number): number[] {
  const values = new Array<number>(players).fill(0);
  let orders = 0;
  const join = (set: number): void => {
    if (set === 2 ** players - 1) orders++;
  };
  const walk = (set: number, added: number[]): void => {
    join(set);
    if (set === 2 ** players - 1) added.forEach((value, player) => (values[player]! += value));
    for (let player = 0; player < players; player++) {
      if ((set & (1 << player)) !== 0) continue;
      const next = [...added];
      next[player] = worth[set | (1 << player)]! - worth[set]!;
      walk(set | (1 << player), next);
    }
  };
  walk(0, new Array<number>(players).fill(0));
  return values.map((value) => value / orders);
}

describe('Shapley values', () => {
  it('add up to what all achieve', () => {
    fc.assert(fc.property(game, (worth) => {
      expect(sum(shapleyValues(worth))).toBeCloseTo(worth.at(-1)! - worth[0]!, 9);
    }));
  });
  it('are the means over all orders of joining', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 16, maxLength: 16 }), (worth) => {
      const expected = byOrders(worth, 4);
      Array.from(shapleyValues(worth)).forEach((value, player) => expect(value).toBeCloseTo(expected[player]!, 9));
    }));
  });
  it('are nothing for who adds nothing, and alike for who are alike', () => {
    // Two of three do the work, each alone as well as both; the third does nothing.
    expect(Array.from(shapleyValues([0, 1, 1, 1, 0, 1, 1, 1]))).toEqual([0.5, 0.5, 0]);
    // The glove game: one left glove, two right ones.
    const gloves = [0, 0, 0, 1, 0, 1, 0, 1], [left, ...right] = Array.from(shapleyValues(gloves));
    expect(left).toBeCloseTo(2 / 3, 12);
    for (const value of right) expect(value).toBeCloseTo(1 / 6, 12);
  });
  it('want all sets', () => expect(() => shapleyValues([0, 1, 2])).toThrow(RangeError));
});
