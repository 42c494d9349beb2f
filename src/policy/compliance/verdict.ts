/**
 * From a number with its interval to a verdict: met only when the whole interval lies on the right side of the threshold, not met when all
 * of it lies on the wrong side, partly where it straddles. Parts without a number keep a verdict of their own.
 */
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { METRICS, type MetricName } from '../../scenario/cards/directive-terms.js';
import { shellLine } from '../../scenario/text/shell-line.js';
import type { Interval } from '../../studies/runs/summary.js';
import type { DrivingAssumption, Evidence, Judgement, MetricValue, RequirementPart, SupportingFigure, Verdict } from './compliance.js';
import type { EvidenceSet, RunEvidence } from './evidence.js';

/** A metric without scatter has its value for an interval. */
export function metricOf(name: MetricName, value: number | Interval | null): MetricValue {
  const { says, unit, better } = METRICS[name];
  if (value === null || typeof value === 'number') return { name, says, unit, better, value, low: null, high: null };
  return { name, says, unit, better, value: value.mean, low: value.low, high: value.high };
}

export function verdictOf({ value, low, high, better }: Pick<MetricValue, 'value' | 'low' | 'high' | 'better'>, threshold: number): Verdict {
  if (value === null || Number.isNaN(value)) return 'not testable';
  const worst = better === 'higher' ? (low ?? value) : (high ?? value), best = better === 'higher' ? (high ?? value) : (low ?? value);
  const isGood = (each: number): boolean => (better === 'higher' ? each >= threshold : each <= threshold);
  return isGood(worst) ? 'met' : isGood(best) ? 'partly' : 'not met';
}

/** Why a verdict of one number came out so. */
export function straddleWords(verdict: Verdict, metric?: Pick<MetricValue, 'low'>): string {
  const what = metric !== undefined && metric.low === null ? 'the value' : 'the whole interval';
  if (verdict === 'met') return `${what} lies on the right side of the threshold`;
  return verdict === 'partly' ? 'the interval straddles the threshold' : `${what} lies on the wrong side of the threshold`;
}

/**
 * Leakage of one set less that of another, run by run at the same luck, over the runs that both have. Differences lie from −1 to 1; the
 * interval is that of a bounded mean, so that runs that never differed leave a bound and not a certainty.
 */
export function leakageDifference(more: RunEvidence, less: RunEvidence): Interval {
  const runs = Math.min(more.summary.runs, less.summary.runs);
  const halved = Float64Array.from({ length: runs }, (_, run) => 0.5 * (1 + (more.summary.leakedByRun[run] ?? 0) / more.launched - (less.summary.leakedByRun[run] ?? 0) / less.launched));
  const { mean, low, high } = boundedMeanInterval(halved, undefined);
  return { mean: 2 * mean - 1, low: 2 * low - 1, high: 2 * high - 1 };
}

const ORDER: readonly Verdict[] = ['not met', 'partly', 'met'];

/** The worse of several; what is not testable counts only where nothing else is there. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return ORDER.find((verdict) => verdicts.includes(verdict)) ?? 'not testable';
}

interface Loose {
  readonly verdict: Verdict;
  readonly why: string;
  readonly metric: MetricValue;
  readonly evidence?: readonly Evidence[];
  readonly drivingAssumption?: DrivingAssumption | null;
  readonly figures?: readonly SupportingFigure[];
  readonly parts?: readonly RequirementPart[];
}

export function judgement({ evidence = [], drivingAssumption = null, figures = [], parts = [], ...rest }: Loose): Judgement {
  return { ...rest, evidence, drivingAssumption, figures, parts };
}

export const named = (path: string, says: string): DrivingAssumption => ({ path, says, how: 'named' });
export const measured = (path: string, says: string): DrivingAssumption => ({ path, says, how: 'measured' });

/** Runs as evidence, with the command that runs them again. */
export function runEvidence({ says, summary, runId, overrides }: RunEvidence, { scenario }: EvidenceSet): Evidence {
  const { planHash, seed, runs } = summary;
  return { kind: 'runs', says, runId, planHash, seed, runs, command: commandOf(overrides === null ? 'comply' : 'run', scenario, overrides ?? [], ['--runs', String(runs), '--seed', String(seed)]) };
}

export function studyEvidence(kind: 'geometry' | 'price' | 'scenario', says: string, command: string, { scenario, compiled }: EvidenceSet): Evidence {
  return { kind, says, runId: null, planHash: compiled.planHash, seed: null, runs: null, command: commandOf(command, scenario) };
}

function commandOf(command: string, { file, overrides }: EvidenceSet['scenario'], more: readonly string[] = [], flags: readonly string[] = []): string {
  return shellLine(['cupola', command, file, ...[...overrides, ...more].flatMap((change) => ['--set', change]), ...flags]);
}
