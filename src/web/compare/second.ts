/**
 * The second shield, B: what the reader changed in it, and how it compares with the answer on screen, A, under the same
 * luck. A new A or B stops the comparison under way and begins another.
 */
import { create } from 'zustand';
import { compareScenarios, type Comparison } from '../../studies/paired/compare.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import type { Problem } from '../../scenario/text/problem.js';
import { compileChange, foregroundExecutor } from '../engine/client.js';
import { overridesOf } from '../engine/overrides.js';
import type { Edits } from '../state/fragment.js';
import { useSession } from '../state/session.js';
import { overridesOfSettings, settingsOf } from './settings.js';

export interface Second {
  /** Slots of B's sentence that differ from A's; the others follow A. */
  readonly edits: Edits;
  readonly settings: Readonly<Record<string, string>>;
  readonly stage: 'same' | 'running' | 'done' | 'refused' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly comparison: Comparison | null;
  readonly launchedB: number;
  readonly problems: readonly Problem[];
  readonly failure: string;
}

const NO_CHANGE: Second = { edits: {}, settings: {}, stage: 'same', done: 0, total: 0, comparison: null, launchedB: 0, problems: [], failure: '' };

export const useSecond = create<Second>(() => NO_CHANGE);

let stop = new AbortController();
const TOLD_EVERY_MS = 200;

export function changeSecond(change: Pick<Partial<Second>, 'edits' | 'settings'>): void {
  useSecond.setState((state) => ({ edits: { ...state.edits, ...change.edits }, settings: { ...state.settings, ...change.settings } }));
  void compareNow();
}

/** B becomes A again. */
export function resetSecond(): void {
  stop.abort();
  useSecond.setState(NO_CHANGE);
}

export function stopComparing(): void {
  stop.abort();
}

/** Compares B with the answer on screen, if there is one and they differ. */
export async function compareNow(): Promise<void> {
  stop.abort();
  stop = new AbortController();
  const { signal } = stop, { answer, base, edits: editsA } = useSession.getState(), { edits, settings } = useSecond.getState();
  if (answer === null || base === null || !answer.isSettled) return;
  const { scenario, compiled, overrides, summary } = answer;
  const tell = (change: Partial<Second>): void => { if (!signal.aborted) useSecond.setState(change); };
  const changes = [...overridesOf({ ...editsA, ...edits }, base), ...overridesOfSettings(settingsOf(compiled.plan), settings)];
  if (changes.join('\n') === overrides.join('\n')) return tell({ stage: 'same', comparison: null, problems: [] });
  tell({ stage: 'running', done: 0, total: 2 * summary.runs, comparison: null, problems: [], failure: '' });
  try {
    const result = await compileChange(scenario, changes, 'urgent');
    if (!result.ok) return tell({ stage: 'refused', problems: result.problems });
    let told_ms = 0;
    const comparison = await compareScenarios(compiled, result.compiled, { runs: summary.runs, seed: summary.seed }, foregroundExecutor(compiled.plan), (done, total) => {
      if (performance.now() - told_ms < TOLD_EVERY_MS) return;
      told_ms = performance.now();
      tell({ done, total });
    }, signal);
    tell({ stage: 'done', comparison, launchedB: lethalCount(result.compiled.plan.attacks) });
  } catch (error) {
    tell({ stage: 'failed', failure: error instanceof Error ? error.message : String(error) });
  }
}
