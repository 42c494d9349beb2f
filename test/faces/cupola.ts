/**
 * Runs the built command line and gives its exit code and what it printed. The first call of each test file is a child process, as a
 * stranger would have it; the others enter by the same door in this process, because starting Node costs more than most answers.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.js';
import type { Replay } from '../../src/engine/record/record.js';
import type { UsedNumber } from '../../src/scenario/compile/compiled.js';
import type { Problem } from '../../src/scenario/text/problem.js';
import type { Provenance } from '../../src/studies/provenance.js';
import type { Summary } from '../../src/studies/runs/summary.js';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const SCENARIOS = {
  shell: 'scenarios/01-ten-icbms-notional-shell.yaml',
  groundOnly: 'scenarios/02-one-icbm-ground-only.yaml',
  noShield: 'scenarios/03-no-shield.yaml',
} as const;

export interface RunDocument extends Omit<Summary, 'leakedByRun'> {
  readonly runId: string;
  readonly sentence: string;
  readonly provenance: Provenance;
  readonly assumed: readonly Pick<UsedNumber, 'path' | 'value' | 'low' | 'high' | 'source'>[];
}

export interface ReplayDocument extends Pick<Replay, 'seed' | 'run' | 'events' | 'decisions' | 'missiles'> {
  readonly provenance: Provenance;
}

export interface ProblemsDocument {
  readonly problems: readonly Problem[];
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function startCupola(words: readonly string[], folder = ROOT) {
  return spawn(process.execPath, [join(ROOT, 'bin/cupola.js'), ...words], {
    cwd: folder,
    env: { ...process.env, CUPOLA_DEBUG: undefined, NO_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

let isFirst = true;

export function cupola(...words: string[]): Promise<Outcome> {
  if (!isFirst) return cupolaHere(words);
  isFirst = false;
  return cupolaProcess(...words);
}

export async function cupolaProcess(...words: string[]): Promise<Outcome> {
  const child = startCupola(words);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, stdout, stderr };
}

async function cupolaHere(words: readonly string[]): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const code = await main(words, { stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
  return { code, stdout, stderr };
}

/** The one JSON document of a command that must succeed with the given code. */
export async function cupolaJson<T>(words: readonly string[], expectedCode = 0): Promise<T> {
  const outcome = await cupola(...words, '--json');
  if (outcome.code !== expectedCode) throw new Error(`cupola ${words.join(' ')} ended with ${outcome.code}: ${outcome.stderr}${outcome.stdout.slice(0, 500)}`);
  return JSON.parse(outcome.stdout) as T;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cupola-faces-'));
}

export function scenarioText(name: keyof typeof SCENARIOS): string {
  return readFileSync(join(ROOT, SCENARIOS[name]), 'utf8');
}
