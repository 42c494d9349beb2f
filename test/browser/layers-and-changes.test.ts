/** Where missiles are lost, layer by layer, and what would have stopped one that got through: pictures, tables, on demand, to be given up. */
import { expect, it } from 'vitest';
import { honest, servedPage } from './served-page.js';
import { SETTLE_MS } from './visitor.js';

const LONG_MS = 3 * SETTLE_MS;
const served = servedPage('none');
/** A thin shield, so that something gets through in every attack. */
const THIN = '#runs=200&draws=0&satellites=600&seed=1';

it('shows the funnel of each layer with its table, and shares out what the layers prevent when asked', async () => {
  const { page, faults, close } = await served.ask(THIN);
  await page.getByRole('button', { name: 'Layers', exact: true }).click();
  await page.locator('[data-testid="layers-view"][data-done="true"]').waitFor({ timeout: SETTLE_MS });
  const picture = page.locator('[data-figure="layer-funnel"] svg');
  await picture.waitFor();
  expect(await picture.getAttribute('aria-label')).toMatch(/in reach.*passed on/);
  const killed = await page.locator('[data-testid="layers-funnel-table"] td[data-step="killed"]').allTextContents();
  const phases = await page.locator('[data-testid="layers-phases-table"] td').allTextContents();
  const sum = (texts: readonly string[]): number => texts.reduce((all, text) => all + Number(text), 0);
  expect(sum(killed)).toBeGreaterThan(0);
  expect(Math.abs(sum(killed) - sum(phases))).toBeLessThan(0.1);
  await page.getByRole('button', { name: 'Share out what the layers prevent' }).click();
  await page.getByTestId('layers-worth-table').waitFor({ timeout: SETTLE_MS });
  expect(await page.getByTestId('layers-worth-table').textContent()).toContain('all together');
  expect(honest(faults)).toEqual([]);
  await close();
}, LONG_MS);

it('says in a story what would have stopped it, when asked, and lets that be given up', async () => {
  const { page, faults, close } = await served.ask(THIN);
  await page.locator('.mark[data-fate="leaked"]').first().click();
  const box = page.getByTestId('change'), ask = page.getByRole('button', { name: 'What would have stopped it?' });
  await ask.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await box.getAttribute('data-state')).toBe('idle');
  await ask.click();
  await page.getByTestId('change-sentence').waitFor({ timeout: SETTLE_MS });
  expect(await page.getByTestId('change-sentence').textContent()).toMatch(/would have (been stopped|stopped)|Only luck failed/);
  expect(honest(faults)).toEqual([]);
  await close();
}, LONG_MS);
