/** Page and command line agree for seeds 3 to 5 as well; 1 and 2 are checked with every change. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCommandLine, askPage } from '../browser/ask.js';
import { serveFolder, type FileServer } from '../browser/static-files.js';
import { openBrowser, SETTLE_MS } from '../browser/visitor.js';
import { ROOT } from '../load.js';

let server: FileServer, browser: Browser;
beforeAll(async () => {
  server = await serveFolder(fileURLToPath(new URL('dist/page/', ROOT)), ['/']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('page and command line', () => {
  it.each([3, 4, 5])('give the same record for seed %i', async (seed) => {
    const { faults, ...page } = await askPage(browser, `${server.origin}/#seed=${seed}`);
    expect(faults).toEqual([]);
    expect(page).toEqual(askCommandLine(seed));
  }, 3 * SETTLE_MS);
});
