/** The share stopped: the interval of the mean over runs, and how far the mean moves over the assumed cards; both as a share stopped. */
import type { UsedNumber } from '../../../scenario/compile/compiled.js';
import { type AssumedInput, assumedInputs } from '../../../studies/not-known/assumption-draws.js';
import type { Driver } from '../../../studies/not-known/drivers.js';
import { type Amount, middleOf, type WouldHaveToBe } from './slots.js';

/** What runs of the scenario with the numbers of the claim came to. */
export interface FlownShare {
  readonly runId: string;
  readonly runs: number;
  readonly launched: number;
  readonly title: string;
  /** Share of missiles that got through, with the 95 % interval of its mean. */
  readonly leakage: { readonly mean: number; readonly low: number; readonly high: number };
  /** Smallest and largest mean over the draws; null where none was drawn. */
  readonly band: { readonly low: number; readonly high: number; readonly draws: number; readonly cards: number } | null;
  /** Cards moved alone, with the value at which the share claimed is met. */
  readonly drivers: readonly Driver[];
  /** What was taken where the sentence says nothing. */
  readonly notes: readonly string[];
}

/** From the lowest to the highest share stopped that runs or assumed numbers give. */
export function shareRange({ leakage, band }: FlownShare): Amount {
  const least = Math.min(leakage.low, band?.low ?? leakage.low), most = Math.max(leakage.high, band?.high ?? leakage.high);
  return { low: 1 - most, high: 1 - least };
}

export function shareWanted({ drivers }: FlownShare): WouldHaveToBe[] {
  return drivers.flatMap(({ label, unit, low, high, turnsAt }) => (turnsAt === null ? [] : [{ what: label, unit, value: turnsAt, low, high, isWithin: true, beside: 'all else at its value' }]));
}

/** Assumptions that the debate names: moving each of a hundred others alone would take minutes and be told by nobody. */
const DEBATED = /^(release\.|command\.shotsPerTarget)|^interceptors\[\d+\]\.(singleShotKill|inclination_deg|altitude_km|commonMode.*|interceptor\.(speed_kmps|deadTime_s))$/;

export function debatedInputs(numbers: readonly UsedNumber[]): AssumedInput[] {
  return assumedInputs(numbers).filter(({ path }) => DEBATED.test(path));
}

/** The conclusion whose turning value is what would have to be. Of a claim that all are stopped: fewer than one in twenty attacks lets one through. */
export function claimedConclusion(claimed: Amount, launched: number): { readonly text: string; readonly leakage: number } {
  const least = 0.05 / Math.max(1, launched);
  return { text: 'the share claimed is stopped', leakage: Math.max(least, 1 - middleOf(claimed)) };
}
