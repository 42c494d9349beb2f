/** The page, the command line and any place the page is served from give the same answer to the same question. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../load.js';
import { askCommandLine, askPage } from './ask.js';
import { serveFolder, type FileServer } from './static-files.js';
import { openBrowser, SETTLE_MS } from './visitor.js';

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

describe('the same answer', () => {
  it('from the root, from a sub-path and from the command line, for seed 1', async () => {
    const root = await askPage(browser, `${server.origin}/`), below = await askPage(browser, `${server.origin}/a/b/`);
    expect(root.faults).toEqual([]);
    expect(below).toEqual(root);
    expect({ recordHash: root.recordHash, runId: root.runId, sentence: root.sentence }).toEqual(askCommandLine(1));
  }, LONG_MS);

  it('from page and command line for seed 2, and another one than for seed 1', async () => {
    const { faults, ...page } = await askPage(browser, `${server.origin}/#seed=2`);
    expect(faults).toEqual([]);
    expect(page).toEqual(askCommandLine(2));
    expect(page.recordHash).not.toBe((await askPage(browser, `${server.origin}/`)).recordHash);
  }, LONG_MS);
});
