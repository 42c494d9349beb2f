/**
 * Files that are there whole or not at all, also after a crash: written under a temporary name, forced to the disk, renamed,
 * and the folder's entry forced too. What a killed process leaves behind are temporary names, swept up on the next start.
 */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../scenario/text/problem.js';

/** Results could not be written or read; carries what is wrong, for the face to tell. */
export class StoreFault extends Error {
  constructor(readonly problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(({ file, found, expected }) => `${file}: found ${found}, expected ${expected}`).join('; '), options);
    this.name = 'StoreFault';
  }
}

const TEMPORARY = /^\..+\.\d+\.tmp$/;

export function writeDurably(file: string, content: Uint8Array | string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(temporary, 'w');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
    forceFolder(dirname(file));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new StoreFault([storeProblem(file, reasonOf(error), 'a file that can be written', 'finished shards are kept; --resume goes on with them')], { cause: error });
  }
}

/** Removes temporary files that a killed process left. */
export function sweepTemporaries(folder: string): void {
  for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) rmSync(join(folder, name), { force: true });
}

export function storeProblem(file: string, found: string, expected: string, hint = ''): Problem {
  return { file, path: '', line: 0, found, expected, hint, severity: 'error' };
}

function forceFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Some systems cannot open folders; there the rename is as durable as they make it.
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'a full disk', EDQUOT: 'a full quota', EFBIG: 'a file larger than allowed', EACCES: 'no permission to write there', EPERM: 'no permission to write there',
  EROFS: 'a read-only disk', ENOENT: 'no such folder', ENOTDIR: 'a file where a folder is needed', EISDIR: 'a folder of that name',
};

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
