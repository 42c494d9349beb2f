/** Planted faults of file form are found. */
import { describe, expect, it } from 'vitest';
import { findFileFaults } from './check-files.js';

const COMMENT = '/** What it holds. */\n';
const NOTE = `// ${'TO'}${'DO'} later`;

describe('check-files', () => {
  it.each([
    ['too long', 'src/kernel/flight/flight.ts', `${COMMENT}${'x;\n'.repeat(400)}`, '401 lines'],
    ['a drawer', 'src/kernel/utils.ts', COMMENT, 'drawer'],
    ['a drawer in the name', 'src/web/string-helpers.ts', COMMENT, 'drawer'],
    ['a drawer as folder', 'src/misc/flight.ts', COMMENT, 'drawer'],
    ['camel case', 'src/kernel/rootFinder.ts', COMMENT, 'kebab-case'],
    ['no opening comment', 'src/kernel/roots.ts', 'export const a = 1;\n', 'opening comment'],
    ['an open note', 'src/kernel/roots.ts', `${COMMENT}${NOTE}\n`, 'issue number'],
  ])('finds %s', (_what, file, text, fault) => {
    const found = findFileFaults(file, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(fault);
  });

  it.each([
    ['400 lines', 'src/kernel/flight/flight.ts', `${COMMENT}${'x;\n'.repeat(399)}`],
    ['a long table', 'src/kernel/atmosphere-table.ts', `${COMMENT}${'x;\n'.repeat(900)}`],
    ['a note with its issue', 'src/kernel/roots.ts', `${COMMENT}${NOTE} (#12)\n`],
    ['a term of the field', 'src/models/lethality/common-mode.ts', COMMENT],
  ])('accepts %s', (_what, file, text) => {
    expect(findFileFaults(file, text)).toEqual([]);
  });
});
