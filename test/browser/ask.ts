/** Asks the default question of the command line and of the page. */
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

/** What the command line answers. */
export function askCommandLine(seed: number): Told {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['bin/cupola.js', 'run', `scenarios/${DEFAULT_SCENARIO}`, '--runs', '2000', '--seed', String(seed), '--json'], { cwd: fileURLToPath(ROOT), encoding: 'utf8', maxBuffer: 1e8 });
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
