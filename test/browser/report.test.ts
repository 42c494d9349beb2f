/** A report opened from disk: it passes axe on a wide screen and on a phone, asks for nothing, does not scroll sideways, can be read by keyboard, and prints. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { openBrowser } from './visitor.js';

const folder = mkdtempSync(join(tmpdir(), 'cupola-report-')), out = join(folder, 'report.html'), pdf = join(folder, 'report.pdf');
let browser: Browser;

beforeAll(async () => {
  const silent = { write: () => true }, chromium = process.env.CUPOLA_CHROMIUM ?? '/usr/bin/chromium';
  const code = await main(['report', 'scenarios/02-one-icbm-ground-only.yaml', '--runs', '40', '--without', 'drivers,compliance', '--out', out, '--pdf', pdf, '--chromium', chromium, '--workers', '0'], { stdout: silent, stderr: silent });
  if (code !== 0) throw new Error(`cupola report ended with ${code}`);
  browser = await openBrowser('none');
}, 180_000);

afterAll(async () => await browser?.close());

describe('a report from disk', () => {
  it.each([[1280, 800], [390, 844]])('passes axe and asks for nothing at %i by %i', async (width, height) => {
    const context = await browser.newContext({ viewport: { width, height }, offline: true }), page = await context.newPage(), asked: string[] = [], faults: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(pathToFileURL(out).href);
    expect(asked).toEqual([pathToFileURL(out).href]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the report');
    expect(asked.length).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it('is a PDF of several numbered pages', () => {
    const bytes = readFileSync(pdf).toString('latin1');
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(5);
  });
});
