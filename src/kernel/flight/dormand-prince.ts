/**
 * One step of the Dormand-Prince 5(4) pair with its fourth-order interpolant; step control lives in `integrator.ts`.
 * The last stage of a step is the first of the next ("first same as last"), so an accepted step costs six
 * right-hand sides. Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, 2nd edition,
 * table II.5.2 (pair) and section II.6 (interpolant).
 */

/** What is integrated: dy/dt written to `out`. An object, so that its method is one function for every flight. */
export interface Dynamics {
  derivative(t: number, y: Float64Array, out: Float64Array): void;
}

const A21 = 1 / 5;
const A31 = 3 / 40;
const A32 = 9 / 40;
const A41 = 44 / 45;
const A42 = -56 / 15;
const A43 = 32 / 9;
const A51 = 19372 / 6561;
const A52 = -25360 / 2187;
const A53 = 64448 / 6561;
const A54 = -212 / 729;
const A61 = 9017 / 3168;
const A62 = -355 / 33;
const A63 = 46732 / 5247;
const A64 = 49 / 176;
const A65 = -5103 / 18656;
const B1 = 35 / 384;
const B3 = 500 / 1113;
const B4 = 125 / 192;
const B5 = -2187 / 6784;
const B6 = 11 / 84;
const E1 = 71 / 57600;
const E3 = -71 / 16695;
const E4 = 71 / 1920;
const E5 = -17253 / 339200;
const E6 = 22 / 525;
const E7 = -1 / 40;
const D1 = -12715105075 / 11282082432;
const D3 = 87487479700 / 32700410799;
const D4 = -10690763975 / 1880347072;
const D5 = 701980252875 / 199316789632;
const D6 = -1453857185 / 822651844;
const D7 = 69997945 / 29380423;

/** Right-hand sides that one attempt costs when the first stage is already known. */
export const STAGES_PER_ATTEMPT = 6;

/** The numbers of one step: its ends, its stages, and the interpolant between them. Reused for every step. */
export class DormandPrinceStep {
  t0 = 0;
  h = 0;
  /** State at the start and at the end of the step. */
  readonly y0: Float64Array;
  readonly y1: Float64Array;
  /** Derivative at the start (`k1`) and at the end (`k7`). */
  readonly k1: Float64Array;
  readonly k7: Float64Array;
  private readonly k2: Float64Array;
  private readonly k3: Float64Array;
  private readonly k4: Float64Array;
  private readonly k5: Float64Array;
  private readonly k6: Float64Array;
  private readonly stage: Float64Array;
  private readonly dense: Float64Array;
  private isDenseReady = false;

  constructor(readonly dimension: number) {
    const column = () => new Float64Array(dimension);
    this.y0 = column();
    this.y1 = column();
    this.k1 = column();
    this.k2 = column();
    this.k3 = column();
    this.k4 = column();
    this.k5 = column();
    this.k6 = column();
    this.k7 = column();
    this.stage = column();
    this.dense = new Float64Array(dimension);
  }

  get t1(): number {
    return this.t0 + this.h;
  }

  /** Tries a step of `h` from (t0, y0) with k1 known; fills y1 and k7. */
  attempt(dynamics: Dynamics, h: number): void {
    const { dimension: n, t0, y0, y1, k1, k2, k3, k4, k5, k6, k7, stage } = this;
    this.h = h;
    this.isDenseReady = false;
    if (n === 6) {
      this.attemptSix(dynamics, h);
      return;
    }
    for (let i = 0; i < n; i++) stage[i] = y0[i] + h * A21 * k1[i];
    dynamics.derivative(t0 + 0.2 * h, stage, k2);
    for (let i = 0; i < n; i++) stage[i] = y0[i] + h * (A31 * k1[i] + A32 * k2[i]);
    dynamics.derivative(t0 + 0.3 * h, stage, k3);
    for (let i = 0; i < n; i++) stage[i] = y0[i] + h * (A41 * k1[i] + A42 * k2[i] + A43 * k3[i]);
    dynamics.derivative(t0 + 0.8 * h, stage, k4);
    for (let i = 0; i < n; i++) stage[i] = y0[i] + h * (A51 * k1[i] + A52 * k2[i] + A53 * k3[i] + A54 * k4[i]);
    dynamics.derivative(t0 + (8 / 9) * h, stage, k5);
    for (let i = 0; i < n; i++) {
      stage[i] = y0[i] + h * (A61 * k1[i] + A62 * k2[i] + A63 * k3[i] + A64 * k4[i] + A65 * k5[i]);
    }
    dynamics.derivative(t0 + h, stage, k6);
    for (let i = 0; i < n; i++) {
      y1[i] = y0[i] + h * (B1 * k1[i] + B3 * k3[i] + B4 * k4[i] + B5 * k5[i] + B6 * k6[i]);
    }
    dynamics.derivative(t0 + h, y1, k7);
  }

