/**
 * Two shields under the same luck. Every draw is keyed by what it is about, so what both scenarios have in common happens
 * to both alike, run by run; the difference in leakage is taken within each pair and its scatter is small. Leakage is a
 * share of missiles launched, so raids of different size can be compared.
 */
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { differingInputs } from './differing-inputs.js';
import type { DifferingInput } from './differing-inputs.js';
import type { Executor, StopSignal } from '../executor.js';
import { runStudy } from '../runs/monte-carlo.js';
import { pairedDifference } from './paired.js';
import type { Interval, Summary } from '../runs/summary.js';

export type Verdict = 'A lets more through' | 'B lets more through' | 'no clear difference';

export interface Comparison {
  readonly runs: number;
  readonly seed: number;
  /** Leakage of A less leakage of B, with the 95 % interval over pairs of runs. */
  readonly difference: Interval;
  readonly verdict: Verdict;
  /** How many times more runs unpaired luck would have needed; null when all pairs differ alike. */
  readonly varianceRatio: number | null;
  readonly a: Summary;
  readonly b: Summary;
  /** Every input that differs. */
  readonly inputs: readonly DifferingInput[];
}

export interface ComparisonOptions {
  readonly runs: number;
  readonly seed: number;
}

export async function compareScenarios(a: CompiledScenario, b: CompiledScenario, { runs, seed }: ComparisonOptions, executor: Executor, onProgress?: (done: number, total: number) => void, signal?: StopSignal): Promise<Comparison> {
  const first = await runStudy(a, { runs, seed }, executor, ({ done }) => onProgress?.(done, 2 * runs), signal);
  const second = await runStudy(b, { runs, seed }, executor, ({ done }) => onProgress?.(runs + done, 2 * runs), signal);
  const { mean, low, high, varianceRatio } = pairedDifference(first.leakedByRun, second.leakedByRun, 1 / first.funnel.launched, 1 / second.funnel.launched);
  return { runs, seed, difference: { mean, low, high }, verdict: verdictOf({ low, high }), varianceRatio, a: first, b: second, inputs: differingInputs(a, b) };
}

/** A difference is clear when its interval leaves nought out. */
export function verdictOf({ low, high }: Pick<Interval, 'low' | 'high'>): Verdict {
  return low > 0 ? 'A lets more through' : high < 0 ? 'B lets more through' : 'no clear difference';
}
