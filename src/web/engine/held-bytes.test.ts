import { describe, expect, it } from 'vitest';
import { heldBytes } from './held-bytes.js';

describe('memory of numbers', () => {
  it('is that of typed arrays, each buffer once, however they are reached', () => {
    const column = new Float64Array(10), halves = [column.subarray(0, 5), column.subarray(5)];
    expect(heldBytes(new Map<string, unknown>([['a', { column }], ['b', halves], ['c', 7], ['d', null]]))).toBe(80);
    const ring: { self?: unknown; bytes: Uint8Array } = { bytes: new Uint8Array(3) };
    ring.self = ring;
    expect(heldBytes(ring)).toBe(3);
  });
});
