/**
 * Interval of the mean of a quantity that cannot leave 0 to 1, from independent runs, whatever its distribution: two
 * humps from a shared failure, a rare disaster that has not struck yet, or no scatter at all.
 * Upper end (N. Gaffke, Three test statistics for a nonparametric one-sided hypothesis on the mean of a nonnegative
 * variable, Math. Methods of Statistics 14, 2005): one more observation is put at 1 and all observations get random
 * shares from a flat Dirichlet distribution; the end is the quantile of their mean. The lower end mirrors it. For yes or
 * no this is the Clopper-Pearson interval; for ever more runs it becomes Student's. The quantile comes from the saddlepoint
 * form r* (Barndorff-Nielsen) of a weighted sum of gamma variables.
 */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { log, pow } from '../maths.js';
import type { MeanInterval } from './statistics.js';

/** So many degrees of freedom that Student's t is the normal distribution to the last digits. */
const NORMAL_FREEDOM = 1e12;
const STEPS = 60;

/** `values[i]`, from 0 to 1, was seen `counts[i]` times; each once when `counts` is left out. NaN when nothing was seen. */
export function boundedMeanInterval(values: ArrayLike<number>, counts: ArrayLike<number> | undefined, confidence = 0.95): MeanInterval {
  let total = 0, sum = 0, least = Infinity, most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : counts[i];
    if (count === 0) continue;
    if (!(values[i] >= 0 && values[i] <= 1)) throw new RangeError(`boundedMeanInterval: values lie from 0 to 1, one was ${values[i]}`);
    total += count;
    sum += count * values[i];
    if (values[i] < least) least = values[i];
    if (values[i] > most) most = values[i];
  }
  if (total === 0) return { mean: NaN, low: NaN, high: NaN };
  const tail = (1 - confidence) / 2;
  // A sum of equal values may be a last digit off; the mean lies between the values all the same.
  const mean = Math.min(Math.max(sum / total, least), most);
  if (least === most) {
    // The added observation alone is left: its share is the smallest of `total` + 1.
    const share = 1 - pow(tail, 1 / total);
    return { mean, low: mean - mean * share, high: mean + (1 - mean) * share };
  }
  const score = tQuantile(1 - tail, NORMAL_FREEDOM);
  const sample: Sample = { values, counts, total, sum };
  return { mean, low: 1 - upperEnd(sample, true, score), high: upperEnd(sample, false, score) };
}

interface Sample {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number> | undefined;
  readonly total: number;
  readonly sum: number;
}

/** The upper end for the values, or for one minus the values when `isMirrored`. */
function upperEnd(sample: Sample, isMirrored: boolean, score: number): number {
  const sum = isMirrored ? sample.total - sample.sum : sample.sum;
  let low = (sum + 1) / (sample.total + 1), high = 1;
  for (let step = 0; step < STEPS && high - low > 1e-15; step++) {
    const middle = (low + high) / 2;
    if (signedRoot(sample, isMirrored, middle) < score) low = middle;
    else high = middle;
  }
  return high;
}

/** How many standard normal units the mean of the random shares must rise to reach `level`; grows with `level`. */
function signedRoot(sample: Sample, isMirrored: boolean, level: number): number {
  if (level >= 1) return Infinity;
  const t = saddlepoint(sample, isMirrored, level);
  const { values, counts } = sample;
  const ofAdded = 1 - t * (1 - level);
  let logs = log(ofAdded), curvature = square((1 - level) / ofAdded);
  for (let i = 0; i < values.length; i++) {
    const count = counts === undefined ? 1 : counts[i];
    if (count === 0) continue;
    const above = (isMirrored ? 1 - values[i] : values[i]) - level, factor = 1 - t * above;
    logs += count * log(factor);
    curvature += count * square(above / factor);
  }
  const w = Math.sqrt(Math.max(0, 2 * logs)), u = t * Math.sqrt(curvature);
  // Near the middle of the distribution the correction is a quotient of tiny numbers; no end lies there.
  return w < 0.1 || u <= 0 ? w : w + log(u / w) / w;
}

/** Where Σ nᵢ(vᵢ − level)/(1 − t(vᵢ − level)) passes zero, between 0 and 1/(1 − level). Newton, kept inside by halving. */
function saddlepoint({ values, counts }: Sample, isMirrored: boolean, level: number): number {
  let low = 0, high = 1 / (1 - level), t = high / 2;
  for (let step = 0; step < STEPS; step++) {
    const added = (1 - level) / (1 - t * (1 - level));
    let slope = added, rise = square(added);
    for (let i = 0; i < values.length; i++) {
      const count = counts === undefined ? 1 : counts[i];
      const above = (isMirrored ? 1 - values[i] : values[i]) - level, ratio = above / (1 - t * above);
      slope += count * ratio;
      rise += count * ratio * ratio;
    }
    if (slope < 0) low = t;
    else high = t;
    const next = t - slope / rise;
    const guess = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(guess - t) <= 1e-14 * guess) return guess;
    t = guess;
  }
  return t;
}

const square = (x: number): number => x * x;
