/** `cupola comply`: a shield held against the order and the later statute, requirement by requirement, with evidence that anyone can run again. */
import { countText } from '../../figures/numbers.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { comply } from '../../policy/compliance/comply.js';
import { THREAT_SETS, type ThreatSetYear } from '../../policy/compliance/compliance.js';
import { findLevers } from '../../policy/compliance/find-levers.js';
import { gatherEvidence } from '../../policy/compliance/gather.js';
import { readEdits, requirementsOf, settingReader } from '../../policy/compliance/thresholds.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompileResult } from '../../scenario/compile/compiled.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { readDay, today } from '../frame/day.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { readWorkers, withWorkers, WORKERS_FLAG } from '../frame/with-workers.js';
import { SEED_RANGE } from '../run/run.js';
import { complianceText } from './comply-answer.js';
import { readDirectives } from './directives.js';

const DEFAULT_RUNS = 200, DEFAULT_SEED = 1;
/** Sets of runs that tell differences at one luck, and cells: their intervals need no more. */
const VARIANT_RUNS = 100;
/** For each change that the search for levers tries, and sets of runs for each row. */
const LEVER_RUNS = 50, LEVER_RUN_SETS = 30;

export const complyCommand: Command = {
  name: 'comply',
  summary: 'hold a shield against the order and the later statute: verdict, evidence and driving assumption of every requirement',
  usage: ['comply <scenario> [--threatSet 2025|2035|both] [--threshold ID=VALUE]… [--directive FILE]… [--asOf DAY] [--levers] [--runs N] [--seed S] [--set PATH=VALUE]… [--workers N]'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'threatSet', value: 'SET', doc: 'whose forces of which year attack: 2025, 2035 or both (default both)' },
    { name: 'threshold', value: 'ID=VALUE', isRepeated: true, doc: 'another threshold, or another setting, as S2b=0.8, S2b=80%, 3a-v.gap=90s, 3a-i.perCell=0.7' },
    { name: 'directive', value: 'FILE', isRepeated: true, doc: 'a directive of your own, in the form of data/directives; one that is named like ours takes its place' },
    { name: 'asOf', value: 'DAY', doc: 'the day on which dates are looked at, as 2026-11-29 (default today)' },
    { name: 'levers', doc: 'also look, for each row that is not met, for the cheapest change that turns it: a search of its own that takes minutes' },
    { name: 'runs', value: 'N', doc: `simulated attacks on the scenario as it stands (default ${DEFAULT_RUNS}); at most ${VARIANT_RUNS} on each of the others` },
    { name: 'seed', value: 'S', doc: `seed of the luck, 0 to 4294967295 (default ${DEFAULT_SEED})` },
    SET_FLAG,
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola comply scenarios/01-ten-icbms-notional-shell.yaml', 'every requirement, against the forces of 2025 and 2035'],
    ['cupola comply scenarios/01-ten-icbms-notional-shell.yaml --threshold 3a-iii=0.6 --threshold 3a-i.perCell=50%', 'with thresholds of your own'],
    ['cupola comply scenarios/04-layered-shield-limited-raid.yaml --threatSet 2025 --json', 'as JSON: requirements[], matrix[], traceCoverage, dates[]'],
  ],
  run: complyAnswer,
};

async function complyAnswer({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), file = given['scenario'] ?? '', directives = readDirectives(flags, catalogue.kinds.directives);
  const requirements = requirementsOf(directives), options = readOptions(flags);
  const { edits, faults } = readEdits(flags.texts('threshold'), requirements);
  flags.problems.push(...faults.map(({ path, found, expected, hint }) => flagProblem(`--threshold ${path}`, found, expected, hint)));
  const { compiled, problems, text } = readScenario(given['scenario'], flags, catalogue);
  const reach = compiled === undefined ? [] : reachProblems(compiled, file), errors = [...flags.problems, ...problems, ...reach.filter(({ severity }) => severity === 'error')];
  if (compiled === undefined || errors.length > 0) throw new BadInput(errors);
  noteWarnings(output, [...compiled.warnings, ...reach]);
  const overrides = flags.texts(SET_FLAG.name), { runs, seed, workers, threatSets, asOf } = options;
  const setting = settingReader(requirements, edits);
  const compile = (more: readonly string[]): CompileResult => compileText(text, file, catalogue, [...overrides, ...more]);
  const { evidence, levers } = await withWorkers({ workers, output, signal, counted: 'attacks', stopped: (done) => `Stopped after ${countText(done)} simulated attacks; nothing was written.` }, async (executor, bar) => {
    let phase = 'runs';
    const gathered = await gatherEvidence({
      compiled, catalogue, requirements, setting, threatSets, seed, runs, executor, signal, scenario: { file, overrides },
      variantRuns: Math.min(runs, VARIANT_RUNS), cellRuns: Math.min(runs, VARIANT_RUNS),
      compile,
      pause: async () => await new Promise((resolve) => setImmediate(resolve)),
      onProgress: (progress) => {
        if (progress.phase === 'geometry') return;
        if (progress.phase !== phase) bar.begin('raids of the matrix');
        phase = progress.phase;
        bar.update(progress.done, progress.total);
      },
    });
    if (!flags.has('levers')) return { evidence: gathered, levers: undefined };
    bar.begin('rows searched for a lever');
    const found = await findLevers({
      evidence: gathered, directives, edits, catalogue, compile, setting, executor, signal, runs: Math.min(runs, LEVER_RUNS), mostRunSets: LEVER_RUN_SETS, onRow: (_, done, total) => bar.update(done, total),
    });
    return { evidence: gathered, levers: found };
  });
  const compliance = comply(evidence, { directives, edits, asOf, ...(levers === undefined ? {} : { levers }) });
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
  if (output.isJson) output.json({ title: compiled.title, ...compliance, provenance });
  else output.print([output.styled('dim', compiled.title), complianceText(compliance, output), output.styled('dim', citationLine(provenance))].join('\n\n'));
  return 0;
}

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly workers: number;
  readonly threatSets: readonly ThreatSetYear[];
  readonly asOf: string;
}

function readOptions(flags: Flags): Options {
  const word = flags.text('threatSet') ?? 'both', known = THREAT_SETS.find((year) => year === word);
  if (known === undefined && word !== 'both') flags.reject('threatSet', `${THREAT_SETS.join(', ')} or both`, nameHint(word, [...THREAT_SETS, 'both']));
  return {
    runs: flags.integer('runs', { min: 1, max: 1_000_000 }) ?? DEFAULT_RUNS, seed: flags.integer('seed', SEED_RANGE) ?? DEFAULT_SEED, workers: readWorkers(flags),
    threatSets: known === undefined ? THREAT_SETS : [known], asOf: readDay(flags) ?? today(),
  };
}
