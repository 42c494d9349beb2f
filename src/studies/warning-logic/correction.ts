/** How long a false public alert stands, and how often one is sent, with one or two persons and with or without a prepared correction. */
import { toSi } from '../../kernel/units.js';
import { Luck, STREAM } from '../../kernel/random.js';
import { percentile } from '../../kernel/statistics/statistics.js';
import { falseAlert_prob, PROCEDURES, timeToAlert_s, timeToCorrection_s } from '../../models/command/warning/public-alert.js';
import type { AlertProcedure, PublicAlertRules } from '../../models/command/warning/public-alert.js';
import { defaultsOf } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';

export interface ProcedureOutcome extends AlertProcedure {
  readonly timeToAlert_s: number;
  readonly falseAlertPerDrill_prob: number;
  /** Chance, not simulation error: single cases scatter between p5 and p95. */
  readonly correction_s: { readonly p5: number; readonly p50: number; readonly p95: number };
}

const CASES = 2000;

export function publicAlertRules(catalogue: Catalogue): PublicAlertRules {
  const { agencyDelay_s, sending_s, secondPerson_s, updateEvery_s, areaRadius_km, slip_prob, secondAgrees_prob, knownFalse_s, preparedCorrection_s, improvisedCorrection_s, spread } = defaultsOf(catalogue, 'public-alert', 'public-alert');
  return {
    agencyDelay_s: agencyDelay_s.value, sending_s: sending_s.value, secondPerson_s: secondPerson_s.value, updateEvery_s: updateEvery_s.value, areaRadius_m: toSi(areaRadius_km.value, 'km'),
    slip_prob: slip_prob.value, secondAgrees_prob: secondAgrees_prob.value, knownFalse_s: knownFalse_s.value,
    preparedCorrection_s: preparedCorrection_s.value, improvisedCorrection_s: improvisedCorrection_s.value, spread: spread.value,
  };
}

/** One drawn time to correction; procedures share the luck of each step. */
export function drawCorrection_s(rules: PublicAlertRules, procedure: AlertProcedure, luck: Luck, index: number): number {
  const draw = (step: number): number => luck.uniform(STREAM.publicAlert, index, step, 0, 0);
  return timeToCorrection_s(rules, procedure, [draw(0), draw(1), draw(2)]);
}

export function compareProcedures(rules: PublicAlertRules, seed: number): ProcedureOutcome[] {
  const luck = new Luck(seed);
  return PROCEDURES.map((procedure) => {
    const times_s = Array.from({ length: CASES }, (_, index) => drawCorrection_s(rules, procedure, luck, index)).sort((a, b) => a - b);
    return {
      ...procedure, timeToAlert_s: timeToAlert_s(rules, procedure), falseAlertPerDrill_prob: falseAlert_prob(rules, procedure),
      correction_s: { p5: percentile(times_s, 5), p50: percentile(times_s, 50), p95: percentile(times_s, 95) },
    };
  });
}
