/** The chapter *Seen and warned*: who sees a launch and is told when, who is left out, and coverage as a layer of the picture. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { honest, servedPage, STILL, violations } from './served-page.js';
import { SETTLE_MS, type Visit } from './visitor.js';

const LONG_MS = 2 * SETTLE_MS;
const served = servedPage('none');

describe('seen and warned', () => {
  let chapter: Visit;
  beforeAll(async () => {
    chapter = await served.visit('#view=seen-warned&draws=0', STILL);
    await untilWatched(chapter.page);
  }, LONG_MS);
  afterAll(async () => { await chapter?.close(); });

  it('says when the launch is first seen and the last useful decision, with the time line as picture and table', async () => {
    const { page } = chapter;
    expect(await page.locator('[data-testid="watched-headline"] .headline-sentence').textContent()).toMatch(/^First seen \d+ s after launch; last useful decision at \d+ s; .*(to spare|too late)/);
    const events = await page.locator('[data-testid="watched-time-table"] tr[data-event]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event')));
    for (const event of ['launch', 'firstSeen', 'confirmed', 'spaceRule', 'lastSpaceDecision', 'burnout', 'impact']) expect(events).toContain(event);
    expect(await page.locator('[data-figure="time-line"] svg').count()).toBe(1);
  });

  it('has a map and a table of coverage, of cities, of losses and of incidents', async () => {
    const { page } = chapter;
    const [seen, stereo] = await earth(page);
    expect(seen).toBeGreaterThan(50);
    expect(stereo).toBeGreaterThan(0);
    expect(stereo).toBeLessThanOrEqual(seen ?? 0);
    for (const figure of ['coverage', 'cities']) expect(await page.locator(`[data-figure="${figure}"] svg[aria-label]`).count(), figure).toBe(1);
    expect(await page.getByTestId('watched-custody').textContent()).toContain('Hand-overs');
    expect(await page.locator('[data-testid="watched-losses"] tbody tr').count()).toBeGreaterThan(2);
    expect(await page.getByTestId('watched-incidents').locator('tr[data-incident]').count()).toBeGreaterThanOrEqual(6);
    expect(await violations(page)).toEqual([]);
  }, LONG_MS);

  it('answers anew without a sensor, keeps that in the address, and says so when nobody is left', async () => {
    const { page } = chapter, [before] = await earth(page);
    const systems = page.locator('[role="group"][aria-label="Sensors left out"] > [data-out]');
    const name = await systems.first().getAttribute('data-out');
    await systems.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.watched')?.getAttribute('data-done') === 'false');
    await untilWatched(page);
    expect(page.url()).toContain(`watch=out-${name}`);
    expect((await earth(page))[0]).toBeLessThan(before ?? 0);
    for (let i = 1; i < (await systems.count()); i++) await systems.nth(i).click();
    await page.getByText('No sensor is left').waitFor({ timeout: SETTLE_MS });
    await page.getByRole('button', { name: 'Back to the start' }).click();
    await page.waitForFunction(() => !window.location.hash.includes('watch='));
    await untilWatched(page);
    expect((await earth(page))[0]).toBe(before);
  }, LONG_MS);

  it('takes the sensors of a year', async () => {
    const { page } = chapter;
    await page.locator('[data-year="2028"]').click();
    await page.waitForFunction(() => window.location.hash.includes('watch=year-2028'));
    await untilWatched(page);
    expect(await page.locator('.headline-sentence').first().textContent()).toMatch(/^(First seen|Not seen)/);
    expect(await page.getByText('in service in 2028').count()).toBe(1);
  }, LONG_MS);

  it('fits a phone, and nothing failed', async () => {
    const { page, faults } = chapter;
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(honest(faults)).toEqual([]);
  });
});

describe('coverage in the picture', () => {
  let visited: Visit;
  beforeAll(async () => { visited = await served.ask('#draws=0&runs=200', STILL); }, LONG_MS);
  afterAll(async () => { await visited?.close(); });

  it('shades the map by how many look now and over a day, with a legend, and takes the shades away again', async () => {
    const { page } = visited, bare = await drawn(page);
    for (const kind of ['now', 'day']) {
      await page.locator(`[data-coverage="${kind}"]`).click();
      await page.waitForSelector(`.coverage-legend[data-shown="${kind}"]`, { timeout: SETTLE_MS });
      await page.waitForFunction((before) => document.querySelector<HTMLCanvasElement>('.flat-map canvas')?.toDataURL() !== before, bare, { timeout: SETTLE_MS });
    }
    expect(await page.locator('.coverage-legend').textContent()).toContain('of a day by one or more');
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-coverage="off"]').click();
    await page.waitForFunction((before) => document.querySelector<HTMLCanvasElement>('.flat-map canvas')?.toDataURL() === before, bare, { timeout: SETTLE_MS });
  }, LONG_MS);

  it('outlines what ground batteries defend, with areas and people in a table and the switch in the address', async () => {
    const { page } = visited, bare = await drawn(page);
    await page.locator('[data-footprints="on"]').click();
    await page.waitForSelector('.footprint-table[data-footprint-state="ready"]', { timeout: SETTLE_MS });
    const rows = await page.locator('.footprint-table tbody tr').allTextContents();
    expect(rows).toHaveLength(2);
    // Both fields reach all the cities of the list: some fifty million people.
    for (const row of rows) expect(row).toMatch(/^GBI at (Fort Greely|Vandenberg)over [\d,]+50,672,32350 of 50/);
    await page.waitForFunction((before) => document.querySelector<HTMLCanvasElement>('.flat-map canvas')?.toDataURL() !== before, bare, { timeout: SETTLE_MS });
    expect(await page.locator('.footprint-legend').textContent()).toContain('aimed here, a missile meets one shot or more');
    expect(new URL(page.url()).hash).toContain('defended=ground');
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-footprints="off"]').click();
    expect(new URL(page.url()).hash).not.toContain('defended');
    await page.waitForFunction((before) => document.querySelector<HTMLCanvasElement>('.flat-map canvas')?.toDataURL() === before, bare, { timeout: SETTLE_MS });
  }, LONG_MS);

  it('names who sees each missile at the moment shown', async () => {
    const { page, faults } = visited;
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const cells = page.getByTestId('seen-now');
    expect(await cells.count()).toBeGreaterThanOrEqual(10);
    await page.locator('.track input').evaluate((slider) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, '300');
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(() => [...document.querySelectorAll('[data-testid="seen-now"]')].some(({ textContent }) => /SBIRS/.test(textContent ?? '')));
    expect(honest(faults)).toEqual([]);
  }, LONG_MS);
});

async function untilWatched(page: Page): Promise<void> {
  await page.waitForSelector('.watched[data-done="true"]', { timeout: SETTLE_MS });
}

/** Shares of the Earth in view of one or more and of two or more, in per cent. */
async function earth(page: Page): Promise<(number | undefined)[]> {
  return (await page.locator('[data-region="Earth"] td').allTextContents()).slice(0, 2).map((text) => Number.parseFloat(text.replace('over', '')));
}

const drawn = (page: Page): Promise<string> => page.locator('.flat-map canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
