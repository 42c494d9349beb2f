/**
 * How files look from outside: short, named after what is in them, with a sentence on top, and with no note that a
 * stranger cannot follow up.
 *
 *   node dist/tools/check-files.js      one line per fault; exit 1 if there is one
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isMain, sourceFiles } from './source-files.js';

const MAX_LINES = 400;
// `common-mode` is a term of the field; `common` is a drawer.
const DRAWERS = /(^|-)(utils?|helpers?|common|managers?|misc)(\.|$)/;
const SHAPE = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.(test|worker|config|d))?\.tsx?$/;
// Each word is broken by an empty group, so that this line does not find itself.
const OPEN_NOTE = /\b(TO(?:)DO|FIX(?:)ME|XX(?:)X|HA(?:)CK)\b(?!.*#\d)/;

/** Faults of one file as lines of text. */
export function findFileFaults(file: string, text: string): string[] {
  const faults: string[] = [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const name = basename(file);
  // A table of constants has a file of its own and may be as long as its source.
  if (lines > MAX_LINES && !/-tables?\.ts$/.test(name)) faults.push(`${file}  ${lines} lines; at most ${MAX_LINES}`);
  if (file.split('/').some((part) => DRAWERS.test(part))) faults.push(`${file}  the name is a drawer: say what is in it`);
  if (!SHAPE.test(name)) faults.push(`${file}  file names are kebab-case`);
  if (!/\.test\.tsx?$/.test(name) && !/^(\/\*|\/\/)/.test(text)) faults.push(`${file}  no opening comment`);
  const note = text.split('\n').findIndex((line) => OPEN_NOTE.test(line));
  if (note >= 0) faults.push(`${file}:${note + 1}  an open note needs an issue number`);
  return faults;
}

if (isMain(import.meta.url)) {
  const files = sourceFiles(['src', 'tools', 'test', 'validation', 'benchmarks']);
  const faults = files.flatMap((file) => findFileFaults(file, readFileSync(file, 'utf8')));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
