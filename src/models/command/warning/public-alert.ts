/**
 * The way of a public alert: how long it takes to send, how likely one is sent by mistake, and how long a false one stands.
 * Two persons make a slip rarer, but not by its square: they hear the same drill. What shortens the time to correction is
 * less who must agree than whether text and authority are prepared. Times are medians of lognormal distributions.
 */
import { exp } from '../../../kernel/maths.js';
import { normalQuantile } from '../../../kernel/statistics/normal.js';

export interface PublicAlertRules {
  readonly agencyDelay_s: number;
  readonly sending_s: number;
  readonly secondPerson_s: number;
  readonly updateEvery_s: number;
  readonly areaRadius_m: number;
  readonly slip_prob: number;
  readonly secondAgrees_prob: number;
  readonly knownFalse_s: number;
  readonly preparedCorrection_s: number;
  readonly improvisedCorrection_s: number;
  readonly spread: number;
}

export interface AlertProcedure {
  readonly persons: 1 | 2;
  readonly correction: 'prepared' | 'improvised';
}

export const PROCEDURES: readonly AlertProcedure[] = [
  { persons: 1, correction: 'improvised' }, { persons: 2, correction: 'improvised' }, { persons: 1, correction: 'prepared' }, { persons: 2, correction: 'prepared' },
];

/** From a confirmed attack to the alert at its receivers; medians. */
export function timeToAlert_s(rules: PublicAlertRules, { persons }: AlertProcedure): number {
  return rules.agencyDelay_s + (persons === 2 ? rules.secondPerson_s : 0) + rules.sending_s;
}

/** Chance that one drill ends in a false alert. */
export function falseAlert_prob(rules: PublicAlertRules, { persons }: AlertProcedure): number {
  return persons === 1 ? rules.slip_prob : rules.slip_prob * rules.secondAgrees_prob;
}

/** From a false alert to its correction by the same way. `luck`: three numbers in (0, 1), one for each step; halves give the medians. */
export function timeToCorrection_s(rules: PublicAlertRules, { persons, correction }: AlertProcedure, luck: readonly [number, number, number]): number {
  const steps_s = [rules.knownFalse_s, correction === 'prepared' ? rules.preparedCorrection_s : rules.improvisedCorrection_s, persons === 2 ? rules.secondPerson_s : 0];
  return steps_s.reduce((sum_s, median_s, step) => sum_s + (median_s === 0 ? 0 : median_s * exp(rules.spread * normalQuantile(luck[step]))), 0);
}
