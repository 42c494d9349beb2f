/** `cupola cost`: what a layer or a whole shield costs over its years, under the assumptions of a published study or its own. */
import { defaultWorkers } from '../../cluster/threads.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { answerCost } from '../../policy/cost/cost-answer.js';
import { readEstimates } from '../../policy/cost/estimates.js';
import { type CostNumber, SIZING_KEYS } from '../../policy/cost/preset.js';
import { priceIndexOf } from '../../policy/cost/price-index.js';
import type { PricedLayer } from '../../policy/cost/priced-layer.js';
import { DEFAULT_COST_PRESET } from '../../policy/cost/scenario-cost.js';
import { layerOf } from '../../policy/cost/space-price.js';
import { COST_SCHEDULE } from '../../scenario/cards/cost-quantities.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { refuseFlags } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { provenanceOf } from '../frame/provenance.js';
import { SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { SEED_RANGE } from '../run/run.js';
import { costDocument, scenarioDocument } from './cost-document.js';
import { readPreset } from './cost-numbers.js';
import { DEFAULT_RUNS, priceScenario } from './cost-question.js';
import { costText } from './cost-text.js';
import { scenarioText } from './scenario-text.js';

const SET_COST = 'setCost';

export const costCommand: Command = {
  name: 'cost',
  summary: 'what a layer or a shield costs over its years, by the assumptions of published studies',
  usage: [
    'cost --preset NAME [--set KEY=NUMBER]… [--priceYear Y]',
    `cost <scenario> [--preset NAME] [--set PATH=VALUE]… [--${SET_COST} KEY=NUMBER]… [--runs N] [--marginal] [--asNew] [--serviceFrom Y] [--buildYears N] [--seed S] [--priceYear Y]`,
  ],
  arguments: [{ ...SCENARIO_ARGUMENT, isOptional: true }],
  flags: [
    { name: 'preset', value: 'NAME', doc: `a published set of assumptions: cupola list costs (default for a scenario ${DEFAULT_COST_PRESET})` },
    { ...SET_FLAG, doc: 'without a scenario a number of the preset, as salvo=5; with one a number of the scenario' },
    { name: SET_COST, value: 'KEY=NUMBER', isRepeated: true, doc: 'change a number of the preset that prices the satellites of a scenario, as launch_usdPerKg=500' },
    { name: 'priceYear', value: 'Y', doc: 'dollars of this year (default those of the preset); the price index is assumed' },
    { name: 'runs', value: 'N', doc: `attacks simulated to say how many warheads are stopped (default ${DEFAULT_RUNS}; 0: none)` },
    { name: 'marginal', doc: 'also what one more warhead stopped costs: each layer with a tenth more, at the same luck; as many attacks again for each layer' },
    { name: 'asNew', doc: 'price what stands today as though it had to be bought' },
    { name: 'serviceFrom', value: 'Y', doc: 'fiscal year that is the first of service (default: data/costs/schedule)' },
    { name: 'buildYears', value: 'N', doc: 'fiscal years before it over which acquisition is spread (default: data/costs/schedule)' },
    { name: 'seed', value: 'S', doc: 'seed of the luck and of the draws over what is not known (default 1)' },
    { name: 'workers', value: 'N', doc: `worker threads (default ${defaultWorkers()})` },
  ],
  examples: [
    ['cupola cost --preset aei-2025 --set salvo=5', "AEI's calculator for five missiles at once"],
    ['cupola cost --preset cbo-2026 --set launch_usdPerKg=5000', "CBO's notional space layer at a higher launch price"],
    ['cupola cost scenarios/01-ten-icbms-notional-shell.yaml', 'a whole shield, year by year, beside money announced and published totals'],
    ['cupola cost scenarios/01-ten-icbms-notional-shell.yaml --marginal --runs 2000', 'and the price of one more warhead stopped, layer by layer'],
  ],
  run: cost,
};

async function cost(input: CommandInput): Promise<number> {
  const { flags, given, output, commandLine } = input;
  const catalogue = loadCatalogue(), file = given['scenario'], index = priceIndexOf(catalogue);
  const seed = flags.integer('seed', SEED_RANGE) ?? 1, priceYear = flags.integer('priceYear', { min: 1900, max: 2100 });
  const serviceFrom = flags.integer('serviceFrom', COST_SCHEDULE.serviceFrom), build_y = flags.integer('buildYears', COST_SCHEDULE.build_y);
  if (file === undefined && !flags.has('preset')) flags.reject('preset', 'a cost preset, or a scenario file as argument', 'cupola list costs names them');
  if (file === undefined) refuseFlags(flags, ['runs', 'workers', 'marginal', 'asNew', 'serviceFrom', 'buildYears', SET_COST], 'a scenario: a preset alone is not attacked, and --set changes its numbers');
  const name = flags.text('preset') ?? DEFAULT_COST_PRESET, setFlag = file === undefined ? SET_FLAG.name : SET_COST;
  const preset = readPreset(flags, name, setFlag, catalogue);
  const planned = ['satellites_count', ...SIZING_KEYS, 'divert_kmps'].filter((key) => flags.texts(SET_COST).some((text) => text.startsWith(`${key}=`)));
  if (file !== undefined && planned.length > 0) flags.reject(SET_COST, 'a number that the scenario does not give', `${planned.join(', ')}: change the scenario instead, as in --set interceptors[0].count=15600`);
  if (priceYear !== undefined && index[priceYear] === undefined && priceYear !== preset?.priceYear) {
    const years = Object.keys(index).map(Number), nearest = years.reduce((a, b) => (Math.abs(b - priceYear) < Math.abs(a - priceYear) ? b : a));
    flags.problems.push(flagProblem('--priceYear', String(priceYear), `a year of the price index: ${years.join(', ')}`, `nearest: ${nearest}`));
  }
  if (file !== undefined) {
    const schedule = { ...(serviceFrom === undefined ? {} : { serviceFrom }), ...(build_y === undefined ? {} : { build_y }) };
    const { answer, compiled, runs } = await priceScenario(input, { catalogue, preset, priceYear, seed, schedule });
    const told = { answer, preset: answer.preset, stopped: answer.stopped ?? undefined, runs, used: usedNumbers(answer.shield.layers), setFlag };
    const provenance = provenanceOf(catalogue, commandLine, { seed, planHash: compiled.planHash }), estimates = readEstimates(catalogue);
    if (output.isJson) output.json({ ...costDocument(told), ...scenarioDocument(answer, estimates, index), provenance });
    else output.print([scenarioText(told, answer, estimates, index, output), output.styled('dim', citationLine(provenance))].join('\n\n'));
    return 0;
  }
  if (preset === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const layers = [layerOf(preset, 'space layer')], answer = answerCost({ layers, priceYear: priceYear ?? preset.priceYear, index, seed });
  if (typeof answer === 'string') throw new BadInput([flagProblem(`--preset ${name}`, answer, 'numbers that can be priced', hintFor(answer))]);
  const told = { answer, preset, stopped: undefined, runs: 0, used: usedNumbers(layers), setFlag }, provenance = provenanceOf(catalogue, commandLine, { seed });
  if (output.isJson) output.json({ ...costDocument(told), provenance });
  else output.print([costText(told, output), output.styled('dim', citationLine(provenance))].join('\n\n'));
  return 0;
}

/** Cards by owner and key, each once. */
function usedNumbers(layers: readonly PricedLayer[]): (CostNumber & { readonly preset: string })[] {
  const found = new Map<string, CostNumber & { readonly preset: string }>();
  for (const { owner, numbers } of layers) for (const number of numbers) if (number.source !== '' || number.where === 'set by hand') found.set(`${owner}#${number.key}`, { ...number, preset: owner });
  return [...found.values()];
}

/** What to give instead, where numbers make no layer. */
export function hintFor(problem: string): string {
  if (problem.includes('number of satellites')) return 'as in --set satellites_count=1000';
  if (problem.includes('longer than its fly-out')) return 'a longer flyout_s, more acceleration_g, or less speed_kmps';
  if (problem.includes('heavier than')) return 'a larger launchCapacity_kg, or launch by weight: launch_usdPerKg';
  return '';
}
