import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, namesContaining, nearestName } from './nearest.js';

describe('nearest names', () => {
  it('counts letters added, lost, changed and swapped', () => {
    expect(editDistance('chicago', 'chigaco')).toBe(2);
    expect(editDistance('seattle', 'seatle')).toBe(1);
    expect(editDistance('gbi', 'gib')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });

  it('is symmetric, zero only for the same word, and never more than the longer word', () => {
    const word = fc.stringMatching(/^[a-z]{0,10}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('names what was meant and does not guess at other words', () => {
    const known = ['solid-icbm-3-stage', 'liquid-icbm-2-stage', 'hwasong-18'];
    expect(nearestName('solid-icbm-3stage', known)).toBe('solid-icbm-3-stage');
    expect(nearestName('Hwasong18', known)).toBe('hwasong-18');
    expect(nearestName('minuteman', known)).toBe('');
    expect(nearestName('foo', ['from', 'to'])).toBe('');
  });

  it('finds the few names that a word is a part of', () => {
    expect(namesContaining('greely', ['fort-greely', 'clear'])).toEqual(['fort-greely']);
    expect(namesContaining('san', ['san-diego', 'san-jose'])).toEqual(['san-diego', 'san-jose']);
    expect(namesContaining('san', ['san-diego', 'san-jose', 'san-antonio', 'santa-ana'])).toEqual([]);
  });

  it('asks for the one that is near, else for the few that hold the word', () => {
    expect(didYouMean('sbirs', ['sbirs-geo', 'sbirs-heo', 'lrdr'])).toBe('did you mean `sbirs-geo` or `sbirs-heo`?');
    expect(didYouMean('lrrd', ['sbirs-geo', 'lrdr'])).toBe('did you mean `lrdr`?');
    expect(didYouMean('nothing', ['sbirs-geo'])).toBe('');
  });
});
