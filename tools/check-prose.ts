/**
 * What may not be repeated (`src/policy/claims/do-not-repeat.ts`) stands in no text of the repository, and no text has pictures in it.
 *
 *   node dist/tools/check-prose.js      one line per fault; exit 1 if there is one
 */
import { readdirSync, readFileSync } from 'node:fs';
import { findRepeats } from '../src/policy/claims/do-not-repeat.js';
import { filesUnder, isMain } from './source-files.js';

const PICTURE = /(?![©®™↔↕↩↪▶◀☀-☃✓✔✕✖⬆⬇])\p{Extended_Pictographic}/u;

/** Faults of one text as lines. */
export function findClaims(file: string, text: string): string[] {
  const pictures = text.split('\n').flatMap((line, index) => {
    const picture = PICTURE.exec(line)?.[0];
    return picture === undefined ? [] : [`${file}:${index + 1}  "${picture}": no pictures in text`];
  });
  return [...findRepeats(text).map(({ phrase, line, instead }) => `${file}:${line}  "${phrase}": ${instead}`), ...pictures];
}

if (isMain(import.meta.url)) {
  const files = [
    ...readdirSync('.').filter((file) => /^[A-Z-]+\.(md|cff)$/.test(file)),
    ...filesUnder(['docs', 'validation', 'benchmarks', 'examples'], /\.md$/),
    ...filesUnder(['data', 'scenarios'], /\.(json|ya?ml|md)$/),
    ...filesUnder(['src'], /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file)),
  ];
  const faults = files.flatMap((file) => findClaims(file, readFileSync(file, 'utf8')));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
