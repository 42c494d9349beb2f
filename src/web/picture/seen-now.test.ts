import { describe, expect, it } from 'vitest';
import type { Replay } from '../../engine/record/record.js';
import { seenNow, watchesOf } from './seen-now.js';

const replay = {
  seen: [{ target: 'a', by: 'sensors[0]/1', from_s: 30, to_s: 90 }, { target: 'a', by: 'sensors[1]', from_s: 60, to_s: 200 }, { target: 'b', by: 'sensors[1]', from_s: 10, to_s: 20 }],
  sensors: [{ key: 'sensors[0]/1', name: 'sbirs-geo-2' }], movingSensors: [{ key: 'sensors[1]', name: 'Tracker 1-4' }],
} as unknown as Replay;

describe('who sees a missile now', () => {
  it('names the sensors whose stretch the moment is in, of this missile only', () => {
    const watches = watchesOf(replay).get('a') ?? [];
    expect(seenNow(watches, 29)).toEqual([]);
    expect(seenNow(watches, 45)).toEqual(['sbirs-geo-2']);
    expect(seenNow(watches, 75)).toEqual(['sbirs-geo-2', 'Tracker 1-4']);
    expect(seenNow(watches, 90.1)).toEqual(['Tracker 1-4']);
  });
});
