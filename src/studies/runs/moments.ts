/** Running mean of one number a run, with its 95 % interval and variance, in memory that does not grow with runs. */
import { meanInterval } from '../../kernel/statistics/statistics.js';
import type { Interval } from './summary.js';

export interface Moments {
  add(value: number): void;
  interval(): Interval;
  variance(): number;
}

export function createMoments(): Moments {
  let count = 0, sum = 0, squares = 0;
  return {
    add(value) {
      count++;
      sum += value;
      squares += value * value;
    },
    interval() {
      const { mean, low, high } = meanInterval(count, sum, squares);
      return { mean, low, high };
    },
    variance: () => (count < 2 ? 0 : Math.max(0, (squares - (sum * sum) / count) / (count - 1))),
  };
}
