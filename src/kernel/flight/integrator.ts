/**
 * Integration of ordinary differential equations: Dormand-Prince 5(4), proportional-integral step control, events found
 * on the interpolant, and steps that end where the right-hand side has a kink (levels of a boundary, given times), so
 * that no step looks across one. Allocates nothing per step: `createIntegrator` owns all scratch.
 * Control after Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, 2nd edition, sections II.4 and IV.2.
 */
import { type Dynamics, DormandPrinceStep, STAGES_PER_ATTEMPT } from './dormand-prince.js';
import { pow } from '../maths.js';
import { type Boundary, BoundaryWatch, firstCrossing, LANDING_SHARE, nearestLevel } from './step-boundary.js';
import { EventWatch, type IntegrationEvent } from './step-crossing.js';

export type { Dynamics } from './dormand-prince.js';
export type { Boundary } from './step-boundary.js';
export type { IntegrationEvent, Measure } from './step-crossing.js';

/** The step just taken; `evaluate` interpolates between its ends. Valid during `onStep`. */
export interface StepView {
  readonly t0: number;
  readonly t1: number;
  readonly y1: Float64Array;
  evaluate(t: number, out: Float64Array | number[]): void;
}

export interface Problem {
  readonly dynamics: Dynamics;
  readonly t0: number;
  /** May lie before `t0`: then the integration runs backwards. */
  readonly t1: number;
  readonly y0: ArrayLike<number>;
  readonly relativeTolerance: number;
  readonly absoluteTolerance: number | ArrayLike<number>;
  readonly events?: readonly IntegrationEvent[];
  readonly boundaries?: readonly Boundary[];
  /** Times between t0 and t1, in order of travel, where the right-hand side may jump and a step must end. */
  readonly stops?: readonly number[];
  readonly firstStep?: number;
  readonly maxSteps?: number;
  readonly onStep?: (step: StepView) => void;
}

export interface Solution {
  readonly status: 'end' | 'event' | 'boundary' | 'failed';
  /** Index of the terminal event, or −1. */
  readonly event: number;
  readonly reason: '' | 'too many steps' | 'step too small' | 'not a number';
  readonly t: number;
  readonly y: Float64Array;
  readonly rightHandSides: number;
  readonly steps: number;
  readonly rejected: number;
  /** A good first step for going on from here. */
  readonly nextStep: number;
}

export interface Integrator {
  integrate(problem: Problem): Solution;
}

export function createIntegrator(dimension: number): Integrator {
  return new Control(dimension);
}

const MAX_STEPS = 20_000;
const SAFETY = 0.9;
/** Errors below 1e-4 are remembered as 1e-4. */
const SMALLEST_MEMORY = rootOf32(1e-4);
const SHRINK_LIMIT = 0.2;
const GROWTH_LIMIT = 10;
/** A trial whose error is beyond this cannot be trusted to say where a boundary is passed. */
const TRUSTED_ERROR = 1e3;
/** Smallest step, relative to the time reached. */
const SMALLEST = 4e-15;

class Control implements Integrator {
  private readonly step: DormandPrinceStep;
  private readonly absolute: Float64Array;
  private readonly probe: Float64Array;

  constructor(private readonly dimension: number) {
    this.step = new DormandPrinceStep(dimension);
    this.absolute = new Float64Array(dimension);
    this.probe = new Float64Array(dimension);
  }

