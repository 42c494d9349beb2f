/** `cupola compare`: two scenarios under the same luck, how far they differ, and in which inputs. */
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { countText, estimateText, significantText, type Estimate } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { compareScenarios } from '../../studies/paired/compare.js';
import type { Comparison } from '../../studies/paired/compare.js';
import type { DifferingInput } from '../../studies/paired/differing-inputs.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { unitOfPath } from '../frame/numbers-table.js';
import type { Output } from '../frame/output.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { SEED_RANGE } from './run.js';
import { readScenario } from '../frame/scenario-file.js';
import { readWorkers, withWorkers, WORKERS_FLAG } from '../frame/with-workers.js';

const DEFAULT_RUNS = 2000;
const DEFAULT_SEED = 1;

export const compareCommand: Command = {
  name: 'compare',
  summary: 'run two scenarios under the same luck and say which lets more through',
  usage: ['compare <a> <b> [--set-a PATH=VALUE]… [--set-b PATH=VALUE]… [--runs N] [--seed S] [--workers N]'],
  arguments: [
    { name: 'a', doc: 'a scenario file (YAML or JSON)' },
    { name: 'b', doc: 'another one, or the same with changes' },
  ],
  flags: [
    { name: 'set-a', value: 'PATH=VALUE', isRepeated: true, doc: 'change one number or name of the first scenario' },
    { name: 'set-b', value: 'PATH=VALUE', isRepeated: true, doc: 'change one number or name of the second scenario' },
    { name: 'runs', value: 'N', doc: `number of simulated attacks on each (default ${countText(DEFAULT_RUNS)})` },
    { name: 'seed', value: 'S', doc: `seed of the luck that both share, 0 to 4294967295 (default ${DEFAULT_SEED})` },
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola compare scenarios/01-ten-icbms-notional-shell.yaml scenarios/01-ten-icbms-notional-shell.yaml --set-b release.space.delay_s=35', 'what five more seconds of deliberation cost'],
    ['cupola compare a.yaml b.yaml --runs 10000 --json', 'as JSON: difference, verdict, inputs[]'],
  ],
  run: compare,
};

async function compare({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const runs = flags.integer('runs', { min: 1, max: 10_000_000 }) ?? DEFAULT_RUNS;
  const seed = flags.integer('seed', SEED_RANGE) ?? DEFAULT_SEED;
  const workers = readWorkers(flags);
  const catalogue = loadCatalogue();
  const read = (['a', 'b'] as const).map((side) => {
    const { compiled, problems } = readScenario(given[side], flags, catalogue, `set-${side}`);
    return { compiled, problems: [...problems, ...(compiled === undefined ? [] : reachProblems(compiled, given[side] ?? ''))] };
  });
  const [a, b] = read.map(({ compiled }) => compiled);
  const problems = read.flatMap((side) => side.problems);
  const errors = [...flags.problems, ...problems.filter((problem) => problem.severity === 'error')];
  if (a === undefined || b === undefined || errors.length > 0) throw new BadInput(errors);
  noteWarnings(output, [...a.warnings, ...b.warnings, ...problems]);
  const comparison = await study([a, b], { runs, seed, workers }, output, signal);
  const provenance = provenanceOf(catalogue, commandLine, { seed });
  if (output.isJson) output.json(comparisonDocument(comparison, [a, b], provenance));
  else output.print(comparisonText(comparison, [a, b], provenance, output));
  return 0;
}

type Pair = readonly [CompiledScenario, CompiledScenario];

async function study([a, b]: Pair, { runs, seed, workers }: { runs: number; seed: number; workers: number }, output: Output, signal: AbortSignal): Promise<Comparison> {
  const stopped = (done: number): string => `Stopped after ${countText(done)} of ${countText(2 * runs)} simulated attacks.`;
  return await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) =>
    await compareScenarios(a, b, { runs, seed }, executor, (done, total) => bar.update(done, total), signal));
}

/** The keys are a contract; infinite ends of an interval (a single run) are null. */
function comparisonDocument({ runs, seed, difference, verdict, varianceRatio, a, b, inputs }: Comparison, [planA, planB]: Pair, provenance: Provenance): Record<string, unknown> {
  const side = (summary: Comparison['a'], { title }: CompiledScenario): Record<string, unknown> => {
    const { before, planHash, recordHash, leakage, gotThrough } = summary;
    return { ...(before === undefined ? {} : { before }), title, planHash, recordHash, leakage, gotThrough };
  };
  return { runs, seed, difference, verdict, varianceRatio, a: side(a, planA), b: side(b, planB), inputs, provenance };
}

function comparisonText({ runs, difference, verdict, varianceRatio, a, b, inputs }: Comparison, [planA, planB]: Pair, provenance: Provenance, output: Output): string {
  const sameLuck = varianceRatio === null ? '' : varianceRatio >= 1.05 ? `without shared luck it would take ${significantText(varianceRatio, 2)} times as many attacks to know as much` : 'sharing luck gained nothing: the two have little in common';
  const blocks = [
    output.styled('bold', `${capital(verdict)}.`),
    textPairs([
      ['A', planA.title],
      ['B', planB.title],
      ['Leakage of A', percentText(a.leakage)],
      ['Leakage of B', percentText(b.leakage)],
      ['A less B', `${percentText(difference).replace(' %', ' points')} (95 % interval over pairs of attacks)`],
      ['Attacks', `${countText(runs)} on each, under the same luck${sameLuck === '' ? '' : `; ${sameLuck}`}`],
    ]),
    inputsText(inputs),
    output.styled('dim', `Plans ${a.planHash.slice(0, 12)} and ${b.planHash.slice(0, 12)}. ${citationLine(provenance)}`),
  ];
  return blocks.join('\n\n');
}

function percentText(estimate: Estimate): string {
  if (!Number.isFinite(estimate.low) || !Number.isFinite(estimate.high)) return `${signOf(estimate.mean)}${significantText(Math.abs(100 * estimate.mean))} %`;
  const text = estimateText(estimate, 100);
  return `${signOf(estimate.mean)}${text.mean.replace(/^-/, '')} % ± ${text.halfWidth}`;
}

const signOf = (value: number): string => (value < 0 ? '-' : '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function inputsText(inputs: readonly DifferingInput[]): string {
  if (inputs.length === 0) return 'The two scenarios do not differ in any input.';
  const cell = (value: DifferingInput['valueA']): string => (value === null ? 'none' : typeof value === 'number' ? significantText(value, 6) : value);
  return textTable(
    [{ head: 'Input that differs', align: 'left' }, { head: 'A', align: 'right' }, { head: 'B', align: 'right' }, { head: 'unit', align: 'left' }],
    inputs.map(({ path, valueA, valueB }) => [path, cell(valueA), cell(valueB), unitOfPath(path)]),
  );
}
