/**
 * How sure a figure is. The run is the unit: an interval says where the mean over ever more runs would lie, never how
 * single attacks scatter (that is what percentiles say).
 * Student's t for means; Clopper and Pearson (Biometrika 26, 1934) for yes-or-no per run, two-sided, never too narrow.
 */
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Two-sided interval of a mean from sums over independent runs. With one run nothing is known about the scatter and
 * the ends are infinite; with none everything is NaN.
 */
export function meanInterval(count: number, sum: number, sumOfSquares: number, confidence = 0.95): MeanInterval {
  const mean = sum / count;
  if (count < 2) return { mean, low: count === 1 ? -Infinity : NaN, high: count === 1 ? Infinity : NaN };
  // Rounding can leave a tiny negative variance when all values agree.
  const variance = Math.max(0, (sumOfSquares - sum * mean) / (count - 1));
  const half = variance === 0 ? 0 : tQuantile(0.5 + confidence / 2, count - 1) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Clopper-Pearson interval of a probability, two-sided: each end leaves out (1 − confidence)/2. None in 2,000 at 95 %
 * gives an upper end of 1 − 0.025^(1/2000), that is 1 in 543.
 */
export function clopperPearson(successes: number, trials: number, confidence = 0.95): Interval {
  if (!(trials >= 1) || !(successes >= 0) || successes > trials) {
    throw new RangeError(`clopperPearson: ${successes} of ${trials} is not a count of trials`);
  }
  const tail = (1 - confidence) / 2;
  const low = successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1);
  const high = successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes);
  return { low, high };
}

/**
 * Percentile of ascending values by nearest rank: always one of the values, so that a percentile of missiles is a
 * number of missiles. `p` in percent, 0 … 100; NaN when there are none.
 */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const rank = Math.ceil((p / 100) * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1];
}

/** Middle value, or the mean of the two in the middle; NaN when there are none. The values may come in any order. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
