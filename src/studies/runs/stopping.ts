/**
 * When a study has seen enough. The width of the interval is judged only on whole prefixes in run order, at numbers of
 * runs fixed beforehand, and the chance of being wrong is shared out over all looks (Bonferroni): the intervals of all
 * looks hold together with 95 %, so it does not matter at which one the study stops, or why.
 */
import type { Interval } from './summary.js';

/** Chance of being wrong that an interval may have, over all looks together. */
const ERROR = 0.05;
const FIRST_LOOK = 200;

/** Numbers of runs at which the width is judged: doubling from the first look to the most allowed. */
export function checkpoints(runs: number): number[] {
  const looks: number[] = [];
  for (let look = FIRST_LOOK; look < runs; look *= 2) looks.push(look);
  looks.push(runs);
  return looks;
}

export interface StoppingRule {
  /** Numbers of runs at which to look; the last one ends the study in any case. */
  readonly looks: readonly number[];
  /** Confidence of the interval at each look, so that all of them together hold with 95 %. */
  readonly confidence: number;
  isEnough(interval: Pick<Interval, 'low' | 'high'>): boolean;
}

/** `width`: full width of the interval at which to stop; without it there is one look, at the end. */
export function stoppingRule(runs: number, width?: number): StoppingRule {
  const looks = width === undefined ? [runs] : checkpoints(runs);
  return {
    looks,
    confidence: 1 - ERROR / looks.length,
    isEnough: ({ low, high }) => width !== undefined && high - low <= width,
  };
}
