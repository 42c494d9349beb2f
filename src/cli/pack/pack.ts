/** `cupola pack`: an answer with all that made it, in one file that can be checked and rerun in a year. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { countText } from '../../figures/numbers.js';
import { changeText } from '../../scenario/text/changed-text.js';
import { ENGINE_FILE } from '../../server/package-files.js';
import { runIdOf } from '../../studies/provenance.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, KnownFault } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { readWorkers, WORKERS_FLAG } from '../frame/with-workers.js';
import { SEED_RANGE } from '../run/run.js';
import { fallOutlines, plainHeadline, simulateAttacks } from '../run/simulate.js';
import { makePack } from './make-pack.js';

const DEFAULT_RUNS = 2000;
const DEFAULT_SEED = 1;

export const packCommand: Command = {
  name: 'pack',
  summary: 'put an answer with its scenario, cards, results and engine into one file that can be rerun in a year',
  usage: ['pack <scenario> [--out FILE.zip] [--runs N] [--seed S] [--set PATH=VALUE]… [--workers N]'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'out', value: 'FILE.zip', doc: 'the file to write (default: the scenario\'s name and the run id, in this folder)' },
    { name: 'runs', value: 'N', doc: `number of simulated attacks (default ${countText(DEFAULT_RUNS)})` },
    { name: 'seed', value: 'S', doc: `seed of the luck (default ${DEFAULT_SEED})` },
    SET_FLAG,
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola pack scenarios/01-ten-icbms-notional-shell.yaml', 'to keep beside an article'],
    ['cupola verify 01-ten-icbms-notional-shell-7F3K-92QD.zip', 'and in a year: the same, or which number changed and why'],
  ],
  run: pack,
};

async function pack({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const runs = flags.integer('runs', { min: 1, max: 10_000_000 }) ?? DEFAULT_RUNS, seed = flags.integer('seed', SEED_RANGE) ?? DEFAULT_SEED, workers = readWorkers(flags);
  const catalogue = loadCatalogue(), file = given['scenario'] ?? '';
  const { compiled, problems, text } = readScenario(given['scenario'], flags, catalogue);
  const reach = compiled === undefined ? [] : reachProblems(compiled, file);
  const asked = flags.text('out'), target = asked === undefined ? undefined : checkWritableFile('out', asked);
  const errors = [...flags.problems, ...problems, ...reach.filter(({ severity }) => severity === 'error'), ...(target === undefined ? [] : [target])];
  if (compiled === undefined || errors.length > 0) throw new BadInput(errors);
  noteWarnings(output, [...compiled.warnings, ...reach]);
  if (!existsSync(ENGINE_FILE)) throw new KnownFault('The engine for packs is not built yet. Run: npm run build');
  const summary = await simulateAttacks(compiled, { runs, seed, workers, ...fallOutlines(compiled.plan, catalogue) }, output, signal);
  const runId = runIdOf({ planHash: summary.planHash, engineVersion: catalogue.engineVersion, seed, runs });
  const provenance = provenanceOf(catalogue, commandLine, { planHash: summary.planHash, seed });
  const answer = { summary, compiled, provenance, runId, sentence: plainHeadline(summary, compiled) };
  const bytes = makePack({ ...answer, text: changeText(text, flags.texts(SET_FLAG.name)), catalogue });
  const out = asked ?? `${basename(file, extname(file))}-${runId}.zip`;
  const blocked = asked === undefined ? checkWritableFile('out', out) : undefined;
  if (blocked !== undefined) throw new BadInput([blocked]);
  writeAtomically(out, bytes);
  if (output.isJson) output.json({ file: out, bytes: bytes.length, runId, runs, seed, planHash: summary.planHash, recordHash: summary.recordHash, sentence: answer.sentence, provenance });
  else output.print([output.styled('bold', answer.sentence), `Packed as ${out} (${countText(Math.round(bytes.length / 1024))} KiB): scenario, ${countText(compiled.numbers.length)} numbers with their cards, results of ${countText(runs)} attacks, the data and an engine that needs nothing but Node.\nCheck it at any time: cupola verify ${out}`].join('\n\n'));
  return 0;
}
