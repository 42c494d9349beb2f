/**
 * Files a command writes: tried before any work starts, so that a long run does not end at a full or forbidden folder,
 * and written under a temporary name that is renamed when complete, so that nothing half-written is ever seen.
 */
import { existsSync, mkdirSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../../scenario/text/problem.js';
import { flagProblem } from './failures.js';

export function writeAtomically(file: string, content: string | Uint8Array): void {
  const temporary = temporaryName(file);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Says what would keep a file from being written, or nothing. */
export function checkWritableFile(flag: string, file: string): Problem | undefined {
  const folder = dirname(resolve(file));
  if (existsSync(file) && statSync(file).isDirectory()) return flagProblem(`--${flag}`, file, 'a file to write', 'this is a folder');
  const reason = tryWriting(folder, basename(file));
  return reason === undefined ? undefined : flagProblem(`--${flag}`, file, 'a file that can be written', reason);
}

export interface PreparedFolder {
  readonly problem?: Problem;
  /** Removes the folders made here, if still empty. */
  undo(): void;
}

/** Makes a folder and tries to write in it. */
export function prepareFolder(flag: string, folder: string): PreparedFolder {
  const made: string[] = [];
  const undo = (): void => {
    for (const path of made.splice(0).reverse()) {
      try {
        rmdirSync(path);
      } catch {
        return; // Not empty or already gone: then it is not ours to remove.
      }
    }
  };
  try {
    makeFolders(resolve(folder), made);
  } catch (error) {
    undo();
    return { problem: flagProblem(`--${flag}`, folder, 'a folder that can be written', plainReason(error)), undo };
  }
  const reason = tryWriting(resolve(folder), 'probe');
  if (reason === undefined) return { undo };
  undo();
  return { problem: flagProblem(`--${flag}`, folder, 'a folder that can be written', reason), undo };
}

/** One by one from the outermost: Node's own recursive form never returns where the system refuses below an existing folder, as in /proc. */
function makeFolders(folder: string, made: string[]): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    return;
  }
  if (dirname(folder) !== folder) makeFolders(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}

function tryWriting(folder: string, name: string): string | undefined {
  const probe = temporaryName(join(folder, name));
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return undefined;
  } catch (error) {
    return plainReason(error);
  }
}

function temporaryName(file: string): string {
  return join(dirname(resolve(file)), `.${basename(file)}.${process.pid}.tmp`);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such folder, or nothing can be made in it',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  EISDIR: 'this is a folder',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};

/** A system error in plain words. */
export function plainReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
