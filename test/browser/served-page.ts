/** The built page and a browser for a whole test file: served before its tests, gone after them. */
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from '../load.js';
import { serveFolder, type FileServer } from './static-files.js';
import { openBrowser, untilAnswered, visit, type Visit } from './visitor.js';

/** Readers who ask for less motion get the finished attack, and a picture that costs nothing. */
export const STILL = { reducedMotion: 'reduce' } as const;

export interface ServedPage {
  readonly origin: string;
  readonly browser: Browser;
  /** Opens the page in a fresh profile; `fragment` begins with `#`. */
  visit(fragment: string, options?: BrowserContextOptions): Promise<Visit>;
  /** The same, and waits for the answer. */
  ask(fragment: string, options?: BrowserContextOptions): Promise<Visit>;
}

export function servedPage(graphics: 'webgl' | 'none' = 'webgl', paths: readonly string[] = ['/']): ServedPage {
  let server: FileServer, browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(fileURLToPath(new URL('dist/page/', ROOT)), paths);
    browser = await openBrowser(graphics);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const open: ServedPage['visit'] = (fragment, options) => visit(browser, `${server.origin}/${fragment}`, options);
  return {
    get origin() { return server.origin; },
    get browser() { return browser; },
    visit: open,
    async ask(fragment, options) {
      const visited = await open(fragment, options);
      await untilAnswered(visited.page);
      return visited;
    },
  };
}

/** What an accessibility checker has against the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Faults other than the missing graphics of a browser that was started without any. */
export const honest = (faults: readonly string[]): string[] => faults.filter((fault) => !/webgl/i.test(fault));

/** Waits until an answer other than the one with `hash` stands and its attack is shown. */
export async function untilAnother(page: Page, hash: string, timeout: number): Promise<void> {
  await page.waitForFunction((old) => ![old, undefined, null].includes(document.querySelector('.answer[data-phase="ready"] [data-record-hash]')?.getAttribute('data-record-hash')), hash, { timeout });
  await page.waitForSelector('.mark', { timeout });
}
