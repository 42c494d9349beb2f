/** A pack is a whole answer: rerun by its own engine, verified by ours, refused when tampered with, and honest about changed cards. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePack } from '../../src/cli/pack/make-pack.js';
import { createInline } from '../../src/cluster/inline.js';
import type { Catalogue } from '../../src/scenario/catalogue.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import type { CardChange, CardState } from '../../src/studies/repeat/card-changes.js';
import { withCard } from '../../src/studies/repeat/one-card.js';
import { runStudy } from '../../src/studies/runs/monte-carlo.js';
import { catalogue as loadCatalogue } from '../load.js';
import { cupola, cupolaJson, temporaryFolder } from './cupola.js';

const RUNS = 60, KILL = 'defaults/layer-space#singleShotKill';
/** Quick to chart: no battery, few variants of the flight. */
const TEXT = `version: 1
title: Two missiles against satellites
variants: 2
raid: [ { missile: solid-icbm-3-stage, from: north-korea-interior, to: [ chicago, seattle ], count: 2 } ]
sensors: [ { use: sbirs-geo }, { use: uewr-clear } ]
interceptors: [ { constellation: notional-7800, count: 3900 } ]
defended: [ us-cities-50 ]
`;
const folder = temporaryFolder(), catalogue = loadCatalogue();

interface VerifyDocument {
  readonly verdict: string;
  readonly reason: string;
  readonly cards: readonly (CardChange & { readonly alone: { readonly mean: number } | null })[];
  readonly numbers: readonly { readonly path: string; readonly packed: number; readonly now: number }[];
  readonly problems: readonly { readonly path: string }[];
}

function unpack(bytes: Uint8Array, name: string): string {
  const to = join(folder, name);
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(join(to, dirname(path)), { recursive: true });
    writeFileSync(join(to, path), content);
  }
  return to;
}

/** A pack made when the data were others. */
async function packOf(data: Catalogue, text = TEXT): Promise<Uint8Array> {
  const result = compileText(text, 'packed.yaml', data, []);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const summary = await runStudy(result.compiled, { runs: RUNS, seed: 1 }, createInline());
  const provenance = { version: data.version, engineVersion: data.engineVersion, planHash: summary.planHash, dataHash: data.dataHash, seed: 1, command: 'cupola pack packed.yaml' };
  return makePack({ summary, compiled: result.compiled, provenance, runId: 'AAAA-AAAA', sentence: 'A sentence.', text, catalogue: data });
}

const stateOf = (value: number): CardState => ({ value, low: null, high: null, source: '', where: '', standing: 'assumed', seen: '', asOf: '', url: '' });

describe('cupola pack and verify', () => {
  const file = join(folder, 'pack.zip');
  let unpacked: string;
  beforeAll(async () => {
    const scenario = join(folder, 'scenario.yaml');
    writeFileSync(scenario, TEXT);
    await cupolaJson(['pack', scenario, '--runs', String(RUNS), '--set', 'interceptors[0].count=2000', '--out', file]);
    unpacked = unpack(readFileSync(file), 'unpacked');
  });

  it('gives the same record by the engine in the pack, without packages, environment or network', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['engine/cupola-engine.mjs'], { cwd: unpacked, env: {}, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toContain('The same: run ');
    expect(status).toBe(0);
  });

  it('says the same, from the file and from the folder it was unpacked to', async () => {
    for (const path of [file, unpacked]) {
      const told = await cupolaJson<VerifyDocument>(['verify', path, '--workers', '0']);
      expect(told).toMatchObject({ verdict: 'same', reason: 'same', cards: [], numbers: [] });
    }
    expect(readFileSync(join(unpacked, 'scenario.yaml'), 'utf8')).toContain('count: 2000');
  });

  it('packs to the same bytes twice', async () => {
    const [a, b] = [await packOf(catalogue), await packOf(catalogue)];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });

  it('names the changed card with both numbers, what it does alone, and which numbers of the answer moved', async () => {
    const now = (catalogue.kinds.defaults['layer-space'] as unknown as { singleShotKill: { value: number } }).singleShotKill.value;
    const old = join(folder, 'old.zip');
    writeFileSync(old, await packOf(withCard(catalogue, KILL, stateOf(0.2))!));
    const told = await cupolaJson<VerifyDocument>(['verify', old, '--workers', '0'], 1);
    expect(told).toMatchObject({ verdict: 'differs', reason: 'cards' });
    expect(told.cards).toHaveLength(1);
    expect(told.cards[0]).toMatchObject({ card: KILL, packed: { value: 0.2 }, now: { value: now } });
    // Better shots let fewer through.
    expect(told.cards[0]!.alone!.mean).toBeLessThan(0);
    const leakage = told.numbers.find(({ path }) => path === 'leakage.mean')!;
    expect(leakage.now).toBeLessThan(leakage.packed);
    const { stdout, code } = await cupola('verify', old);
    expect(code).toBe(1);
    expect(stdout).toContain(KILL);
    expect(stdout).toMatch(/0\.2\b.*0\.8/);
    expect(stdout).toContain('the changed cards are why');
  });

  it('tells a card that changed without changing the answer', async () => {
    const old = join(folder, 'range.zip'), card = 'sensors/uewr-clear#reportDelay_s', state = catalogue.kinds.sensors['uewr-clear'] as unknown as { reportDelay_s: CardState };
    writeFileSync(old, await packOf(withCard(catalogue, card, { ...stateOf(state.reportDelay_s.value), low: 1, high: 99 })!));
    const told = await cupolaJson<VerifyDocument>(['verify', old, '--workers', '0']);
    expect(told).toMatchObject({ verdict: 'same', cards: [{ card, parts: ['range'] }] });
  });

  it('says so where the scenario is refused by the data of today', async () => {
    const sensors = { ...catalogue.kinds.sensors, 'old-radar': catalogue.kinds.sensors['uewr-clear']! };
    const old = join(folder, 'gone.zip');
    writeFileSync(old, await packOf({ ...catalogue, kinds: { ...catalogue.kinds, sensors } }, TEXT.replace('uewr-clear', 'old-radar')));
    const told = await cupolaJson<VerifyDocument>(['verify', old, '--workers', '0'], 1);
    expect(told.verdict).toBe('differs');
    expect(told.problems.some(({ path }) => path.startsWith('sensors'))).toBe(true);
  });

  it('refuses every file that was changed, or is missing, and what is no pack', async () => {
    const bad = unpack(readFileSync(file), 'bad');
    writeFileSync(join(bad, 'cards.json'), '[]');
    writeFileSync(join(bad, 'results/answer.json'), '{}');
    const { code, stderr } = await cupola('verify', bad);
    expect(code).toBe(2);
    for (const name of ['cards.json', 'answer.json']) expect(stderr).toContain(name);
    expect(spawnSync(process.execPath, ['engine/cupola-engine.mjs'], { cwd: bad, encoding: 'utf8' }).status).toBe(2);
    writeFileSync(join(folder, 'noise.zip'), 'not a zip file');
    for (const path of [join(folder, 'noise.zip'), join(folder, 'nowhere.zip'), folder]) expect((await cupola('verify', path)).code).toBe(2);
  });
});
