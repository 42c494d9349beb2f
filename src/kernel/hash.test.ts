import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, createSha256, key32, sha256Bytes, sha256Hex } from './hash.js';

describe('hash', () => {
  it('reproduces the published SHA-256 of "abc"', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Bytes('').length).toBe(32);
  });

  it('gives the same sum in one piece or in many', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 90 })), (pieces) => {
      const growing = createSha256();
      for (const piece of pieces) growing.update(piece);
      expect(growing.hex()).toBe(sha256Hex(Uint8Array.from(pieces.flatMap((piece) => [...piece]))));
    }));
  });

  it('makes keys that are 32-bit, repeatable, and distinct over a plausible raid', () => {
    const keys = new Set<number>();
    for (let group = 0; group < 5; group++) for (let i = 0; i < 2000; i++) keys.add(key32(`raid/${group}/${i}`));
    expect(keys.size).toBe(10000);
    for (const key of keys) expect(key).toBe(key >>> 0);
    // Neighbours differ in half of their bits on average: the final mix does its work.
    let differing = 0;
    for (let i = 0; i < 1000; i++) {
      for (let x = key32(`a${i}`) ^ key32(`a${i + 1}`); x !== 0; x &= x - 1) differing++;
    }
    expect(Math.abs(differing / 1000 - 16)).toBeLessThan(1);
  });

  it('writes JSON that reads back equal and does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }));
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key }), (entries) => {
      expect(canonicalJson(Object.fromEntries(entries))).toBe(canonicalJson(Object.fromEntries([...entries].reverse())));
    }));
  });

  it('grows in proportion to the content, not faster', () => {
    const row = { b: 1.5, a: [true, null, 'é'] };
    const size = (n: number): number => canonicalJson(Array.from({ length: n }, () => row)).length;
    expect(size(2000) - size(1000)).toBe(size(3000) - size(2000));
  });

  it('refuses what JSON would lose, and says where', () => {
    expect(() => canonicalJson({ a: [1, NaN] })).toThrow('$.a[1] is NaN');
    expect(() => canonicalJson({ a: undefined })).toThrow('$.a is undefined');
    expect(() => canonicalJson([, 1])).toThrow('$[0] is undefined');
    expect(() => canonicalJson({ x: new Float64Array(2) })).toThrow('$.x is not a plain object');
    expect(() => canonicalJson(Infinity)).toThrow('Infinity');
    expect(canonicalJson({ x: -0 })).toBe('{"x":0}');
  });
});
