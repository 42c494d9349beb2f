/** The timing itself: turns are taken, the first round is left out, rates are work per second. */
import { describe, expect, it } from 'vitest';
import { roundRobin } from './rounds.js';

const busy = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('roundRobin', () => {
  it('lets contestants take turns and leaves out the first round', async () => {
    const turns: string[] = [];
    const contestant = (name: string): { name: string; work: () => number } => ({ name, work: () => turns.push(name) });
    const rates = await roundRobin([contestant('a'), contestant('b')], 2);
    expect(turns.join('')).toBe('ababab');
    expect(rates.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('gives work per second between its lowest and highest round', async () => {
    const [rate] = await roundRobin([{ name: 'busy', work: () => { busy(20); return 10; } }], 3);
    expect(rate?.median).toBeLessThanOrEqual(500);
    expect(rate?.low).toBeLessThanOrEqual(rate?.median ?? 0);
    expect(rate?.high).toBeGreaterThanOrEqual(rate?.median ?? Infinity);
  });
});
