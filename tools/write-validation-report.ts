/**
 * Writes validation/REPORT.md from the cases, or says whether the one that is there is what they give now. Needs the
 * built catalogue, because some cases fly missiles of the public data.
 *
 *   node dist/tools/write-validation-report.js            writes it
 *   node dist/tools/write-validation-report.js --check    exit 1 if it is not up to date
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { VALIDATION_CASES } from '../validation/cases.js';
import { reportText } from '../validation/report.js';
import { isMain } from './source-files.js';

const REPORT = 'validation/REPORT.md';
const NOT_VALIDATED = 'validation/not-validated.md';
/** Lines told, and characters of a line. */
const MOST_TOLD = 5, LONGEST = 200;

/** Lines of one text that the other has not, as `- there` and `+ now`; ends of lines and of the file do not count. */
export function differences(there: string, now: string): string[] {
  const linesOf = (text: string): string[] => text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const [old, fresh] = [linesOf(there), linesOf(now)];
  if (old.join('\n') === fresh.join('\n')) return [];
  const gone = old.filter((line) => !fresh.includes(line)), added = fresh.filter((line) => !old.includes(line));
  // Nothing lost and nothing new: then their order.
  return gone.length + added.length === 0 ? ['the same lines in another order'] : [...gone.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
}

/** What is wrong with the report that is there, one line each; nothing when it is what the cases give. */
function faultsOf(text: string): string[] {
  const found = differences(existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '', text);
  if (found.length === 0) return [];
  return [
    `${REPORT}  is not what the cases give (- is there, + is what they give):`,
    ...found.slice(0, MOST_TOLD).map((line) => `  ${line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line}`),
    ...(found.length > MOST_TOLD ? [`  and ${found.length - MOST_TOLD} more lines`] : []),
    'If the new numbers are meant, write it anew: npm run validate -- --report',
  ];
}

function main(): string[] {
  let text: string;
  try {
    text = reportText(VALIDATION_CASES, readFileSync(NOT_VALIDATED, 'utf8'));
  } catch (error) {
    return [`The cases cannot be run: ${error instanceof Error ? error.message : String(error)}`, 'Some fly missiles of the built catalogue: npm run build makes it.'];
  }
  if (process.argv.includes('--check')) return faultsOf(text);
  writeFileSync(REPORT, text);
  return [];
}

if (isMain(import.meta.url)) {
  const faults = main();
  if (faults.length > 0) console.log(faults.join('\n'));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