  /**
   * The same for the six numbers of a point's motion, operation for operation (test: the same bits), but written out:
   * a flight's steps spend a sixth of their time on the loops.
   */
  private attemptSix(dynamics: Dynamics, h: number): void {
    const { t0, y0, y1, k1, k2, k3, k4, k5, k6, k7, stage } = this;
    stage[0] = y0[0] + h * A21 * k1[0];
    stage[1] = y0[1] + h * A21 * k1[1];
    stage[2] = y0[2] + h * A21 * k1[2];
    stage[3] = y0[3] + h * A21 * k1[3];
    stage[4] = y0[4] + h * A21 * k1[4];
    stage[5] = y0[5] + h * A21 * k1[5];
    dynamics.derivative(t0 + 0.2 * h, stage, k2);
    stage[0] = y0[0] + h * (A31 * k1[0] + A32 * k2[0]);
    stage[1] = y0[1] + h * (A31 * k1[1] + A32 * k2[1]);
    stage[2] = y0[2] + h * (A31 * k1[2] + A32 * k2[2]);
    stage[3] = y0[3] + h * (A31 * k1[3] + A32 * k2[3]);
    stage[4] = y0[4] + h * (A31 * k1[4] + A32 * k2[4]);
    stage[5] = y0[5] + h * (A31 * k1[5] + A32 * k2[5]);
    dynamics.derivative(t0 + 0.3 * h, stage, k3);
    stage[0] = y0[0] + h * (A41 * k1[0] + A42 * k2[0] + A43 * k3[0]);
    stage[1] = y0[1] + h * (A41 * k1[1] + A42 * k2[1] + A43 * k3[1]);
    stage[2] = y0[2] + h * (A41 * k1[2] + A42 * k2[2] + A43 * k3[2]);
    stage[3] = y0[3] + h * (A41 * k1[3] + A42 * k2[3] + A43 * k3[3]);
    stage[4] = y0[4] + h * (A41 * k1[4] + A42 * k2[4] + A43 * k3[4]);
    stage[5] = y0[5] + h * (A41 * k1[5] + A42 * k2[5] + A43 * k3[5]);
    dynamics.derivative(t0 + 0.8 * h, stage, k4);
    stage[0] = y0[0] + h * (A51 * k1[0] + A52 * k2[0] + A53 * k3[0] + A54 * k4[0]);
    stage[1] = y0[1] + h * (A51 * k1[1] + A52 * k2[1] + A53 * k3[1] + A54 * k4[1]);
    stage[2] = y0[2] + h * (A51 * k1[2] + A52 * k2[2] + A53 * k3[2] + A54 * k4[2]);
    stage[3] = y0[3] + h * (A51 * k1[3] + A52 * k2[3] + A53 * k3[3] + A54 * k4[3]);
    stage[4] = y0[4] + h * (A51 * k1[4] + A52 * k2[4] + A53 * k3[4] + A54 * k4[4]);
    stage[5] = y0[5] + h * (A51 * k1[5] + A52 * k2[5] + A53 * k3[5] + A54 * k4[5]);
    dynamics.derivative(t0 + (8 / 9) * h, stage, k5);
    stage[0] = y0[0] + h * (A61 * k1[0] + A62 * k2[0] + A63 * k3[0] + A64 * k4[0] + A65 * k5[0]);
    stage[1] = y0[1] + h * (A61 * k1[1] + A62 * k2[1] + A63 * k3[1] + A64 * k4[1] + A65 * k5[1]);
    stage[2] = y0[2] + h * (A61 * k1[2] + A62 * k2[2] + A63 * k3[2] + A64 * k4[2] + A65 * k5[2]);
    stage[3] = y0[3] + h * (A61 * k1[3] + A62 * k2[3] + A63 * k3[3] + A64 * k4[3] + A65 * k5[3]);
    stage[4] = y0[4] + h * (A61 * k1[4] + A62 * k2[4] + A63 * k3[4] + A64 * k4[4] + A65 * k5[4]);
    stage[5] = y0[5] + h * (A61 * k1[5] + A62 * k2[5] + A63 * k3[5] + A64 * k4[5] + A65 * k5[5]);
    dynamics.derivative(t0 + h, stage, k6);
    y1[0] = y0[0] + h * (B1 * k1[0] + B3 * k3[0] + B4 * k4[0] + B5 * k5[0] + B6 * k6[0]);
    y1[1] = y0[1] + h * (B1 * k1[1] + B3 * k3[1] + B4 * k4[1] + B5 * k5[1] + B6 * k6[1]);
    y1[2] = y0[2] + h * (B1 * k1[2] + B3 * k3[2] + B4 * k4[2] + B5 * k5[2] + B6 * k6[2]);
    y1[3] = y0[3] + h * (B1 * k1[3] + B3 * k3[3] + B4 * k4[3] + B5 * k5[3] + B6 * k6[3]);
    y1[4] = y0[4] + h * (B1 * k1[4] + B3 * k3[4] + B4 * k4[4] + B5 * k5[4] + B6 * k6[4]);
    y1[5] = y0[5] + h * (B1 * k1[5] + B3 * k3[5] + B4 * k4[5] + B5 * k5[5] + B6 * k6[5]);
    dynamics.derivative(t0 + h, y1, k7);
  }

