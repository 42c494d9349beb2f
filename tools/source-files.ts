/** Which files the checks read, and whether a check was started by itself. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files under folders whose names end in one of the given ways, with forward slashes, sorted. */
export function filesUnder(folders: readonly string[], wanted: RegExp): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/')))
    .filter((file) => wanted.test(file))
    .sort();
}

export function sourceFiles(folders: readonly string[]): string[] {
  return filesUnder(folders, /\.tsx?$/);
}

export function isMain(url: string): boolean {
  return process.argv[1] === fileURLToPath(url);
}
