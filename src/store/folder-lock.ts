/**
 * One process at a time writes to a results folder. The lock is a file made with exclusive create; it says which process
 * holds it and since when. A process that was killed cannot remove its lock: whoever comes next sees that it is gone and
 * takes over. A process counts as gone when its number is free, dead but not yet cleared away, or in use by a later one;
 * of another machine nothing can be known, so its lock holds until it is deleted by hand.
 */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf, StoreFault, storeProblem } from './durable-file.js';

export const LOCK = 'study.lock';
/** Held for the moment of taking over, so that two processes do not take over each other. */
const TAKEOVER = `${LOCK}.takeover`;
/** A lock is created and filled in one go; a file still unreadable after this long was left by a process killed in between. */
const UNREADABLE_MS = 2_000, LOOK_AGAIN_MS = 50;

interface LockHolder {
  readonly pid: number;
  readonly machine: string;
  /** When the lock was taken, in UTC. */
  readonly since: string;
  /** Boot and moment in it at which the process started, where the system tells; numbers of processes are used again. */
  readonly born: string | null;
}

export interface FolderLock {
  /** Whose lock it was, in words, when that process is gone; undefined when nobody's. */
  readonly takenOverFrom: string | undefined;
  /** Does nothing the second time. */
  release(): void;
}

/** Takes the lock of a folder that exists; throws a StoreFault that names the holder when another process has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, LOCK);
  const own = JSON.stringify({ pid: process.pid, machine: hostname(), since: new Date().toISOString(), born: birthOf(process.pid) } satisfies LockHolder);
  let takenOverFrom: string | undefined;
  while (!createLock(file, own)) {
    const found = await readLock(file);
    if (found === undefined) continue;
    if (found.holder !== undefined && isAlive(found.holder)) throw new StoreFault([inUse(folder, found.holder)]);
    if (removeDead(folder, found.text)) takenOverFrom = found.holder === undefined ? 'a process that was killed at once' : `process ${found.holder.pid}, at work in it since ${found.holder.since}`;
    else await sleep(LOOK_AGAIN_MS);
  }
  const release = (): void => {
    process.removeListener('exit', release);
    if (textOf(file) === own) rmSync(file, { force: true });
  };
  // Where the process is ended from within, as when a reader closes the pipe, no finally runs.
  process.once('exit', release);
  return { takenOverFrom, release };
}

/** False when there is one already. */
function createLock(file: string, content: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new StoreFault([storeProblem(file, reasonOf(error), 'a file that can be written')], { cause: error });
  }
  try {
    writeSync(handle, content);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw new StoreFault([storeProblem(file, reasonOf(error), 'a file that can be written')], { cause: error });
  } finally {
    closeSync(handle);
  }
}

/** Undefined when it is gone by now; without a holder when nobody can have been writing it for so long. */
async function readLock(file: string): Promise<{ readonly text: string; readonly holder: LockHolder | undefined } | undefined> {
  for (let waited_ms = 0; ; waited_ms += LOOK_AGAIN_MS) {
    const text = textOf(file);
    if (text === undefined) return undefined;
    const holder = holderIn(text);
    if (holder !== undefined || waited_ms >= UNREADABLE_MS) return { text, holder };
    await sleep(LOOK_AGAIN_MS);
  }
}

/** Removes the lock that says `text`, and no other; false when somebody else is at it. */
function removeDead(folder: string, text: string): boolean {
  const file = join(folder, LOCK), guard = join(folder, TAKEOVER);
  if (!createLock(guard, String(process.pid))) {
    if (ageOf_ms(guard) > UNREADABLE_MS) rmSync(guard, { force: true });
    return false;
  }
  try {
    if (textOf(file) !== text) return false;
    rmSync(file, { force: true });
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function holderIn(text: string): LockHolder | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null;
    if (typeof value?.pid !== 'number' || typeof value.machine !== 'string' || typeof value.since !== 'string') return undefined;
    return { pid: value.pid, machine: value.machine, since: value.since, born: typeof value.born === 'string' ? value.born : null };
  } catch {
    return undefined;
  }
}

/** 0 when it is gone by now. */
function ageOf_ms(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? 0 : Date.now() - stat.mtimeMs;
}

function isAlive({ pid, machine, born }: LockHolder): boolean {
  if (machine !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // No permission to signal it: then it is somebody else's, and alive.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = birthOf(pid);
  return now !== 'dead' && (born === null || now === null || now === born);
}

/** From Linux's /proc; null where there is none, 'dead' for a process that ended and waits for its parent to notice. */
function birthOf(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`), boot = textOf('/proc/sys/kernel/random/boot_id');
  if (stat === undefined || boot === undefined) return null;
  // The second field is the command in parentheses and may hold anything; state is field 3, start field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '), [state] = fields;
  return state === 'Z' || state === 'X' ? 'dead' : `${boot.trim()} ${fields[19] ?? ''}`;
}

function inUse(folder: string, { pid, machine, since }: LockHolder): ReturnType<typeof storeProblem> {
  const isHere = machine === hostname();
  return storeProblem(
    folder, `a study at work in it: process ${pid}${isHere ? '' : ` on ${machine}`}, since ${since}`, 'a folder that no other process writes to',
    isHere ? 'wait for it or stop it with Ctrl-C, then --resume; or choose another --out' : `wait for it; if it is no longer running there, delete ${join(folder, LOCK)}, then --resume; or choose another --out`,
  );
}
