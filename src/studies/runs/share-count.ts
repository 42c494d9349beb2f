/**
 * Shares from 0 to 1, one a run, counted up in bins so that memory does not grow with runs: mean, interval and percentiles.
 * The mean is exact; the interval is that of the bins, which are a two-thousandth wide, moved to the mean.
 */
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import type { Interval } from './summary.js';

const BINS = 2000;

export interface ShareCount {
  add(share: number): void;
  interval(confidence: number): Interval;
  /** Nearest rank, to the bin. */
  percentile(p: number): number;
}

export function createShareCount(): ShareCount {
  const counts = new Float64Array(BINS + 1);
  let total = 0, sum = 0;
  return {
    add(share) {
      counts[Math.round(share * BINS)]++;
      total++;
      sum += share;
    },
    interval(confidence) {
      if (total === 0) return { mean: NaN, low: NaN, high: NaN };
      const values: number[] = [], times: number[] = [];
      for (let bin = 0; bin <= BINS; bin++) {
        if (counts[bin] === 0) continue;
        values.push(bin / BINS);
        times.push(counts[bin]);
      }
      const { mean: binned, low, high } = boundedMeanInterval(values, times, confidence), mean = Math.min(1, Math.max(0, sum / total)), by = mean - binned;
      return { mean, low: Math.min(mean, Math.max(0, low + by)), high: Math.max(mean, Math.min(1, high + by)) };
    },
    percentile(p) {
      const rank = Math.max(1, Math.ceil((p / 100) * total));
      let seen = 0;
      for (let bin = 0; bin <= BINS; bin++) {
        seen += counts[bin];
        if (seen >= rank) return bin / BINS;
      }
      return NaN;
    },
  };
}
