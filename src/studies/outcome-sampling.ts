/**
 * Sampled leakers of a raid against layers, 32 attacks at a time: bit i of a word is attack i. "Is a random number below
 * p" is asked of all 32 at once, one binary digit of p a step (von Neumann's comparison), and ends as soon as every attack
 * is decided, after seven digits or so; attacks in which the threat is already dead ask nothing.
 * Each block of 32 attacks has a generator of its own, seeded by Philox under (seed, block): the same answer however the
 * attacks are cut into pieces. Generator: sfc32 (C. Doty-Humphrey, PractRand), 128 bits of state.
 */
import { philox, STREAM } from '../kernel/random.js';
import type { LayeredRaid } from './poisson-binomial.js';

const BLOCK = 32;
/** Digits of p that are compared; leaves an error of 2⁻³² at most. */
const DIGITS = 4_294_967_296;

/** How many of `trials` attacks (rounded up to whole blocks) ended with k leakers, k = 0 … threats. */
export function sampleLeakers(raid: LayeredRaid, trials: number, seed: number): Uint32Array {
  const depth = raid.layers.length, threats_count = depth > 0 ? raid.layers[0].kill_prob.length : 0;
  // Threat by threat, so that one threat's layers lie side by side; one more row where the last pair would be half empty.
  const kill = new Int32Array((threats_count + (threats_count % 2)) * depth);
  raid.layers.forEach(({ kill_prob }, l) => {
    for (let t = 0; t < threats_count; t++) kill[t * depth + l] = digitsOf(kill_prob[t]);
  });
  const scratch: Block = {
    depth, threats_count, kill, working: new Int32Array(depth), state: new Int32Array(4), counters: new Int32Array(Math.max(3, 32 - Math.clz32(threats_count))),
  };
  const histogram = new Uint32Array(threats_count + 1);
  for (let block = 0; block * BLOCK < trials; block++) {
    seedBlock(scratch.state, seed, block);
    raid.layers.forEach(({ works_prob }, l) => (scratch.working[l] = works_prob >= 1 ? -1 : bernoulli32(scratch.state, digitsOf(works_prob))));
    runBlock(scratch);
    readCounters(scratch.counters, histogram);
  }
  return histogram;
}

const digitsOf = (chance: number): number => Math.min(DIGITS - 1, Math.floor(chance * DIGITS)) | 0;

interface Block {
  readonly depth: number;
  readonly threats_count: number;
  /** First 32 binary digits of each chance. */
  readonly kill: Int32Array;
  /** Attacks in which each layer works. */
  readonly working: Int32Array;
  readonly state: Int32Array;
  /** Binary digits of the number of leakers of all 32 attacks: word j holds digit j of each. */
  readonly counters: Int32Array;
}

function seedBlock(state: Int32Array, seed: number, block: number): void {
  const words = new Uint32Array(4);
  philox(block, 0, 0, 0, seed, STREAM.intercept, words);
  for (let i = 0; i < 3; i++) state[i] = words[i];
  state[3] = 1;
  // Twelve steps mix the seed through the whole state.
  for (let i = 0; i < 12; i++) nextWord(state);
}

function nextWord(state: Int32Array): number {
  const word = (((state[0] + state[1]) | 0) + state[3]) | 0;
  state[3] = (state[3] + 1) | 0;
  state[0] = state[1] ^ (state[1] >>> 9);
  state[1] = (state[2] + (state[2] << 3)) | 0;
  state[2] = (((state[2] << 21) | (state[2] >>> 11)) + word) | 0;
  return word;
}

/** 32 draws of yes with the chance whose binary digits are given. */
function bernoulli32(state: Int32Array, digits: number): number {
  let open = -1, yes = 0;
  for (let left = digits; open !== 0 && left !== 0; left <<= 1) {
    const mask = left >> 31, same = nextWord(state) ^ ~mask;
    yes |= open & ~same & mask;
    open &= same;
  }
  return yes;
}

/**
 * Two threats side by side, two digits each before anyone asks whether all is decided: fewer branches that the processor
 * guesses wrong. The generator and the lowest counters live in local variables; in memory they take twice as long.
 */
function runBlock({ depth, threats_count, kill, working, state, counters }: Block): void {
  let a = state[0], b = state[1], c = state[2], d = state[3];
  let count0 = 0, count1 = 0, count2 = 0, word = 0, mask = 0, same = 0;
  counters.fill(0);
  for (let t = 0; t < threats_count; t += 2) {
    let alive = -1, aliveNext = t + 1 < threats_count ? -1 : 0;
    for (let l = 0; l < depth; l++) {
      let open = alive & working[l], openNext = aliveNext & working[l], hit = 0, hitNext = 0;
      let left = kill[t * depth + l], leftNext = kill[(t + 1) * depth + l];
      while ((open | openNext) !== 0) {
        word = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
        // Digit of p 1: an attack whose digit is 0 is below p. Digit 0: one whose digit is 1 is above. Equal ones stay open.
        mask = left >> 31;
        same = word ^ ~mask;
        hit |= open & ~same & mask;
        open &= same;
        left <<= 1;
        word = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
        mask = leftNext >> 31;
        same = word ^ ~mask;
        hitNext |= openNext & ~same & mask;
        openNext &= same;
        leftNext <<= 1;
        // The second digit, written out: as a loop it takes half as long again.
        word = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
        mask = left >> 31;
        same = word ^ ~mask;
        hit |= open & ~same & mask;
        open &= same;
        left <<= 1;
        word = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + word) | 0;
        mask = leftNext >> 31;
        same = word ^ ~mask;
        hitNext |= openNext & ~same & mask;
        openNext &= same;
        leftNext <<= 1;
      }
      alive &= ~hit;
      aliveNext &= ~hitNext;
    }
    // A sum of two words of leakers: ones, and a carry into the twos.
    let carry = alive & aliveNext;
    const ones = alive ^ aliveNext, over = count0 & ones;
    count0 ^= ones;
    // Both carries have weight two and are never set in the same attack.
    carry |= over;
    same = count1 & carry;
    count1 ^= carry;
    carry = same;
    same = count2 & carry;
    count2 ^= carry;
    carry = same;
    for (let j = 3; carry !== 0; j++) {
      const both = counters[j] & carry;
      counters[j] ^= carry;
      carry = both;
    }
  }
  counters[0] = count0;
  counters[1] = count1;
  counters[2] = count2;
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function readCounters(counters: Int32Array, histogram: Uint32Array): void {
  for (let trial = 0; trial < BLOCK; trial++) {
    let leaked = 0;
    for (let j = 0; j < counters.length; j++) leaked |= ((counters[j] >>> trial) & 1) << j;
    histogram[leaked]++;
  }
}
