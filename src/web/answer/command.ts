/** The command that gives the answer on the page again. */
import { DEFAULT_RUNS, DEFAULT_SEED } from '../state/fragment.js';

export function commandOf(scenario: string, { overrides, seed, runs }: { overrides: readonly string[]; seed: number; runs: number }): string {
  const parts = ['npx cupola run', `scenarios/${scenario}`];
  if (runs !== DEFAULT_RUNS) parts.push(`--runs ${runs}`);
  if (seed !== DEFAULT_SEED) parts.push(`--seed ${seed}`);
  for (const override of overrides) parts.push(`--set '${override}'`);
  return parts.join(' ');
}
