import { describe, expect, it } from 'vitest';
import { bestRun, describeRun, nextLeakyRun, typicalRun, worstRun } from './attacks.js';

const outcome = (leaked: number[], p50: number): Parameters<typeof typicalRun>[0] => ({ leakedByRun: Uint16Array.from(leaked), gotThrough: { mean: 0, p5: 0, p50, p95: 9 } });

describe('which attack is shown', () => {
  const some = outcome([3, 0, 2, 5, 2, 0], 2);
  it('is the first with the median outcome, the fewest, the most', () => {
    expect(typicalRun(some)).toBe(2);
    expect(bestRun(some)).toBe(1);
    expect(worstRun(some)).toBe(3);
  });
  it('goes round to the next in which something got through', () => {
    expect(nextLeakyRun(some, 0)).toBe(2);
    expect(nextLeakyRun(some, 4)).toBe(0);
    expect(nextLeakyRun(outcome([0, 0], 0), 0)).toBe(-1);
  });
  it('is called what it is', () => {
    expect([0, 1, 2, 3].map((run) => describeRun(some, run))).toEqual(['worse than typical', 'the best for the defender', 'a typical one', 'the worst for the defender']);
    expect(describeRun(outcome([4, 4], 4), 1)).toBe('all end alike');
  });
});