  /** Root mean square of the error estimate over the tolerances; the step is good at 1 or less. */
  errorNorm(relativeTolerance: number, absoluteTolerance: Float64Array): number {
    const { dimension: n, h, y0, y1, k1, k3, k4, k5, k6, k7 } = this;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const error = h * (E1 * k1[i] + E3 * k3[i] + E4 * k4[i] + E5 * k5[i] + E6 * k6[i] + E7 * k7[i]);
      const scale = absoluteTolerance[i] + relativeTolerance * Math.max(Math.abs(y0[i]), Math.abs(y1[i]));
      const ratio = error / scale;
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / n);
  }

  /** State at a time within the step (or slightly outside it); exact at both ends. */
  evaluate(t: number, out: Float64Array | number[]): void {
    const { dimension: n, h, y0, y1, k1, k7, dense } = this;
    if (!this.isDenseReady) this.prepareDense();
    const s = (t - this.t0) / h;
    const r = 1 - s;
    for (let i = 0; i < n; i++) {
      const rise = y1[i] - y0[i];
      const bend = h * k1[i] - rise;
      const end = rise - h * k7[i] - bend;
      out[i] = y0[i] + s * (rise + r * (bend + s * (end + r * dense[i])));
    }
  }

  /** Makes the end of this step the start of the next one. */
  advance(): void {
    const { dimension: n, y0, y1, k1, k7 } = this;
    this.t0 += this.h;
    // A loop: for a handful of numbers `set` costs more than it copies.
    for (let i = 0; i < n; i++) {
      y0[i] = y1[i];
      k1[i] = k7[i];
    }
    this.isDenseReady = false;
  }

  private prepareDense(): void {
    const { dimension: n, h, k1, k3, k4, k5, k6, k7, dense } = this;
    for (let i = 0; i < n; i++) {
      dense[i] = h * (D1 * k1[i] + D3 * k3[i] + D4 * k4[i] + D5 * k5[i] + D6 * k6[i] + D7 * k7[i]);
    }
    this.isDenseReady = true;
  }
}
