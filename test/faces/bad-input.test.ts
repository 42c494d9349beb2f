/** Bad input: one clear list, exit 2, nothing written; with --json the list is the document. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../src/scenario/text/problem.js';
import { PAGE_FOLDER } from '../../src/server/package-files.js';
import { cupola, cupolaJson, type ProblemsDocument, SCENARIOS, scenarioText, temporaryFolder } from './cupola.js';

vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scenario(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function problemsOf(...words: string[]): Promise<readonly Problem[]> {
  const { problems } = await cupolaJson<ProblemsDocument>(words, 2);
  for (const problem of problems) {
    expect(Object.keys(problem)).toEqual(expect.arrayContaining(['file', 'path', 'line', 'found', 'expected', 'hint']));
    expect(problem.expected).not.toBe('');
  }
  return problems;
}

describe('flags', () => {
  it.each([['0'], ['-1'], ['2.5'], ['lots'], ['1e9']])('refuses --runs %s', async (runs) => {
    expect(await problemsOf('run', SCENARIOS.shell, '--runs', runs)).toEqual([expect.objectContaining({ path: '--runs', found: runs, expected: expect.stringContaining('whole number from 1') })]);
  });
  it('refuses seeds that are not 32 bits, and lists every problem at once', async () => {
    const problems = await problemsOf('run', SCENARIOS.shell, '--seed', '4294967296', '--workers', '-1', '--width', '0');
    expect(problems.map((problem) => problem.path).sort()).toEqual(['--seed', '--width', '--workers']);
  });
  it('refuses unknown flags with the nearest', async () => {
    expect((await problemsOf('run', SCENARIOS.shell, '--sede', '3'))[0]?.hint).toBe('did you mean --seed?');
    expect((await problemsOf('fly', '--maxRange', '--svgs', 'a.svg'))[0]?.hint).toBe('did you mean --svg?');
  });
  it('refuses unknown commands, and those of later versions', async () => {
    expect((await problemsOf('rnu'))[0]?.hint).toBe('did you mean run?');
    expect((await problemsOf('exchange'))[0]?.hint).toContain('not supported by this version');
  });
  it('prints for people on standard error and leaves standard output empty', async () => {
    const { code, stdout, stderr } = await cupola('run', SCENARIOS.shell, '--runs', '0');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/--runs[\s\S]*found\s+0[\s\S]*expected[\s\S]*1 problem; nothing was done\./);
  });
  it('refuses a malformed or unknown --set', async () => {
    expect((await problemsOf('run', SCENARIOS.shell, '--set', 'nonsense'))[0]).toMatchObject({ file: '--set', found: expect.stringContaining('nonsense') });
    const [problem] = await problemsOf('run', SCENARIOS.shell, '--set', 'interceptors[0].cuont=3');
    expect(`${problem?.path} ${problem?.found} ${problem?.hint}`).toContain('count');
  });
});

describe('scenario files', () => {
  it('names a missing file and its neighbour', async () => {
    const [problem] = await problemsOf('run', 'scenarios/01-ten-icbms-notional-shel.yaml');
    expect(problem).toMatchObject({ found: 'no such file', hint: `did you mean ${SCENARIOS.shell}?` });
  });
  it('points at the line of malformed YAML', async () => {
    const [problem] = await problemsOf('check', scenario('malformed.yaml', 'version: 1\nraid: [ { missile: x\nsensors: ]\n'));
    expect(problem?.line).toBeGreaterThan(0);
  });
  it('suggests the nearest known name', async () => {
    const file = scenario('name.yaml', scenarioText('noShield').replaceAll('solid-icbm-3-stage', 'solid-icbm-3-stag'));
    const [problem] = await problemsOf('run', file);
    expect(problem?.found).toContain('solid-icbm-3-stag');
    expect(problem?.hint).toContain('solid-icbm-3-stage');
    expect(problem?.line).toBeGreaterThan(0);
  });
  it('tells ranges with units', async () => {
    const problems = await problemsOf('run', SCENARIOS.shell, '--set', 'command.reserve=1.7', '--set', 'raid[0].count=-3');
    expect(problems.length).toBeGreaterThanOrEqual(2);
  });
  it('refuses zero interceptors', async () => {
    const problems = await problemsOf('run', SCENARIOS.groundOnly, '--set', 'interceptors[0].count=0');
    expect(problems.some((problem) => problem.path.includes('count'))).toBe(true);
  });
  it('refuses missing fields', async () => {
    const problems = await problemsOf('check', scenario('empty.yaml', 'version: 1\ntitle: nothing\n'));
    expect(problems.some((problem) => problem.path.startsWith('raid') || problem.expected.includes('raid') || problem.found.includes('raid'))).toBe(true);
  });
  it('says how far a target is and how far the missile goes', async () => {
    const file = scenario('far.yaml', scenarioText('noShield').replace(/to: \[[^\]]*\]/, 'to: [ { lat_deg: -34.6, lon_deg: -58.4 } ]'));
    const [problem] = await problemsOf('run', file);
    expect(`${problem?.found} ${problem?.expected}`).toMatch(/[\d,]+ km/);
  });
  it('refuses what is not a scenario at all', async () => {
    expect((await problemsOf('check', scenario('list.yaml', '- 1\n- 2\n'))).length).toBeGreaterThan(0);
    expect((await problemsOf('check', scenario('nothing.yaml', ''))).length).toBeGreaterThan(0);
    expect((await problemsOf('check', folder)).length).toBe(1);
  });
});

describe('places to write', () => {
  it('are tried before any run: nothing is written', async () => {
    const blocked = scenario('file-not-folder', 'x');
    const [problem] = await problemsOf('run', SCENARIOS.shell, '--out', join(blocked, 'below'));
    expect(problem).toMatchObject({ path: '--out', expected: 'a folder that can be written' });
    if (existsSync('/proc/self')) expect(await problemsOf('run', SCENARIOS.noShield, '--out', '/proc/cupola/out')).toEqual([expect.objectContaining({ path: '--out' })]);
    expect(await problemsOf('replay', SCENARIOS.shell, '--run', '0', '--czml', join(folder, 'absent/a.czml'))).toEqual([expect.objectContaining({ path: '--czml' })]);
  });
  it('are left alone when anything else is wrong', async () => {
    const out = join(folder, 'untouched');
    await problemsOf('run', SCENARIOS.shell, '--runs', '0', '--out', out);
    expect(existsSync(out)).toBe(false);
    const present = join(folder, 'present');
    mkdirSync(present);
    await problemsOf('run', SCENARIOS.shell, '--runs', '0', '--out', present);
    expect(readdirSync(present)).toEqual([]);
  });
});

describe('port in use', () => {
  const holder = createServer();
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => void holder.close());
  it.skipIf(!existsSync(join(PAGE_FOLDER, 'index.html')))('is a problem of the flag', async () => {
    const [problem] = await problemsOf('serve', '--port', String(port));
    expect(problem).toMatchObject({ path: '--port', found: `${port}, which is in use` });
  });
  it('must be a port', async () => {
    expect(await problemsOf('serve', '--port', '70000')).toHaveLength(1);
  });
});
