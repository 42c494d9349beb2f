/** The page, the command line and any place the page is served from give the same answer to the same question. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SCENARIO, ROOT } from '../load.js';
import { serveFolder, type FileServer } from './static-files.js';
import { openBrowser, readAnswer, SETTLE_MS, untilAnswered, visit } from './visitor.js';

const LONG_MS = 3 * SETTLE_MS;
let server: FileServer, browser: Browser;
beforeAll(async () => {
  server = await serveFolder(fileURLToPath(new URL('dist/page/', ROOT)), ['/', '/a/b/']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

function askCommandLine(seed: number): { recordHash: string; runId: string; sentence: string } {
  const { stdout, status, stderr } = spawnSync(process.execPath, ['bin/cupola.js', 'run', `scenarios/${DEFAULT_SCENARIO}`, '--runs', '2000', '--seed', String(seed), '--json'], { cwd: fileURLToPath(ROOT), encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`cupola run failed: ${stderr}`);
  const { recordHash, runId, sentence } = JSON.parse(stdout) as Record<string, string>;
  return { recordHash: recordHash ?? '', runId: runId ?? '', sentence: sentence ?? '' };
}

async function askPage(address: string): Promise<{ recordHash: string; runId: string; sentence: string; faults: string[] }> {
  const { page, faults, close } = await visit(browser, address, { reducedMotion: 'reduce' });
  await untilAnswered(page);
  const answer = await readAnswer(page);
  await close();
  return { ...answer, faults };
}

describe('the same answer', () => {
  it('from the root, from a sub-path and from the command line, for seed 1', async () => {
    const root = await askPage(`${server.origin}/`), below = await askPage(`${server.origin}/a/b/`);
    expect(root.faults).toEqual([]);
    expect(below).toEqual(root);
    expect({ recordHash: root.recordHash, runId: root.runId, sentence: root.sentence }).toEqual(askCommandLine(1));
  }, LONG_MS);

  it('from page and command line for seed 2, and another one than for seed 1', async () => {
    const { faults, ...page } = await askPage(`${server.origin}/#seed=2`);
    expect(faults).toEqual([]);
    expect(page).toEqual(askCommandLine(2));
    expect(page.recordHash).not.toBe((await askPage(`${server.origin}/`)).recordHash);
  }, LONG_MS);
});
