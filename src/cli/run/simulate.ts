/** The attacks of one scenario, simulated with a bar that shows how far it is: what every command that gives an answer begins with. */
import { countText } from '../../figures/numbers.js';
import { headline } from '../../figures/sentences/sentence.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { lethalCount, lethalNoun } from '../../scenario/plan/lethal.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { runStudy, type StudyOptions } from '../../studies/runs/monte-carlo.js';
import type { Summary } from '../../studies/runs/summary.js';
import type { Output } from '../frame/output.js';
import { withWorkers } from '../frame/with-workers.js';

export interface Simulation extends StudyOptions {
  readonly workers: number;
}

export async function simulateAttacks(compiled: CompiledScenario, { workers, ...options }: Simulation, output: Output, signal: AbortSignal): Promise<Summary> {
  const { runs } = options, stopped = (done: number): string => `Stopped after ${countText(done)} of ${countText(runs)} simulated attacks; nothing was written.`;
  return await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) => {
    bar.update(0, runs);
    return await runStudy(compiled, options, executor, (state) => bar.update(state.done, state.total), signal);
  });
}

/** Outlines of countries for a study, where something can be stopped in boost and fall on one. */
export const fallOutlines = ({ layers }: Plan, { territories }: Catalogue): Pick<StudyOptions, 'outlines'> => (layers.some(({ kind }) => kind === 'space') ? { outlines: territories } : {});

/** The answer in one sentence, without what is not known. */
export const plainHeadline = (summary: Parameters<typeof headline>[0], { plan: { attacks } }: CompiledScenario): string => headline(summary, lethalCount(attacks), undefined, lethalNoun(attacks));
