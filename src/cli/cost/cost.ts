/** `cupola cost`: what a layer or a whole shield costs over its years, under the assumptions of a published study or its own. */
import { defaultWorkers } from '../../cluster/threads.js';
import { citationLine } from '../../figures/citation.js';
import { countText } from '../../figures/numbers.js';
import { answerCost } from '../../policy/cost/cost-answer.js';
import { type CostNumber, SIZING_KEYS } from '../../policy/cost/preset.js';
import { priceIndexOf } from '../../policy/cost/price-index.js';
import type { PricedLayer } from '../../policy/cost/priced-layer.js';
import { costOfPlan, DEFAULT_COST_PRESET } from '../../policy/cost/scenario-cost.js';
import { layerOf } from '../../policy/cost/space-price.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { runStudy } from '../../studies/runs/monte-carlo.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { refuseFlags } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { costDocument, costText } from './cost-answer.js';
import { readPreset } from './cost-numbers.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { SEED_RANGE } from '../run/run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { readWorkers, withWorkers } from '../frame/with-workers.js';

const DEFAULT_RUNS = 500;
const SET_COST = 'setCost';

export const costCommand: Command = {
  name: 'cost',
  summary: 'what a layer or a shield costs over its years, by the assumptions of published studies',
  usage: [
    'cost --preset NAME [--set KEY=NUMBER]… [--priceYear Y]',
    `cost <scenario> [--preset NAME] [--set PATH=VALUE]… [--${SET_COST} KEY=NUMBER]… [--runs N] [--seed S] [--priceYear Y]`,
  ],
  arguments: [{ ...SCENARIO_ARGUMENT, isOptional: true }],
  flags: [
    { name: 'preset', value: 'NAME', doc: `a published set of assumptions: cupola list costs (default for a scenario ${DEFAULT_COST_PRESET})` },
    { ...SET_FLAG, doc: 'without a scenario a number of the preset, as salvo=5; with one a number of the scenario' },
    { name: SET_COST, value: 'KEY=NUMBER', isRepeated: true, doc: 'change a number of the preset that prices the satellites of a scenario, as launch_usdPerKg=500' },
    { name: 'priceYear', value: 'Y', doc: 'dollars of this year (default those of the preset); the price index is assumed' },
    { name: 'runs', value: 'N', doc: `attacks simulated to say how many warheads are stopped (default ${DEFAULT_RUNS}; 0: none)` },
    { name: 'seed', value: 'S', doc: 'seed of the luck and of the draws over what is not known (default 1)' },
    { name: 'workers', value: 'N', doc: `worker threads (default ${defaultWorkers()})` },
  ],
  examples: [
    ['cupola cost --preset aei-2025 --set salvo=5', "AEI's calculator for five missiles at once"],
    ['cupola cost --preset cbo-2026 --set launch_usdPerKg=5000', "CBO's notional space layer at a higher launch price"],
    ['cupola cost scenarios/01-ten-icbms-notional-shell.yaml', 'a whole shield, and the price of each missile that it stops'],
  ],
  run: cost,
};

