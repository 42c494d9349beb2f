/** The page, the command line and any place the page is served from give the same answer to the same question. */
import { describe, expect, it } from 'vitest';
import { askCommandLine, askPage } from './ask.js';
import { honest, servedPage } from './served-page.js';
import { SETTLE_MS } from './visitor.js';

const LONG_MS = 3 * SETTLE_MS;
// Whether there is a globe makes no difference to the answer; without one the cores are free for it.
const served = servedPage('none', ['/', '/a/b/']);

describe('the same answer', () => {
  let first = '';
  it('from the root, from a sub-path and from the command line, for seed 1', async () => {
    const root = await askPage(served.browser, `${served.origin}/`), below = await askPage(served.browser, `${served.origin}/a/b/`);
    expect(honest([...root.faults, ...below.faults])).toEqual([]);
    first = root.recordHash;
    const told = askCommandLine(1);
    for (const { recordHash, runId, sentence } of [root, below]) expect({ recordHash, runId, sentence }).toEqual(told);
  }, LONG_MS);

  it('from page and command line for seed 2, and another one than for seed 1', async () => {
    const { faults, ...page } = await askPage(served.browser, `${served.origin}/#seed=2`);
    expect(honest(faults)).toEqual([]);
    expect(page).toEqual(askCommandLine(2));
    expect(page.recordHash).not.toBe(first);
  }, LONG_MS);
});
