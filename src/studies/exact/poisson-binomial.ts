/**
 * Exact distribution of the number that get through, when each does so by itself with a chance of its own: P(X = k) of a
 * Poisson-binomial variable by the recursion over threats (Barlow and Heidtmann, IEEE Trans. Reliability 33, 1984), two
 * threats a pass. Failures that all shots of a layer share are taken out first: one distribution for each combination of
 * layers that work, weighted with its chance.
 */

/** Below this a term is dropped: it keeps the recursion out of denormal numbers, which take a hundred times as long. */
const LEAST_TERM = 1e-280;

/** Writes P(X = k), k = 0 … n, of the sum of n independent yes-or-no variables into `out`, which has n + 1 places. */
export function poissonBinomial(chances: ArrayLike<number>, out: Float64Array): void {
  const n = chances.length;
  out.fill(0);
  out[0] = 1;
  let first = 0, last = 0, i = 0;
  if (n % 2 === 1) {
    out[0] = 1 - chances[0];
    out[1] = chances[0];
    last = i = 1;
  }
  for (; i < n; i += 2) {
    addPair(out, first, last, chances[i], chances[i + 1]);
    last += 2;
    while (first < last && out[first] < LEAST_TERM) out[first++] = 0;
    while (last > first && out[last] < LEAST_TERM) out[last--] = 0;
  }
}

/** Two more variables: their sum is 0, 1 or 2. Terms outside `first` … `last` are zero. */
function addPair(out: Float64Array, first: number, last: number, a: number, b: number): void {
  const none = (1 - a) * (1 - b), one = a * (1 - b) + b * (1 - a), both = a * b;
  let here = 0, before = 0, beforeThat = out[last];
  for (let k = last + 2; k >= first + 2; k--) {
    out[k] = here * none + before * one + beforeThat * both;
    here = before;
    before = beforeThat;
    beforeThat = k - 3 >= first ? out[k - 3] : 0;
  }
  out[first + 1] = here * none + before * one;
  out[first] = before * none;
}

/** A raid against layers whose shots are fixed beforehand. */
export interface LayeredRaid {
  readonly layers: readonly LayerOdds[];
}

export interface LayerOdds {
  /** Chance that the cause of failure shared by all shots of the layer does not strike. */
  readonly works_prob: number;
  /** For each threat, the chance that the layer kills it, given that it works and gets to see it. */
  readonly kill_prob: Float64Array;
}

/** P(k leakers), k = 0 … threats, over all combinations of layers that work. */
export function layeredLeakers({ layers }: LayeredRaid): Float64Array {
  const threats_count = layers.length > 0 ? layers[0].kill_prob.length : 0;
  const total = new Float64Array(threats_count + 1), one = new Float64Array(threats_count + 1), leak = new Float64Array(threats_count);
  for (let pattern = 0; pattern < 1 << layers.length; pattern++) {
    const weight = layers.reduce((product, { works_prob }, l) => product * (((pattern >> l) & 1) === 1 ? works_prob : 1 - works_prob), 1);
    if (weight === 0) continue;
    leakChances({ layers }, pattern, leak);
    poissonBinomial(leak, one);
    for (let k = 0; k <= threats_count; k++) total[k] += weight * one[k];
  }
  return total;
}

/** Writes each threat's chance to get through when just the layers work whose bits are set in `pattern`. */
export function leakChances({ layers }: LayeredRaid, pattern: number, out: Float64Array): void {
  out.fill(1);
  layers.forEach(({ kill_prob }, l) => {
    if (((pattern >> l) & 1) === 1) for (let t = 0; t < out.length; t++) out[t] *= 1 - kill_prob[t];
  });
}

export interface Moments {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Mean and standard deviation of a distribution over 0, 1, 2 …; `weights` need not add up to one. */
export function momentsOf(weights: ArrayLike<number>): Moments {
  let total = 0, sum = 0;
  for (let k = 0; k < weights.length; k++) {
    total += weights[k];
    sum += k * weights[k];
  }
  const mean = sum / total;
  let squares = 0;
  for (let k = 0; k < weights.length; k++) squares += weights[k] * (k - mean) * (k - mean);
  return { mean, standardDeviation: Math.sqrt(squares / total) };
}