  integrate(problem: Problem): Solution {
    const { dynamics, t1, relativeTolerance, onStep } = problem;
    const events = problem.events ?? [];
    const boundaries = problem.boundaries ?? [];
    const stops = problem.stops ?? [];
    const maxSteps = problem.maxSteps ?? MAX_STEPS;
    const { step, absolute } = this;
    const direction = t1 >= problem.t0 ? 1 : -1;
    this.begin(problem);
    let rightHandSides = 1;
    let h = problem.firstStep ?? 0;
    if (!(h > 0)) {
      h = this.guessFirstStep(problem, direction);
      rightHandSides++;
    }
    const eventWatches = events.map((event) => new EventWatch(event, step));
    const watches = boundaries.map((boundary) => new BoundaryWatch(boundary, step));

    let stop = 0;
    let steps = 0;
    let rejected = 0;
    let memory = SMALLEST_MEMORY;
    let wasRejected = false;
    /** Step to go on with after one that was cut short to end on a level. */
    let resumeStep = 0;

    const finish = (status: Solution['status'], event: number, reason: Solution['reason'], t: number, y: Float64Array): Solution => ({
      status, event, reason, t, y: new Float64Array(y), rightHandSides, steps, rejected, nextStep: Math.max(h, resumeStep),
    });

    while (direction * (t1 - step.t0) > 0) {
      if (steps + rejected >= maxSteps) return finish('failed', -1, 'too many steps', step.t0, step.y0);
      const end = stop < stops.length ? stops[stop] : t1;
      const room = direction * (end - step.t0);
      // Stretching to the end by up to 1 % avoids a splinter of a last step.
      let isLast = h * 1.01 >= room;
      let size = isLast ? room : h;
      if (boundaries.length > 0) {
        const reach = nearestLevel(watches, direction * size) * direction;
        if (reach < size) {
          resumeStep = Math.max(resumeStep, h);
          size = Math.max(reach, 1e-3 * size);
          isLast = false;
        }
      }
      if (!(size > SMALLEST * Math.abs(step.t0))) return finish('failed', -1, 'step too small', step.t0, step.y0);
      step.attempt(dynamics, direction * size);
      rightHandSides += STAGES_PER_ATTEMPT;
      const error = step.errorNorm(relativeTolerance, absolute);
      if (!(error < Infinity)) {
        // A trial may leave the domain of the right-hand side; a much smaller one will not.
        if (!(size > 1e-9)) return finish('failed', -1, 'not a number', step.t0, step.y0);
        h = size * 0.1;
        rejected++;
        wasRejected = true;
        continue;
      }

      if (error < TRUSTED_ERROR && watches.length > 0) {
        const share = firstCrossing(watches, step, this.probe);
        if (share < 1 - LANDING_SHARE) {
          resumeStep = Math.max(resumeStep, error > 1 ? size * Math.max(SHRINK_LIMIT, SAFETY * pow(error, -0.2)) : size);
          h = size * share;
          rejected++;
          continue;
        }
      }

      // Exponents of proportional-integral control, 0.17 now and 0.03 for the step before, built from square roots.
      const root32 = rootOf32(error);
      const root8 = root32 * root32 * root32 * root32;
      const errorFactor = root8 * root32 * Math.sqrt(root32);
      if (error > 1) {
        h = size / Math.min(1 / SHRINK_LIMIT, errorFactor / SAFETY);
        rejected++;
        wasRejected = true;
        continue;
      }

      const factor = Math.max(1 / GROWTH_LIMIT, Math.min(1 / SHRINK_LIMIT, errorFactor / memory / SAFETY));
      const grown = size / (wasRejected && factor < 1 ? 1 : factor);
      memory = Math.max(root32, SMALLEST_MEMORY);
      wasRejected = false;
      // A step cut short by a stop or a level says little about the next one.
      h = isLast ? Math.max(grown, h) : grown;
      let hasLanded = false;
      let hasEnded = false;
      for (const watch of watches) {
        if (!watch.land(step)) continue;
        hasLanded = true;
        if (watch.hasFallenThroughEnd) hasEnded = true;
      }
      if (hasLanded) h = Math.max(h, resumeStep);
      resumeStep = 0;
      steps++;

      let terminal = -1;
      let terminalTime = step.t1;
      for (let e = 0; e < events.length; e++) {
        const t = eventWatches[e].crossing(step, this.probe);
        if (t !== t) continue;
        if (!events[e].isTerminal) {
          step.evaluate(t, this.probe);
          events[e].onCrossing?.(t, this.probe);
        } else if (terminal < 0 || direction * (terminalTime - t) > 0) {
          terminal = e;
          terminalTime = t;
        }
      }
      onStep?.(step);
      if (terminal >= 0) {
        step.evaluate(terminalTime, this.probe);
        events[terminal].onCrossing?.(terminalTime, this.probe);
        return finish('event', terminal, '', terminalTime, this.probe);
      }
      if (hasEnded) return finish('boundary', -1, '', step.t1, step.y1);
      step.advance();
      for (const watch of watches) watch.startStep(step, this.probe);
      if (isLast) {
        step.t0 = end;
        if (stop < stops.length) {
          stop++;
          dynamics.derivative(step.t0, step.y0, step.k1);
          rightHandSides++;
        }
      }
    }
    return finish('end', -1, '', step.t0, step.y0);
  }

  private begin(problem: Problem): void {
    const { step, absolute, dimension } = this;
    const tolerance = problem.absoluteTolerance;
    for (let i = 0; i < dimension; i++) {
      step.y0[i] = problem.y0[i];
      absolute[i] = typeof tolerance === 'number' ? tolerance : tolerance[i];
    }
    step.t0 = problem.t0;
    problem.dynamics.derivative(step.t0, step.y0, step.k1);
  }

  /** Hairer's starting step: the size at which second-order change would use up the tolerance. */
  private guessFirstStep(problem: Problem, direction: number): number {
    const { step, absolute, probe, dimension: n } = this;
    const next = new Float64Array(n);
    let size = 0;
    let slope = 0;
    for (let i = 0; i < n; i++) {
      const scale = absolute[i] + problem.relativeTolerance * Math.abs(step.y0[i]);
      const y = step.y0[i] / scale;
      const k = step.k1[i] / scale;
      size += y * y;
      slope += k * k;
    }
    const trial = size > 1e-10 && slope > 1e-10 ? 0.01 * Math.sqrt(size / slope) : 1e-6;
    for (let i = 0; i < n; i++) probe[i] = step.y0[i] + direction * trial * step.k1[i];
    problem.dynamics.derivative(step.t0 + direction * trial, probe, next);
    let curve = 0;
    for (let i = 0; i < n; i++) {
      const scale = absolute[i] + problem.relativeTolerance * Math.abs(step.y0[i]);
      const change = (next[i] - step.k1[i]) / scale;
      curve += change * change;
    }
    const steepest = Math.max(Math.sqrt(curve) / trial, Math.sqrt(slope));
    const second = steepest > 1e-15 ? pow(0.01 / steepest, 0.2) : Math.max(1e-6, trial * 1e-3);
    return Math.min(100 * trial, second, Math.abs(problem.t1 - problem.t0));
  }
}

function rootOf32(x: number): number {
  return Math.sqrt(Math.sqrt(Math.sqrt(Math.sqrt(Math.sqrt(x)))));
}
