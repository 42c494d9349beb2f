import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_STATE, readFragment, writeFragment, type PageState } from './fragment.js';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const state: fc.Arbitrary<PageState> = fc.record({
  view: name,
  edits: fc.record({ scenario: name, raid: name, count: fc.nat(1000), missile: name, origin: name, satellites: fc.nat(100_000), ground: fc.nat(1000) }, { requiredKeys: [] }),
  seed: fc.nat(0xffffffff),
  runs: fc.integer({ min: 1, max: 100_000 }),
  run: fc.option(fc.nat(100_000), { nil: null }),
  time_s: fc.option(fc.nat(20_000).map((tenths) => tenths / 10), { nil: null }),
  story: fc.constantFrom('', 'raid[0]/3', 'raid[1]/12'),
  draws: fc.nat(1024),
});

describe('the state in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(fc.property(state, (value) => { expect(readFragment(writeFragment(value))).toEqual(value); }));
  });
  it('is empty for the default question', () => expect(writeFragment(DEFAULT_STATE)).toBe(''));
  it('names a raid of the catalogue or a numbered scenario', () => {
    expect(writeFragment({ ...DEFAULT_STATE, edits: { raid: 'rogue-20', satellites: 3900 } })).toBe('#raid=rogue-20&satellites=3900');
    expect(readFragment('#scenario=02-one-icbm-ground-only').edits).toEqual({ scenario: '02-one-icbm-ground-only' });
    expect(readFragment('#raid=[{preset}]&scenario=..%2F01').edits).toEqual({});
  });
  it('falls back to the default where it is nonsense', () => {
    expect(readFragment('#count=-3&missile=<b>&seed=1e99&runs=0&t=soon&view=..%2F')).toEqual(DEFAULT_STATE);
    expect(readFragment('#unknown=1')).toEqual(DEFAULT_STATE);
  });
});
