/** A study that is killed, damaged or refused its disk: what was finished is kept, and in the end every byte is the undisturbed one. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/scenario/text/problem.js';
import { LOCK } from '../../src/store/folder-lock.js';
import { cupola, cupolaJson, cupolaProcess, ROOT, startCupola, temporaryFolder } from '../faces/cupola.js';
import type { ProblemsDocument } from '../faces/cupola.js';

const STUDY = `version: 1
title: Fewer and fewer rounds
kind: sweep
scenario: ${join(ROOT, 'scenarios/02-one-icbm-ground-only.yaml')}
vary:
  - { path: "interceptors[0].singleShotKill", from: 0.3, to: 0.7, steps: 5 }
runs: 1500
seed: 7
`;
const POINTS = 5;

interface StudyDocument {
  readonly points: readonly { readonly recordHash: string; readonly runs: number; readonly replay: string }[];
  readonly warnings: readonly Problem[];
}

let folder: string, study: string, whole: string;

beforeAll(async () => {
  folder = temporaryFolder();
  study = join(folder, 'study.yaml');
  whole = join(folder, 'whole');
  writeFileSync(study, STUDY);
  await cupolaJson(['study', study, '--out', whole, '--workers', '1']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below a folder with its bytes. */
function bytesOf(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [file.slice(root.length), readFileSync(file).toString('base64')]));
}
const shardsIn = (root: string): string[] => (existsSync(join(root, 'shards')) ? readdirSync(join(root, 'shards')).filter((name) => name.endsWith('.parquet')) : []);

/** Starts the study and kills it, as no handler can notice, once this many shards are there. */
async function killAfter(shards: number, out: string): Promise<void> {
  const child = startCupola(['study', study, '--out', out, '--workers', '1']);
  const ended = new Promise<string | null>((resolve) => child.on('close', (_code, signal) => resolve(signal)));
  const watch = setInterval(() => {
    if (shardsIn(out).length >= shards) child.kill('SIGKILL');
  }, 2);
  const signal = await ended;
  clearInterval(watch);
  expect(signal).toBe('SIGKILL');
  expect(shardsIn(out).length).toBeLessThan(POINTS);
}

describe('a study killed at 40 %', () => {
  it('goes on where it was, and ends in the undisturbed bytes', async () => {
    const out = join(folder, 'killed');
    await killAfter(2, out);
    expect(existsSync(join(out, LOCK))).toBe(true);
    const kept = shardsIn(out).map((name) => [name, statSync(join(out, 'shards', name)).mtimeMs] as const);
    const outcome = await cupola('study', study, '--out', out, '--resume', '--workers', '2');
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toMatch(/was left by process \d+, .* this one takes over/);
    expect(outcome.stderr).toMatch(/[1-9][\d,]* simulated attacks were there already/);
    // A finished shard is not even written again.
    for (const [name, written_ms] of kept) expect(statSync(join(out, 'shards', name)).mtimeMs).toBe(written_ms);
    expect(bytesOf(out)).toEqual(bytesOf(whole));
  });

  it('ends in the same bytes without a manifest, because shards vouch for themselves', async () => {
    const out = join(folder, 'headless');
    await killAfter(1, out);
    rmSync(join(out, 'manifest.json'));
    writeFileSync(join(out, 'shards', '.half.parquet.99999.tmp'), 'half written');
    await cupolaJson(['study', study, '--out', out, '--resume', '--workers', '1']);
    expect(bytesOf(out)).toEqual(bytesOf(whole));
  });

  it('computes nothing when all is there', async () => {
    const before = bytesOf(whole);
    const outcome = await cupola('study', study, '--out', whole, '--resume');
    expect(outcome.stderr).toContain('7,500 simulated attacks were there already');
    expect(bytesOf(whole)).toEqual(before);
  });
});

describe('a folder that another process works in', () => {
  it('is refused with who holds it and what to do, and free again after Ctrl-C', async () => {
    const out = join(folder, 'held');
    const first = startCupola(['study', study, '--out', out, '--workers', '1']);
    const ended = new Promise<number | null>((resolve) => first.on('close', resolve));
    while (shardsIn(out).length < 1 && first.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    // Paused, so that it is certainly still there when the second one comes.
    first.kill('SIGSTOP');
    const before = bytesOf(out);
    for (const words of [['study', study, '--out', out], ['study', study, '--out', out, '--resume']]) {
      const { problems } = await cupolaJson<ProblemsDocument>(words, 2);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ file: out, found: expect.stringContaining(`process ${first.pid}, since 20`) as string, hint: expect.stringContaining('Ctrl-C') as string });
    }
    expect(bytesOf(out)).toEqual(before);
    first.kill('SIGCONT');
    first.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(existsSync(join(out, LOCK))).toBe(false);
    const second = await cupola('study', study, '--out', out, '--resume', '--workers', '2');
    expect(second.stderr).not.toContain('takes over');
    expect(second.code).toBe(0);
    expect(bytesOf(out)).toEqual(bytesOf(whole));
  });

  it('is free again after a refusal', async () => {
    await cupolaJson<ProblemsDocument>(['study', study, '--out', whole], 2);
    expect(existsSync(join(whole, LOCK))).toBe(false);
  });
});

