import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFault } from './durable-file.js';
import { LOCK, lockFolder } from './folder-lock.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cupola-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SINCE = '2026-01-02T03:04:05.000Z';
const left = (holder: Record<string, unknown>): void => writeFileSync(join(folder, LOCK), JSON.stringify({ pid: process.pid, machine: hostname(), since: SINCE, born: null, ...holder }));
const refusal = async (): Promise<StoreFault['problems'][number] | undefined> => {
  const fault: unknown = await lockFolder(folder).then(() => undefined, (error: unknown) => error);
  return fault instanceof StoreFault ? fault.problems[0] : undefined;
};

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('close', resolve));
  return child.pid!;
}

describe('the lock of a folder', () => {
  it('is there while it is held, names its holder to others, and leaves nothing', async () => {
    const lock = await lockFolder(folder);
    expect(lock.takenOverFrom).toBeUndefined();
    const problem = await refusal();
    expect(problem).toMatchObject({ file: folder, found: expect.stringContaining(`process ${process.pid}, since 20`) as string });
    expect(problem?.hint).toContain('--resume');
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    (await lockFolder(folder)).release();
  });

  it('goes to one of many that want it at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, async () => await lockFolder(folder)));
    const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(locks).toHaveLength(1);
    locks[0]!.release();
  });

  it('of a process that is gone is taken over, by one of many', async () => {
    const pid = await deadProcess();
    left({ pid });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, async () => await lockFolder(folder)));
    const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(locks.map(({ takenOverFrom }) => takenOverFrom)).toEqual([`process ${pid}, at work in it since ${SINCE}`]);
    locks[0]!.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('of a process whose number another one has now is taken over', async () => {
    left({ born: 'another boot 17' });
    const lock = await lockFolder(folder);
    expect(lock.takenOverFrom).toContain(SINCE);
    lock.release();
  });

  it('of another machine holds, and the hint says how to end it', async () => {
    left({ pid: await deadProcess(), machine: 'elsewhere' });
    const problem = await refusal();
    expect(problem?.found).toContain('on elsewhere');
    expect(problem?.hint).toContain(`delete ${join(folder, LOCK)}`);
  });

  it('that was never filled is waited for, then taken over; so is a takeover that was cut off', async () => {
    writeFileSync(join(folder, LOCK), '');
    writeFileSync(join(folder, `${LOCK}.takeover`), '1');
    utimesSync(join(folder, `${LOCK}.takeover`), 0, 0);
    const lock = await lockFolder(folder);
    expect(lock.takenOverFrom).toContain('killed at once');
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not removed by one who lost it', async () => {
    const lock = await lockFolder(folder);
    left({});
    lock.release();
    expect(readFileSync(join(folder, LOCK), 'utf8')).toContain(SINCE);
  });

  it('cannot be taken where nothing can be written, and says why', async () => {
    folder = join(folder, 'nowhere');
    expect((await refusal())?.found).toBe('no such folder');
  });
});
