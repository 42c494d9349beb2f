/**
 * Median of a stream in bounded memory: exact up to some thousands of values, to 1/64 s after that. Warning times of an
 * attack spread over a minute or so, hence over some thousand bins, however many runs there are.
 */
import { median } from '../../kernel/statistics/statistics.js';

const MOST_EXACT = 8_192;
const BINS_PER_S = 64;

export interface RunningMedian {
  add(value_s: number): void;
  /** The middle value, Infinity where half of the values or more are; NaN when there are none. */
  median_s(): number;
}

export function createRunningMedian(): RunningMedian {
  let exact: number[] = [];
  const bins = new Map<number, number>();
  let count = 0;
  const bin = (value_s: number): void => {
    const key = value_s === Infinity ? Infinity : Math.round(value_s * BINS_PER_S);
    bins.set(key, (bins.get(key) ?? 0) + 1);
  };
  return {
    add(value_s) {
      count++;
      if (count <= MOST_EXACT) {
        exact.push(value_s);
        return;
      }
      if (exact.length > 0) {
        exact.forEach(bin);
        exact = [];
      }
      bin(value_s);
    },
    median_s() {
      if (count <= MOST_EXACT) return exact.length > 0 ? median(exact) : NaN;
      const keys = [...bins.keys()].sort((a, b) => a - b);
      const valueAt = (rank: number): number => {
        let seen = 0;
        for (const key of keys) {
          seen += bins.get(key) ?? 0;
          if (seen > rank) return key / BINS_PER_S;
        }
        return Infinity;
      };
      return count % 2 === 1 ? valueAt((count - 1) / 2) : (valueAt(count / 2 - 1) + valueAt(count / 2)) / 2;
    },
  };
}
