/**
 * Keeps steps from looking across a level at which the right-hand side has a kink. Before a step, a parabola through
 * the measure's last values tells where it will reach the next level, and the step is cut to end there; a step that
 * crosses all the same is repeated up to the crossing. Ending within a hundredth of the step counts: what is left of
 * the kink's effect falls with the square of that share.
 */
import type { DormandPrinceStep } from './dormand-prince.js';
import { crossingTime, type Measure } from './step-crossing.js';

/** Steps end where `value` passes one of the ascending `levels`. */
export interface Boundary extends Measure {
  readonly levels: ArrayLike<number>;
  /** Level at which the integration ends when `value` falls through it. */
  readonly endsFallingThrough?: number;
}

/** A step that ends this near a level, as a share of its own length, has landed on it. */
export const LANDING_SHARE = 0.01;
/** Share of a step over which the rate of change is measured. */
const RATE_SHARE = 1e-4;

/** One boundary during one integration. */
export class BoundaryWatch {
  hasFallenThroughEnd = false;
  /** Levels at or below the state; an index, because a landing is only nearly on its level. */
  private below = 0;
  private value = 0;
  private rate = 0;
  private curve = 0;
  private hasRate = false;
  private t = 0;

  constructor(
    private readonly boundary: Boundary,
    step: DormandPrinceStep,
  ) {
    this.value = boundary.value(step.t0, step.y0);
    this.t = step.t0;
    while (this.below < boundary.levels.length && boundary.levels[this.below] <= this.value) this.below++;
  }

  /** Called when a step has become the start of the next: follows the measure's rate along the derivative. */
  startStep(step: DormandPrinceStep, probe: Float64Array): void {
    const past = step.t0 - this.t;
    const ahead = past * RATE_SHARE;
    for (let i = 0; i < step.dimension; i++) probe[i] = step.y0[i] + ahead * step.k1[i];
    const value = this.boundary.value(step.t0, step.y0);
    const rate = (this.boundary.value(step.t0 + ahead, probe) - value) / ahead;
    this.curve = this.hasRate ? (rate - this.rate) / past : 0;
    this.value = value;
    this.rate = rate;
    this.t = step.t0;
    this.hasRate = true;
  }

  /** Signed time until the parabola reaches a neighbouring level, if within `h`; else Infinity in its direction. */
  timeToLevel(h: number): number {
    const { boundary, below, value, rate, curve } = this;
    if (!this.hasRate) return h > 0 ? Infinity : -Infinity;
    const goal = value + h * (rate + 0.5 * h * curve);
    const upper = below < boundary.levels.length ? boundary.levels[below] : Infinity;
    const lower = below > 0 ? boundary.levels[below - 1] : -Infinity;
    const level = goal > upper ? upper : goal < lower ? lower : NaN;
    const rise = level - value;
    // The root of rise = rate τ + curve τ²/2 that goes with the present rate, in the form without cancellation.
    const root = Math.sqrt(rate * rate + 2 * curve * rise);
    const time = (2 * rise) / (rate + (rate < 0 ? -root : root));
    return time * h > 0 ? time : h > 0 ? Infinity : -Infinity;
  }

  /** Share of the step at which it leaves its band of levels, or 1. */
  crossingShare(step: DormandPrinceStep, probe: Float64Array): number {
    const level = this.levelPassed(this.boundary.value(step.t1, step.y1));
    if (level !== level) return 1;
    const share = (crossingTime(step, this.boundary, level, probe) - step.t0) / step.h;
    // Starting beyond the level means that the last landing fell short and the motion then turned: nothing to cut.
    return share > 1e-9 ? share : 1;
  }

  /** Whether an accepted step ended on (or beyond) a level; then the band changes. */
  land(step: DormandPrinceStep): boolean {
    const { boundary } = this;
    const value = boundary.value(step.t1, step.y1);
    const slack = LANDING_SHARE * Math.abs(value - this.value);
    if (this.below < boundary.levels.length && value > this.value && value > boundary.levels[this.below] - slack) {
      this.below++;
      return true;
    }
    if (this.below > 0 && value < this.value && value < boundary.levels[this.below - 1] + slack) {
      this.below--;
      this.hasFallenThroughEnd = boundary.levels[this.below] === boundary.endsFallingThrough;
      return true;
    }
    return false;
  }

  private levelPassed(value: number): number {
    const { levels } = this.boundary;
    if (this.below < levels.length && value > levels[this.below]) return levels[this.below];
    if (this.below > 0 && value < levels[this.below - 1]) return levels[this.below - 1];
    return NaN;
  }
}

/** Signed time to the nearest level that any boundary expects within `h`. */
export function nearestLevel(watches: readonly BoundaryWatch[], h: number): number {
  let nearest = h > 0 ? Infinity : -Infinity;
  for (const watch of watches) {
    const time = watch.timeToLevel(h);
    if (Math.abs(time) < Math.abs(nearest)) nearest = time;
  }
  return nearest;
}

/** Smallest share of the step at which any boundary is crossed, or 1. */
export function firstCrossing(watches: readonly BoundaryWatch[], step: DormandPrinceStep, probe: Float64Array): number {
  let first = 1;
  for (const watch of watches) first = Math.min(first, watch.crossingShare(step, probe));
  return first;
}
