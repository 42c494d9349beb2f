/** `cupola run`: many runs of one scenario, and what they say together. */
import { basename, extname, join } from 'node:path';
import { countText } from '../../figures/numbers.js';
import { headline } from '../../figures/sentences/sentence.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario, CompileResult } from '../../scenario/compile/compiled.js';
import { lethalCount, lethalNoun } from '../../scenario/plan/lethal.js';
import type { Problem } from '../../scenario/text/problem.js';
import { runIdOf } from '../../studies/provenance.js';
import type { Summary } from '../../studies/runs/summary.js';
import { ASSUMPTIONS_FLAG, assumptionsDocument, assumptionsText, DRAWS_RANGE, moveAssumptions } from './assumptions.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { prepareFolder, writeAtomically } from '../frame/files.js';
import { exactDocument, exactText, sumLuck, withExact } from './exact-answer.js';
import type { Flags } from '../frame/flags.js';
import type { Output } from '../frame/output.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { runDocument, runText } from './run-answer.js';
import { fallOutlines, simulateAttacks, type Simulation } from './simulate.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { readWorkers, WORKERS_FLAG } from '../frame/with-workers.js';

const DEFAULT_RUNS = 2000;
const DEFAULT_SEED = 1;
/** Attacks at the worst moment: each looks at many moments, and its mean needs no more. */
const WORST_RUNS = 500;
export const SEED_RANGE = { min: 0, max: 2 ** 32 - 1 };

export const runCommand: Command = {
  name: 'run',
  summary: 'simulate many attacks and say how many missiles get through',
  usage: ['run <scenario> [--runs N] [--seed S] [--width W] [--exact] [--assumptions [N]] [--worstEpoch] [--set PATH=VALUE]… [--workers N] [--out FOLDER]'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'runs', value: 'N', doc: `number of simulated attacks (default ${countText(DEFAULT_RUNS)}); with --width the most there may be` },
    { name: 'seed', value: 'S', doc: `seed of the luck, 0 to 4294967295 (default ${DEFAULT_SEED}); the same seed gives the same answer` },
    { name: 'width', value: 'W', doc: 'stop when the 95 % interval of leakage is narrower than this, as in 0.02' },
    { name: 'exact', doc: 'sum over the luck of shots and shared failures instead of drawing it, where the scenario allows it' },
    ASSUMPTIONS_FLAG,
    { name: 'worstEpoch', doc: `beside launches at random, an attacker who knows where every satellite is and launches when the fewest are in reach (at most ${countText(WORST_RUNS)} attacks)` },
    SET_FLAG,
    WORKERS_FLAG,
    { name: 'out', value: 'FOLDER', doc: 'write summary.json and a copy of the scenario there' },
  ],
  examples: [
    ['cupola run scenarios/01-ten-icbms-notional-shell.yaml', 'the default question'],
    ['cupola run scenarios/01-ten-icbms-notional-shell.yaml --set interceptors[0].count=15600', 'with twice the satellites'],
    ['cupola run scenarios/01-ten-icbms-notional-shell.yaml --assumptions', 'and how far the assumed numbers move it'],
    ['cupola run scenarios/02-one-icbm-ground-only.yaml --runs 10000 --json', 'as JSON'],
  ],
  run,
};

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly width: number | undefined;
  readonly workers: number;
  /** Draws over the assumed numbers; undefined when not asked for. */
  readonly draws: number | undefined;
}

