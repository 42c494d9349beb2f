/**
 * The page's only door to the simulator. Work runs in Web Workers: a few for shards and replays, one for compiling, so
 * that an edit is checked at once even while a study runs.
 */
import type { Replay } from '../../engine/record.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario, CompileResult } from '../../scenario/compiled.js';
import type { Plan } from '../../scenario/plan.js';
import type { Executor } from '../../studies/executor.js';
import { runStudy } from '../../studies/monte-carlo.js';
import { runIdOf } from '../../studies/provenance.js';
import type { Summary } from '../../studies/summary.js';
import type { Edits } from '../state/fragment.js';
import { overridesOf } from './overrides.js';
import { WorkerExecutor } from './worker-executor.js';
import { WorkerLine } from './worker-line.js';

const MOST_WORKERS = 4;
const LEAST_WORKERS = 2;
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
let base: CompiledScenario | undefined;
let asked: { readonly name: string; readonly text: string } | undefined;
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

/** Compiles the default scenario with the reader's edits laid over it. */
export async function compileScenario(catalogue: Catalogue, edits: Edits): Promise<{ result: CompileResult; overrides: readonly string[]; base: Plan | null }> {
  const scenario = catalogue.scenarios[0];
  if (scenario === undefined) throw new Error('The public data hold no scenario.');
  asked = scenario;
  if (base === undefined) {
    const result = await compileChange([], 'urgent');
    if (!result.ok) return { result, overrides: [], base: null };
    base = result.compiled;
  }
  const overrides = overridesOf(edits, base.plan);
  return { result: overrides.length === 0 ? { ok: true, compiled: base } : await compileChange(overrides, 'urgent'), overrides, base: base.plan };
}

/** Compiles the scenario with overrides, without making it the question; the reader's own edits go first. */
export function compileChange(overrides: readonly string[], urgency: 'urgent' | 'queued' = 'queued'): Promise<CompileResult> {
  if (asked === undefined) throw new Error('no question has been compiled yet');
  const job = { text: asked.text, fileName: `scenarios/${asked.name}`, overrides, ...(isCatalogueSent ? {} : { catalogue: catalogueJson }) };
  isCatalogueSent = true;
  return workers().compiler.ask('compile', job, urgency);
}

/** The scenario's text as asked, with the overrides made in it. */
export function printScenario(overrides: readonly string[]): Promise<string> {
  if (asked === undefined) throw new Error('no question has been compiled yet');
  return workers().compiler.ask('print', { text: asked.text, overrides }, 'urgent');
}

/** The workers that answer questions, for a study that the reader waits for. */
export function foregroundExecutor(): Executor {
  return new WorkerExecutor(workers().runners);
}

/** Workers beside those that answer questions, for a study that nobody waits for. One core is left to the picture; on a phone there is a single worker. */
export function hireBackground(): { readonly executor: Executor; dismiss(): void } {
  const most = window.matchMedia('(max-width: 1023px)').matches ? 1 : MOST_WORKERS;
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
  const executor = new WorkerExecutor(workers().runners);
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
