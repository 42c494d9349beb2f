import { describe, expect, it } from 'vitest';
import { Luck } from '../../kernel/random.js';
import { resolveShot } from './single-shot.js';

describe('single shot with shared failures', () => {
  it('gives the published chances of no leaker for the two scopes: 0.238 per target, 0.614 shared', () => {
    const luck = new Luck(7), runs = 20_000, warheads = 10, p = 0.9625, c = 0.9;
    const share = (scope: 'target' | 'layer'): number => {
      let none = 0;
      for (let run = 0; run < runs; run++) {
        let leaked = 0;
        for (let w = 0; w < warheads; w++) {
          const shared = [luck.uniform(6, run, scope === 'layer' ? 0 : w, 1, 0)];
          if (resolveShot(p, luck.uniform(5, run, w, 0, 0), [{ value: c, scope }], shared) !== 'kill') leaked++;
        }
        if (leaked === 0) none++;
      }
      return none / runs;
    };
    expect(Math.abs(share('target') - (c * p) ** warheads)).toBeLessThan(4 * Math.sqrt(0.238 * 0.762 / runs));
    expect(Math.abs(share('layer') - c * p ** warheads)).toBeLessThan(4 * Math.sqrt(0.614 * 0.386 / runs));
  });

  it('calls a shot that would have missed anyway a miss, not a shared failure', () => {
    expect(resolveShot(0.5, 0.7, [{ value: 0.1, scope: 'layer' }], [0.9])).toBe('miss');
    expect(resolveShot(0.5, 0.3, [{ value: 0.1, scope: 'layer' }], [0.9])).toBe('commonMode');
    expect(resolveShot(0.5, 0.3, [{ value: 0.95, scope: 'layer' }], [0.9])).toBe('kill');
  });
});
