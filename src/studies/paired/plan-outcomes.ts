/**
 * Many plans at the same luck: one job each, so that a plan's geometry is charted once and on one worker. Of each run only
 * the number of missiles that got through is kept. Plans that have been run before are not run again.
 */
import type { CompileResult, CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Executor, ShardJob, StopSignal } from '../executor.js';
import { createOutcomeTable } from '../runs/outcome-table.js';

/** A scenario whose assumptions are moved, and how often each of the plans is run. */
export interface AssumptionQuestion {
  readonly base: CompiledScenario;
  /** Compiles the same text with further overrides; where that takes place is the face's business. */
  readonly compile: (overrides: readonly string[]) => CompileResult | Promise<CompileResult>;
  readonly seed: number;
  readonly runs: number;
}

export interface PlanOutcome {
  /** Missiles that got through, by run; empty when the plan was refused. */
  readonly leaked: Uint16Array;
  /** Mean over runs of missiles that got through, and as a share of those launched; NaN when refused. */
  readonly gotThrough: number;
  readonly leakage: number;
  readonly refusal: string | null;
}

export interface PlanRunner {
  /** Outcomes in the order of the overrides; `onOutcome` is told of each as it comes in, in any order. */
  run(changes: readonly (readonly string[])[], onOutcome?: (index: number, outcome: PlanOutcome) => void, signal?: StopSignal): Promise<PlanOutcome[]>;
}

/** Plans handed over at once: enough to keep many workers busy until the next are compiled. */
const BATCH = 32;

type Planned = Pick<CompiledScenario, 'plan' | 'planHash'>;

export function createPlanRunner(question: AssumptionQuestion, executor: Executor): PlanRunner {
  const { base, seed, runs } = question;
  const known = new Map<string, PlanOutcome>();
  return {
    async run(changes, onOutcome, signal) {
      const outcomes = new Array<PlanOutcome>(changes.length);
      const waiting = new Map<string, number[]>();
      const underWay: Promise<void>[] = [];
      let jobs: ShardJob[] = [];
      const settle = (index: number, outcome: PlanOutcome): void => {
        outcomes[index] = outcome;
        onOutcome?.(index, outcome);
      };
      const start = (): void => {
        const running = executor.run(jobs, (job, { buffer, refusal }) => {
          const outcome = refusal === undefined ? outcomeOf(job, buffer) : refused(refusal);
          known.set(job.planHash, outcome);
          for (const index of waiting.get(job.planHash) ?? []) settle(index, outcome);
        }, signal);
        // Awaited below; until then a failure must not count as one that nobody handles.
        running.catch(() => undefined);
        underWay.push(running);
        jobs = [];
      };
      // Compiling takes a tenth of running: workers begin with the first plans while the next are compiled.
      for (const [index, overrides] of changes.entries()) {
        if (signal?.aborted === true) break;
        if (jobs.length === BATCH) start();
        const planned = overrides.length === 0 ? base : await compileChange(question, overrides);
        if (typeof planned === 'string') {
          settle(index, refused(planned));
          continue;
        }
        const { plan, planHash } = planned, before = known.get(planHash), others = waiting.get(planHash);
        if (before !== undefined) settle(index, before);
        else if (others !== undefined) others.push(index);
        else {
          waiting.set(planHash, [index]);
          jobs.push({ plan, planHash, seed, from: 0, to: runs, mayRefuse: true, isOutcomeOnly: true });
        }
      }
      start();
      await Promise.all(underWay);
      return outcomes;
    },
  };
}

/** The plan with these changes, or the reason why there is none. */
async function compileChange(question: AssumptionQuestion, overrides: readonly string[]): Promise<Planned | string> {
  const result = await question.compile(overrides);
  if (result.ok) return result.compiled;
  const [problem] = result.problems;
  return problem === undefined ? 'the scenario does not compile' : `${problem.path}: ${problem.expected} needed`;
}

function outcomeOf(job: ShardJob, buffer: ArrayBuffer): PlanOutcome {
  const runs = job.to - job.from, table = createOutcomeTable(job.plan.layers.length, runs, buffer);
  const leaked = Uint16Array.from(table.leaked.subarray(0, runs)), launched = table.launched[0];
  const gotThrough = leaked.reduce((sum, count) => sum + count, 0) / runs;
  return { leaked, gotThrough, leakage: gotThrough / launched, refusal: null };
}

const refused = (refusal: string): PlanOutcome => ({ leaked: new Uint16Array(0), gotThrough: NaN, leakage: NaN, refusal });
