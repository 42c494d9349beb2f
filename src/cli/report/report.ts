/** `cupola report`: everything about one answer as one HTML file that needs nothing else, and as PDF. */
import { basename, dirname, join } from 'node:path';
import { parseHTML } from 'linkedom';
import { citationLine } from '../../figures/sentences/citation.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { countText } from '../../figures/numbers.js';
import type { ReportMaterial, ReportSummary } from '../../figures/report/material.js';
import { reportPage } from '../../figures/report/page.js';
import { commandFor } from '../../figures/report/rerun-section.js';
import { answerLimits } from '../../policy/limits/check-limits.js';
import { costOfPlan } from '../../policy/cost/scenario-cost.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Problem } from '../../scenario/text/problem.js';
import { runIdOf } from '../../studies/provenance.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { readDay, today } from '../frame/day.js';
import { BadInput, flagProblem, KnownFault } from '../frame/failures.js';
import { checkWritableFile, plainReason, prepareFolder, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import type { Output } from '../frame/output.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { readWorkers, WORKERS_FLAG } from '../frame/with-workers.js';
import { runDocument } from '../run/run-answer.js';
import { SEED_RANGE } from '../run/run.js';
import { fallOutlines, plainHeadline, simulateAttacks } from '../run/simulate.js';
import { findChromium, INSTALL_CHROMIUM, printPdf } from './chromium.js';
import { keepAnswer, keepPart, readKeptAnswer, readKeptPart, type KeptAnswer, type KeptQuestion } from './kept-results.js';
import { PART_WORDS, REPORT_PARTS, type ReportPart } from './report-parts.js';
import { workOut } from './work-out.js';

const DEFAULT = { runs: 2000, seed: 1 };

export const reportCommand: Command = {
  name: 'report',
  summary: 'one answer as one HTML file that needs nothing else, and as PDF',
  usage: ['report <scenario> [--out FILE.html] [--pdf FILE.pdf] [--results FOLDER] [--runs N] [--seed S] [--set PATH=VALUE]… [--without PART,…] [--with PART,…] [--asOf YYYY-MM-DD] [--workers N]'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'out', value: 'FILE', doc: 'the HTML file (default cupola-report-RUNID.html in this folder)' },
    { name: 'pdf', value: 'FILE', doc: 'also print it as PDF, by an installed Chromium' },
    { name: 'chromium', value: 'PATH', doc: 'the Chromium for --pdf (default CUPOLA_CHROMIUM, else one on the path)' },
    { name: 'results', value: 'FOLDER', doc: 'results to tell, as cupola run --out or an earlier report left them; what is missing is worked out and kept there, except parts that take minutes (default a folder beside the HTML file, in which nothing is left out)' },
    { name: 'runs', value: 'N', doc: `number of simulated attacks (default that of the results, else ${countText(DEFAULT.runs)})` },
    { name: 'seed', value: 'S', doc: `seed of the luck (default that of the results, else ${DEFAULT.seed})` },
    SET_FLAG,
    { name: 'without', value: 'PART,…', doc: `parts to leave out: ${REPORT_PARTS.map((part) => `${part} (${PART_WORDS[part]})`).join(', ')}` },
    { name: 'with', value: 'PART,…', doc: 'parts to work out although the given results do not hold them and they take minutes' },
    { name: 'asOf', value: 'YYYY-MM-DD', doc: 'day as of which dates and treaties are told (default today)' },
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola report scenarios/01-ten-icbms-notional-shell.yaml --out report.html', 'simulates, works out what moves the answer, and writes the report; a few minutes'],
    ['cupola report scenarios/01-ten-icbms-notional-shell.yaml --out report.html --without drivers', 'in seconds'],
    ['cupola report scenarios/01-ten-icbms-notional-shell.yaml --results results --out report.html --pdf report.pdf', 'after cupola run … --assumptions --out results'],
  ],
  run: report,
};

