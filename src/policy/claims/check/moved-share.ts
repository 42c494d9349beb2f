/** How far the share stopped moves over the assumed cards, and which of those that the debate names would bring it to the claim. */
import type { Executor, StopSignal } from '../../../studies/executor.js';
import { findDrivers } from '../../../studies/not-known/drivers.js';
import { notKnown } from '../../../studies/not-known/not-known.js';
import type { AssumptionQuestion } from '../../../studies/paired/plan-outcomes.js';
import { claimedConclusion, debatedInputs, type FlownShare } from './share-range.js';
import type { Amount } from './slots.js';

export interface MoveQuestion extends AssumptionQuestion {
  readonly claimed: Amount;
  readonly launched: number;
  readonly draws: number;
}

type Progress = (state: { readonly done: number; readonly total: number }) => void;

export async function moveShare({ claimed, launched, draws, ...question }: MoveQuestion, executor: Executor, { onDraw, onInput }: { onDraw: Progress; onInput: Progress }, signal?: StopSignal): Promise<Pick<FlownShare, 'band' | 'drivers'>> {
  const { low, high, draws: drawn, inputs: cards } = await notKnown(question, { draws }, executor, onDraw, signal), inputs = debatedInputs(question.base.numbers);
  const { drivers } = await findDrivers(question, { top: inputs.length, inputs, conclusions: [claimedConclusion(claimed, launched)] }, executor, onInput, signal);
  return { drivers, band: low === null || high === null ? null : { low, high, draws: drawn, cards } };
}
