/**
 * Why two answers differ, input by input: each input's share of the logarithm of their ratio, averaged over the orders in which the
 * inputs can be changed one after the other (Shapley, Contributions to the Theory of Games II, 1953). On the logarithm the
 * shares are factors that multiply to the whole ratio, whichever way round it is asked.
 * A mixture of two sets of assumptions may be impossible. Orders that pass through one are left out, so that the shares still add
 * up; with none left there is no answer.
 */
import { exp, log } from '../../kernel/maths.js';

/** 2^n mixtures are worked out. */
export const MOST_INPUTS = 12;

export interface ShapleyShare {
  readonly input: string;
  /** Natural logarithm of the factor. */
  readonly logarithm: number;
  readonly factor: number;
}

export interface Hybrid {
  /** Inputs that come from the second side; all others from the first. */
  readonly changed: readonly string[];
  readonly why: string;
}

export interface ShapleyAnswer {
  /** Empty when every order passes through an impossible mixture. */
  readonly shares: readonly ShapleyShare[];
  readonly invalid: readonly Hybrid[];
  /** Share of all orders that pass through possible mixtures only. */
  readonly orders: number;
}

/** `evaluate` gets which inputs come from the second side; a text says why such a mixture cannot be. */
export function shapleyOnLogarithm(inputs: readonly string[], evaluate: (isChanged: readonly boolean[]) => number | string): ShapleyAnswer {
  const n = inputs.length, all = 1 << n;
  if (n > MOST_INPUTS) throw new RangeError(`waterfall: ${n} inputs differ, at most ${MOST_INPUTS} can be taken apart`);
  const logs = new Float64Array(all).fill(NaN), invalid: Hybrid[] = [];
  for (let mask = 0; mask < all; mask++) {
    const isChanged = inputs.map((_, i) => (mask & (1 << i)) !== 0), value = evaluate(isChanged);
    if (typeof value === 'number' && value > 0) logs[mask] = log(value);
    else invalid.push({ changed: inputs.filter((_, i) => isChanged[i]), why: typeof value === 'string' ? value : 'nothing left to compare' });
  }
  const isPossible = (mask: number): boolean => !Number.isNaN(logs[mask] ?? NaN);
  // Ways from nothing changed to here, and from here to everything changed.
  const before = new Float64Array(all), after = new Float64Array(all);
  if (isPossible(0)) before[0] = 1;
  if (isPossible(all - 1)) after[all - 1] = 1;
  for (let mask = 0; mask < all; mask++) for (let i = 0; i < n; i++) if ((mask & (1 << i)) === 0 && isPossible(mask | (1 << i))) before[mask | (1 << i)] = (before[mask | (1 << i)] ?? 0) + (before[mask] ?? 0);
  for (let mask = all - 1; mask >= 0; mask--) if (isPossible(mask)) for (let i = 0; i < n; i++) if ((mask & (1 << i)) === 0) after[mask] = (after[mask] ?? 0) + (after[mask | (1 << i)] ?? 0);
  const ways = before[all - 1] ?? 0;
  if (ways === 0) return { shares: [], invalid, orders: 0 };
  const shares = inputs.map((input, i): ShapleyShare => {
    let sum = 0;
    for (let mask = 0; mask < all; mask++) {
      const next = mask | (1 << i), through = next === mask ? 0 : (before[mask] ?? 0) * (after[next] ?? 0);
      if (through > 0) sum += through * ((logs[next] ?? NaN) - (logs[mask] ?? NaN));
    }
    return { input, logarithm: sum / ways, factor: exp(sum / ways) };
  });
  let orders = ways;
  for (let i = 2; i <= n; i++) orders /= i;
  return { shares, invalid, orders };
}
