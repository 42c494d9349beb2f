/**
 * Luck: every draw is a pure function of what it is about, so it does not matter when, where or in what order it is
 * made, and two shields compared at one seed share their luck. Philox 4×32-10 (Salmon, Moraes, Dror and Shaw, "Parallel
 * random numbers: as easy as 1, 2, 3", SC11, 2011); key = (seed, stream), counter = (run, subject, object, draw).
 */
import { cos, log, sin, TAU } from './maths.js';

/** What a draw is for. Numbers are part of the determinism contract: add, never renumber. */
export const STREAM = {
  sighting: 1,
  launchTime: 2,
  variant: 3,
  failure: 4,
  intercept: 5,
  commonMode: 6,
  shell: 7,
  epoch: 8,
  azimuth: 9,
  bootstrap: 10,
  originPlace: 11,
  template: 12,
  measurement: 13,
  hypercube: 14,
  detection: 15,
  cue: 16,
  satelliteLoss: 20,
  warningVariant: 41,
  peacefulLaunch: 42,
  publicAlert: 43,
  assessment: 50,
  launchPrevented: 51,
  nonKinetic: 52,
  commandLoss: 55,
  satelliteUpkeep: 57,
  trackStart: 60,
  trackMotion: 61,
  trackNoise: 62,
  sensorBias: 63,
  discrimination: 64,
} as const;

const PER_2_53 = 1 / 9007199254740992;

/** Philox 4×32-10: scrambles a 128-bit counter under a 64-bit key into four 32-bit words. */
export function philox(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, out: Uint32Array): void {
  // Keys come as unsigned numbers; as signed ones the ten rounds stay in integer registers (three times as fast).
  c0 |= 0;
  c1 |= 0;
  c2 |= 0;
  c3 |= 0;
  k0 |= 0;
  k1 |= 0;
  for (let round = 0; round < 10; round++) {
    const low0 = Math.imul(0xd2511f53, c0);
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low1 = Math.imul(0xcd9e8d57, c2);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** Upper half of an unsigned 32 × 32-bit product, from four 16-bit products; `Math.imul` gives the lower half. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const cross1 = Math.imul(aHigh, bLow) >>> 0;
  const cross2 = Math.imul(aLow, bHigh) >>> 0;
  const carry = (Math.imul(aLow, bLow) >>> 16) + (cross1 & 0xffff) + (cross2 & 0xffff);
  return (Math.imul(aHigh, bHigh) + (cross1 >>> 16) + (cross2 >>> 16) + (carry >>> 16)) | 0;
}

/** The luck of one seed (0 … 2³² − 1). A draw allocates nothing. */
export class Luck {
  readonly seed: number;
  /** Draws made so far: a work count for tests, never an input. */
  draws = 0;
  private readonly words = new Uint32Array(4);

  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new RangeError(`Luck: a seed is a whole number from 0 to 4294967295, was ${seed}`);
    }
    this.seed = seed;
  }

  /** Uniform in [0, 1), 53 bits. Subject and object are entity keys; `draw` counts repeated questions. */
  uniform(stream: number, run: number, subject: number, object: number, draw: number): number {
    this.draws++;
    const words = this.words;
    philox(run, subject, object, draw, this.seed, stream, words);
    return ((words[0] >>> 5) * 67108864 + (words[1] >>> 6)) * PER_2_53;
  }

  /** Standard normal, by Box and Muller; it shares its block with the uniform of the same address, so use one of them. */
  normal(stream: number, run: number, subject: number, object: number, draw: number): number {
    const first = this.uniform(stream, run, subject, object, draw);
    const words = this.words;
    const second = ((words[2] >>> 5) * 67108864 + (words[3] >>> 6)) * PER_2_53;
    // 1 − u lies in (0, 1], so the logarithm is finite.
    return Math.sqrt(-2 * log(1 - first)) * cos(TAU * second);
  }

  /** Two standard normals of one address, to `out` from `at` on: Box and Muller give two for the price of one. */
  normalPair(stream: number, run: number, subject: number, object: number, draw: number, out: Float64Array, at: number): void {
    const first = this.uniform(stream, run, subject, object, draw);
    const words = this.words;
    const angle_rad = TAU * (((words[2] >>> 5) * 67108864 + (words[3] >>> 6)) * PER_2_53), radius = Math.sqrt(-2 * log(1 - first));
    out[at] = radius * cos(angle_rad);
    out[at + 1] = radius * sin(angle_rad);
  }
}
