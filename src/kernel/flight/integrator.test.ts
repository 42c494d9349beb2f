import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MU_EARTH_M3PS2 } from '../constants.js';
import { minimumEnergy } from '../orbit/impulsive.js';
import { DormandPrinceStep } from './dormand-prince.js';
import { createIntegrator, type Dynamics, type Problem } from './integrator.js';

const oscillator: Dynamics = {
  derivative: (_t, y, out) => {
    out[0] = y[1];
    out[1] = -y[0];
  },
};

const planet: Dynamics = {
  derivative: (_t, y, out) => {
    const r = Math.hypot(y[0], y[1]);
    const pull = -MU_EARTH_M3PS2 / (r * r * r);
    out[0] = y[2];
    out[1] = y[3];
    out[2] = pull * y[0];
    out[3] = pull * y[1];
  },
};

/** |y| has a kink whenever the oscillator passes 0.5: extra pull above it. */
const kinked: Dynamics = {
  derivative: (_t, y, out) => {
    out[0] = y[1];
    out[1] = -y[0] - 40 * Math.max(0, y[0] - 0.5);
  },
};

const swing = (extra: Partial<Problem> = {}) =>
  createIntegrator(2).integrate({
    dynamics: oscillator, t0: 0, t1: 10, y0: [1, 0], relativeTolerance: 1e-9, absoluteTolerance: 1e-9, ...extra,
  });