async function cost(input: CommandInput): Promise<number> {
  const { flags, given, output, commandLine } = input;
  const catalogue = loadCatalogue(), file = given['scenario'];
  const seed = flags.integer('seed', SEED_RANGE) ?? 1, priceYear = flags.integer('priceYear', { min: 1900, max: 2100 });
  if (file === undefined && !flags.has('preset')) flags.reject('preset', 'a cost preset, or a scenario file as argument', 'cupola list costs names them');
  if (file === undefined) refuseFlags(flags, ['runs', 'workers', SET_COST], 'a scenario: a preset alone is not attacked, and --set changes its numbers');
  const name = flags.text('preset') ?? DEFAULT_COST_PRESET;
  const preset = readPreset(flags, name, file === undefined ? SET_FLAG.name : SET_COST, catalogue);
  const planned = ['satellites_count', ...SIZING_KEYS, 'divert_kmps'].filter((key) => flags.texts(SET_COST).some((text) => text.startsWith(`${key}=`)));
  if (file !== undefined && planned.length > 0) flags.reject(SET_COST, 'a number that the scenario does not give', `${planned.join(', ')}: change the scenario instead, as in --set interceptors[0].count=15600`);
  if (preset === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const index = priceIndexOf(catalogue);
  if (priceYear !== undefined && index[priceYear] === undefined && priceYear !== preset.priceYear) {
    const years = Object.keys(index).map(Number), nearest = years.reduce((a, b) => (Math.abs(b - priceYear) < Math.abs(a - priceYear) ? b : a));
    throw new BadInput([flagProblem('--priceYear', String(priceYear), `a year of the price index: ${years.join(', ')}`, `nearest: ${nearest}`)]);
  }
  const question: Question = file === undefined ? { stopped: undefined, runs: 0 } : await scenarioQuestion(input, catalogue, seed);
  const { compiled, stopped, runs } = question, layers = [layerOf(preset, 'space layer')];
  const shield = compiled === undefined ? undefined : costOfPlan({ plan: compiled.plan, catalogue, preset, priceYear, stopped, seed });
  const answer = shield ?? answerCost({ layers, priceYear: priceYear ?? preset.priceYear, index, seed });
  if (typeof answer === 'string') throw new BadInput([flagProblem(file ?? `--preset ${name}`, answer, 'numbers that can be priced', hintFor(answer))]);
  const scenario = typeof shield === 'string' ? undefined : shield;
  const provenance = provenanceOf(catalogue, commandLine, { seed, ...(compiled === undefined ? {} : { planHash: compiled.planHash }) });
  const told = { answer, scenario, preset, stopped, runs, used: usedNumbers(scenario?.shield.layers ?? layers), setFlag: file === undefined ? SET_FLAG.name : SET_COST };
  if (output.isJson) output.json({ ...costDocument(told), provenance });
  else output.print([costText(told, output), output.styled('dim', citationLine(provenance))].join('\n\n'));
  return 0;
}

interface Question {
  readonly compiled?: CompiledScenario;
  readonly stopped: number | undefined;
  readonly runs: number;
}

async function scenarioQuestion({ flags, given, output, signal }: CommandInput, catalogue: Catalogue, seed: number): Promise<Question> {
  const runs = flags.integer('runs', { min: 0, max: 10_000_000 }) ?? DEFAULT_RUNS, workers = readWorkers(flags);
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  flags.problems.push(...problems);
  if (compiled === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  noteWarnings(output, compiled.warnings);
  return { compiled, runs, stopped: runs === 0 ? undefined : await stoppedOnAverage(compiled, { runs, seed, workers }, output, signal) };
}

async function stoppedOnAverage(compiled: CompiledScenario, { runs, seed, workers }: { runs: number; seed: number; workers: number }, output: CommandInput['output'], signal: AbortSignal): Promise<number> {
  const stopped = (done: number): string => `Stopped after ${countText(done)} of ${countText(runs)} simulated attacks; nothing was written.`;
  const summary = await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) => await runStudy(compiled, { runs, seed }, executor, (state) => bar.update(state.done, state.total), signal));
  return summary.funnel.killed;
}

/** Cards by owner and key, each once. */
function usedNumbers(layers: readonly PricedLayer[]): (CostNumber & { readonly preset: string })[] {
  const found = new Map<string, CostNumber & { readonly preset: string }>();
  for (const { owner, numbers } of layers) for (const number of numbers) if (number.source !== '' || number.where === 'set by hand') found.set(`${owner}#${number.key}`, { ...number, preset: owner });
  return [...found.values()];
}

function hintFor(problem: string): string {
  if (problem.includes('number of satellites')) return 'as in --set satellites_count=1000';
  if (problem.includes('longer than its fly-out')) return 'a longer flyout_s, more acceleration_g, or less speed_kmps';
  if (problem.includes('heavier than')) return 'a larger launchCapacity_kg, or launch by weight: launch_usdPerKg';
  return '';
}
