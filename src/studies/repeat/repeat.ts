/**
 * The same question asked again later: whether the answer is the same to the bit and, if not, whether the cards or the engine are why.
 * This engine with the packed data tells the two apart: if it gives the packed record, only the cards differ. Each changed card is
 * then tried alone on the packed data, at the same luck, so that its own effect is seen; effects of several need not add up.
 */
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Executor, StopSignal } from '../executor.js';
import { pairedDifference, type PairedDifference } from '../paired/paired.js';
import { runStudy, type StudyOptions } from '../runs/monte-carlo.js';
import type { Summary } from '../runs/summary.js';
import type { CardChange } from './card-changes.js';

export type Reason = 'same' | 'cards' | 'engine' | 'cards and engine' | 'not known';

export interface RepeatQuestion {
  readonly options: StudyOptions;
  readonly packed: { readonly recordHash: string; readonly planHash: string };
  /** The packed scenario under the data of now. */
  readonly now: CompiledScenario;
  /** The same under the packed data; undefined where this version cannot read them. */
  readonly before: CompiledScenario | undefined;
  /** Changes whose own effect is asked for, and the scenario under the packed data with one of them. */
  readonly changes: readonly CardChange[];
  compileWith(change: CardChange): CompiledScenario | undefined;
}

export interface CardEffect {
  readonly change: CardChange;
  /** Leakage with this card as it is now, less leakage as packed; null where the packed data cannot take it. */
  readonly leakage: PairedDifference | null;
}

export interface Repeat {
  readonly reason: Reason;
  readonly now: Summary;
  /** By this engine with the packed data; undefined where nobody had to ask. */
  readonly before: Summary | undefined;
  readonly effects: readonly CardEffect[];
}

export async function repeatRun({ options, packed, now, before, changes, compileWith }: RepeatQuestion, executor: Executor, onProgress?: (done: number, total: number) => void, signal?: StopSignal): Promise<Repeat> {
  let ended = 0, studies = 1;
  const study = async (compiled: CompiledScenario): Promise<Summary> => {
    const summary = await runStudy(compiled, options, executor, ({ done }) => onProgress?.(ended + done, studies * options.runs), signal);
    ended += options.runs;
    return summary;
  };
  const summary = await study(now);
  if (summary.recordHash === packed.recordHash) return { reason: 'same', now: summary, before: undefined, effects: [] };
  if (before === undefined) return { reason: 'not known', now: summary, before: undefined, effects: [] };
  studies = 2 + changes.length;
  const base = await study(before);
  const reason = base.recordHash === packed.recordHash ? 'cards' : summary.planHash === packed.planHash ? 'engine' : 'cards and engine';
  const effects: CardEffect[] = [];
  for (const change of changes) {
    const alone = compileWith(change);
    effects.push({ change, leakage: alone === undefined ? null : difference(await study(alone), base) });
  }
  return { reason, now: summary, before: base, effects };
}

const difference = (a: Summary, b: Summary): PairedDifference => pairedDifference(a.leakedByRun, b.leakedByRun, 1 / a.funnel.launched, 1 / b.funnel.launched);
