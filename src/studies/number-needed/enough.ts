/** How often carriers that can meet a missile have enough interceptors that work. */
import { poissonBinomial } from '../exact/poisson-binomial.js';
import { carriedOf, type MoreWanted, type Wanted } from './method.js';

/** Chance that of `called` interceptors at least `wanted` work. */
export function enoughWork(called: number, wanted: number, works_prob: number): number {
  if (called < wanted) return 0;
  if (works_prob >= 1) return 1;
  const working = new Float64Array(called + 1);
  poissonBinomial(new Float64Array(called).fill(works_prob), working);
  let sum = 0;
  for (let number = called; number >= wanted; number--) sum += working[number];
  return Math.min(1, sum);
}

/** Over counts of satellites that can meet: how often all shots that are wanted can be had. */
export function shareEnough(counts: Int32Array, wanted: Wanted & MoreWanted): number {
  const { perSatellite_count, works_prob } = carriedOf(wanted), shots = wanted.salvo * wanted.shots, chances: number[] = [];
  let sum = 0;
  for (const count of counts) sum += chances[count] ??= enoughWork(count * perSatellite_count, shots, works_prob);
  return sum / counts.length;
}