describe('integrator', () => {
  it('follows an oscillator to the tolerance asked for, and better when asked for better', () => {
    const errorAt = (tolerance: number) => {
      const { y } = swing({ relativeTolerance: tolerance, absoluteTolerance: tolerance });
      return Math.hypot(y[0] - Math.cos(10), y[1] + Math.sin(10));
    };
    expect(errorAt(1e-6)).toBeLessThan(1e-5);
    expect(errorAt(1e-9)).toBeLessThan(1e-8);
    expect(errorAt(1e-12)).toBeLessThan(1e-10);
  });

  it('is of fifth order: a hundredth of the error costs 100^(1/5) = 2.5 times the steps', () => {
    const steps = (tolerance: number) => swing({ t1: 200, relativeTolerance: 0, absoluteTolerance: tolerance }).steps;
    const growth = steps(1e-11) / steps(1e-9);
    // Fourth order would need 3.2 times, sixth 2.15.
    expect(growth).toBeGreaterThan(2.3);
    expect(growth).toBeLessThan(2.75);
  });

  it('interpolates within a step as well as it steps', () => {
    const between = new Float64Array(2);
    let worst = 0;
    swing({
      onStep: (step) => {
        for (let i = 0; i <= 10; i++) {
          const t = step.t0 + (i / 10) * (step.t1 - step.t0);
          step.evaluate(t, between);
          worst = Math.max(worst, Math.abs(between[0] - Math.cos(t)), Math.abs(between[1] + Math.sin(t)));
        }
      },
    });
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(2e-8);
  });

  it('finds events of the sense asked for, and stops at a terminal one', () => {
    const times: number[] = [];
    const at = { value: (_t: number, y: Float64Array) => y[0] };
    const falling = { ...at, direction: -1 as const, isTerminal: false, onCrossing: (t: number) => times.push(t) };
    swing({ events: [falling] });
    expect(times).toHaveLength(2);
    expect(times[0]).toBeCloseTo(Math.PI / 2, 7);
    expect(times[1]).toBeCloseTo((5 * Math.PI) / 2, 7);
    const end = swing({ events: [{ ...at, direction: 1, isTerminal: true }] });
    expect(end.status).toBe('event');
    expect(end.event).toBe(0);
    expect(end.t).toBeCloseTo((3 * Math.PI) / 2, 7);
    expect(end.y[0]).toBeCloseTo(0, 7);
  });

  it('ends steps on boundaries, which spares rejections and keeps the accuracy at a kink', () => {
    const run = (boundaries: Problem['boundaries'], tolerance: number) =>
      createIntegrator(2).integrate({
        dynamics: kinked, t0: 0, t1: 30, y0: [1, 0], relativeTolerance: 0, absoluteTolerance: tolerance, boundaries,
      });
    const boundaries = [{ value: (_t: number, y: Float64Array) => y[0], levels: [0.5] }];
    const reference = run(boundaries, 1e-13);
    const blind = run([], 1e-8);
    const seeing = run(boundaries, 1e-8);
    expect(seeing.rightHandSides).toBeLessThan(blind.rightHandSides);
    expect(Math.abs(seeing.y[0] - reference.y[0])).toBeLessThan(1e-6);
  });

  it('ends where a boundary says so, on falling only', () => {
    const boundaries = [{ value: (_t: number, y: Float64Array) => y[0], levels: [-0.5, 0.5], endsFallingThrough: 0.5 }];
    const end = swing({ y0: [0, 1], boundaries });
    expect(end.status).toBe('boundary');
    // sin t falls through 0.5 at 5π/6; a landing is good to a hundredth of a step.
    expect(end.t).toBeCloseTo((5 * Math.PI) / 6, 2);
    expect(end.y[0]).toBeCloseTo(Math.sin(end.t), 7);
  });

  it('ends steps at given times, where the right-hand side may jump', () => {
    const ends: number[] = [];
    const push: Dynamics = {
      derivative: (t, _y, out) => {
        out[0] = t < 1 ? 1 : t < 2 ? 5 : -1;
      },
    };
    const solution = createIntegrator(1).integrate({
      dynamics: push, t0: 0, t1: 3, y0: [0], relativeTolerance: 1e-10, absoluteTolerance: 1e-10, stops: [1, 2],
      onStep: (step) => ends.push(step.t1),
    });
    expect(ends).toContain(1);
    expect(ends).toContain(2);
    expect(solution.y[0]).toBeCloseTo(5, 6);
  });

  it('takes the written-out step of six numbers with the bits of the loops', () => {
    // Three oscillators of their own, as six numbers and as one of eight that has a fourth at rest.
    const swings: Dynamics = {
      derivative: (_t, y, out) => {
        for (let i = 0; i < y.length; i += 2) {
          out[i] = y[i + 1];
          out[i + 1] = -(1 + i) * Math.sin(y[i]);
        }
      },
    };
    const six = new DormandPrinceStep(6);
    const eight = new DormandPrinceStep(8);
    six.y0.set([1, 0.3, -0.4, 0.9, 2.2, -0.1]);
    eight.y0.set(six.y0);
    for (const step of [six, eight]) swings.derivative(0, step.y0, step.k1);
    for (const h of [0.013, 0.4, 0.07]) {
      six.attempt(swings, h);
      eight.attempt(swings, h);
      expect(eight.y1.slice(0, 6)).toEqual(six.y1);
      expect(eight.k7.slice(0, 6)).toEqual(six.k7);
      six.advance();
      eight.advance();
    }
  });

  it('says why when it cannot go on, and never loops for ever', () => {
    expect(swing({ maxSteps: 5 })).toMatchObject({ status: 'failed', reason: 'too many steps' });
    const singular: Dynamics = {
      derivative: (t, _y, out) => {
        out[0] = 1 / ((1 - t) * (1 - t));
      },
    };
    const stuck = createIntegrator(1).integrate({
      dynamics: singular, t0: 0, t1: 2, y0: [0], relativeTolerance: 1e-9, absoluteTolerance: 1e-9,
    });
    expect(stuck.status).toBe('failed');
    const broken = createIntegrator(1).integrate({
      dynamics: { derivative: (_t, _y, out) => out.fill(NaN) }, t0: 0, t1: 1, y0: [0], relativeTolerance: 1e-9, absoluteTolerance: 1e-9,
    });
    expect(broken).toMatchObject({ status: 'failed' });
  });

  it('does not allocate per step: the same integrator counts the same work again and again', () => {
    const integrator = createIntegrator(2);
    const problem: Problem = { dynamics: oscillator, t0: 0, t1: 100, y0: [1, 0], relativeTolerance: 1e-9, absoluteTolerance: 1e-9 };
    const first = integrator.integrate(problem);
    const second = integrator.integrate(problem);
    expect(second).toEqual(first);
    expect(first.rightHandSides).toBe(2 + 6 * (first.steps + first.rejected));
  });

  it('flies the impulsive minimum-energy arcs of the closed form on a sphere', () => {
    const radius_m = 6_371_000;
    for (const range_m of [1e6, 5.5e6, 1e7, 1.3e7]) {
      const arc = minimumEnergy(range_m);
      const speed_mps = arc.speed_mps;
      const start = [radius_m, 0, speed_mps * Math.sin(arc.flightPathAngle_rad), speed_mps * Math.cos(arc.flightPathAngle_rad)];
      let apogee_m = 0;
      const ground = { value: (_t: number, y: Float64Array) => Math.hypot(y[0], y[1]) - radius_m, direction: -1 as const, isTerminal: true };
      const top = {
        value: (_t: number, y: Float64Array) => y[0] * y[2] + y[1] * y[3], direction: -1 as const, isTerminal: false,
        onCrossing: (_t: number, y: Float64Array) => (apogee_m = Math.hypot(y[0], y[1]) - radius_m),
      };
      const end = createIntegrator(4).integrate({
        dynamics: planet, t0: 0, t1: 10_000, y0: start, relativeTolerance: 1e-11, absoluteTolerance: 1e-6, events: [ground, top],
      });
      expect(end.status).toBe('event');
      expect(Math.abs(radius_m * Math.atan2(end.y[1], end.y[0]) - range_m)).toBeLessThan(5);
      expect(Math.abs(end.t - arc.flightTime_s)).toBeLessThan(0.01);
      expect(Math.abs(apogee_m - arc.apogee_m)).toBeLessThan(1);
    }
  });

  it('comes back to where it started when run backwards', () => {
    fc.assert(
      fc.property(fc.double({ min: 6.6e6, max: 4e7, noNaN: true }), fc.double({ min: 0.7, max: 1.2, noNaN: true }), (r, share) => {
        const speed = share * Math.sqrt(MU_EARTH_M3PS2 / r);
        const problem = { dynamics: planet, relativeTolerance: 1e-12, absoluteTolerance: 1e-6 };
        const there = createIntegrator(4).integrate({ ...problem, t0: 0, t1: 1000, y0: [r, 0, 0, speed] });
        const back = createIntegrator(4).integrate({ ...problem, t0: 1000, t1: 0, y0: there.y });
        expect(back.status).toBe('end');
        expect(Math.hypot(back.y[0] - r, back.y[1])).toBeLessThan(0.01);
        expect(Math.hypot(back.y[2], back.y[3] - speed)).toBeLessThan(1e-5);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps energy and angular momentum on any orbit', () => {
    fc.assert(
      fc.property(fc.double({ min: 6.6e6, max: 2e7, noNaN: true }), fc.double({ min: 0.8, max: 1.25, noNaN: true }), (r, share) => {
        const speed = share * Math.sqrt(MU_EARTH_M3PS2 / r);
        const { y } = createIntegrator(4).integrate({
          dynamics: planet, t0: 0, t1: 5000, y0: [r, 0, 0, speed], relativeTolerance: 1e-12, absoluteTolerance: 1e-7,
        });
        const energy = (state: ArrayLike<number>) => 0.5 * (state[2] ** 2 + state[3] ** 2) - MU_EARTH_M3PS2 / Math.hypot(state[0], state[1]);
        expect(Math.abs(energy(y) / energy([r, 0, 0, speed]) - 1)).toBeLessThan(1e-9);
        expect(Math.abs((y[0] * y[3] - y[1] * y[2]) / (r * speed) - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });
});
