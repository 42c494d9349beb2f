/**
 * Names for content: SHA-256 of bytes, text and canonical JSON, and 32-bit keys of entity paths.
 * Canonical JSON sorts keys by code unit, has no spaces, and refuses what JSON would lose silently (NaN, infinities,
 * undefined, class instances), so that equal content means equal bytes and nothing else does.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export function sha256Bytes(content: Uint8Array | string): Uint8Array {
  return sha256(typeof content === 'string' ? utf8ToBytes(content) : content);
}

export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256Bytes(content));
}

/** A SHA-256 that grows; `hex` may be asked at any time and names what came so far. */
export interface Sha256 {
  update(content: Uint8Array | string): void;
  hex(): string;
}

export function createSha256(): Sha256 {
  const state = sha256.create();
  return {
    update: (content) => {
      state.update(typeof content === 'string' ? utf8ToBytes(content) : content);
    },
    hex: () => bytesToHex(state.clone().digest()),
  };
}

/**
 * 32-bit key of an entity's path ("raid/solid-icbm/3"): FNV-1a over UTF-8, then murmur3's final mix so that neighbours
 * differ in every bit. Two paths collide with probability 2⁻³²; compile refuses a plan where any do.
 */
export function key32(path: string): number {
  let h = 0x811c9dc5;
  for (const byte of utf8ToBytes(path)) h = Math.imul(h ^ byte, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The one JSON text of a value. Throws on anything that JSON cannot carry faithfully, naming its path. */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${path} is ${value}`);
      return JSON.stringify(value);
    case 'object':
      return writeObject(value, path);
    default:
      throw new TypeError(`canonicalJson: ${path} is ${typeof value}`);
  }
}

function writeObject(value: object, path: string): string {
  if (Array.isArray(value)) {
    // Array.from visits holes too, which are undefined and refused.
    return `[${Array.from(value, (item: unknown, i) => write(item, `${path}[${i}]`)).join(',')}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`canonicalJson: ${path} is not a plain object`);
  }
  const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item, `${path}.${key}`)}`).join(',')}}`;
}
