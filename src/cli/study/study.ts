/** `cupola study`: a scenario over many values, as its study file says; results in one folder, gone on with after any stop. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { citationLine } from '../../figures/sentences/citation.js';
import { countText } from '../../figures/numbers.js';
import { nearestName } from '../../scenario/text/nearest.js';
import type { Problem } from '../../scenario/text/problem.js';
import { STUDY_KINDS } from '../../scenario/schema/study-schema.js';
import { reasonOf, StoreFault } from '../../store/durable-file.js';
import type { Manifest } from '../../store/manifest.js';
import { lockFolder } from '../../store/folder-lock.js';
import type { FolderLock } from '../../store/folder-lock.js';
import { openStore } from '../../store/study-store.js';
import type { StudyStore } from '../../store/study-store.js';
import { findSaturation } from '../../studies/sweep/saturate.js';
import { countedOf } from '../../studies/runs/reduce.js';
import { stoppingRule } from '../../studies/runs/stopping.js';
import { planStudy } from '../../studies/sweep/study-file.js';
import type { PlannedStudy, ReadScenarioText } from '../../studies/sweep/study-file.js';
import { runSweep } from '../../studies/sweep/sweep.js';
import type { PointSummary } from '../../studies/sweep/sweep.js';
import { packageVersion, SCENARIO_FOLDER } from '../../server/package-files.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, fileProblem, flagProblem } from '../frame/failures.js';
import { prepareFolder } from '../frame/files.js';
import type { PreparedFolder } from '../frame/files.js';
import type { Output } from '../frame/output.js';
import { noteWarnings } from '../frame/problems.js';
import { shellLine } from '../../scenario/text/shell-line.js';
import { provenanceOf } from '../frame/provenance.js';
import { pointDocument, pointsText, replayCommand, saturationText } from './study-answer.js';
import { readWorkers, withWorkers, WORKERS_FLAG } from '../frame/with-workers.js';

export const studyCommand: Command = {
  name: 'study',
  summary: 'run a scenario over many values, or find the raid that overwhelms it',
  usage: ['study <file> [--out FOLDER] [--resume] [--workers N]'],
  arguments: [{ name: 'file', doc: `a study file (YAML or JSON): version, kind (${STUDY_KINDS.join(' or ')}), scenario, vary, runs, seed; see cupola schema study` }],
  flags: [
    { name: 'out', value: 'FOLDER', doc: 'keep the results there: one row a run as Parquet, a manifest, copies of study and scenario' },
    { name: 'resume', doc: 'go on with the results in --out; what is finished is not computed again' },
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola study delay.yaml --out results/delay', 'all points, kept in a folder'],
    ['cupola study delay.yaml --out results/delay --resume', 'the same after it was stopped'],
  ],
  run: study,
};

async function study({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const workers = readWorkers(flags);
  const file = given['file'] ?? '', folder = flags.text('out'), isResumed = flags.has('resume');
  const catalogue = loadCatalogue();
  const errors: Problem[] = [...flags.problems];
  if (isResumed && folder === undefined) errors.push(flagProblem('--resume', '--resume', '--out FOLDER beside it', 'say which results to go on with'));
  const text = readText(file, errors);
  const planned = text === undefined ? undefined : planStudy(text, file, catalogue, scenarioReader(file));
  if (planned !== undefined && 'problems' in planned) errors.push(...planned.problems);
  if (planned === undefined || 'problems' in planned || text === undefined || errors.length > 0) throw new BadInput(errors);
  const prepared: PreparedFolder | undefined = folder === undefined ? undefined : prepareFolder('out', folder);
  if (prepared?.problem !== undefined) throw new BadInput([prepared.problem]);

  let lock: FolderLock | undefined;
  try {
    lock = folder === undefined ? undefined : await lockFolder(folder);
    if (lock?.takenOverFrom !== undefined) output.note(`${folder} was left by ${lock.takenOverFrom}, which is gone; this one takes over.`);
    const start = startOf(planned, { version: packageVersion(), engineVersion: catalogue.engineVersion, dataHash: catalogue.dataHash });
    const store = folder === undefined ? undefined : await openStore(start, { folder, isResumed });
    if (store !== undefined) {
      store.write(`study${extname(file) || '.yaml'}`, text);
      store.write(start.scenario, planned.scenarioText);
    }
    noteWarnings(output, warningsOf(planned));
    const points = await compute(planned, { workers, store, folder, output, signal });
    noteWarnings(output, store?.warnings ?? []);
    const scenario = folder === undefined ? planned.scenarioFile : join(folder, start.scenario);
    const document = answerDocument(planned, points, scenario);
    // Without what differs between two ways of computing the same: where, by whom, in one go or two.
    const kept = { ...answerDocument(planned, points, start.scenario), provenance: provenanceOf(catalogue, shellLine(['cupola', 'study', basename(file)]), { seed: planned.study.seed }) };
    store?.write('results.json', `${JSON.stringify(kept, null, 2)}\n`);
    const provenance = provenanceOf(catalogue, commandLine, { seed: planned.study.seed });
    if (folder !== undefined) output.note(`Results are in ${folder}${store !== undefined && store.reused > 0 ? `; ${countText(store.reused)} simulated attacks were there already` : ''}.`);
    if (output.isJson) output.json({ ...document, warnings: [...warningsOf(planned), ...(store?.warnings ?? [])], provenance });
    else output.print(answerText(planned, points, output, `${citationLine(provenance)}`, scenario));
    return 0;
  } catch (error) {
    if (error instanceof StoreFault) throw new BadInput(error.problems);
    throw error;
  } finally {
    lock?.release();
    prepared?.undo();
  }
}

interface Surroundings {
  readonly workers: number;
  readonly store: StudyStore | undefined;
  readonly folder: string | undefined;
  readonly output: Output;
  readonly signal: AbortSignal;
}

async function compute(planned: PlannedStudy, { workers, store, folder, output, signal }: Surroundings): Promise<PointSummary[]> {
  const { runs, seed, width } = planned.study, points = planned.points.length;
  const kept = folder === undefined ? 'nothing was written' : `finished shards are in ${folder}, and --resume goes on with them`;
  const stopped = (done: number): string => `Stopped after ${countText(done)} of ${countText(runs * points)} simulated attacks; ${kept}.`;
  return await withWorkers({ workers, output, signal, counted: `attacks of ${countText(points)} points`, stopped }, async (executor, bar) => {
    const own = store?.executorFor(executor) ?? executor;
    return await runSweep(planned.points, { runs, seed, ...(width === undefined ? {} : { width }) }, () => own, (state) => bar.update(state.done, state.total), signal);
  });
}

function startOf({ study: asked, title, points, studyHash, scenarioFile }: PlannedStudy, version: Pick<Manifest, 'version' | 'engineVersion' | 'dataHash'>): Omit<Manifest, 'shards'> {
  return {
    format: 1, ...version, studyHash, title, kind: asked.kind, runs: asked.runs, seed: asked.seed, width: asked.width ?? null, confidence: stoppingRule(asked.runs, asked.width).confidence,
    scenario: `scenario${extname(scenarioFile ?? '') || '.yaml'}`, vary: asked.vary.map(({ path }) => path),
    points: points.map(({ values, overrides, compiled: { plan, planHash } }) => ({
      values, overrides, planHash, ...countedOf(plan),
    })),
  };
}

function answerDocument({ study: asked, title, studyHash }: PlannedStudy, points: readonly PointSummary[], scenario: string | undefined): Record<string, unknown> {
  const { kind, runs, seed, width, vary } = asked, [first] = vary;
  return {
    title, kind, studyHash, runs, seed, width: width ?? null, vary,
    points: points.map((point) => pointDocument(point, replayCommand(scenario, point, seed))),
    ...(kind === 'saturate' && first !== undefined ? { saturation: findSaturation(first.path, points) } : {}),
  };
}

function answerText({ study: asked, title }: PlannedStudy, points: readonly PointSummary[], output: Output, citation: string, scenario: string | undefined): string {
  const [first] = asked.vary, [point] = points;
  const replay = point === undefined ? undefined : replayCommand(scenario, point, asked.seed);
  return [
    output.styled('dim', title),
    ...(asked.kind === 'saturate' && first !== undefined ? [saturationText(findSaturation(first.path, points))] : []),
    pointsText(asked.vary.map(({ path }) => path), points),
    ...(replay === undefined || point === undefined ? [] : [`A typical attack of the first point: ${replay} --run ${point.typicalRun}`]),
    output.styled('dim', citation),
  ].join('\n\n');
}

/** Warnings of all points, each once. */
function warningsOf({ points }: PlannedStudy): Problem[] {
  const seen = new Map<string, Problem>();
  for (const { compiled } of points) for (const warning of compiled.warnings) seen.set(`${warning.path} ${warning.found} ${warning.expected}`, warning);
  return [...seen.values()];
}

