/**
 * Installs the packages of package-lock.json when those in node_modules are others or missing.
 * `npm ci` fails where a lock lists a platform's package that cannot be had, and npm 10 and 11 rewrite each other's
 * lock; `npm install --no-save` does neither.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { quietStep } from './run.mjs';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.package-lock.json';
const STAMP = 'node_modules/.cupola-lock-hash';
const FLAGS = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];

export function install() {
  const lock = readFileSync(LOCK, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (isInstalled(lock, hash)) return;
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...FLAGS]] : ['npm', FLAGS];
  const options = { shell: command === 'npm' && process.platform === 'win32' };
  if (!quietStep('Installing packages (about a minute the first time)', command, args, options)) {
    throw new Error(`Packages could not be installed; the command was: npm ${FLAGS.join(' ')}`);
  }
  writeFileSync(STAMP, hash);
}

function isInstalled(lock, hash) {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return true;
  return sameVersions(JSON.parse(lock).packages, JSON.parse(readFileSync(INSTALLED, 'utf8')).packages);
}

/** Packages for other platforms are in the lock and not on the disk, so optional ones may be missing. */
export function sameVersions(wanted, found) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = found[path];
    return there ? there.version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}
