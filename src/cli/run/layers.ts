/** `cupola layers`: what each layer of a shield is worth, shared out so that the shares add up. */
import { citationLine } from '../../figures/sentences/citation.js';
import { layerValueRows, layerValuesSentence, LAYER_VALUE_HEADS } from '../../figures/words/layer-value-words.js';
import { countText } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import { layersOf, MOST_LAYERS, studyLayers, type LayerValues } from '../../studies/layer-values/layer-values.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { SEED_RANGE } from './run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { readWorkers, withWorkers, WORKERS_FLAG } from '../frame/with-workers.js';

const DEFAULT_RUNS = 500;
const DEFAULT_SEED = 1;

export const layersCommand: Command = {
  name: 'layers',
  summary: 'say what each layer of a shield prevents, shared out so that it adds up',
  usage: ['layers <scenario> [--runs N] [--seed S] [--set PATH=VALUE]… [--workers N]'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'runs', value: 'N', doc: `number of simulated attacks on each set of layers (default ${DEFAULT_RUNS})` },
    { name: 'seed', value: 'S', doc: `seed of the luck that all sets share, 0 to 4294967295 (default ${DEFAULT_SEED})` },
    SET_FLAG,
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola layers scenarios/01-ten-icbms-notional-shell.yaml', 'what the shell and the ground layer behind it are worth'],
    ['cupola layers scenarios/01-ten-icbms-notional-shell.yaml --runs 2000 --json', 'as JSON: layers[].shapley, .alone, .lastIn and total'],
  ],
  run: layers,
};

async function layers({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const runs = flags.integer('runs', { min: 1, max: 1_000_000 }) ?? DEFAULT_RUNS;
  const seed = flags.integer('seed', SEED_RANGE) ?? DEFAULT_SEED;
  const workers = readWorkers(flags);
  const file = given['scenario'] ?? '', catalogue = loadCatalogue();
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  const reach = compiled === undefined ? [] : reachProblems(compiled, file);
  const errors = [...flags.problems, ...problems, ...reach.filter(({ severity }) => severity === 'error')];
  const count = compiled === undefined ? 0 : layersOf(compiled.plan).length;
  if (count > MOST_LAYERS) {
    errors.push({
      file, path: 'interceptors', line: 0, found: `${countText(count)} layers`, expected: `at most ${MOST_LAYERS}: all sets of them are run`,
      hint: 'entries that fire the same interceptor under the same release rule are one layer; or ask about a scenario with fewer entries', severity: 'error',
    });
  }
  if (compiled === undefined || errors.length > 0) throw new BadInput(errors);
  noteWarnings(output, [...compiled.warnings, ...reach]);
  const total = runs * 2 ** count, stopped = (done: number): string => `Stopped after ${countText(done)} of ${countText(total)} simulated attacks.`;
  const values = await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) =>
    await studyLayers(compiled, { runs, seed }, executor, (done) => bar.update(done, total), signal));
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
  if (output.isJson) output.json({ title: compiled.title, ...values, unit: 'share of missiles launched', provenance });
  else output.print([output.styled('dim', compiled.title), output.styled('bold', layerValuesSentence(values)), tableText(values), output.styled('dim', citationLine(provenance))].join('\n\n'));
  return 0;
}

function tableText(values: LayerValues): string {
  if (values.layers.length === 0) return 'There is no layer to share it out among.';
  return textTable(LAYER_VALUE_HEADS.map((head, i) => ({ head, align: i === 0 ? 'left' : 'right' })), layerValueRows(values));
}
