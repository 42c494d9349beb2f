/** Finds a Chromium for the browser tests, or installs Debian's when this is root on a Debian machine. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { quietStep } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PACKAGES = ['chromium', 'fonts-dejavu-core'];

/** Path of an executable that answers to --version, or nothing. */
export function ensureChromium() {
  return findChromium() ?? (installChromium() ? findChromium() : undefined);
}

function findChromium() {
  const asked = process.env.CUPOLA_CHROMIUM;
  if (asked) {
    if (runs(asked)) return asked;
    console.error(`CUPOLA_CHROMIUM is ${asked}, which does not run.`);
    return undefined;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => isExecutable(path) && runs(path));
}

function installChromium() {
  if (process.env.CUPOLA_CHROMIUM || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    quietStep('Reading the package lists for Chromium', 'apt-get', ['update', '-qq'], { env }) &&
    quietStep('Installing Chromium for the browser tests', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], { env })
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const runs = (path) => spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
