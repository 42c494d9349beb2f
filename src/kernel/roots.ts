/**
 * Where functions cross zero: Brent's method in one unknown, a damped Newton in two.
 * Brent, Algorithms for Minimization without Derivatives (1973), chapter 4. In two unknowns the Jacobian is measured by
 * differences once and then updated (Broyden 1965); it is measured again when a step no longer helps.
 */

/**
 * Root of `f` between `a` and `b`, where f must have opposite signs (a contract: throws otherwise).
 * `tolerance` is on the unknown, absolute. After `maxIterations` the best bracket's end is returned.
 */
export function findRoot(f: (x: number) => number, a: number, b: number, tolerance: number, maxIterations = 100): number {
  let best = b;
  let fBest = f(b);
  let previous = a;
  let fPrevious = f(a);
  if (fPrevious === 0) return a;
  if (fBest === 0) return b;
  if (!(fPrevious * fBest < 0)) {
    throw new RangeError(`findRoot: no sign change between ${a} and ${b}: f = ${fPrevious} and ${fBest}`);
  }
  let opposite = previous;
  let fOpposite = fPrevious;
  let step = best - previous;
  let stepBefore = step;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (Math.abs(fOpposite) < Math.abs(fBest)) {
      previous = best; best = opposite; opposite = previous;
      fPrevious = fBest; fBest = fOpposite; fOpposite = fPrevious;
    }
    const resolution = 2 * Number.EPSILON * Math.abs(best) + 0.5 * tolerance;
    const half = 0.5 * (opposite - best);
    if (Math.abs(half) <= resolution || fBest === 0) return best;
    const tried = interpolate(previous, best, opposite, fPrevious, fBest, fOpposite);
    // A step inside the bracket that at least halves the step before last is taken; otherwise the bracket is halved.
    const helps = Math.abs(stepBefore) >= resolution && Math.abs(fPrevious) > Math.abs(fBest)
      && tried * half > 0 && Math.abs(tried) < Math.min(1.5 * Math.abs(half) - Math.abs(resolution) / 2, Math.abs(stepBefore) / 2);
    stepBefore = helps ? step : half;
    step = helps ? tried : half;
    previous = best;
    fPrevious = fBest;
    best += Math.abs(step) > resolution ? step : half > 0 ? resolution : -resolution;
    fBest = f(best);
    if (fBest > 0 === fOpposite > 0) {
      opposite = previous;
      fOpposite = fPrevious;
      step = stepBefore = best - previous;
    }
  }
  return best;
}

/** Step from `best` by inverse quadratic interpolation, or by the secant when two of the points coincide. */
function interpolate(previous: number, best: number, opposite: number, fPrevious: number, fBest: number, fOpposite: number): number {
  const s = fBest / fPrevious;
  if (previous === opposite) return ((opposite - best) * s) / (s - 1);
  const q = fPrevious / fOpposite;
  const r = fBest / fOpposite;
  const p = s * ((opposite - best) * q * (q - r) - (best - previous) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1));
}

export interface Solve2Options {
  /** Difference used to measure the Jacobian, per unknown. */
  readonly step: readonly [number, number];
  /** Euclidean length of the residual that counts as solved. */
  readonly tolerance: number;
  readonly maxIterations?: number;
  /** Longest step allowed per unknown; keeps a solver inside the region where the function means something. */
  readonly maxStep?: readonly [number, number];
}

export interface Solve2Result {
  readonly converged: boolean;
  /** Length of the residual at `x`. */
  readonly residual: number;
  readonly iterations: number;
  readonly evaluations: number;
  readonly x: readonly [number, number];
}

/** Two equations that may say "no value here" by writing NaN; such a step is shortened. */
export type Residual2 = (x0: number, x1: number, out: Float64Array) => void;

/** Solves f(x) = 0 in two unknowns from a start. Never throws: look at `converged` and `residual`. */
export function solve2(f: Residual2, x0: readonly [number, number], options: Solve2Options): Solve2Result {
  const { step, tolerance, maxIterations = 30, maxStep = [Infinity, Infinity] } = options;
  const value = new Float64Array(2);
  const trial = new Float64Array(2);
  const jacobian = new Float64Array(4);
  let [a, b] = x0;
  let evaluations = 0;
  const evaluate = (p: number, q: number, out: Float64Array): number => {
    evaluations++;
    f(p, q, out);
    return Math.sqrt(out[0] * out[0] + out[1] * out[1]);
  };
  let residual = evaluate(a, b, value);
  let fresh = false;
  let iteration = 0;
  for (; iteration < maxIterations && residual > tolerance; iteration++) {
    if (!fresh && (iteration === 0 || jacobian[0] !== jacobian[0])) {
      measureJacobian(evaluate, a, b, value, step, trial, jacobian);
      fresh = true;
    }
    const determinant = jacobian[0] * jacobian[3] - jacobian[1] * jacobian[2];
    let da = (jacobian[1] * value[1] - jacobian[3] * value[0]) / determinant;
    let db = (jacobian[2] * value[0] - jacobian[0] * value[1]) / determinant;
    const shrink = Math.min(1, maxStep[0] / Math.abs(da), maxStep[1] / Math.abs(db));
    da *= shrink;
    db *= shrink;
    let next = NaN;
    if (Number.isFinite(da + db)) {
      next = evaluate(a + da, b + db, trial);
      for (let halving = 0; halving < 8 && !(next < residual); halving++) {
        da /= 2;
        db /= 2;
        next = evaluate(a + da, b + db, trial);
      }
    }
    if (next < residual) {
      updateJacobian(jacobian, da, db, trial[0] - value[0], trial[1] - value[1]);
      // A step that gains little says that the Jacobian has gone stale.
      const stale = next > 0.5 * residual;
      a += da;
      b += db;
      value.set(trial);
      residual = next;
      fresh = false;
      if (stale) jacobian[0] = NaN;
    } else if (fresh) {
      break;
    } else {
      jacobian[0] = NaN;
    }
  }
  return { converged: residual <= tolerance, residual, iterations: iteration, evaluations, x: [a, b] };
}

function measureJacobian(
  evaluate: (p: number, q: number, out: Float64Array) => number,
  a: number, b: number, value: Float64Array, step: readonly [number, number], scratch: Float64Array, out: Float64Array,
): void {
  evaluate(a + step[0], b, scratch);
  out[0] = (scratch[0] - value[0]) / step[0];
  out[2] = (scratch[1] - value[1]) / step[0];
  evaluate(a, b + step[1], scratch);
  out[1] = (scratch[0] - value[0]) / step[1];
  out[3] = (scratch[1] - value[1]) / step[1];
}

/** Broyden's rank-one update, so that the Jacobian explains the last step exactly. */
function updateJacobian(jacobian: Float64Array, da: number, db: number, df0: number, df1: number): void {
  const size2 = da * da + db * db;
  const miss0 = (df0 - jacobian[0] * da - jacobian[1] * db) / size2;
  const miss1 = (df1 - jacobian[2] * da - jacobian[3] * db) / size2;
  jacobian[0] += miss0 * da;
  jacobian[1] += miss0 * db;
  jacobian[2] += miss1 * da;
  jacobian[3] += miss1 * db;
}
