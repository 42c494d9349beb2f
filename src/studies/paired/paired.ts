/**
 * Two plans at the same luck, run by run: the runs are pairs, and what counts is the difference within each pair.
 * Common random numbers; Student's t on the paired differences (Law and Kelton, Simulation Modeling and Analysis, 5th ed., §10.2, §11.2).
 */
import { createMoments } from '../runs/moments.js';
import type { Interval } from '../runs/summary.js';

export interface PairedDifference extends Interval {
  /** Variance of the difference had both been run with luck of their own, over what it was; null when all pairs differ alike. */
  readonly varianceRatio: number | null;
}

/** Mean of a[i]·scaleA − b[i]·scaleB with its 95 % interval. */
export function pairedDifference(a: ArrayLike<number>, b: ArrayLike<number>, scaleA = 1, scaleB = scaleA): PairedDifference {
  if (a.length !== b.length) throw new RangeError(`pairedDifference: ${a.length} runs against ${b.length}`);
  const first = createMoments(), second = createMoments(), between = createMoments();
  for (let run = 0; run < a.length; run++) {
    first.add(a[run] * scaleA);
    second.add(b[run] * scaleB);
    between.add(a[run] * scaleA - b[run] * scaleB);
  }
  const { mean, low, high } = between.interval();
  // Differences that are all alike leave rounding only.
  const variance = between.variance(), unpaired = first.variance() + second.variance();
  return { mean, low, high, varianceRatio: variance > 1e-12 * unpaired ? unpaired / variance : null };
}
