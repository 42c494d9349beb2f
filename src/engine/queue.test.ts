import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createInstants } from './queue.js';

describe('queue of instants', () => {
  it('gives the same order however the instants were put in', () => {
    const instant = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    const drain = (items: readonly (readonly [number, number, number, number])[]) => {
      const queue = createInstants(), out: number[][] = [];
      for (const [t, kind, a, b] of items) queue.push(t, kind, a, b);
      while (queue.pop()) out.push([queue.t_s, queue.kind, queue.a, queue.b]);
      return out;
    };
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 60 }), (items) => {
        const sorted = items.map((item) => [...item]).sort((x, y) => x[0]! - y[0]! || x[1]! - y[1]! || x[2]! - y[2]! || x[3]! - y[3]!);
        expect(drain(items)).toEqual(sorted);
        expect(drain([...items].reverse())).toEqual(sorted);
      }),
    );
  });

  it('grows beyond its first capacity', () => {
    const queue = createInstants();
    for (let i = 5000; i > 0; i--) queue.push(i, 0, i, 0);
    for (let i = 1; i <= 5000; i++) {
      expect(queue.pop()).toBe(true);
      expect(queue.a).toBe(i);
    }
    expect(queue.pop()).toBe(false);
  });
});
