/**
 * The page's only door to the simulator. Work runs in Web Workers: a few for shards and replays, one for compiling, so
 * that an edit is checked at once even while a study runs.
 */
import type { Replay } from '../../engine/record/record.js';
import type { Catalogue, NumberedScenario } from '../../scenario/catalogue.js';
import { stemOf } from '../../scenario/text/file-stem.js';
import type { CompiledScenario, CompileResult } from '../../scenario/compile/compiled.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Problem } from '../../scenario/text/problem.js';
import type { Executor } from '../../studies/executor.js';
import { runStudy } from '../../studies/runs/monte-carlo.js';
import { runIdOf } from '../../studies/provenance.js';
import type { ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import type { Summary } from '../../studies/runs/summary.js';
import type { Edits } from '../state/fragment.js';
import { overridesOf, raidOverrides } from './overrides.js';
import { WorkerExecutor } from './worker-executor.js';
import { WorkerLine } from './worker-line.js';

const MOST_WORKERS = 4;
const LEAST_WORKERS = 2;
/** From so many warheads on the flights take hundreds of megabytes in every worker: fewer work at once. */
const LARGE_RAID = 300, LARGE_WORKERS = 2;
const INTERIM_MS = 150;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Crew {
  readonly runners: readonly WorkerLine[];
  readonly compiler: WorkerLine;
}

let crew: Crew | undefined;
let catalogueJson: unknown;
let isCatalogueSent = false;
let base: { readonly key: string; readonly compiled: CompiledScenario } | undefined;
let engineVersion = '';

function workers(): Crew {
  crew ??= {
    runners: Array.from({ length: Math.min(MOST_WORKERS, Math.max(LEAST_WORKERS, navigator.hardwareConcurrency || 0)) }, startLine),
    compiler: startLine(),
  };
  return crew;
}

const startLine = (): WorkerLine => new WorkerLine(new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'cupola' }));

/** The public data that the page was built with, from beside it. */
export async function fetchCatalogue(): Promise<Catalogue> {
  workers();
  const response = await fetch(new URL('catalogue.json', document.baseURI));
  if (!response.ok) throw new Error(`The public data could not be loaded (catalogue.json: HTTP ${response.status}).`);
  catalogueJson = await response.json();
  // The worker that compiles checks every card; here the file is only looked up.
  const catalogue = catalogueJson as Catalogue;
  engineVersion = catalogue.engineVersion;
  return catalogue;
}

export interface Question {
  readonly scenario: NumberedScenario;
  readonly result: CompileResult;
  readonly overrides: readonly string[];
  /** The scenario with the raid chosen, without the other edits. */
  readonly base: Plan | null;
}

/** Compiles the chosen scenario with the reader's edits laid over it. */
export async function compileScenario(catalogue: Catalogue, edits: Edits): Promise<Question> {
  const [first] = catalogue.scenarios;
  if (first === undefined) throw new Error('The public data hold no scenario.');
  const scenario = edits.scenario === undefined ? first : catalogue.scenarios.find(({ name }) => stemOf(name) === edits.scenario);
  if (scenario === undefined) return { scenario: first, result: { ok: false, problems: [noScenario(catalogue, edits.scenario ?? '')] }, overrides: [], base: null };
  const raid = raidOverrides(edits), key = [scenario.name, ...raid].join(' ');
  if (base?.key !== key) {
    const result = await compileChange(scenario, raid, 'urgent');
    if (!result.ok) return { scenario, result, overrides: raid, base: null };
    base = { key, compiled: result.compiled };
  }
  const { compiled } = base, overrides = overridesOf(edits, compiled.plan);
  return { scenario, result: overrides.length === raid.length ? { ok: true, compiled } : await compileChange(scenario, overrides, 'urgent'), overrides, base: compiled.plan };
}

function noScenario(catalogue: Catalogue, found: string): Problem {
  return { file: '', path: 'scenario', line: 0, found, expected: `one of ${catalogue.scenarios.map(({ name }) => stemOf(name)).join(', ')}`, hint: 'it stands in the address of this page', severity: 'error' };
}

