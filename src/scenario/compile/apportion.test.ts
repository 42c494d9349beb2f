import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, interleave, interleaveWithin } from './apportion.js';

const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 });
const count = fc.integer({ min: 1, max: 500 });

describe('shares by weight', () => {
  it('go to the largest remainder, the earlier entry first', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(10, [70, 20, 10])).toEqual([7, 2, 1]);
    expect(apportion(3, [1, 1, 1, 1])).toEqual([1, 1, 1, 0]);
    expect(apportion(7, [2, 1])).toEqual([5, 2]);
  });

  it('add up, and differ from the exact share by less than one', () => {
    fc.assert(
      fc.property(count, weights, (all, list) => {
        const shares = apportion(all, list), sum = list.reduce((total, weight) => total + weight, 0);
        expect(shares.reduce((total, share) => total + share, 0)).toBe(all);
        shares.forEach((share, index) => expect(Math.abs(share - (all * (list[index] ?? 0)) / sum)).toBeLessThan(1 + 1e-9));
      }),
    );
  });

  it('do not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(count, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }), (all, list) => {
        expect(apportion(all, list.map((weight) => weight * 8))).toEqual(apportion(all, list));
      }),
    );
  });
});

describe('turns', () => {
  it('go round where all have as many', () => {
    expect(interleave([2, 2, 2])).toEqual([0, 1, 2, 0, 1, 2]);
    expect(interleave([4, 3, 3])).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
    expect(interleave([2, 1])).toEqual([0, 1, 0]);
    expect(interleave([0, 2])).toEqual([1, 1]);
  });

  it('give each its number, never two turns away from its even share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }), (counts) => {
        const order = interleave(counts), all = order.length;
        counts.forEach((own, index) => {
          expect(order.filter((entry) => entry === index)).toHaveLength(own);
          let had = 0;
          order.forEach((entry, turn) => {
            had += entry === index ? 1 : 0;
            expect(Math.abs(had - (own * (turn + 1)) / all)).toBeLessThan(2);
          });
        });
      }),
    );
  });
});

describe('turns within turns', () => {
  it('are those of one group where there is one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }), (counts) => {
        const order = interleave(counts);
        expect(interleaveWithin(order.map(() => 0), counts)).toEqual(order);
      }),
    );
  });

  it('do not pair the same two each time', () => {
    expect(interleaveWithin([0, 1, 0, 1], [2, 2])).toEqual([0, 1, 1, 0]);
  });

  it('give each its number, close to its even share over all and in every group', () => {
    const list = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), list, list, (all, outer, inner) => {
        const groups = interleave(apportion(all, outer)), counts = apportion(all, inner), order = interleaveWithin(groups, counts);
        counts.forEach((own, index) => {
          expect(order.filter((entry) => entry === index)).toHaveLength(own);
          outer.forEach((_, group) => {
            const turns = groups.filter((each) => each === group).length;
            expect(Math.abs(order.filter((entry, turn) => entry === index && groups[turn] === group).length - (own * turns) / all)).toBeLessThan(3);
          });
          let had = 0;
          order.forEach((entry, turn) => {
            had += entry === index ? 1 : 0;
            expect(Math.abs(had - (own * (turn + 1)) / all)).toBeLessThan(3);
          });
        });
      }),
    );
  });
});
