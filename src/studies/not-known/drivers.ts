/**
 * What drives the answer: which assumed cards move it most. With more inputs than draws a regression over the hypercube
 * says nothing sure, so each input is moved alone, to both ends of its range, at the same luck; the differences are paired
 * and their errors small. For the strongest inputs the value is found at which a conclusion turns. Inputs that matter only
 * together are not found this way; the band of `not-known` covers them.
 */
import { lethalCount } from '../../scenario/plan/lethal.js';
import { assumedInputs, overridesOf } from './assumption-draws.js';
import type { AssumedInput } from './assumption-draws.js';
import type { Executor, StopSignal } from '../executor.js';
import { pairedDifference } from '../paired/paired.js';
import { createPlanRunner } from '../paired/plan-outcomes.js';
import type { AssumptionQuestion, PlanOutcome } from '../paired/plan-outcomes.js';
import type { Interval } from '../runs/summary.js';
import { findTurns } from './turning-point.js';
import type { Conclusion, Turn } from './turning-point.js';

export const DEFAULT_TOP = 3;

/** An input moved alone. Means are missiles that get through in one attack; null where the plan was refused. */
export interface Effect {
  readonly path: string;
  readonly card: string;
  readonly label: string;
  readonly unit: string;
  readonly now: number;
  readonly low: number;
  readonly high: number;
  readonly meanAtLow: number | null;
  readonly meanAtHigh: number | null;
  /** Mean at high less mean at low with its 95 % interval, paired; an end that was refused is replaced by the scenario itself. */
  readonly effect: Interval;
  /** Why an end of the range cannot be run. */
  readonly refusals: readonly string[];
}

export interface Driver extends Effect {
  /** Where the first conclusion turns that turns at all; null when none does within the range. */
  readonly turnsAt: number | null;
  readonly conclusion: string;
  readonly turns: readonly Turn[];
}

export interface Drivers {
  /** The strongest first. */
  readonly drivers: readonly Driver[];
  /** Every input, the strongest first. */
  readonly effects: readonly Effect[];
  /** Mean of the scenario as it stands, over the same runs. */
  readonly meanNow: number;
  readonly runs: number;
}

export interface DriverProgress {
  readonly phase: 'moving each input' | 'looking for turning values';
  readonly done: number;
  readonly total: number;
}

export interface DriverOptions {
  readonly top?: number;
  readonly inputs?: readonly AssumedInput[];
  readonly conclusions?: readonly Conclusion[];
}

/** What most readers ask of a shield: does it stop more than half, and does less than one missile get through? */
export function defaultConclusions(launched: number): Conclusion[] {
  const half = { text: 'fewer than half of the missiles get through', leakage: 0.5 };
  // Of two missiles one is half, and of one missile fewer than one always gets through.
  return launched > 2 ? [half, { text: 'fewer than one missile gets through on average', leakage: 1 / launched }] : [half];
}

export async function findDrivers(question: AssumptionQuestion, options: DriverOptions, executor: Executor, onProgress?: (progress: DriverProgress) => void, signal?: StopSignal): Promise<Drivers> {
  const { base, runs } = question, { plan } = base;
  const launched = lethalCount(plan.attacks);
  const { top = DEFAULT_TOP, inputs = assumedInputs(base.numbers), conclusions = defaultConclusions(launched) } = options;
  const runner = createPlanRunner(question, executor);
  const changes = [[], ...inputs.flatMap((input) => [0, 1].map((share) => overridesOf([{ input, share }], plan)))];
  let done = 0;
  const [now, ...moved] = await runner.run(changes, () => onProgress?.({ phase: 'moving each input', done: ++done, total: changes.length }), signal);
  if (now.refusal !== null) throw new Error(`drivers: the scenario itself cannot be run: ${now.refusal}`);
  const ranked = inputs
    .map((input, i) => ({ input, low: moved[2 * i], high: moved[2 * i + 1] }))
    .map((ends) => ({ ends, effect: effectOf(ends.input, ends.low, ends.high, now) }))
    .sort((a, b) => Math.abs(b.effect.effect.mean) - Math.abs(a.effect.effect.mean) || (a.effect.card < b.effect.card ? -1 : 1));
  // An input that moves nothing drives nothing.
  const strongest = ranked.slice(0, top).filter(({ effect }) => effect.effect.mean !== 0);
  const turns = await findTurns(conclusions, strongest.map(({ ends }) => ends), now, { plan, runner, launched }, (round, rounds) => onProgress?.({ phase: 'looking for turning values', done: round, total: rounds }), signal);
  return {
    drivers: strongest.map(({ effect }, i) => asDriver(effect, turns[i])),
    effects: ranked.map(({ effect }) => effect),
    meanNow: now.gotThrough,
    runs,
  };
}

function effectOf({ path, card, label, unit, now: value, low: lowest, high: highest }: AssumedInput, low: PlanOutcome, high: PlanOutcome, now: PlanOutcome): Effect {
  const { mean, low: least, high: most } = pairedDifference((high.refusal === null ? high : now).leaked, (low.refusal === null ? low : now).leaked);
  return {
    path, card, label, unit, now: value, low: lowest, high: highest,
    meanAtLow: low.refusal === null ? low.gotThrough : null,
    meanAtHigh: high.refusal === null ? high.gotThrough : null,
    effect: { mean, low: least, high: most },
    refusals: [low.refusal, high.refusal].filter((refusal) => refusal !== null),
  };
}

function asDriver(effect: Effect, turns: readonly Turn[]): Driver {
  const first = turns.find(({ turnsAt }) => turnsAt !== null) ?? turns[0];
  return { ...effect, turnsAt: first?.turnsAt ?? null, conclusion: first?.conclusion ?? '', turns };
}
