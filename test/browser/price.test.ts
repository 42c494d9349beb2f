/** The price on the first screen and the chapter: it follows the shield as edited, without attacks, and reads on a phone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations, servedPage, STILL } from './served-page.js';
import type { Visit } from './visitor.js';

const LONG_MS = 120_000;
const PRICED = '.priced[data-done="true"]';

describe('the chapter Price', () => {
  const served = servedPage('none');
  let visited: Visit;
  const billions = async (selector: string): Promise<number> => Number(/\$([\d,]+) billion/.exec((await visited.page.locator(selector).textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  const total = (): Promise<number> => billions('[data-testid="price-headline"] .headline-sentence');
  const settled = async (change: () => Promise<unknown>): Promise<void> => {
    const before = await visited.page.locator('[data-testid="price-headline"]').textContent();
    await change();
    await visited.page.waitForFunction((old) => document.querySelector('[data-testid="price-headline"]')?.textContent !== old && document.querySelector('.priced[data-done="true"]') !== null, before, { timeout: LONG_MS });
  };

  beforeAll(async () => {
    visited = await served.visit('#view=price', STILL);
    await visited.page.waitForSelector(PRICED, { timeout: LONG_MS });
  }, LONG_MS);
  afterAll(async () => { await visited?.close(); });

  it('prices the shield without an attack, element by element and year by year', async () => {
    const { page } = visited;
    expect(await page.locator('[data-testid="price-headline"]').textContent()).toMatch(/^About \$[\d,]+ billion over 20 years in 2026 dollars, not discounted \(.*over price ranges\)\.Includes interceptors in orbit.*leaves out/);
    expect(await page.locator('[data-element]').count()).toBe(7);
    expect(await page.locator('[data-figure="price-years"] svg rect').count()).toBeGreaterThanOrEqual(24);
    expect(await page.getByTestId('price-years-table').locator('tbody tr').count()).toBe(24);
    expect(await page.locator('[data-published="white-house-2025"]').textContent()).toMatch(/\$175B.*year not stated.*not said/);
    expect(await violations(page)).toEqual([]);
  }, LONG_MS);

  it('follows the settings and keeps them in the address', async () => {
    const { page } = visited, before = await total();
    await settled(() => page.getByLabel('Satellites priced after').selectOption('aei-2025'));
    expect(await total()).not.toBe(before);
    await page.getByLabel('First year of service').fill('2032');
    await page.waitForFunction(() => document.querySelector('.priced[data-done="true"] [aria-labelledby="price-years"] > p')?.textContent?.includes('before 2032') === true, undefined, { timeout: LONG_MS });
    expect(await page.getByTestId('price-years-table').locator('tbody tr').count()).toBe(27);
    expect(page.url()).toMatch(/price=preset-aei-2025\*from-2032/);
    await settled(() => page.getByRole('button', { name: 'Back to the start' }).click());
    expect(await total()).toBe(before);
  }, LONG_MS);

  it('follows the shield as edited, and says what has no price', async () => {
    const { page } = visited, before = await total();
    await settled(() => page.evaluate(() => { window.location.hash = '#view=price&satellites=15600'; }));
    expect(await total()).toBeGreaterThan(1.4 * before);
    await settled(() => page.evaluate(() => { window.location.hash = '#view=price&price=preset-aps-2003'; }));
    expect(await page.locator('.price-incomplete').textContent()).toMatch(/no price for satellites of notional-7800/);
  }, LONG_MS);

  it('reads on a phone, and nothing failed', async () => {
    const { page } = visited;
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(visited.faults).toEqual([]);
  }, LONG_MS);
});
