import { describe, expect, it } from 'vitest';
import { mustLookFirst, usableRounds } from './doctrine.js';
import { isEvidence } from './release.js';

const doctrine = { doctrine: 'shoot-look-shoot', shotsPerTarget: 2, reserve: 0.1 } as const;

describe('doctrine', () => {
  it('keeps whole rounds in reserve: 4 of 40, none of 4 or of 1', () => {
    expect([40, 4, 1, 10].map((n) => usableRounds(doctrine, n))).toEqual([36, 4, 1, 9]);
  });
  it('waits for the look only while a shot is on its way and only if a later shot is still possible', () => {
    expect(mustLookFirst(doctrine, 0, 100, 200)).toBe(false);
    expect(mustLookFirst(doctrine, 1, 100, 200)).toBe(true);
    expect(mustLookFirst(doctrine, 1, 100, 99)).toBe(false);
    expect(mustLookFirst({ ...doctrine, doctrine: 'barrage' }, 1, 100, 200)).toBe(false);
  });
});

describe('release rules', () => {
  it('two-infrared means two different satellites; the strictest rule needs both kinds', () => {
    expect(isEvidence('one-infrared', 1, 0)).toBe(true);
    expect(isEvidence('two-infrared', 1, 3)).toBe(false);
    expect(isEvidence('two-infrared', 2, 0)).toBe(true);
    expect(isEvidence('radar', 3, 0)).toBe(false);
    expect(isEvidence('infrared-and-radar', 2, 0)).toBe(false);
    expect(isEvidence('infrared-and-radar', 1, 1)).toBe(true);
  });
});
