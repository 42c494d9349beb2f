/** A reader chooses another attack: every class at once, or a numbered scenario. Page, address and command agree. */
import { describe, expect, it } from 'vitest';
import { runCommand } from './ask.js';
import { honest, servedPage, STILL, untilAnother, violations } from './served-page.js';
import { readAnswer, SETTLE_MS, untilAnswered } from './visitor.js';

const LONG_MS = 4 * SETTLE_MS;
const served = servedPage('none');

describe('another attack', () => {
  it('is chosen, answered, told, played, and had again by link and by command', async () => {
    const { page, faults, close } = await served.ask('#runs=60&draws=0', STILL);
    const before = await readAnswer(page);
    await page.getByLabel('Another attack').selectOption('raid mixed');
    await untilAnother(page, before.recordHash, SETTLE_MS);
    expect(new URL(page.url()).hash).toContain('raid=mixed');
    const question = (await page.locator('.question-sentence').textContent()) ?? '';
    expect(question).toMatch(/\(\d+ missiles, \d classes, \d+ warheads\) meets /);
    const [, warheads = ''] = /(\d+) warheads/.exec(question) ?? [];
    const told = await readAnswer(page);
    expect(told.sentence).toContain(`${warheads} warheads`);
    expect(await page.locator('.mark').count()).toBe(Number(warheads));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);

    await page.locator('.mark').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^(Missile \d+|Warhead \d of missile \d+) to .+ Open its story\.$/);
    expect(await violations(page)).toEqual([]);

    await page.locator('.switch').getByRole('button', { name: 'Table', exact: true }).click();
    const classes = new Set(await page.locator('.table-picture tbody td:nth-child(2)').allTextContents());
    expect([...classes].sort().join(', ')).toMatch(/Fractional-orbital.*boost-glide.*cruise/i);
    expect(await page.locator('.table-picture tbody tr').count()).toBeGreaterThanOrEqual(Number(warheads));
    await page.locator('.switch').getByRole('button', { name: 'Map', exact: true }).click();

    // Cruise missiles and drones are on their way for hours: the clock tells them and `auto` does not take hours.
    const clock = (): Promise<string> => page.locator('.clock').textContent().then((text) => text ?? '');
    expect(await clock()).toMatch(/^\d+:\d\d:\d\d$/);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForFunction(() => /^(\d+:\d\d|\d:\d\d:\d\d)$/.test(document.querySelector('.clock')?.textContent ?? '') && !['0:00', '0:01'].includes(document.querySelector('.clock')?.textContent ?? ''), undefined, { timeout: 20_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await page.getByRole('button', { name: '600×' }).count()).toBe(1);

    await page.getByRole('button', { name: 'Share and cite' }).click();
    const field = (name: string): Promise<string> => page.locator(`[data-share="${name}"] textarea`).inputValue();
    expect(await field('citation')).toContain('A mixed raid (data/raids/mixed.json)');
    const command = await field('command'), link = await field('link');
    expect(runCommand(command)).toEqual(told);
    await close();

    const fresh = await served.visit(new URL(link).hash, STILL);
    await untilAnswered(fresh.page);
    expect(await readAnswer(fresh.page)).toEqual(told);
    expect(honest([...faults, ...fresh.faults])).toEqual([]);
    await fresh.close();
  }, LONG_MS);

  it('may be a numbered scenario with a shield of its own, and the back button leaves it', async () => {
    const { page, faults, close } = await served.ask('#runs=60&draws=0', STILL);
    const before = await readAnswer(page);
    await page.getByLabel('Another attack').selectOption('scenario 03-no-shield');
    await untilAnother(page, before.recordHash, SETTLE_MS);
    expect(await page.locator('.question-sentence').textContent()).toContain('meet no interceptor at all?');
    expect(await page.locator('.mark[data-fate="leaked"]').count()).toBe(10);
    await page.goBack();
    await page.waitForFunction((hash) => document.querySelector('.answer[data-phase="ready"] [data-record-hash]')?.getAttribute('data-record-hash') === hash, before.recordHash, { timeout: SETTLE_MS });
    expect(honest(faults)).toEqual([]);
    await close();
  }, LONG_MS);

  it('that is not there is said to be missing, with what there is', async () => {
    const { page, close } = await served.visit('#raid=no-such-raid&runs=60&draws=0', STILL);
    await page.locator('.problems').waitFor({ timeout: SETTLE_MS });
    expect(await page.locator('.problems').textContent()).toMatch(/raid\[0\]\.preset.*no-such-raid/);
    await page.getByLabel('Another attack').selectOption({ index: 1 });
    await untilAnswered(page);
    await close();
  }, LONG_MS);
});