function readText(file: string, errors: Problem[]): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (file !== '') errors.push(fileProblem(file, existsSync(file) ? reasonOf(error) : 'no such file', 'a study file (YAML or JSON)', existsSync(file) ? '' : nearestHint(file, [dirname(file)])));
    return undefined;
  }
}

/** A scenario named in a study file stands beside it, in the current folder, or among those that come with Cupola. */
function scenarioReader(studyFile: string): ReadScenarioText {
  return (named) => {
    const places = [...new Set([resolve(dirname(studyFile), named), resolve(named)])];
    const found = places.find((place) => existsSync(place));
    if (found === undefined) return fileProblem(studyFile, named, 'a scenario file, relative to the study file', nearestHint(named, [dirname(places[0] ?? ''), SCENARIO_FOLDER]));
    try {
      return { text: readFileSync(found, 'utf8'), file: relative('.', found) || found };
    } catch (error) {
      return fileProblem(studyFile, `${named}: ${reasonOf(error)}`, 'a scenario file that can be read');
    }
  };
}

function nearestHint(file: string, folders: readonly string[]): string {
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const near = nearestName(basename(file), namesIn(folder));
    if (near !== '') return `did you mean ${relative('.', join(folder, near))}?`;
  }
  return '';
}

const namesIn = (folder: string): string[] => readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
