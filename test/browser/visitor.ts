/** Opens the page in Chromium as a visitor would, and keeps a list of everything that went wrong meanwhile. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Software rendering, and none of Chromium's own requests. */
const FLAGS = ['--headless', '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const NO_WEBGL = ['--disable-gpu', '--disable-3d-apis'];

export const SETTLE_MS = 90_000;

export function openBrowser(graphics: 'webgl' | 'none' = 'webgl'): Promise<Browser> {
  const flags = graphics === 'webgl' ? FLAGS : [...FLAGS.filter((flag) => !flag.includes('swiftshader')), ...NO_WEBGL];
  return chromium.launch({ executablePath: process.env.CUPOLA_CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

export interface Visit {
  readonly page: Page;
  /** Failed and outside requests, console warnings and errors, uncaught exceptions. */
  readonly faults: string[];
  close(): Promise<void>;
}

export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`); });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => { if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`); });
  context.on('request', (request) => { if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) faults.push(`outside: ${request.url()}`); });
  await page.goto(address);
  return { page, faults, close: () => context.close() };
}

/** Waits until the answer has settled and an attack is shown. */
export async function untilAnswered(page: Page): Promise<void> {
  await page.waitForSelector('.answer[data-phase="ready"] [data-record-hash]', { timeout: SETTLE_MS });
  await page.waitForSelector('.mark', { timeout: SETTLE_MS });
}

export async function untilGlobe(page: Page): Promise<void> {
  await page.waitForSelector('.globe[data-profile="lite"], .globe[data-profile="quality"]', { timeout: SETTLE_MS });
}

/** What the page says the answer is. */
export async function readAnswer(page: Page): Promise<{ recordHash: string; runId: string; sentence: string }> {
  const of = (selector: string, name: string): Promise<string> => page.locator(selector).first().getAttribute(name).then((value) => value ?? '');
  return { recordHash: await of('[data-record-hash]', 'data-record-hash'), runId: await of('[data-run-id]', 'data-run-id'), sentence: await of('[data-sentence]', 'data-sentence') };
}

/** Moves the timeline to a share of its drawn length. */
export async function scrub(page: Page, share: number): Promise<void> {
  await page.locator('input[type="range"]').evaluate((slider, value) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(slider, String(value));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, Math.round(share * 1000));
}
