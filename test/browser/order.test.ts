/** The chapter *The order*: rows by verdict, a threshold that moves one, the matrix in words, dates. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { honest, servedPage, STILL, violations } from './served-page.js';
import { SETTLE_MS, type Visit } from './visitor.js';

const LONG_MS = 4 * SETTLE_MS;
const served = servedPage('none');

describe('the order', () => {
  let chapter: Visit;
  beforeAll(async () => {
    // One missile against ground interceptors alone: the least that there is to fly.
    chapter = await served.visit('#view=order&draws=0&scenario=02-one-icbm-ground-only', STILL);
    await chapter.page.waitForSelector('.order[data-done="true"] .order-row', { timeout: LONG_MS });
  }, LONG_MS);
  afterAll(async () => { await chapter?.close(); });

  it('has every requirement under its verdict, the matrix in words, and dates', async () => {
    const { page } = chapter, rows = page.locator('.order-row');
    expect(await rows.count()).toBe(27);
    for (const verdict of ['met', 'partly', 'not met', 'not testable']) expect(await page.locator(`section:has(.order-verdict[data-verdict="${verdict}"]) .order-row:not([data-verdict="${verdict}"])`).count()).toBe(0);
    const cells = await page.locator('[data-testid="order-matrix"] td').allTextContents();
    expect(cells.length).toBe(30);
    for (const cell of cells) expect(cell).toMatch(/^(met|partly|not met|holds none)/);
    expect(await page.getByTestId('order-dates').textContent()).toContain('2025-03-28');
    expect(await violations(page)).toEqual([]);
    expect(honest(chapter.faults)).toEqual([]);
  });

  it('moves a row by its threshold, keeps that in the address, and takes the reader along', async () => {
    const { page } = chapter, row = page.locator('[data-row="USC-ballistic"]'), before = await row.getAttribute('data-verdict');
    await row.locator('summary').first().click();
    const field = page.locator('[data-threshold="USC-ballistic"]');
    await field.fill(before === 'met' ? '2' : '0');
    expect(await row.getAttribute('data-verdict')).toBe(before);
    await field.press('Enter');
    await page.waitForFunction((old) => document.querySelector('[data-row="USC-ballistic"]')?.getAttribute('data-verdict') !== old, before, { timeout: SETTLE_MS });
    expect(page.url()).toMatch(/thresholds=USC-ballistic/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-threshold'))).toBe('USC-ballistic');
    await page.getByRole('button', { name: 'All thresholds as on their cards' }).click();
    await page.waitForFunction((old) => document.querySelector('[data-row="USC-ballistic"]')?.getAttribute('data-verdict') === old, before, { timeout: SETTLE_MS });
  }, LONG_MS);
});