describe('a damaged shard', () => {
  it('is named, set aside and computed again', async () => {
    const out = join(folder, 'damaged');
    cpSync(whole, out, { recursive: true });
    const name = shardsIn(out).sort()[2] ?? '', file = join(out, 'shards', name), bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 0x40;
    writeFileSync(file, bytes);
    // Reading alone names it and changes nothing.
    const refused = await cupolaJson<ProblemsDocument>(['results', out], 2);
    expect(refused.problems[0]?.file).toContain(name);
    const answer = await cupolaJson<StudyDocument>(['study', study, '--out', out, '--resume']);
    expect(answer.warnings[0]).toMatchObject({ file, severity: 'warning', found: expect.stringContaining('damaged') as string });
    const after = bytesOf(out);
    expect(after.delete(`/shards/${name}.damaged`)).toBe(true);
    expect(after).toEqual(bytesOf(whole));
  });
});

describe('folders that cannot be gone on with', () => {
  it('of another version are refused, by study and by results', async () => {
    const out = join(folder, 'older');
    cpSync(whole, out, { recursive: true });
    const file = join(out, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/"engineVersion": "[0-9a-f]{12}/g, '"engineVersion": "000000000000'));
    for (const words of [['study', study, '--out', out, '--resume'], ['results', out]]) {
      const { problems } = await cupolaJson<ProblemsDocument>(words, 2);
      expect(problems[0]).toMatchObject({ file, found: expect.stringContaining('000000000000') as string });
    }
  });
  it('with results need --resume, and those of another study are refused with it', async () => {
    const again = await cupolaJson<ProblemsDocument>(['study', study, '--out', whole], 2);
    expect(again.problems[0]?.hint).toContain('--resume');
    const other = join(folder, 'other.yaml');
    writeFileSync(other, STUDY.replace('seed: 7', 'seed: 8'));
    const { problems } = await cupolaJson<ProblemsDocument>(['study', other, '--out', whole, '--resume'], 2);
    expect(problems[0]?.found).toContain('another study');
  });
  it('that are files, or hold none, are told as problems', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['study', study, '--out', study], 2);
    expect(problems[0]?.path).toBe('--out');
    expect((await cupolaJson<ProblemsDocument>(['results', join(folder, 'nowhere')], 2)).problems).toHaveLength(1);
    mkdirSync(join(folder, 'empty'));
    expect((await cupolaJson<ProblemsDocument>(['results', join(folder, 'empty')], 2)).problems[0]?.found).toContain('manifest.json');
  });
});

describe('a disk that takes no more', () => {
  it.each(['0', '2'])('is a problem, and leaves nothing half-written, with %s workers', async (workers) => {
    const out = join(folder, `full-${workers}`);
    // No file may grow beyond 4 × 512 bytes: the system says so as it does for a full disk.
    const child = spawn('sh', ['-c', `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`, process.execPath, join(ROOT, 'bin/cupola.js'), 'study', study, '--out', out, '--workers', workers, '--json'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    expect(code).toBe(2);
    const { problems } = JSON.parse(stdout) as ProblemsDocument;
    expect(problems[0]).toMatchObject({ found: 'a file larger than allowed' });
    expect(shardsIn(out)).toEqual([]);
    expect(readdirSync(join(out, 'shards'))).toEqual([]);
  });
});

describe('rows', () => {
  it('open as replays: the command named by a point tells the run that the study counted', async () => {
    const answer = await cupolaJson<StudyDocument>(['results', whole]);
    expect(answer.points.map(({ runs }) => runs)).toEqual([1500, 1500, 1500, 1500, 1500]);
    const csv = join(folder, 'runs.csv');
    await cupola('results', whole, '--csv', csv);
    const [head = '', ...rows] = readFileSync(csv, 'utf8').trim().split('\n');
    expect(rows).toHaveLength(7500);
    const columns = head.split(','), row = (rows[4321] ?? '').split(',');
    const at = (name: string): string => row[columns.indexOf(name)] ?? '';
    const words = at('replay').split(' ').slice(1).map((word) => word.replaceAll("'", ''));
    const story = await cupolaJson<{ run: number; missiles: { fate: string }[] }>(words);
    expect(story.run).toBe(Number(at('run')));
    expect(story.missiles.filter(({ fate }) => fate === 'leaked')).toHaveLength(Number(at('leaked')));
    expect(story.missiles.filter(({ fate }) => fate === 'killed')).toHaveLength(Number(at('killed')));
  });

  it('answer SQL where DuckDB is installed, and say what to install where it is not', async () => {
    // How a missing package is told hangs on Node's own loader.
    const outcome = await cupolaProcess('results', whole, '--sql', 'SELECT point, count(*) AS n, sum(leaked) AS leaked FROM runs GROUP BY point ORDER BY point', '--json');
    if (existsSync(join(ROOT, 'node_modules/@duckdb/node-api'))) {
      const { rows } = JSON.parse(outcome.stdout) as { rows: unknown[][] };
      expect(rows).toHaveLength(POINTS);
      expect(Number(rows[0]?.[1])).toBe(1500);
    } else {
      expect(outcome.code).toBe(1);
      expect(outcome.stderr).toContain('install @duckdb/node-api');
    }
  });
});
