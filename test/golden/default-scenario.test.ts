/**
 * What the numbered scenarios answered when a human last looked. A difference is accepted with a sentence in the
 * changelog under "Numbers that changed"; `CUPOLA_ACCEPT_GOLDEN=1` writes the new file. Validation comes first: these
 * numbers are only as right as `validation/` makes them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileScenario, ROOT, study } from '../load.js';

const RUNS = 200;
/** Large raids take many flights to chart: a few variants show a change as well as all. */
const FEW = ['variants=6'];
const WHOLE = 3;
const FILE = new URL('test/golden/scenarios.json', ROOT);

it('the numbered scenarios answer as they did', async () => {
  const found: Record<string, unknown> = {};
  const names = readdirSync(new URL('scenarios/', ROOT)).filter((name) => /^\d\d-/.test(name)).sort();
  for (const [index, name] of names.entries()) {
    const compiled = compileScenario(name, index < WHOLE ? [] : FEW);
    const { recordHash, leakage, gotThrough, noLeaker, layers, funnel, killsByPhase, protection, leakCauses, warning } = await study(compiled, index < WHOLE ? RUNS : RUNS / 4);
    found[name] = { planHash: compiled.planHash, recordHash, leakage, gotThrough, noLeaker, layers, funnel, killsByPhase, protection, leakCauses, warning };
  }
  if (process.env['CUPOLA_ACCEPT_GOLDEN'] === '1') writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
}, 300_000);
