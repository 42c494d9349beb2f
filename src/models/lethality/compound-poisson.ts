/**
 * How many interceptors work when carriers come at random and each brings several that may fail: carriers in reach are Poisson,
 * each of their interceptors works by itself, so the number that works is compound Poisson.
 * Source: Panjer, Recursive evaluation of a family of compound distributions, ASTIN Bulletin 12 (1981), for Poisson counts:
 * s·P(s) = λ Σ j f(j) P(s − j). Terms are scaled as they grow, so that means in the thousands do not underflow.
 */
import { exp, log } from '../../kernel/maths.js';
import { findRoot } from '../../kernel/roots.js';
import { atLeastProbability, meanForAtLeast } from './poisson.js';

/** What each carrier brings. */
export interface Carried {
  readonly perSatellite_count: number;
  /** Chance that an interceptor works when called. */
  readonly works_prob: number;
}

/** Terms beyond it are scaled down; far from the largest number, so that a step cannot overflow. */
const LARGE = 1e200;

/** Chance of `wanted` or more that work when `carriers_mean` carriers are expected. */
export function atLeastWork_prob(wanted: number, carriers_mean: number, { perSatellite_count: m, works_prob }: Carried): number {
  if (wanted <= 0) return 1;
  if (m === 1) return atLeastProbability(wanted, carriers_mean * works_prob);
  if (works_prob >= 1) return atLeastProbability(Math.ceil(wanted / m), carriers_mean);
  if (!(carriers_mean > 0)) return 0;
  const each = workingOf(m, works_prob), terms = new Float64Array(wanted);
  // All terms are in units of exp(scale).
  let scale = -carriers_mean * (1 - each[0]), sum = 1;
  terms[0] = 1;
  for (let s = 1; s < wanted; s++) {
    let term = 0;
    for (let j = 1; j <= Math.min(m, s); j++) term += j * each[j] * terms[s - j];
    terms[s] = (carriers_mean / s) * term;
    sum += terms[s];
    if (terms[s] < LARGE && sum < LARGE) continue;
    for (let back = Math.max(0, s - m); back <= s; back++) terms[back] /= LARGE;
    sum /= LARGE;
    scale += log(LARGE);
  }
  return Math.min(1, Math.max(0, 1 - exp(scale + log(sum))));
}

/** Expected carriers with which `wanted` or more work with a chance of `probability`. */
export function carriersForAtLeast(wanted: number, probability: number, carried: Carried): number {
  if (carried.perSatellite_count === 1) return meanForAtLeast(wanted, probability) / carried.works_prob;
  if (carried.works_prob >= 1) return meanForAtLeast(Math.ceil(wanted / carried.perSatellite_count), probability);
  let high = (meanForAtLeast(wanted, probability) + 1) / carried.works_prob;
  while (atLeastWork_prob(wanted, high, carried) < probability) high *= 1.5;
  return findRoot((mean) => atLeastWork_prob(wanted, mean, carried) - probability, 0, high, 1e-11 * high);
}

/** P(j of m work), j = 0 … m. */
function workingOf(m: number, works_prob: number): Float64Array {
  const each = new Float64Array(m + 1);
  each[0] = 1;
  for (let i = 0; i < m; i++) {
    for (let j = i + 1; j > 0; j--) each[j] = each[j] * (1 - works_prob) + each[j - 1] * works_prob;
    each[0] *= 1 - works_prob;
  }
  return each;
}
