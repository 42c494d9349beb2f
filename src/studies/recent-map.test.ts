import { describe, expect, it } from 'vitest';
import { RecentMap } from './recent-map.js';

describe('recent map', () => {
  it('drops what has not been used for longest', () => {
    const map = new RecentMap([['a', 1], ['b', 2], ['c', 3]]);
    expect(map.get('a')).toBe(1);
    map.trim(2);
    expect([...map.keys()]).toEqual(['c', 'a']);
    expect(map.get('b')).toBeUndefined();
    map.trim(5);
    expect(map.size).toBe(2);
  });
});
