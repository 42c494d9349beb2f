/**
 * Writes validation/REPORT.md from the cases, or says whether the one that is there is what they give now.
 *
 *   node dist/tools/write-validation-report.js            writes it
 *   node dist/tools/write-validation-report.js --check    exit 1 if it is not up to date
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { VALIDATION_CASES } from '../validation/cases.js';
import { reportText } from '../validation/report.js';
import { isMain } from './source-files.js';

const REPORT = 'validation/REPORT.md';
const NOT_VALIDATED = 'validation/not-validated.md';

if (isMain(import.meta.url)) {
  const text = reportText(VALIDATION_CASES, readFileSync(NOT_VALIDATED, 'utf8'));
  if (!process.argv.includes('--check')) writeFileSync(REPORT, text);
  else if (readFileSync(REPORT, 'utf8') !== text) {
    console.log(`${REPORT}  is not what the cases give: run npm run validate -- --report`);
    process.exitCode = 1;
  }
}
