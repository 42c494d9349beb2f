/** From a scenario and flags to its price: how much is stopped on average, and with --marginal what one more warhead stopped costs. */
import { countText } from '../../figures/numbers.js';
import { type MarginalCost, marginalCosts } from '../../policy/cost/marginal.js';
import type { CostPreset } from '../../policy/cost/preset.js';
import { costOfPlan, type ScenarioCost } from '../../policy/cost/scenario-cost.js';
import type { Schedule } from '../../policy/cost/fiscal-years.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { runStudy } from '../../studies/runs/monte-carlo.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { noteWarnings } from '../frame/problems.js';
import { readScenario, SET_FLAG } from '../frame/scenario-file.js';
import { readWorkers, withWorkers } from '../frame/with-workers.js';

export const DEFAULT_RUNS = 500;

export interface PricedScenario {
  readonly answer: ScenarioCost;
  readonly compiled: CompiledScenario;
  readonly runs: number;
}

interface Asked {
  readonly catalogue: Catalogue;
  /** Undefined after a problem. */
  readonly preset: CostPreset | undefined;
  readonly priceYear: number | undefined;
  readonly seed: number;
  readonly schedule: Partial<Schedule>;
}

export async function priceScenario({ flags, given, output, signal }: CommandInput, { catalogue, preset, priceYear, seed, schedule }: Asked): Promise<PricedScenario> {
  const runs = flags.integer('runs', { min: 0, max: 10_000_000 }) ?? DEFAULT_RUNS, workers = readWorkers(flags), file = given['scenario'] ?? '';
  const isMarginal = flags.has('marginal'), asNew = flags.has('asNew'), { compiled, problems, text } = readScenario(given['scenario'], flags, catalogue);
  flags.problems.push(...problems);
  if (isMarginal && runs === 0) flags.reject('marginal', 'with attacks to compare: --runs above 0');
  if (compiled === undefined || preset === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  noteWarnings(output, compiled.warnings);
  const price = (plan: CompiledScenario['plan'], stopped?: number): ScenarioCost => {
    const answer = costOfPlan({ plan, catalogue, preset, priceYear, stopped, seed, asNew, schedule });
    if (typeof answer === 'string') throw new BadInput([flagProblem(file, answer, 'numbers that can be priced')]);
    return answer;
  };
  if (runs === 0) return { answer: price(compiled.plan), compiled, runs };
  // Refused before anything is flown.
  price(compiled.plan);
  const stopped = (done: number): string => `Stopped after ${countText(done)} attacks; nothing was written.`;
  return await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) => {
    const base = await runStudy(compiled, { runs, seed }, executor, (state) => bar.update(state.done, state.total), signal);
    let marginal: readonly MarginalCost[] = [];
    if (isMarginal) {
      bar.begin('attacks, a tenth more of each layer');
      marginal = await marginalCosts({ text, overrides: flags.texts(SET_FLAG.name), compiled, catalogue, runs, seed, cost_usd: (plan) => price(plan).atValues_usd }, base, executor, (done, total) => bar.update(done, total), signal);
    }
    return { answer: { ...price(compiled.plan, base.funnel.killed), marginal }, compiled, runs };
  });
}