async function run({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const options = readOptions(flags);
  const file = given['scenario'] ?? '';
  const catalogue = loadCatalogue();
  const { compiled, problems, text } = readScenario(given['scenario'], flags, catalogue);
  const reach = compiled === undefined ? [] : reachProblems(compiled, file);
  const errors: Problem[] = [...flags.problems, ...problems, ...reach.filter((problem) => problem.severity === 'error')];
  const folder = flags.text('out');
  const prepared = folder === undefined ? undefined : prepareFolder('out', folder);
  if (prepared?.problem !== undefined) errors.push(prepared.problem);
  try {
    if (flags.has('worstEpoch') && compiled !== undefined && !compiled.plan.layers.some(({ kind }) => kind === 'space')) errors.push(flagProblem('--worstEpoch', 'a shield without satellites', 'a space layer', 'without one, one moment is as good as another'));
    if (compiled === undefined || errors.length > 0) throw new BadInput(errors);
    noteWarnings(output, [...compiled.warnings, ...reach]);
    const drawn = await simulateAttacks(compiled, { ...simulationOf(options), ...fallOutlines(compiled.plan, catalogue) }, output, signal);
    const exact = flags.has('exact') ? await sumLuck(compiled, drawn, output, signal) : undefined;
    const summary = exact === undefined ? drawn : withExact(drawn, exact);
    const compile = (overrides: readonly string[]): CompileResult => compileText(text, file, catalogue, [...flags.texts(SET_FLAG.name), ...overrides]);
    const moved = options.draws === undefined ? undefined : await moveAssumptions({ base: compiled, compile, seed: options.seed, runs: drawn.runs, draws: options.draws, workers: options.workers }, output, signal);
    const worst = flags.has('worstEpoch') ? await studyWorst(compiled, compile, options, output, signal) : undefined;
    const provenance = provenanceOf(catalogue, commandLine, { planHash: summary.planHash, seed: summary.seed });
    const { attacks } = compiled.plan;
    const answer = {
      summary,
      compiled,
      provenance,
      runId: runIdOf({ planHash: summary.planHash, engineVersion: catalogue.engineVersion, seed: summary.seed, runs: summary.runs }),
      sentence: headline(summary, lethalCount(attacks), moved?.band, lethalNoun(attacks), worst),
    };
    const document = { ...runDocument(answer), ...(exact === undefined ? {} : exactDocument(exact, drawn)), ...(moved === undefined ? {} : assumptionsDocument(moved)), ...(worst === undefined ? {} : { worstEpoch: worstDocument(worst) }) };
    if (folder !== undefined) {
      writeAtomically(join(folder, `scenario${extname(file) || '.yaml'}`), text);
      writeAtomically(join(folder, 'summary.json'), `${JSON.stringify(document, null, 2)}\n`);
      output.note(`Wrote summary.json and scenario${extname(file) || '.yaml'} (a copy of ${basename(file)}) to ${folder}`);
    }
    if (output.isJson) output.json(document);
    else output.print([runText(answer, output), ...(exact === undefined ? [] : [exactText(exact, drawn)]), ...(moved === undefined ? [] : [assumptionsText(moved)])].join('\n\n'));
    return 0;
  } finally {
    prepared?.undo();
  }
}

function readOptions(flags: Flags): Options {
  return {
    runs: flags.integer('runs', { min: 1, max: 10_000_000 }) ?? DEFAULT_RUNS,
    seed: flags.integer('seed', SEED_RANGE) ?? DEFAULT_SEED,
    width: flags.number('width', { min: 1e-5, max: 1 }),
    workers: readWorkers(flags),
    draws: flags.integer('assumptions', DRAWS_RANGE),
  };
}

const simulationOf = ({ runs, seed, workers, width }: Options): Simulation => ({ runs, seed, workers, ...(width === undefined ? {} : { width }) });

/** The same scenario at the worst moment, with luck of the same seed. */
async function studyWorst(compiled: CompiledScenario, compile: (overrides: readonly string[]) => CompileResult, options: Options, output: Output, signal: AbortSignal): Promise<Summary> {
  const result = compiled.plan.launch === 'worst-epoch' ? { ok: true as const, compiled } : compile(['launch=worst-epoch']);
  if (!result.ok) throw new BadInput(result.problems);
  return await simulateAttacks(result.compiled, simulationOf({ ...options, runs: Math.min(options.runs, WORST_RUNS), width: undefined }), output, signal);
}

const worstDocument = ({ runs, planHash, recordHash, leakage, intercepted, noLeaker, gotThrough }: Summary): Record<string, unknown> => ({ runs, planHash, recordHash, leakage, intercepted, noLeaker, gotThrough });
