/** The chapter *Number needed*: sliders and typed values answer at once by closed form, and settle with satellites that move. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { honest, servedPage, STILL, violations } from './served-page.js';
import { SETTLE_MS, type Visit } from './visitor.js';

const LONG_MS = 2 * SETTLE_MS;
/** A redraw takes about one and a half turns of a million arc cosines, the wait for a frame included; a hundred milliseconds are about five. */
const MOST_LOOPS = 4;
const served = servedPage('none');

describe('the number needed', () => {
  let chapter: Visit;
  beforeAll(async () => {
    chapter = await served.visit('#view=number-needed&draws=0&needed=salvo-1', STILL);
    await chapter.page.waitForSelector('[data-figure="delay_s"] svg', { timeout: SETTLE_MS });
  }, LONG_MS);
  afterAll(async () => { await chapter?.close(); });

  it('says the size for the mean and for 95 % of the time by each method, as the commands do', async () => {
    const { page } = chapter;
    // Two shots, 5 km/s, 350 km, 110 s to fly: the instance that the issue of this chapter names.
    expect([await meanBy(page, 'shell'), await meanBy(page, 'latitude')]).toEqual([1787, 774]);
    await untilSettled(page);
    const flown = await meanBy(page, 'propagated');
    expect(flown).toBeGreaterThan(0.5 * 774);
    expect(flown).toBeLessThan(1.5 * 774);
    expect(await page.getByTestId('needed-headline').textContent()).toMatch(/^About [\d,]+ interceptors in orbit for one missile.*95 % of the time takes about [\d,]+/);
    expect(await page.getByTestId('needed-headline').getAttribute('data-method')).toBe('propagated');
  }, LONG_MS);

  it('stands beside published figures with their marks, and says what makes the difference', async () => {
    const { page } = chapter;
    const markOf = async (author: string): Promise<string | null> => await page.locator(`tr[data-author="${author}"] .needed-mark`).textContent();
    expect([await markOf('AEI'), await markOf('CBO'), await markOf('APS')]).toEqual(['reproduced', 'arithmetic', 'not reproducible']);
    for (const figure of ['published', 'from-aei', 'to-flown', 'prices']) await page.waitForSelector(`[data-figure="${figure}"] svg`, { timeout: SETTLE_MS });
    expect(await page.locator('[data-estimate="cbo-2026"] .needed-mark').textContent()).toBe('arithmetic');
    // Every picture has its numbers in a table: what was flown among the curves', ours among the published, and each waterfall's factors.
    for (const table of ['from-aei', 'to-flown', 'prices']) expect(await page.locator(`table[data-table="${table}"] tbody tr`).count()).toBeGreaterThan(2);
    expect(await page.locator('table[aria-label^="A faster interceptor"] tbody tr:has(th:text-is("6")) td').nth(3).textContent()).toMatch(/^[\d,]+$/);
    expect(await page.locator('.needed-published tr[data-ours]').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
  }, LONG_MS);

  it('tells the worst moment beside the mean, from satellites that move', async () => {
    const { page } = chapter;
    expect(await page.getByTestId('needed-worst').textContent()).toMatch(/^At the worst moment of the day .* where 2 are wanted/);
    expect(await page.locator('tr[data-method="propagated"] [data-cell="worst"]').textContent()).toMatch(/^\d+ of 2$/);
    expect(await page.locator('tr[data-method="shell"] [data-cell="worst"]').textContent()).toBe('');
  }, LONG_MS);

  it('redraws while a slider moves, and keeps the setting in the address', async () => {
    const { page } = chapter;
    const before = await page.locator('[data-figure="speed_kmps"]').innerHTML();
    const marks = await page.locator('.needed-published .needed-mark').allTextContents();
    await slide(page, 'speed_kmps', 6);
    expect(await meanBy(page, 'latitude')).toBe(541);
    expect(await page.locator('[data-figure="speed_kmps"]').innerHTML()).not.toBe(before);
    expect(page.url()).toContain('needed=salvo-1*speed_kmps-6');
    // A mark is about the author's assumptions and stays where it is; what moves with the settings has none.
    expect(await page.locator('.needed-published .needed-mark').allTextContents()).toEqual(marks);
    expect(await page.locator('tr[data-author="CBO"] [data-cell="here"]').textContent()).toMatch(/with the order at \d+ s/);
  });

  it('redraws with little work, also while its own background works', async () => {
    const { page } = chapter;
    // In units of a fixed piece of arithmetic on the same machine at the same time, so that a busy machine does not count.
    const loop_ms = await page.evaluate(timeLoops), redraws_ms: number[] = [];
    for (const value of [5.2, 6.4, 4.6, 5.8, 7.1, 6]) redraws_ms.push(await slide(page, 'speed_kmps', value));
    expect(Math.min(...redraws_ms) / loop_ms).toBeLessThan(MOST_LOOPS);
  });

  it('is moved by keys alone', async () => {
    const { page } = chapter, slider = page.locator('[data-slider="shots"]');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.inputValue()).toBe('3');
    await page.waitForFunction(() => window.location.hash.includes('shots-3'));
    await page.keyboard.press('ArrowLeft');
    // From the typed value of a setting the next stop is its slider, and then the next setting.
    await page.locator('[data-field="delay_s"]').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-slider'))).toBe('delay_s');
  });

  it('lets the study of the first screen wait until somebody looks at it', async () => {
    const { page } = chapter;
    expect(await page.getByTestId('run-id').count()).toBe(0);
    expect(await page.locator('[data-record-hash]').count()).toBe(0);
  });

  it('takes typed values, and says what would do when nothing is in reach', async () => {
    const { page } = chapter, delay = page.locator('[data-field="delay_s"]');
    await delay.fill('160');
    await page.getByText('No number of interceptors is enough').waitFor();
    expect(await page.getByTestId('needed-headline').textContent()).toMatch(/An order by 129 s/);
    await delay.fill('999');
    await delay.press('Enter');
    expect(await delay.inputValue()).toBe('240');
    await page.getByRole('button', { name: 'Back to the start' }).click();
    await page.waitForFunction(() => !window.location.hash.includes('needed='));
  });

  it('answers the first screen when it is opened, and rests again after that', async () => {
    const { page } = chapter;
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.waitForSelector('.answer[data-phase="ready"] [data-record-hash]', { timeout: SETTLE_MS });
    await page.getByRole('button', { name: 'Number needed' }).click();
    await page.waitForSelector('[data-figure="delay_s"] svg', { timeout: SETTLE_MS });
  }, LONG_MS);

  it('fits a phone, and nothing failed', async () => {
    const { page, faults } = chapter;
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(honest(faults)).toEqual([]);
  });
});

/** The quickest of a few turns of a fixed loop, in milliseconds. */
function timeLoops(): number {
  let best_ms = Infinity, sum = 0;
  for (let turn = 0; turn < 5; turn++) {
    const start = performance.now();
    for (let i = 0; i < 1_000_000; i++) sum += Math.acos(Math.cos(i * 1e-3) * 0.5);
    best_ms = Math.min(best_ms, performance.now() - start);
  }
  return sum > 0 ? best_ms : NaN;
}

async function meanBy(page: Page, method: string): Promise<number> {
  return Number(((await page.locator(`tr[data-method="${method}"] [data-cell="mean"]`).textContent()) ?? '').replaceAll(',', ''));
}

async function untilSettled(page: Page): Promise<void> {
  await page.waitForSelector('.needed-progress[data-done="true"]', { state: 'attached', timeout: SETTLE_MS });
}

/** Moves a slider and gives the milliseconds until the next frame after the table has changed. */
async function slide(page: Page, name: string, value: number): Promise<number> {
  return await page.locator(`[data-slider="${name}"]`).evaluate(async (slider, to) => {
    const start = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(to));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); });
    return performance.now() - start;
  }, value);
}
