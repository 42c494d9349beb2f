/**
 * Writes THIRD-PARTY.md: every package whose code Cupola runs or puts into its page, with licence and copyright lines,
 * read from what is installed. It starts from the dependencies of package.json and from what src imports, and follows
 * their own dependencies.
 *
 *   node dist/tools/list-third-party.js            writes the file
 *   node dist/tools/list-third-party.js --check    exit 1 if it is out of date or a licence is not on the list
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import ts from 'typescript';
import { sourceFiles } from './source-files.js';

const FILE = 'THIRD-PARTY.md';
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'MPL-2.0', 'CC0-1.0', 'Unlicense', 'BlueOak-1.0.0', 'Zlib', 'BSL-1.0']);

interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly copyright: readonly string[];
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry | undefined> };

/** What package.json says that Cupola runs, and what the imports of the shipped sources bring into the page. */
function shippedPackages(): string[] {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const names = new Set<string>([...Object.keys(dependencies), '@cesium/engine', 'world-atlas']);
  for (const file of sourceFiles(['src']).filter((one) => !/\.test\.tsx?$/.test(one))) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
      const name = fileName.split('/').slice(0, fileName.startsWith('@') ? 2 : 1).join('/');
      const isPackage = !fileName.startsWith('.') && !fileName.startsWith('node:') && !builtinModules.includes(name);
      if (isPackage && lock.packages[`node_modules/${name}`]) names.add(name);
    }
  }
  return [...names].sort();
}

/** Paths in node_modules of the given packages and of all that they need, found as Node finds them. */
function closure(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const queue = names.map((name) => `node_modules/${name}`);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const entry = lock.packages[path];
    if (!entry || seen.has(path)) continue;
    seen.add(path);
    for (const name of Object.keys(entry.dependencies ?? {})) queue.push(resolve(path, name));
  }
  return [...seen].sort();
}

function resolve(from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder}/node_modules/${name}`.replace(/^\//, '');
    if (lock.packages[path] || folder === '') return path;
    if (!folder.includes('/node_modules/')) folder = '/node_modules/';
  }
}

function notice(path: string): Notice {
  const entry = lock.packages[path];
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return { name, version: entry?.version ?? '', licence: entry?.license ?? licenceField(path), copyright: copyrightLines(path) };
}

function licenceField(path: string): string {
  const file = `${path}/package.json`;
  const { license } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { license?: string }) : { license: undefined };
  return license ?? 'unknown';
}

function licenceText(path: string): string {
  const name = existsSync(path) ? readdirSync(path).find((file) => /^(licen[cs]e|copying)/i.test(file)) : undefined;
  return name ? readFileSync(`${path}/${name}`, 'utf8') : '';
}

/** The first few lines that name who holds the rights; licence texts speak of copyright too, so a year is asked for. */
function copyrightLines(path: string): string[] {
  const lines = licenceText(path).split('\n').map((line) => line.replace(/^[\s*#>]+|[\s*]+$/g, ''));
  return [...new Set(lines.filter((line) => /^(Portions )?copyright\b.*(\d{4}|\(c\)|©)/i.test(line) && line.length < 160))].slice(0, 3);
}

/** A licence text without the lines of one holder. */
function standardText(paths: readonly string[], licence: string): string {
  for (const path of paths) {
    if (lock.packages[path]?.license !== licence) continue;
    const text = licenceText(path);
    const start = text.search(/Permission (is hereby granted|to use)|Redistribution and use/);
    if (start >= 0 && text.length < 3000) return text.slice(start).trim();
  }
  return '';
}

/** An expression such as `(MIT AND Zlib) OR GPL-3.0`: some alternative must be allowed in all its parts. */
function isAllowed(licence: string): boolean {
  return licence.split(' OR ').some((alternative) => alternative.replace(/[()]/g, '').split(' AND ').every((one) => ALLOWED.has(one)));
}

function render(paths: readonly string[]): string {
  const rows = paths.map(notice).map(({ name, version, licence, copyright }) => `| ${name} | ${version} | ${licence} | ${copyright.join('; ').replaceAll('|', '/')} |`);
  const texts = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause'].flatMap((licence) => {
    const text = standardText(paths, licence);
    return text ? [`### ${licence}`, '', '```text', text, '```', ''] : [];
  });
  return [
    '# Third-party notices', '',
    'Cupola runs, or puts into its page, the packages below. This file is written by `tools/list-third-party.ts` from what is installed; do not edit it.', '',
    'Country outlines come from world-atlas, made from Natural Earth (public domain). The globe\'s code is CesiumJS; its own notices are in `node_modules/@cesium/engine/LICENSE.md` and `ThirdParty` there.', '',
    '| Package | Version | Licence | Copyright |', '|---|---|---|---|', ...rows, '',
    '## Licence texts', '', 'Apache-2.0 is in [LICENSE](LICENSE).', '', ...texts,
  ].join('\n');
}

const paths = closure(shippedPackages());
const text = render(paths);
if (process.argv.includes('--check')) {
  const refused = paths.map(notice).filter(({ licence }) => !isAllowed(licence));
  for (const { name, licence } of refused) console.log(`${name}: licence ${licence} is not one of ${[...ALLOWED].join(', ')}`);
  const isStale = !existsSync(FILE) || readFileSync(FILE, 'utf8') !== text;
  if (isStale) console.log(`${FILE} is out of date: run node dist/tools/list-third-party.js`);
  process.exitCode = refused.length > 0 || isStale ? 1 : 0;
} else {
  writeFileSync(FILE, text);
}
