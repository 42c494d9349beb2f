import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { checkpoints } from './runs/stopping.js';
import { isRunId, runIdOf } from './provenance.js';

const identity = { planHash: 'a'.repeat(64), engineVersion: 'b'.repeat(64), seed: 1, runs: 2000 };

describe('run id', () => {
  it('is short, readable and depends on everything that makes the result', () => {
    const id = runIdOf(identity);
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const others = [{ ...identity, seed: 2 }, { ...identity, runs: 2001 }, { ...identity, planHash: 'c'.repeat(64) }, { ...identity, engineVersion: 'c'.repeat(64) }];
    expect(new Set([id, ...others.map(runIdOf)]).size).toBe(5);
  });
  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.nat(7), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (seed, place, digit) => {
        const id = runIdOf({ ...identity, seed }), at = place < 4 ? place : place + 1;
        expect(isRunId(id)).toBe(true);
        if (id[at] !== digit) expect(isRunId(id.slice(0, at) + digit + id.slice(at + 1))).toBe(false);
      }),
    );
  });
});

describe('checkpoints of a stopped study', () => {
  it('doubles to the most allowed and ends there', () => {
    expect(checkpoints(2000)).toEqual([200, 400, 800, 1600, 2000]);
    expect(checkpoints(100)).toEqual([100]);
    expect(checkpoints(200)).toEqual([200]);
  });
});
