/**
 * How many are near when only the mean is known: the Poisson distribution of a constellation with random nodes and phases.
 * Sizing by the mean promises too much: with two in range on average, two or more are there only 59.4 % of the time.
 * Source: any textbook on probability. Tails are summed outwards from their largest term, all of one sign, so that rare
 * events keep their digits and means in the thousands do not underflow; factorials above 20 by Stirling's series.
 */
import { exp, log, TAU } from '../../kernel/maths.js';
import { findRoot } from '../../kernel/roots.js';

/** Chance of exactly `count` (a whole number) when `mean` are expected. */
export function poissonProbability(count: number, mean: number): number {
  if (!(mean >= 0)) throw new RangeError(`Poisson: the mean must not be negative, was ${mean}`);
  if (mean === 0) return count === 0 ? 1 : 0;
  return exp(count * log(mean) - mean - logFactorial(count));
}

/** Chance of `count` or more. */
export function atLeastProbability(count: number, mean: number): number {
  if (count <= 0) return 1;
  return mean < count ? upperTail(count, mean) : 1 - lowerTail(count - 1, mean);
}

/** Mean that gives `count` or more with a chance of `probability`: 4.744 for two at 95 %. */
export function meanForAtLeast(count: number, probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`meanForAtLeast: the chance must lie between 0 and 1, was ${probability}`);
  if (count <= 0) return 0;
  let high = count + 4 * Math.sqrt(count) + 4;
  while (atLeastProbability(count, high) < probability) high *= 1.5;
  return findRoot((mean) => atLeastProbability(count, mean) - probability, 0, high, 1e-11 * high);
}

/** P(X ≥ count) for a mean below it: terms fall at once. */
function upperTail(count: number, mean: number): number {
  let term = poissonProbability(count, mean);
  let sum = 0;
  for (let i = count + 1; term > sum * Number.EPSILON; i++) {
    sum += term;
    term *= mean / i;
  }
  return sum;
}

/** P(X ≤ count) for a mean above it: terms fall downwards. */
function lowerTail(count: number, mean: number): number {
  let term = poissonProbability(count, mean);
  let sum = 0;
  for (let i = count; i >= 0 && term > sum * Number.EPSILON; i--) {
    sum += term;
    term *= i / mean;
  }
  return sum;
}

function logFactorial(n: number): number {
  if (n <= 20) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return log(product);
  }
  const inverse = 1 / n;
  return n * log(n) - n + 0.5 * log(TAU * n) + inverse * (1 / 12 - inverse * inverse * (1 / 360 - (inverse * inverse) / 1260));
}
