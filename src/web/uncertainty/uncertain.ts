/**
 * What is not known about the answer on screen, as far as it has been worked out: the band over the assumed numbers and
 * the numbers that move the answer most. Kept by run id, so that going back to an older question shows it at once.
 */
import { create } from 'zustand';
import type { Drivers } from '../../studies/not-known/drivers.js';
import type { NotKnown } from '../../studies/not-known/not-known.js';

/** `asleep`: a raid so large that it is worked out only when asked for. */
export type Stage = 'waiting' | 'asleep' | 'drawing' | 'moving' | 'turning' | 'done' | 'failed';

export interface Uncertain {
  /** The answer it belongs to. */
  readonly runId: string;
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  /** Over the first draws while the others are still to come; null before the first sixteen. */
  readonly band: NotKnown | null;
  readonly drivers: Drivers | null;
  readonly failure: string;
}

export const NOTHING_YET: Uncertain = { runId: '', stage: 'waiting', done: 0, total: 0, band: null, drivers: null, failure: '' };

export const useUncertain = create<Uncertain>(() => NOTHING_YET);

/** The band is the last word on it: every draw has been made. */
export const isBandFinal = ({ stage, band }: Uncertain): boolean => band !== null && stage !== 'drawing' && stage !== 'waiting' && stage !== 'asleep' && stage !== 'failed';

/** The finished band of the answer on screen, or nothing: the part of it that belongs into the headline. */
export function finalBand(state: Uncertain, runId: string): { readonly low: number; readonly high: number } | undefined {
  const { band } = state;
  if (state.runId !== runId || !isBandFinal(state) || band === null || band.low === null || band.high === null) return undefined;
  return { low: band.low, high: band.high };
}
