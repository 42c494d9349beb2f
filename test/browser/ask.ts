/** Asks a question of the command line and of the page. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { DEFAULT_SCENARIO, ROOT } from '../load.js';
import { readAnswer, untilAnswered, visit } from './visitor.js';

export interface Told {
  readonly recordHash: string;
  readonly runId: string;
  readonly sentence: string;
}

/** What the command line answers to the default question. */
export function askCommandLine(seed: number): Told {
  return answerOf(process.execPath, ['bin/cupola.js', 'run', `scenarios/${DEFAULT_SCENARIO}`, '--runs', '2000', '--seed', String(seed), '--json']);
}

/** What a command as the page writes it answers, run by a shell as a reader would. */
export function runCommand(command: string): Told {
  const [, rest] = /^npx cupola (run .+)$/.exec(command) ?? [];
  if (rest === undefined) throw new Error(`not a command: ${command}`);
  return answerOf('sh', ['-c', `"${process.execPath}" bin/cupola.js ${rest} --json`]);
}

function answerOf(program: string, parts: readonly string[]): Told {
  const { stdout, status, stderr } = spawnSync(program, parts, { cwd: fileURLToPath(ROOT), encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`cupola run failed: ${stderr}`);
  const { recordHash, runId, sentence } = JSON.parse(stdout) as Record<string, string>;
  return { recordHash: recordHash ?? '', runId: runId ?? '', sentence: sentence ?? '' };
}

/** What the page answers, and what went wrong meanwhile. */
export async function askPage(browser: Browser, address: string): Promise<Told & { readonly faults: string[] }> {
  const { page, faults, close } = await visit(browser, address, { reducedMotion: 'reduce' });
  await untilAnswered(page);
  const answer = await readAnswer(page);
  await close();
  return { ...answer, faults };
}