async function report(input: CommandInput): Promise<number> {
  const { flags, given, output, signal, commandLine } = input, file = given['scenario'] ?? '';
  const catalogue = loadCatalogue();
  const { compiled, problems, text } = readScenario(given['scenario'], flags, catalogue);
  const reach = compiled === undefined ? [] : reachProblems(compiled, file);
  const errors: Problem[] = [...problems, ...reach.filter(({ severity }) => severity === 'error')];
  const asked = { runs: flags.integer('runs', { min: 1, max: 10_000_000 }), seed: flags.integer('seed', SEED_RANGE) }, workers = readWorkers(flags);
  const asOf = readDay(flags) ?? today(), named = readParts(flags, 'with'), without = readParts(flags, 'without');
  const results = flags.text('results'), stored = results === undefined ? {} : readKeptAnswer(results);
  if (stored.problem !== undefined) errors.push(stored.problem);
  else if (stored.answer !== undefined && compiled !== undefined) errors.push(...misfits(stored.answer, results ?? '', { ...asked, planHash: compiled.planHash, catalogue }));
  const runs = asked.runs ?? stored.answer?.runs ?? DEFAULT.runs, seed = asked.seed ?? stored.answer?.seed ?? DEFAULT.seed;
  const runId = compiled === undefined ? '' : runIdOf({ planHash: compiled.planHash, engineVersion: catalogue.engineVersion, seed, runs });
  const out = flags.text('out') ?? `cupola-report-${runId.toLowerCase()}.html`, pdf = flags.text('pdf'), folder = results ?? join(dirname(out), `${basename(out).replace(/\.html?$/i, '')}-results`);
  for (const [flag, path] of [['out', out], ['pdf', pdf]] as const) {
    const blocked = path === undefined ? undefined : checkWritableFile(flag, path);
    if (blocked !== undefined) errors.push(blocked);
  }
  const chromium = pdf === undefined ? undefined : findChromium(flags.text('chromium'));
  if (pdf !== undefined && chromium === undefined) errors.push(flagProblem('--pdf', flags.text('chromium') ?? process.env['CUPOLA_CHROMIUM'] ?? 'no Chromium on this computer', 'a Chromium that can be run', INSTALL_CHROMIUM));
  const prepared = errors.length > 0 || flags.problems.length > 0 || compiled === undefined ? undefined : prepareFolder('results', folder);
  if (prepared?.problem !== undefined) errors.push(prepared.problem);
  try {
    if (compiled === undefined || errors.length > 0 || flags.problems.length > 0) throw new BadInput([...flags.problems, ...errors]);
    noteWarnings(output, [...compiled.warnings, ...reach]);
    const identity = { runId, version: provenanceOf(catalogue, '').version, engineVersion: catalogue.engineVersion, dataHash: catalogue.dataHash, command: `npx ${commandLine}`, file, text, overrides: flags.texts(SET_FLAG.name), asOf };
    const { summary, sentence } = await answerOf({ compiled, stored: stored.answer, catalogue, runs, seed, workers, folder, runId, file, overrides: identity.overrides }, output, signal);
    const worked = await workOut({
      compiled, compile: (overrides) => compileText(text, file, catalogue, [...identity.overrides, ...overrides]), summary, answer: stored.answer, engineVersion: catalogue.engineVersion, dataHash: catalogue.dataHash, workers, folder,
      wanted: new Set(REPORT_PARTS.filter((part) => !without.has(part))), named, isGiven: stored.answer !== undefined,
      catalogue, scenario: { file, overrides: identity.overrides }, asOf,
    }, output, signal);
    const { leftOut, ...parts } = { ...worked, ...judged(compiled, catalogue, summary, { asOf, without }) };
    const page = reportPage({ identity, compiled, catalogue, summary, sentence, document: parseHTML('<html></html>').document as unknown as FigureDocument, ...parts } satisfies ReportMaterial);
    await writeFiles({ page, out, pdf, chromium }, output, signal);
    if (leftOut.length > 0) output.note(`Not in ${folder} and left out because it takes minutes: ${leftOut.map((part) => `${PART_WORDS[part]} (--with ${part})`).join(', ')}.`);
    else if (results === undefined) output.note(`What was worked out is kept in ${folder}; the same report takes seconds now.`);
    const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
    if (output.isJson) output.json({ title: compiled.title, sentence, runId, runs, seed, planHash: compiled.planHash, recordHash: summary.recordHash, file: out, pdf: pdf ?? null, results: folder, parts: REPORT_PARTS.filter((part) => (part === 'drivers' ? parts.moved : part === 'claims' ? parts.isWithClaims : parts[part]) !== undefined), leftOut, asOf, provenance });
    else output.print([output.styled('bold', sentence), `Wrote ${out}${pdf === undefined ? '' : ` and ${pdf}`}.`, output.styled('dim', citationLine(provenance, { runId, runs }))].join('\n\n'));
    return 0;
  } finally {
    prepared?.undo();
  }
}

/** What takes no runs: the price, treaties on the day asked, claims of others. */
function judged({ plan }: CompiledScenario, catalogue: Catalogue, { funnel, seed }: ReportSummary, { asOf, without }: { asOf: string; without: ReadonlySet<ReportPart> }): Pick<ReportMaterial, 'cost' | 'limits' | 'isWithClaims'> {
  const cost = without.has('cost') ? undefined : costOfPlan({ plan, catalogue, stopped: funnel.killed, seed });
  return {
    // A text says why there is no price; the report then has none.
    ...(cost === undefined || typeof cost === 'string' ? {} : { cost }),
    ...(without.has('limits') ? {} : { limits: answerLimits(plan, catalogue, asOf) }),
    ...(without.has('claims') ? {} : { isWithClaims: true }),
  };
}

