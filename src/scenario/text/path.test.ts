import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, parsePath, printPath, valueAt } from './path.js';

describe('paths', () => {
  it('reads the form that problems print', () => {
    expect(parsePath('interceptors[0].commonMode[1].value')).toEqual(['interceptors', 0, 'commonMode', 1, 'value']);
    expect(parsePath('places.fort-greely.lat_deg')).toEqual(['places', 'fort-greely', 'lat_deg']);
  });

  it('refuses what is not a path', () => {
    for (const text of ['', '.', '.a', 'a.', 'a..b', '[0]', 'a[', 'a[x]', 'a[-1]', 'a b', 'a[0]b', '__proto__']) expect(parsePath(text), text).toBeUndefined();
  });

  it('prints what it reads', () => {
    const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
    const path = fc.tuple(key, fc.array(fc.oneof(key, fc.nat(99_999)), { maxLength: 5 })).map(([first, rest]) => [first, ...rest]);
    fc.assert(fc.property(path, (segments) => {
      expect(parsePath(printPath(segments))).toEqual(segments);
    }));
  });

  it('finds values and says what lies inside what', () => {
    const value = { a: [{ b: 3 }] };
    expect(valueAt(value, ['a', 0, 'b'])).toBe(3);
    expect(valueAt(value, ['a', 1, 'b'])).toBeUndefined();
    expect(valueAt(value, ['constructor'])).toBeUndefined();
    expect(isWithin(['a', 0, 'b'], ['a', 0])).toBe(true);
    expect(isWithin(['a', 1], ['a', 0])).toBe(false);
  });
});
