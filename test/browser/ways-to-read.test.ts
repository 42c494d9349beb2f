/** Readers without WebGL, without a mouse, on a phone, with a wish for stillness, and those who change the question. */
import { describe, expect, it } from 'vitest';
import { honest, servedPage, STILL, untilAnother } from './served-page.js';
import { openBrowser, readAnswer, SETTLE_MS, untilAnswered, visit } from './visitor.js';

const LONG_MS = 3 * SETTLE_MS;
// Only the phone asks for a globe; elsewhere it would only take time.
const served = servedPage('none');

describe('without WebGL', () => {
  it('gives the whole answer and a flat map that plays', async () => {
    const { page, faults, close } = await served.ask('#runs=300&draws=0');
    expect((await readAnswer(page)).sentence).not.toBe('');
    expect(await page.locator('.picture-frame').getAttribute('data-picture')).toBe('map');
    expect(await page.locator('.picture-title').textContent()).toContain('flat map');
    expect(await page.locator('.flat-map canvas').count()).toBe(1);
    const clock = (): Promise<string | null> => page.locator('.clock').textContent();
    const before = await clock();
    await page.waitForFunction((text) => document.querySelector('.clock')?.textContent !== text, before, { timeout: 20_000 });
    expect(honest(faults)).toEqual([]);
    await close();
  }, LONG_MS);
});

describe('with a keyboard', () => {
  it('reaches everything in order, plays with space, steps with arrows, opens a story with Enter', async () => {
    const { page, close } = await served.ask('#runs=300&draws=0', STILL);
    const order: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
    }
    const at = (label: string): number => order.findIndex((name) => name.includes(label));
    const stops = ['Skip to the answer', 'Number of missiles', 'Missile class', 'Origin', 'Satellites', 'Ground-based', 'Open its story', 'assumed numbers', 'Typical', 'Play', 'Moment of the attack'];
    for (const stop of stops) expect(at(stop), `${stop} in ${order.join(' | ')}`).toBeGreaterThanOrEqual(0);
    expect([...stops].sort((a, b) => at(a) - at(b))).toEqual(stops);

    await page.locator('.mark').last().focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('story').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('story').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.classList.contains('mark'))).toBe(true);

    await page.locator('#main').focus();
    const clock = (): Promise<string> => page.locator('.clock').textContent().then((text) => text ?? '');
    const end = await clock();
    await page.keyboard.press('ArrowLeft');
    expect(await clock()).not.toBe(end);
    await page.keyboard.press('ArrowRight');
    expect(await clock()).toBe(end);
    await page.keyboard.press(' ');
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
    await page.keyboard.press(' ');
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
    await close();
  }, LONG_MS);
});

describe('a wish for stillness', () => {
  it('shows the finished attack and moves nothing by itself', async () => {
    const { page, close } = await served.ask('#runs=300&draws=0', STILL);
    const clock = await page.locator('.clock').textContent();
    expect(clock).not.toBe('0:00');
    await page.waitForTimeout(1500);
    expect(await page.locator('.clock').textContent()).toBe(clock);
    await close();
  }, LONG_MS);
});

describe('a phone', () => {
  it('loads the globe only when asked', async () => {
    const browser = await openBrowser();
    const { page } = await visit(browser, 'about:blank', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const files: string[] = [];
    page.on('request', (request) => files.push(request.url()));
    await page.goto(`${served.origin}/#runs=300&draws=0`);
    await untilAnswered(page);
    await page.waitForTimeout(500);
    expect(files.filter((file) => /globe-|cesium/.test(file))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Load the globe' }).click();
    await page.waitForSelector('.globe', { timeout: SETTLE_MS });
    expect(files.some((file) => /globe-/.test(file))).toBe(true);
    await browser.close();
  }, LONG_MS);
});

describe('another question', () => {
  it('answers it, keeps it in the address, and goes back', async () => {
    const { page, faults, close } = await served.ask('#runs=300&draws=0', STILL);
    const before = await readAnswer(page);
    await page.getByLabel('Number of missiles').fill('4');
    await page.keyboard.press('Enter');
    await untilAnother(page, before.recordHash, SETTLE_MS);
    expect((await readAnswer(page)).sentence).toContain(' 4 missiles');
    await page.waitForFunction(() => document.querySelectorAll('.mark').length === 4, undefined, { timeout: SETTLE_MS });
    expect(new URL(page.url()).hash).toContain('count=4');
    await page.goBack();
    await page.waitForFunction((hash) => document.querySelector('.answer[data-phase="ready"] [data-record-hash]')?.getAttribute('data-record-hash') === hash, before.recordHash, { timeout: SETTLE_MS });
    expect(honest(faults)).toEqual([]);
    await close();
  }, LONG_MS);

  it('says what is wrong with an edit beside it and keeps the answer', async () => {
    const { page, close } = await served.ask('#runs=300&draws=0', STILL);
    const before = await readAnswer(page);
    const problem = page.locator('.problems');
    await page.getByLabel('Missile class').selectOption('subsonic-cruise-class');
    await problem.waitFor({ timeout: 20_000 });
    expect(await problem.textContent()).toContain("exceeds this missile's");
    expect(await readAnswer(page)).toEqual(before);
    await page.getByLabel('Missile class').selectOption('solid-icbm-3-stage');
    await problem.waitFor({ state: 'detached', timeout: 20_000 });
    await page.getByLabel('Satellites with interceptors').fill('7801');
    await page.keyboard.press('Enter');
    await problem.waitFor({ timeout: 20_000 });
    expect(await problem.textContent()).toContain('interceptors[0].count');
    expect(await readAnswer(page)).toEqual(before);
    await close();
  }, LONG_MS);

  it('opens a linked attack at its moment', async () => {
    const { page, close } = await served.ask('#runs=300&draws=0&run=7&t=100');
    expect(await page.locator('.picture-frame').getAttribute('data-run')).toBe('7');
    expect(await page.locator('.clock').textContent()).toBe('1:40');
    await close();
  }, LONG_MS);
});
