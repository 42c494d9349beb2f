/**
 * How much of the time a constellation is at its design number: satellites are lost at random at the rate of their mean life, launches
 * come at a steady cadence and bring at most so many, and spares wait in orbit. It starts complete. Memoryless losses (an exponential
 * life) are the plainest assumption; a life that ends for many at once would make worse gaps, and spares ordered ahead would close them.
 * Launches that fail, and production that lags, are not modelled.
 */
import { exp, log } from '../../kernel/maths.js';
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { Luck, STREAM } from '../../kernel/random.js';
import type { Interval } from '../runs/summary.js';

export interface UpkeepPlan {
  /** That must work, and those in orbit beyond. */
  readonly design_count: number;
  readonly spares_count: number;
  readonly life_y: number;
  readonly launchesPerYear: number;
  readonly perLaunch_count: number;
  readonly years: number;
}

export interface Availability {
  /** Share of launch intervals at whose end the design number is there. */
  readonly share: Interval;
  /** In service on average, over the design number. */
  readonly inService: number;
  readonly runs: number;
}

/** Above this mean a Poisson count is drawn as a rounded normal. */
const NORMAL_FROM = 30;

export function availabilityOf({ design_count, spares_count, life_y, launchesPerYear, perLaunch_count, years }: UpkeepPlan, seed: number, runs: number): Availability {
  const luck = new Luck(seed), steps = Math.max(1, Math.round(years * launchesPerYear)), full = design_count + spares_count;
  const lost = 1 - exp(-1 / (launchesPerYear * life_y)), shares = new Float64Array(runs);
  let inService = 0;
  for (let run = 0; run < runs; run++) {
    let there = full, whole = 0;
    for (let step = 0; step < steps; step++) {
      there -= Math.min(there, poisson(luck, there * lost, run, step));
      if (there >= design_count) whole++;
      inService += Math.min(there, design_count);
      there += Math.min(full - there, perLaunch_count);
    }
    shares[run] = whole / steps;
  }
  const { mean, low, high } = boundedMeanInterval(shares, undefined);
  return { share: { mean, low, high }, inService: inService / (runs * steps * Math.max(1, design_count)), runs };
}

function poisson(luck: Luck, mean: number, run: number, step: number): number {
  if (mean <= 0) return 0;
  if (mean > NORMAL_FROM) return Math.max(0, Math.round(mean + Math.sqrt(mean) * luck.normal(STREAM.satelliteUpkeep, run, step, 0, 0)));
  // Products of uniforms (Knuth): their logarithms add up to the mean.
  let sum = 0, count = 0;
  for (;;) {
    sum -= log(1 - luck.uniform(STREAM.satelliteUpkeep, run, step, 1, count));
    if (sum > mean) return count;
    count++;
  }
}
