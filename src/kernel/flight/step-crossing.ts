/**
 * When a quantity passes a level within a step, found on the step's interpolant by the Illinois variant of false
 * position (Dowell and Jarratt, BIT 11, 1971), held inside its bracket by bisection.
 */
import type { DormandPrinceStep } from './dormand-prince.js';

/** A quantity of the state whose passing of a level matters. */
export interface Measure {
  value(t: number, y: Float64Array): number;
}

/** Something that happens when `value` changes sign: falling (−1), rising (1) or either (0). */
export interface IntegrationEvent extends Measure {
  readonly direction: -1 | 0 | 1;
  readonly isTerminal: boolean;
  /** Called at every crossing, with the state there (valid during the call). */
  readonly onCrossing?: (t: number, y: Float64Array) => void;
}

const MAX_ITERATIONS = 60;

/** One event during one integration. An integration that starts on the event has not crossed it. */
export class EventWatch {
  private before: number;

  constructor(
    private readonly event: IntegrationEvent,
    step: DormandPrinceStep,
  ) {
    this.before = event.value(step.t0, step.y0);
  }

  /** Time of the crossing within an accepted step, or NaN. A value that crosses twice within one step is not seen. */
  crossing(step: DormandPrinceStep, probe: Float64Array): number {
    const { event, before } = this;
    const after = event.value(step.t1, step.y1);
    this.before = after;
    if (before === 0 || before * after > 0 || before === after) return NaN;
    if (event.direction * (after - before) < 0) return NaN;
    return crossingTime(step, event, 0, probe);
  }
}

/**
 * Time in the step at which the measure equals `level`; the step's start when it already lies beyond the level there.
 * `probe` is scratch of the step's dimension. Good to 1e-13 of the step.
 */
export function crossingTime(step: DormandPrinceStep, measure: Measure, level: number, probe: Float64Array): number {
  let t0 = step.t0;
  let t1 = step.t1;
  let f0 = measure.value(t0, step.y0) - level;
  let f1 = measure.value(t1, step.y1) - level;
  if (f0 === 0 || f0 * f1 > 0) return t0;
  const tolerance = 1e-13 * Math.abs(step.h);
  let side = 0;
  for (let iteration = 0; iteration < MAX_ITERATIONS && Math.abs(t1 - t0) > tolerance; iteration++) {
    let t = t1 - (f1 * (t1 - t0)) / (f1 - f0);
    if (!(t > Math.min(t0, t1) && t < Math.max(t0, t1))) t = 0.5 * (t0 + t1);
    step.evaluate(t, probe);
    const f = measure.value(t, probe) - level;
    if (f === 0 || Math.abs(t - t1) <= tolerance) return t;
    if (f * f1 > 0) {
      t1 = t;
      f1 = f;
      if (side === 1) f0 *= 0.5;
      side = 1;
    } else {
      t0 = t1;
      f0 = f1;
      t1 = t;
      f1 = f;
      side = 0;
    }
  }
  return t1;
}
