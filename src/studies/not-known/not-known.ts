/**
 * Not known: how far the answer moves when the assumed cards move within their ranges. A Latin hypercube of draws, each a
 * plan of its own, all at the same luck, so that draws differ by their assumptions only. The band runs from the smallest
 * to the largest mean over the draws; the scenario as it stands is not one of them. It is no probability: nobody knows how
 * likely a value within a range is. Draws that cannot be run (a missile that no longer reaches its target) are counted.
 */
import { assumedInputs, drawAssumptions } from './assumption-draws.js';
import type { Executor, StopSignal } from '../executor.js';
import { FIRST_BAND } from './hypercube.js';
import { createPlanRunner } from '../paired/plan-outcomes.js';
import type { AssumptionQuestion, PlanOutcome } from '../paired/plan-outcomes.js';

export const DEFAULT_DRAWS = 64;
export const DEFAULT_DRAW_RUNS = 500;

export interface AssumptionDraw {
  /** What was set, as `path=value`. */
  readonly overrides: readonly string[];
  /** Mean share of missiles launched that got through; null when the draw was refused. */
  readonly leakage: number | null;
  readonly refusal: string | null;
}

export interface NotKnown {
  /** Smallest and largest mean leakage over the draws; null when all were refused. */
  readonly low: number | null;
  readonly high: number | null;
  /** Draws made, refused ones among them. */
  readonly draws: number;
  readonly refused: number;
  /** Why draws were refused, the most frequent reason first. */
  readonly refusals: readonly { readonly reason: string; readonly draws: number }[];
  /** Assumed cards moved, and runs of each draw. */
  readonly inputs: number;
  readonly runs: number;
  readonly perDraw: readonly AssumptionDraw[];
}

export interface NotKnownProgress {
  readonly done: number;
  readonly total: number;
  /**
   * The band over the first draws that are all done; null before the first sixteen are. Later draws that are done already
   * wait: which ones end early depends on what they assume, so they would be a chosen sample, another one with other
   * workers. One slow draw can therefore hold the band up for a while.
   */
  interim(): NotKnown | null;
}

export interface NotKnownOptions {
  readonly draws?: number;
  /** Cards to move; all that are assumed when left out. */
  readonly inputs?: ReturnType<typeof assumedInputs>;
}

export async function notKnown(question: AssumptionQuestion, options: NotKnownOptions, executor: Executor, onProgress?: (progress: NotKnownProgress) => void, signal?: StopSignal): Promise<NotKnown> {
  const { base, seed, runs } = question;
  const { draws = DEFAULT_DRAWS, inputs = assumedInputs(base.numbers) } = options;
  const changes = inputs.length === 0 ? [] : drawAssumptions(inputs, base.plan, seed, draws);
  const outcomes: (PlanOutcome | undefined)[] = changes.map(() => undefined);
  let done = 0;
  const band = (count: number): NotKnown => reduceDraws(changes.slice(0, count).map((overrides, draw) => asDraw(overrides, outcomes[draw])), inputs.length, runs);
  await createPlanRunner(question, executor).run(changes, (draw, outcome) => {
    outcomes[draw] = outcome;
    done++;
    onProgress?.({
      done, total: changes.length,
      interim: () => {
        const prefix = outcomes.findIndex((found) => found === undefined);
        return prefix < 0 ? band(changes.length) : prefix >= FIRST_BAND ? band(prefix) : null;
      },
    });
  }, signal);
  return band(changes.length);
}

function asDraw(overrides: readonly string[], outcome: PlanOutcome | undefined): AssumptionDraw {
  const { leakage, refusal } = outcome ?? { leakage: NaN, refusal: 'not run' };
  return { overrides, leakage: refusal === null ? leakage : null, refusal };
}

function reduceDraws(perDraw: readonly AssumptionDraw[], inputs: number, runs: number): NotKnown {
  const means = perDraw.flatMap(({ leakage }) => (leakage === null ? [] : [leakage]));
  const reasons = new Map<string, number>();
  for (const { refusal } of perDraw) if (refusal !== null) reasons.set(refusal, (reasons.get(refusal) ?? 0) + 1);
  return {
    low: means.length === 0 ? null : means.reduce((a, b) => Math.min(a, b)),
    high: means.length === 0 ? null : means.reduce((a, b) => Math.max(a, b)),
    draws: perDraw.length,
    refused: perDraw.length - means.length,
    refusals: [...reasons].map(([reason, count]) => ({ reason, draws: count })).sort((a, b) => b.draws - a.draws || (a.reason < b.reason ? -1 : 1)),
    inputs, runs, perDraw,
  };
}
