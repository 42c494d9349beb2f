/** Where the package keeps what it ships: everything is built into dist, beside which lie package.json and scenarios. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Folder of package.json; this file is dist/src/server/package-files.js. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const CATALOGUE_FILE = join(PACKAGE_ROOT, 'dist', 'catalogue.json');
export const PAGE_FOLDER = join(PACKAGE_ROOT, 'dist', 'page');
/** The engine in one file, for packs. */
export const ENGINE_FILE = join(PACKAGE_ROOT, 'dist', 'engine', 'cupola-engine.mjs');
export const SCENARIO_FOLDER = join(PACKAGE_ROOT, 'scenarios');

/** Version in package.json, or 0.0.0 where the file is missing. */
export function packageVersion(): string {
  const file = join(PACKAGE_ROOT, 'package.json');
  if (!existsSync(file)) return '0.0.0';
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'string' ? content.version : '0.0.0';
}
