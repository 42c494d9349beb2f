/**
 * What the numbered scenarios answered when a human last looked. A difference is accepted with a sentence in the
 * changelog under "Numbers that changed"; `CUPOLA_ACCEPT_GOLDEN=1` writes the new file. Validation comes first: these
 * numbers are only as right as `validation/` makes them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileScenario, ROOT, study } from '../load.js';

const RUNS = 200;
const FILE = new URL('test/golden/scenarios.json', ROOT);

it('the numbered scenarios answer as they did', async () => {
  const found: Record<string, unknown> = {};
  for (const name of ['01-ten-icbms-notional-shell.yaml', '02-one-icbm-ground-only.yaml', '03-no-shield.yaml']) {
    const compiled = compileScenario(name);
    const { recordHash, leakage, gotThrough, noLeaker, layers, funnel, leakCauses, warning } = await study(compiled, RUNS);
    found[name] = { planHash: compiled.planHash, recordHash, leakage, gotThrough, noLeaker, layers, funnel, leakCauses, warning };
  }
  if (process.env['CUPOLA_ACCEPT_GOLDEN'] === '1') writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
});
