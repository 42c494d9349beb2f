/**
 * The fingerprint of one run: SHA-256 over every missile's and every shot's outcome, bit by bit. Two runs with the same
 * digest did the same things at the same moments. `recordHash` is the SHA-256 over the digests in run order.
 */
import { sha256Bytes } from '../../kernel/hash.js';
import type { World } from '../world.js';

const PER_MISSILE = 6, PER_SHOT = 7;

export function createDigester(maxMissiles: number, maxShots: number): (world: World, causes: Int32Array) => Uint8Array {
  const numbers = new Float64Array(2 + PER_MISSILE * maxMissiles + PER_SHOT * maxShots);
  const bytes = new Uint8Array(numbers.buffer);
  return (world, causes) => {
    const { truth, orders } = world;
    let n = 0;
    numbers[n++] = truth.count;
    numbers[n++] = orders.count;
    for (let m = 0; m < truth.count; m++) {
      numbers[n++] = truth.variant[m];
      numbers[n++] = truth.launch_s[m];
      numbers[n++] = truth.fate[m];
      numbers[n++] = truth.killedBy[m];
      numbers[n++] = truth.end_s[m];
      numbers[n++] = causes[m];
    }
    for (let i = 0; i < orders.count; i++) {
      numbers[n++] = orders.target[i];
      numbers[n++] = orders.element[i];
      numbers[n++] = orders.satellite[i];
      numbers[n++] = orders.number[i];
      numbers[n++] = orders.result[i];
      numbers[n++] = orders.commit_s[i];
      numbers[n++] = orders.intercept_s[i];
    }
    return sha256Bytes(bytes.subarray(0, 8 * n));
  };
}
