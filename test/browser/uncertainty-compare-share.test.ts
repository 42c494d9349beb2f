/** What is not known, two shields compared, an answer shared and cited, and where its numbers come from. */
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { honest, servedPage, STILL, untilAnother, violations } from './served-page.js';
import { readAnswer, SETTLE_MS, untilAnswered, visit } from './visitor.js';

const LONG_MS = 4 * SETTLE_MS;
// Nothing here needs the globe, and the workers need the cores.
const served = servedPage('none', ['/', '/a/b/']);

describe('not known', () => {
  it('follows the answer, is labelled, enters the headline, and yields to a new question', async () => {
    const { page, faults, close } = await served.ask('#runs=100&count=2&draws=16', STILL);
    const chance = await readAnswer(page);
    expect(chance.sentence).not.toContain('assumed numbers');
    await page.waitForSelector('.bands[data-not-known="final"]', { timeout: LONG_MS });
    const bands = page.locator('.bands');
    const low = Number(await bands.getAttribute('data-low')), high = Number(await bands.getAttribute('data-high'));
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeGreaterThan(low);
    expect(high).toBeLessThanOrEqual(1);
    for (const words of ['Chance', 'in 9 of 10 attacks', 'Not known', ' 16 draws; no probability']) expect(await bands.textContent()).toContain(words);
    expect(await bands.locator('.band.solid').count()).toBe(1);
    expect(await bands.locator('.band.hatched').count()).toBe(1);
    const { sentence, recordHash } = await readAnswer(page);
    expect(recordHash).toBe(chance.recordHash);
    expect(sentence.startsWith(chance.sentence.replace(/\.$/, ''))).toBe(true);
    expect(sentence).toMatch(/; over the assumed numbers the average runs from [\d.a-z ]+ to [\d.a-z ]+\.$/);
    // The numbers that move it are still being looked for; a new question does not wait for them.
    await page.getByLabel('Number of missiles').fill('1');
    await page.keyboard.press('Enter');
    await untilAnother(page, recordHash, SETTLE_MS);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    expect(await page.locator('.movers-block').getAttribute('data-movers')).toBe('off');
    expect(new URL(page.url()).hash).toContain('draws=0');
    expect(honest(faults)).toEqual([]);
    await close();
  }, LONG_MS);
});

describe('comparing and sharing', () => {
  it('compares with a second shield under the same luck and lists what differs', async () => {
    const { page, faults, close } = await served.ask('#runs=200&draws=0', STILL);
    const before = await readAnswer(page);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const drawer = page.getByTestId('compare');
    await drawer.getByText('B is the same as A so far.').waitFor();
    await drawer.getByLabel('B: Chance one shot kills, space').fill('0.2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.comparison[data-stage="done"]', { timeout: SETTLE_MS });
    expect(await page.getByTestId('comparison-sentence').textContent()).toMatch(/^B lets [\d.]+ to [\d.]+ more missiles through\.$/);
    expect(await page.getByTestId('differing').locator('tbody th .term').allTextContents()).toEqual(['interceptors[0].singleShotKill']);
    expect(await violations(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Make B like A again' }).click();
    await drawer.getByLabel('B: satellites with interceptors').fill('7801');
    await page.keyboard.press('Enter');
    await drawer.locator('.problems').waitFor({ timeout: SETTLE_MS });
    expect(await drawer.locator('.problems').textContent()).toContain('interceptors[0].count');
    await page.locator('#main').focus();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await readAnswer(page)).toEqual(before);
    expect(honest(faults)).toEqual([]);
    await close();
  }, LONG_MS);

  it('gives a link that shows the same answer elsewhere, citations, and files that say the same', async () => {
    const { page, faults, close } = await served.ask('#runs=200&draws=0&count=4', { ...STILL, acceptDownloads: true });
    const told = await readAnswer(page);
    await page.getByRole('button', { name: 'Share and cite' }).click();
    const drawer = page.getByTestId('share');
    const field = (name: string): Promise<string> => drawer.locator(`[data-share="${name}"] textarea`).inputValue();
    expect(await drawer.locator('[data-share="run-id"]').textContent()).toBe(told.runId);
    for (const name of ['citation', 'bibtex']) expect(await field(name)).toContain(told.runId);
    expect(await field('citation')).toContain(told.sentence);
    // No permission for the clipboard is given here: the text is selected instead, and nothing fails.
    await drawer.getByRole('button', { name: 'Copy: Link to this answer' }).click();
    await drawer.getByText(/^(Copied|Selected)/).waitFor();
    expect(await violations(page)).toEqual([]);

    const download = async (name: RegExp): Promise<string> => {
      const [file] = await Promise.all([page.waitForEvent('download') as Promise<Download>, drawer.getByRole('button', { name }).click()]);
      return readFileSync(await file.path(), 'utf8');
    };
    expect(parse(await download(/^Scenario file/))).toMatchObject({ version: 1, raid: [{ count: 4 }] });
    const attacks = (await download(/^Every attack/)).trim().split('\n');
    expect(attacks).toHaveLength(201);
    const leaked = attacks.slice(1).reduce((sum, line) => sum + Number(line.split(',')[1]), 0);
    const leakage = (await download(/^Answer/)).split('\n').find((line) => line.startsWith('leakage,'));
    expect(Number(leakage?.split(',')[1])).toBeCloseTo(leaked / (200 * 4), 12);

    const link = await field('link');
    await close();
    const fresh = await visit(served.browser, link.replace(`${served.origin}/`, `${served.origin}/a/b/`), STILL);
    await untilAnswered(fresh.page);
    expect(await readAnswer(fresh.page)).toEqual(told);
    expect(honest([...faults, ...fresh.faults])).toEqual([]);
    await fresh.close();
  }, LONG_MS);
});

describe('sources', () => {
  it('show every number with its card, sorted and narrowed on request', async () => {
    const { page, faults, close } = await served.visit('#view=sources&runs=100&draws=0', STILL);
    const rows = page.getByTestId('ledger').locator('tbody tr');
    await rows.first().waitFor({ timeout: SETTLE_MS });
    const all = await rows.count();
    expect(await page.getByTestId('ledger').locator('thead th').allTextContents()).toEqual(['Number', 'Value', 'Low', 'High', 'Unit', 'Author', 'Where', 'Seen', 'As of', 'Standing']);
    await page.getByRole('button', { name: /^Assumed/ }).click();
    const standings = await rows.evaluateAll((list) => list.map((row) => row.getAttribute('data-standing')));
    expect(new Set(standings)).toEqual(new Set(['assumed']));
    expect(standings.length).toBeLessThan(all);
    await page.getByRole('button', { name: 'Value' }).focus();
    await page.keyboard.press('Enter');
    const values = (await rows.locator('td:nth-child(2)').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    await page.getByLabel('Containing').fill('no such number');
    expect(await rows.count()).toBe(0);
    await page.getByLabel('Containing').fill('');
    expect(await violations(page)).toEqual([]);
    expect(honest(faults)).toEqual([]);
    await close();
  }, LONG_MS);
});
