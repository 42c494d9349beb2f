/**
 * How many satellites of a constellation can meet a missile, look after look over hours: mean, fewest, percentiles, curve.
 * A look is one moment of launch; every flight of the class is counted at each.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { TAU } from '../../kernel/maths.js';
import { Luck } from '../../kernel/random.js';
import { planeNode_rad, planePhase_rad, shellMotion, type WalkerShell } from '../../models/constellation/walker.js';
import { contains, countPlane, type MeetingSet, type Orbits } from './meeting-set.js';

/** Satellites with nodes and phases at random, always the same for one seed. */
export interface RandomShell extends Orbits {
  readonly count: number;
  readonly seed: number;
}

export type Constellation = { readonly kind: 'walker'; readonly shell: WalkerShell } | { readonly kind: 'random'; readonly shell: RandomShell };

export interface Watch {
  readonly duration_s: number;
  readonly step_s: number;
}

/** The set of one flight, and the age at which its frame is Earth-fixed. */
export interface FlightSet {
  readonly set: MeetingSet;
  readonly age_s: number;
}

export interface InReach {
  readonly mean: number;
  readonly min: number;
  readonly p5: number;
  readonly median: number;
  readonly max: number;
}

export function looksOf({ duration_s, step_s }: Watch): number {
  return Math.max(1, Math.floor(duration_s / step_s));
}

/** Counts by look and flight: look after look, all flights of a look in turn. */
export function countLooks(flights: readonly FlightSet[], constellation: Constellation, watch: Watch): Int32Array {
  const looks = looksOf(watch), counts = new Int32Array(looks * flights.length);
  const countAt = constellation.kind === 'walker' ? walkerCounter(constellation.shell) : randomCounter(constellation.shell);
  for (let look = 0; look < looks; look++) {
    for (const [f, { set, age_s }] of flights.entries()) counts[look * flights.length + f] = countAt(set, look * watch.step_s + age_s);
  }
  return counts;
}

type CountAt = (set: MeetingSet, t_s: number) => number;

function walkerCounter(shell: WalkerShell): CountAt {
  const motion = shellMotion(shell), slot_rad = TAU / shell.perPlane_count;
  return (set, t_s) => {
    const node_rad = (motion.nodeRate_radps - EARTH_RATE_RADPS) * t_s, phase_rad = motion.latitudeRate_radps * t_s;
    let count = 0;
    for (let plane = 0; plane < shell.planes_count; plane++) count += countPlane(set, planeNode_rad(shell, node_rad, plane), planePhase_rad(shell, phase_rad, plane), slot_rad);
    return count;
  };
}

/** Stream of luck for places in orbit; keyed by satellite, so a larger shell of a seed holds the smaller one. */
const PLACE_STREAM = 41;

function randomCounter(shell: RandomShell): CountAt {
  const motion = shellMotion({ ...shell, planes_count: 1, perPlane_count: 1, phasing: 0 }), luck = new Luck(shell.seed);
  const node = Float64Array.from({ length: shell.count }, (_, i) => TAU * luck.uniform(PLACE_STREAM, 0, i, 0, 0));
  const phase = Float64Array.from({ length: shell.count }, (_, i) => TAU * luck.uniform(PLACE_STREAM, 0, i, 0, 1));
  return (set, t_s) => {
    const turned_rad = (motion.nodeRate_radps - EARTH_RATE_RADPS) * t_s, gone_rad = motion.latitudeRate_radps * t_s;
    let count = 0;
    for (let i = 0; i < shell.count; i++) if (contains(set, node[i] + turned_rad, phase[i] + gone_rad)) count++;
    return count;
  };
}

export function summarizeCounts(counts: Int32Array): InReach {
  const sorted = counts.slice().sort();
  let sum = 0;
  for (const count of sorted) sum += count;
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { mean: sum / sorted.length, min: sorted[0], p5: at(0.05), median: at(0.5), max: sorted[sorted.length - 1] };
}

/** Share of looks with `k` or more. */
export function shareWith(counts: Int32Array, k: number): number {
  let enough = 0;
  for (const count of counts) if (count >= k) enough++;
  return enough / counts.length;
}

/** Of each look, the mean over its flights. */
export function curveOf(counts: Int32Array, flights_count: number, step_s: number): { readonly t_s: number; readonly count: number }[] {
  return Array.from({ length: counts.length / flights_count }, (_, look) => {
    let sum = 0;
    for (let f = 0; f < flights_count; f++) sum += counts[look * flights_count + f];
    return { t_s: look * step_s, count: sum / flights_count };
  });
}

export const satellitesOf = (constellation: Constellation): number => (constellation.kind === 'random' ? constellation.shell.count : constellation.shell.planes_count * constellation.shell.perPlane_count);
