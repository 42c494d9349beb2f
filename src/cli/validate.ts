/** `cupola validate`: compares the simulator with published numbers and says how far it is off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToldRow, ValidationCase, ValidationResult, ValidationRow } from '../../validation/case.js';
import { citationLine } from '../figures/sentences/citation.js';
import { countText, significantText } from '../figures/numbers.js';
import { textTable, wrapText } from '../figures/text-table.js';
import { PACKAGE_ROOT } from '../server/package-files.js';
import { loadCatalogue } from './frame/catalogue-file.js';
import type { Command, CommandInput } from './frame/command.js';
import { BadInput } from './frame/failures.js';
import { writeAtomically } from './frame/files.js';
import { provenanceOf } from './frame/provenance.js';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'compare the simulator with published numbers',
  usage: ['validate [--report]'],
  arguments: [],
  flags: [{ name: 'report', doc: 'also write validation/REPORT.md: every case, its errors and sources, and what is not validated' }],
  examples: [
    ['cupola validate', 'one line per published case: how many numbers, and the largest error'],
    ['cupola validate --json', 'every number: expected, got, error and tolerance'],
  ],
  run: validate,
};

const PAGE_CHARACTERS = 100;
const NOT_VALIDATED_FILE = join(PACKAGE_ROOT, 'validation', 'not-validated.md');
const REPORT_FILE = join(PACKAGE_ROOT, 'validation', 'REPORT.md');

interface Judged {
  readonly published: ValidationCase;
  readonly result: ValidationResult;
  /** The row that comes nearest to its tolerance, or exceeds it most. */
  readonly worst: ValidationRow | undefined;
}

async function validate({ flags, output, commandLine }: CommandInput): Promise<number> {
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const provenance = provenanceOf(loadCatalogue(), commandLine);
  const { VALIDATION_CASES } = await import('../../validation/cases.js');
  const judged = VALIDATION_CASES.map((published): Judged => {
    const result = published.run();
    return { published, result, worst: worstRow(result.rows) };
  });
  const failed = judged.filter(({ result }) => !result.pass);
  if (flags.has('report')) {
    const { reportText } = await import('../../validation/report.js');
    writeAtomically(REPORT_FILE, reportText(VALIDATION_CASES, readFileSync(NOT_VALIDATED_FILE, 'utf8')));
    output.note('Wrote validation/REPORT.md');
  }
  if (output.isJson) output.json({ cases: judged.map(caseDocument), provenance });
  else {
    output.print(casesText(judged));
    const told = judged.flatMap(({ result }) => result.told ?? []);
    if (told.length > 0) output.print(`\nWithout pass or fail, because the published number is unsure or stands for something simpler\n${toldText(told)}`);
    for (const { published, result } of failed) output.print(`\nFailed in ${published.id}\n${rowsText(result.rows.filter((row) => !row.pass))}`);
    output.print(`\n${countText(judged.length - failed.length)} of ${countText(judged.length)} cases within tolerance.`);
    output.print(`\n${output.styled('dim', citationLine(provenance))}`);
  }
  return failed.length === 0 ? 0 : 1;
}

/** The worst row stands for the case; all rows follow. */
function caseDocument({ published, result, worst }: Judged): Record<string, unknown> {
  const { id, title, source, mark } = published;
  return {
    id, title,
    quantity: worst?.quantity ?? null, unit: worst?.unit ?? null,
    expected: worst?.expected ?? null, got: worst?.got ?? null, error: worst?.error ?? null, tolerance: worst?.tolerance ?? null,
    pass: result.pass, mark, source,
    toleranceInWords: published.tolerance,
    errorShares: { q75: result.q75, q99: result.q99, max: result.max },
    rows: result.rows,
    told: result.told ?? [],
  };
}

const share = (row: ValidationRow): number => (row.tolerance > 0 ? row.error / row.tolerance : row.pass ? 0 : Infinity);

function worstRow(rows: readonly ValidationRow[]): ValidationRow | undefined {
  return rows.reduce<ValidationRow | undefined>((worst, row) => (worst === undefined || share(row) > share(worst) ? row : worst), undefined);
}

function casesText(judged: readonly Judged[]): string {
  const table = textTable(
    [
      { head: '', align: 'left' },
      { head: 'case', align: 'left' },
      { head: 'numbers', align: 'right' },
      { head: 'largest error ÷ tolerance', align: 'right' },
      { head: 'mark', align: 'left' },
    ],
    judged.map(({ published, result }) => [result.pass ? 'pass' : 'FAIL', published.id, countText(result.rows.length), significantText(result.max, 2), published.mark]),
  );
  const sources = judged.map(({ published }) => wrapText(`${published.id}: ${published.source.replace(/\.$/, '')}. Tolerance: ${published.tolerance}.`, PAGE_CHARACTERS, '    '));
  return `${table}\n\n${sources.join('\n')}`;
}

function toldText(told: readonly ToldRow[]): string {
  return textTable(
    [{ head: 'quantity', align: 'left' }, { head: 'published', align: 'right' }, { head: 'got', align: 'right' }, { head: 'unit', align: 'left' }],
    told.map((row) => [row.quantity, significantText(row.published, 5), significantText(row.got, 5), row.unit]),
  );
}

function rowsText(rows: readonly ValidationRow[]): string {
  return textTable(
    [
      { head: 'quantity', align: 'left' },
      { head: 'expected', align: 'right' },
      { head: 'got', align: 'right' },
      { head: 'unit', align: 'left' },
      { head: 'error', align: 'right' },
      { head: 'tolerance', align: 'right' },
    ],
    rows.map((row) => [row.quantity, significantText(row.expected, 7), significantText(row.got, 7), row.unit, significantText(row.error, 2), significantText(row.tolerance, 2)]),
  );
}