/** Compiles a scenario with overrides, without making it the question; the reader's own edits go first. */
export function compileChange({ name, text }: NumberedScenario, overrides: readonly string[], urgency: 'urgent' | 'queued' = 'queued'): Promise<CompileResult> {
  // What a reader waits for is refused here where the commands refuse it; draws over assumed numbers are refused one by one.
  const job = { text, fileName: `scenarios/${name}`, overrides, mustReach: urgency === 'urgent', ...(isCatalogueSent ? {} : { catalogue: catalogueJson }) };
  isCatalogueSent = true;
  return workers().compiler.ask('compile', job, urgency);
}

/** A scenario's text with overrides made in it. */
export function printScenario({ text }: Pick<NumberedScenario, 'text'>, overrides: readonly string[]): Promise<string> {
  return workers().compiler.ask('print', { text, overrides }, 'urgent');
}

export const isLarge = ({ attacks }: Pick<Plan, 'attacks'>): boolean => lethalCount(attacks) > LARGE_RAID;

/** The workers that answer questions, for a study that the reader waits for. */
export function foregroundExecutor(plan: Pick<Plan, 'attacks'>): Executor {
  return new WorkerExecutor(workers().runners.slice(0, isLarge(plan) ? LARGE_WORKERS : undefined));
}

/** Workers beside those that answer questions, for a study that nobody waits for. One core is left to the picture; on a phone there is a single worker. */
export function hireBackground(plan: Pick<Plan, 'attacks'>): { readonly executor: Executor; dismiss(): void } {
  const most = isLarge(plan) || window.matchMedia('(max-width: 1023px)').matches ? 1 : MOST_WORKERS;
  const lines = Array.from({ length: Math.max(1, Math.min(most, (navigator.hardwareConcurrency || 1) - 1)) }, startLine);
  return { executor: new WorkerExecutor(lines), dismiss: () => { for (const line of lines) line.dismiss(); } };
}

export function nameRun(planHash: string, { seed, runs }: { seed: number; runs: number }): string {
  return runIdOf({ planHash, engineVersion, seed, runs });
}

/** Simulates all attacks; `onProgress` gets an interim answer now and then. */
export async function studyAttacks(
  compiled: CompiledScenario,
  { seed, runs, signal }: { seed: number; runs: number; signal: AbortSignal },
  onProgress: (progress: Progress, interim?: Summary) => void,
): Promise<Summary> {
  const executor = foregroundExecutor(compiled.plan);
  let told_ms = performance.now();
  return runStudy(compiled, { seed, runs }, executor, (progress) => {
    // Summing up costs little, but a screen reader and an eye need time between two interim answers.
    const isDue = performance.now() - told_ms > INTERIM_MS && progress.done < progress.total;
    if (isDue) told_ms = performance.now();
    onProgress({ done: progress.done, total: progress.total }, isDue ? (progress.interim() ?? undefined) : undefined);
  }, signal);
}

/** Runs one attack again with its log switched on. */
export async function replayAttack(compiled: CompiledScenario, { seed, run }: { seed: number; run: number }): Promise<Replay> {
  const [runner] = [...workers().runners].sort((a, b) => a.load - b.load);
  if (runner === undefined) throw new Error('no worker is running');
  return runner.ask('replay', { plan: compiled.plan, planHash: compiled.planHash, seed, run }, 'urgent');
}

/** The worker that looks for changes: it keeps its charts from story to story, and a reader who no longer waits ends it. */
let changer: WorkerLine | undefined;

/** Looks for what would have stopped one object that got through; `signal` gives it up. */
export async function findChange(compiled: CompiledScenario, { seed, run, key }: { seed: number; run: number; key: string }, signal: AbortSignal): Promise<ChangeAnswer> {
  changer ??= startLine();
  const line = changer;
  signal.addEventListener('abort', () => {
    line.dismiss();
    if (changer === line) changer = undefined;
  });
  return line.ask('change', { plan: compiled.plan, planHash: compiled.planHash, seed, run, key }, 'urgent');
}
