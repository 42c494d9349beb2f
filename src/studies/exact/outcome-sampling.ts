/**
 * Sampled leakers of a raid against layers, 32 attacks at a time: bit i of a word is attack i. First it is drawn which
 * layers work in each attack; attacks in which the same layers work are then taken together, because in all of them a
 * threat has the same chance to get through them all, so that one question a threat is enough. "Is a random number below
 * p" is asked of 32 attacks at once, one binary digit of p a step (von Neumann's comparison), and ends as soon as every
 * attack is decided, after seven digits or so.
 * Every combination of working layers has a generator of its own, seeded by Philox under (seed, combination).
 * Generator: sfc32 (C. Doty-Humphrey, PractRand), 128 bits of state.
 */
import { philox, STREAM } from '../../kernel/random.js';
import { leakChances } from './poisson-binomial.js';
import type { LayeredRaid } from './poisson-binomial.js';

const BLOCK = 32;
/** Digits of p that are compared; leaves an error of 2⁻³² at most. */
const DIGITS = 4_294_967_296;

/** How many of `trials` attacks ended with k leakers, k = 0 … threats. */
export function sampleLeakers(raid: LayeredRaid, trials: number, seed: number): Uint32Array {
  const threats_count = raid.layers.length > 0 ? raid.layers[0].kill_prob.length : 0;
  const histogram = new Uint32Array(threats_count + 1), state = new Int32Array(4);
  const leak = new Float64Array(threats_count);
  // One more place, never drawn from, where the last pair would be half empty.
  const digits = new Int32Array(threats_count + 1);
  const counters = new Int32Array(Math.max(3, 32 - Math.clz32(threats_count)));
  const attacks = attacksByPattern(raid, trials, seed, state);
  for (let pattern = 0; pattern < attacks.length; pattern++) {
    if (attacks[pattern] === 0) continue;
    leakChances(raid, pattern, leak);
    let drawn = 0, certain = 0;
    for (let t = 0; t < threats_count; t++) {
      if (leak[t] >= 1) certain++;
      else digits[drawn++] = digitsOf(leak[t]);
    }
    digits[drawn] = 0;
    seedState(state, seed, pattern + 1);
    for (let left = attacks[pattern]; left > 0; left -= BLOCK) {
      drawBlock(digits, drawn, state, counters);
      readCounters(counters, Math.min(left, BLOCK), certain, histogram);
    }
  }
  return histogram;
}

/** In how many attacks just the layers whose bits are set in the index work. */
function attacksByPattern({ layers }: LayeredRaid, trials: number, seed: number, state: Int32Array): Uint32Array {
  const attacks = new Uint32Array(1 << layers.length), working = new Int32Array(layers.length);
  seedState(state, seed, 0);
  for (let first = 0; first < trials; first += BLOCK) {
    layers.forEach(({ works_prob }, l) => (working[l] = works_prob >= 1 ? -1 : bernoulli32(state, digitsOf(works_prob))));
    for (let trial = 0; trial < Math.min(BLOCK, trials - first); trial++) {
      let pattern = 0;
      for (let l = 0; l < working.length; l++) pattern |= ((working[l] >>> trial) & 1) << l;
      attacks[pattern]++;
    }
  }
  return attacks;
}

/** First 32 binary digits of a chance below one. */
const digitsOf = (chance: number): number => Math.floor(chance * DIGITS) | 0;

function seedState(state: Int32Array, seed: number, stream: number): void {
  const words = new Uint32Array(4);
  philox(stream, 0, 0, 0, seed, STREAM.intercept, words);
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
 * Numbers of leakers of 32 attacks, as binary digits: word j of `counters` holds digit j of each. Two threats side by
 * side: fewer branches that the processor guesses wrong. The generator and the lowest counters live in local variables;
 * in memory they take twice as long.
 */
function drawBlock(digits: Int32Array, threats_count: number, state: Int32Array, counters: Int32Array): void {
  let a = state[0], b = state[1], c = state[2], d = state[3];
  let count0 = 0, count1 = 0, count2 = 0, word = 0, mask = 0, same = 0;
  counters.fill(0);
  for (let t = 0; t < threats_count; t += 2) {
    let left = digits[t], leftNext = digits[t + 1], leaked = 0, leakedNext = 0;
    let open = left === 0 ? 0 : -1, openNext = leftNext === 0 ? 0 : -1;
    while ((open | openNext) !== 0) {
      word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      // Digit of p 1: an attack whose digit is 0 is below p. Digit 0: one whose digit is 1 is above. Equal ones stay open.
      mask = left >> 31;
      same = word ^ ~mask;
      leaked |= open & ~same & mask;
      open &= same;
      left <<= 1;
      word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      mask = leftNext >> 31;
      same = word ^ ~mask;
      leakedNext |= openNext & ~same & mask;
      openNext &= same;
      leftNext <<= 1;
    }
    // A sum of two words: ones, and two carries into the twos that are never set in the same attack.
    const ones = leaked ^ leakedNext;
    let carry = (leaked & leakedNext) | (count0 & ones);
    count0 ^= ones;
    same = count1 & carry;
    count1 ^= carry;
    carry = same;
    same = count2 & carry;
    count2 ^= carry;
    carry = same;
    for (let j = 3; carry !== 0; j++) {
      same = counters[j] & carry;
      counters[j] ^= carry;
      carry = same;
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

function readCounters(counters: Int32Array, trials: number, certain: number, histogram: Uint32Array): void {
  for (let trial = 0; trial < trials; trial++) {
    let leaked = 0;
    for (let j = 0; j < counters.length; j++) leaked |= ((counters[j] >>> trial) & 1) << j;
    histogram[leaked + certain]++;
  }
}
