/**
 * A stamp remembers the hash of a step's inputs and the times of its output, so that the step is left out while both
 * hold. The output's time is part of it because someone may have built by hand in between.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'dist/.stamps';

/** SHA-256 over the names and contents of files and of all files in folders; what does not exist counts as absent. */
export function hashInputs(paths, wanted = () => true) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder).sort()) {
    if (!wanted(path)) continue;
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name).replaceAll('\\', '/')));
}

export function isFresh(name, inputHash, output) {
  const file = join(FOLDER, name);
  return existsSync(output) && existsSync(file) && readFileSync(file, 'utf8') === stampText(inputHash, output);
}

export function stamp(name, inputHash, output) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), stampText(inputHash, output));
}

function stampText(inputHash, output) {
  return `${inputHash} ${statSync(output).mtimeMs}\n`;
}
