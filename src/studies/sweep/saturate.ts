/**
 * Saturation: how large a raid a shield can meet. Leakage is taken at a list of raid sizes, made rising (pool adjacent
 * violators: what falls is noise, and neighbours share it), and read off by straight lines between sizes. The interval of
 * a crossing comes from the upper and lower ends of leakage, read off in the same way.
 */
import type { PointSummary } from './sweep.js';

/** Shares of the raid that get through at which a shield is said to begin to give way, to give way, and to be overrun. */
export const THRESHOLDS = [0.05, 0.2, 0.5] as const;

export interface Crossing {
  readonly leakage: number;
  /** Raid size at which leakage passes the threshold; null when it does not within the sizes tried. */
  readonly size: number | null;
  /** Between these sizes, as far as the simulation error goes; null where an end lies outside the sizes tried. */
  readonly low: number | null;
  readonly high: number | null;
  /** `below`: passed already by the smallest raid tried; `beyond`: not passed by the largest. */
  readonly where: 'within' | 'below' | 'beyond';
}

export interface Saturation {
  /** The varied path, as in raid[0].count. */
  readonly path: string;
  readonly smallest: number;
  readonly largest: number;
  readonly crossings: readonly Crossing[];
}

/** What a curve of leakage over raid sizes needs of a point. */
export type SizePoint = Pick<PointSummary, 'values' | 'runs' | 'leakage'>;

export function findSaturation(path: string, points: readonly SizePoint[]): Saturation {
  const sorted = [...points].sort((a, b) => sizeOf(a, path) - sizeOf(b, path));
  const sizes = sorted.map((point) => sizeOf(point, path)), weights = sorted.map((point) => point.runs);
  const curve = (of: (point: SizePoint) => number): number[] => makeRising(sorted.map(of), weights);
  const mean = curve((point) => point.leakage.mean), low = curve((point) => point.leakage.low), high = curve((point) => point.leakage.high);
  const crossings = THRESHOLDS.map((leakage): Crossing => {
    const size = crossingOf(sizes, mean, leakage);
    return {
      leakage, size: finiteOrNull(size), where: size === -Infinity ? 'below' : size === Infinity ? 'beyond' : 'within',
      // Where more may get through, the threshold is passed by a smaller raid.
      low: finiteOrNull(crossingOf(sizes, high, leakage)), high: finiteOrNull(crossingOf(sizes, low, leakage)),
    };
  });
  return { path, smallest: sizes[0], largest: sizes[sizes.length - 1], crossings };
}

const sizeOf = (point: SizePoint, path: string): number => Number(point.values[path]);
const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The rising sequence nearest to the values, in weighted least squares: runs of falling values take their mean. */
export function makeRising(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { sum: number; weight: number; length: number }[] = [];
  values.forEach((value, i) => {
    let pool = { sum: value * weights[i], weight: weights[i], length: 1 };
    for (let last = pools.at(-1); last !== undefined && last.sum / last.weight >= pool.sum / pool.weight; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, weight: pool.weight + last.weight, length: pool.length + last.length };
    }
    pools.push(pool);
  });
  return pools.flatMap(({ sum, weight, length }) => Array.from({ length }, () => sum / weight));
}

/** Where the curve passes `level`: −Infinity before its first point, Infinity after its last. */
function crossingOf(sizes: readonly number[], curve: readonly number[], level: number): number {
  if (curve[0] > level) return -Infinity;
  for (let i = 1; i < curve.length; i++) {
    if (curve[i] <= level) continue;
    return sizes[i - 1] + ((sizes[i] - sizes[i - 1]) * (level - curve[i - 1])) / (curve[i] - curve[i - 1]);
  }
  return Infinity;
}