interface Asked {
  readonly compiled: CompiledScenario;
  readonly stored: KeptAnswer | undefined;
  readonly catalogue: Catalogue;
  readonly runs: number;
  readonly seed: number;
  readonly workers: number;
  readonly folder: string;
  readonly runId: string;
  readonly file: string;
  readonly overrides: readonly string[];
}

/** The answer that results hold, or one that an earlier report kept, or a new one. */
async function answerOf({ compiled, stored, catalogue, runs, seed, workers, folder, runId, file, overrides }: Asked, output: Output, signal: AbortSignal): Promise<{ summary: ReportSummary; sentence: string }> {
  const question: KeptQuestion = { planHash: compiled.planHash, engineVersion: catalogue.engineVersion, dataHash: catalogue.dataHash, seed, runs };
  const kept = stored ?? fitting(readKeptAnswer(folder).answer, question), outcomes = readKeptPart<number[]>(folder, 'outcomes', question);
  if (kept !== undefined) return { summary: { ...kept, ...(outcomes === undefined ? {} : { leakedByRun: Uint16Array.from(outcomes) }) }, sentence: kept.sentence };
  const summary = await simulateAttacks(compiled, { runs, seed, workers, ...fallOutlines(compiled.plan, catalogue) }, output, signal), sentence = plainHeadline(summary, compiled);
  const command = commandFor({ identity: { file, overrides }, summary }, 'run');
  keepAnswer(folder, runDocument({ summary, compiled, provenance: provenanceOf(catalogue, command.replace(/^npx /, ''), { planHash: compiled.planHash, seed }), runId, sentence }));
  keepPart(folder, 'outcomes', question, [...summary.leakedByRun]);
  return { summary, sentence };
}

function fitting(answer: KeptAnswer | undefined, { planHash, engineVersion, seed, runs }: KeptQuestion): KeptAnswer | undefined {
  return answer !== undefined && answer.planHash === planHash && answer.provenance.engineVersion === engineVersion && answer.seed === seed && answer.runs === runs ? answer : undefined;
}

/** Where given results answer another question than the one asked. */
function misfits(answer: KeptAnswer, folder: string, { runs, seed, planHash, catalogue }: { runs: number | undefined; seed: number | undefined; planHash: string; catalogue: Catalogue }): Problem[] {
  const faults: Problem[] = [], fault = (what: string, found: string, expected: string, hint: string): void => { faults.push(flagProblem('--results', `${folder}: ${what} ${found}`, `${what} ${expected}`, hint)); };
  if (answer.planHash !== planHash) fault('plan', answer.planHash.slice(0, 12), planHash.slice(0, 12), 'results of another scenario, of other --set, or of data that have changed: run it again');
  if (answer.provenance.engineVersion !== catalogue.engineVersion) fault('engine', answer.provenance.engineVersion.slice(0, 12), catalogue.engineVersion.slice(0, 12), 'results of another version of Cupola: run it again');
  if (runs !== undefined && runs !== answer.runs) fault('runs', String(answer.runs), String(runs), 'leave --runs out to tell what is there');
  if (seed !== undefined && seed !== answer.seed) fault('seed', String(answer.seed), String(seed), 'leave --seed out to tell what is there');
  return faults;
}

async function writeFiles({ page, out, pdf, chromium }: { page: string; out: string; pdf: string | undefined; chromium: string | undefined }, output: Output, signal: AbortSignal): Promise<void> {
  try {
    writeAtomically(out, page);
  } catch (error) {
    throw new KnownFault(`${out} could not be written: ${plainReason(error)}. Nothing half-written is left.`);
  }
  if (pdf === undefined || chromium === undefined) return;
  if (output.stderr.isTTY === true) output.note('Printing the PDF.');
  await printPdf(chromium, page, pdf, signal);
}

function readParts(flags: Flags, flag: string): ReadonlySet<ReportPart> {
  const words = flags.texts(flag).flatMap((text) => text.split(',')).map((word) => word.trim()).filter((word) => word !== ''), parts = new Set<ReportPart>();
  for (const word of words) {
    const part = REPORT_PARTS.find((known) => known === word);
    if (part === undefined) flags.problems.push(flagProblem(`--${flag}`, word, `parts of a report: ${REPORT_PARTS.join(', ')}`, nameHint(word, REPORT_PARTS)));
    else parts.add(part);
  }
  return parts;
}
