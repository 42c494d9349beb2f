/** The page checks a claim by the keyboard as by the mouse, and nothing that it shows anywhere repeats what may not be repeated. */
import { describe, expect, it } from 'vitest';
import { findRepeats } from '../../src/policy/claims/do-not-repeat.js';
import { honest, servedPage, STILL, violations } from './served-page.js';

const served = servedPage('none');
const WIDE = { ...STILL, viewport: { width: 1280, height: 800 } }, PHONE = { ...STILL, viewport: { width: 390, height: 844 } };

describe('check a claim', { timeout: 180_000 }, () => {
  it('places the parts of a sentence, and says what nobody said', async () => {
    const { page, faults, close } = await served.visit('', WIDE);
    await page.getByRole('button', { name: 'Check a claim' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.claim-form');
    await page.getByLabel('How many interceptors or satellites').fill('50');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.claim-findings[data-stage="done"]');
    expect(await page.locator('[data-slot="number"]').getAttribute('data-verdict')).toBe('below');
    expect(await page.locator('[data-slot="share"]').getAttribute('data-verdict')).toBe('not said');
    const paragraph = await page.getByLabel('Paragraph to quote', { exact: true }).inputValue();
    for (const part of ['50 satellites are needed for 10 missiles', "below the model's range", 'does not judge the claim', 'cupola claims --check']) expect(paragraph).toContain(part);
    expect(findRepeats(paragraph)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.drawer').count()).toBe(0);
    expect(honest(faults)).toEqual([]);
    await close();
  });

  it('shows all claims with both sides on a phone, and fills the slots from one', async () => {
    const { page, faults, close } = await served.visit('', PHONE);
    await page.getByRole('button', { name: 'Check a claim' }).click();
    await page.getByRole('button', { name: 'All claims, both sides' }).click();
    const claim = page.locator('[data-claim="aei-998-per-missile"]');
    await claim.locator('summary').click();
    for (const word of ['In circulation: “', 'Supporters', 'Critics', 'Source', 'We say']) expect(await claim.innerText()).toContain(word);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await claim.getByRole('button', { name: 'Check its numbers' }).click();
    expect(await page.getByLabel('How many interceptors or satellites').inputValue()).toBe('998');
    expect(honest(faults)).toEqual([]);
    await close();
  });

  it('repeats nothing in any view or drawer, and a planted phrase would be found', async () => {
    const { page, close } = await served.ask('#runs=100&draws=0', WIDE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    const found: string[] = [], look = async (where: string): Promise<void> => {
      await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
      const text = await page.evaluate(() => document.body.innerText);
      expect(text.length).toBeGreaterThan(200);
      found.push(...findRepeats(text).map(({ phrase, instead }) => `${where}: ${phrase}: ${instead}`));
    };
    for (const name of await page.locator('nav[aria-label="Views"] button').allInnerTexts()) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForTimeout(500);
      await look(name);
    }
    for (const name of await page.locator('.header-actions button').allInnerTexts()) {
      await page.getByRole('button', { name, exact: true }).click();
      await look(name);
      const claims = page.getByRole('button', { name: 'All claims, both sides' });
      if (await claims.count() > 0) { await claims.click(); await look(`${name}, claims`); }
      await page.keyboard.press('Escape');
    }
    expect(found).toEqual([]);
    await page.evaluate(() => { document.body.append(Object.assign(document.createElement('p'), { textContent: 'There is a global consensus.' })); });
    await look('planted');
    expect(found).toEqual([expect.stringContaining('planted: global consensus')]);
    await close();
  });
});
