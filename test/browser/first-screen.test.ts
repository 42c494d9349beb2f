/** A stranger's first minutes: read the answer, watch the attack, open a missile's story. Nothing may go wrong meanwhile. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedPage, violations } from './served-page.js';
import { readAnswer, scrub, SETTLE_MS, untilGlobe, type Visit } from './visitor.js';

const LONG_MS = 3 * SETTLE_MS;
const served = servedPage();

describe('the first screen', () => {
  let first: Visit;
  beforeAll(async () => {
    // What is not known has a test of its own; here it would only make the software-rendered picture slow.
    first = await served.ask('#draws=0');
    await untilGlobe(first.page);
  }, LONG_MS);
  afterAll(async () => { await first?.close(); });

  it('shows question, answer and attack at 1280 × 800 without scrolling', async () => {
    const { page } = first;
    const heights = await page.evaluate(() => {
      const answer = document.querySelector('.answer');
      return { page: document.documentElement.scrollHeight, answer: answer?.scrollHeight ?? 0, room: answer?.clientHeight ?? 0, width: document.documentElement.scrollWidth };
    });
    expect(heights.page).toBeLessThanOrEqual(800);
    expect(heights.answer).toBeLessThanOrEqual(heights.room);
    expect(heights.width).toBeLessThanOrEqual(1280);
    const slots = await page.locator('.question .slot').evaluateAll((all) => all.map((slot) => (slot as HTMLInputElement).value));
    expect(slots).toEqual(['10', 'solid-icbm-3-stage', 'north-korea-interior', '7,800', '44']);
    expect(await page.locator('.mark').count()).toBe(10);
    const { recordHash, sentence, runId } = await readAnswer(page);
    expect(recordHash).toMatch(/^[0-9a-f]{64}$/);
    expect(runId).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const shown = await page.locator('.headline-sentence, .headline-rest').allTextContents();
    expect(shown.join(' ')).toBe(sentence);
    expect(await page.getByTestId('attack-title').textContent()).toMatch(/^Attack [\d,]+ of 2,000: (a typical one|all end alike)$/);
    expect(await page.locator('.published li').count()).toBe(3);
  });

  it('draws land, a raid and the shield on the globe', async () => {
    const { page } = first;
    await scrub(page, 0.4);
    await page.waitForTimeout(1500);
    const shades = await page.locator('.globe canvas').screenshot().then((png) => distinctShades(page, png));
    // Space, sea, land, borders, satellites, missiles: a bare globe would have two or three.
    expect(shades).toBeGreaterThan(12);
    expect(await page.locator('.globe-label').allTextContents()).toContain('Chicago');
  });

  it('plays, pauses and scrubs', async () => {
    const { page } = first;
    await scrub(page, 0);
    const clock = page.locator('.clock');
    expect(await clock.textContent()).toBe('0:00');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForFunction(() => !['0:00', '0:01'].includes(document.querySelector('.clock')?.textContent ?? ''), undefined, { timeout: 20_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    const paused = await clock.textContent();
    await page.waitForTimeout(400);
    expect(await clock.textContent()).toBe(paused);
    for (const speed of ['1×', '10×', '60×']) expect(await page.getByRole('button', { name: speed }).count()).toBe(1);
    for (const moment of ['seen', 'decided']) expect(await page.locator(`[data-moment="${moment}"]`).count()).toBe(1);
  });

  it('shows other attacks on request', async () => {
    const { page } = first;
    const leaked = (): Promise<number> => page.locator('.mark[data-fate="leaked"]').count();
    const shown = async (name: string): Promise<number> => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForSelector('.picture-frame[data-run]');
      await page.waitForTimeout(1500);
      return await leaked();
    };
    const best = await shown('Best'), typical = await shown('Typical'), worst = await shown('Worst');
    expect(best).toBeLessThanOrEqual(typical);
    expect(typical).toBeLessThanOrEqual(worst);
    expect(best).toBeLessThan(worst);
    const before = await page.locator('.picture-frame').getAttribute('data-run');
    expect(await shown('Next that got through')).toBeGreaterThan(0);
    expect(await page.locator('.picture-frame').getAttribute('data-run')).not.toBe(before);
  });

  it('tells the story of a missile that got through', async () => {
    const { page } = first;
    await scrub(page, 1);
    await page.locator('.mark[data-fate="leaked"]').first().click();
    const story = page.getByTestId('story');
    await story.waitFor();
    expect(await story.locator('[data-cause]').getAttribute('data-cause')).toMatch(/^[a-z][A-Za-z]+$/);
    const text = (await story.textContent()) ?? '';
    for (const word of ['Launched', 'Got through', 'Every event']) expect(text).toContain(word);
    expect(await story.getByTestId('events').locator('tbody tr').count()).toBeGreaterThan(3);
    expect(page.url()).toContain('story=');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await story.waitFor({ state: 'detached' });
  }, LONG_MS);

  it('lists the assumed numbers', async () => {
    const { page } = first;
    const opener = page.getByRole('button', { name: /^[0-9]+ assumed numbers$/ });
    const count = Number.parseInt((await opener.textContent()) ?? '', 10);
    await opener.click();
    expect(await page.getByTestId('assumed').locator('tbody tr').count()).toBe(count);
    expect(count).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Close the list' }).click();
  });

  it('has no accessibility violation in either theme, in any kind of picture', async () => {
    const { page } = first;
    // A picture in motion would make every rule of the checker wait for the next frame.
    await scrub(page, 0.5);
    for (const kind of ['Table', 'Map', 'Globe']) {
      await page.locator('.switch').getByRole('button', { name: kind, exact: true }).click();
      expect(await violations(page), kind).toEqual([]);
    }
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    expect(await violations(page), 'light').toEqual([]);
    await page.getByRole('button', { name: 'Sources' }).click();
    expect(await violations(page), 'sources').toEqual([]);
    await page.getByRole('button', { name: 'Answer' }).click();
    await untilGlobe(page);
  }, LONG_MS);

  it('asked nobody else for anything, and nothing failed', () => {
    expect(first.faults).toEqual([]);
  });
});

/** Number of clearly different colours in a picture, counted in the page, which can decode it. */
async function distinctShades(page: Page, png: Buffer): Promise<number> {
  return await page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (context === null) return 0;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const shades = new Set<number>();
    for (let i = 0; i < data.length; i += 4) shades.add(((data[i] ?? 0) >> 4) * 256 + ((data[i + 1] ?? 0) >> 4) * 16 + ((data[i + 2] ?? 0) >> 4));
    return shades.size;
  }, `data:image/png;base64,${png.toString('base64')}`);
}
