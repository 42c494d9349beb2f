/**
 * From the text of a user's own data file to a checked one, or to all that is wrong with it, each with its place: form first, then what
 * the form cannot say. The files of the catalogue and a user's own go the same way.
 */
import type { z } from 'zod';
import { describeFound } from './describe.js';
import { readDocument } from './document.js';
import type { SourceDocument } from './document.js';
import { printPath, valueAt } from './path.js';
import type { Segment } from './path.js';
import type { Problem } from './problem.js';

export interface Fault {
  readonly path: readonly Segment[];
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** How a kind of file speaks of its mistakes. */
export interface FileWords {
  /** Where a whole file of the kind can be seen, after an unknown key. */
  readonly example: string;
  /** Where the schema's own sentence would not help. */
  expectedOf(path: readonly Segment[]): string;
}

export type CheckedFile<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export function readChecked<T>(text: string, file: string, schema: z.ZodType<T>, words: FileWords, faultsOf: (value: T) => readonly Fault[]): CheckedFile<T> {
  const document = readDocument(text, file);
  if (document.problems.length > 0) return { ok: false, problems: document.problems };
  const result = schema.safeParse(document.value);
  const faults = result.success ? faultsOf(result.data) : result.error.issues.flatMap((issue) => explain(issue, [], document.value, words));
  if (faults.length > 0 || !result.success) return { ok: false, problems: faults.map((fault) => locate(fault, document)) };
  return { ok: true, value: result.data };
}

function locate({ path, ...rest }: Fault, document: SourceDocument): Problem {
  return { file: document.file, path: printPath(path), line: document.lineOf(path), ...rest, severity: 'error' };
}

function explain(issue: z.core.$ZodIssue, before: readonly Segment[], root: unknown, words: FileWords): Fault[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const found = valueAt(root, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], found: `${key}: ${describeFound(valueAt(root, [...path, key]))}`, expected: 'a key of this format', hint: words.example }));
  }
  const inner = issue.code === 'invalid_union' ? closestBranch(issue.errors) : [];
  if (inner.length > 0) return inner.flatMap((each) => explain(each, path, root, words));
  const expected = /^Invalid input|^Too /.test(issue.message) ? words.expectedOf(path) : issue.message;
  return [{ path, found: describeFound(found), expected, hint: found === undefined && path.length > 0 ? `add \`${String(path.at(-1))}\`` : '' }];
}

/** Of the forms that a value may have the one that it comes closest to: its mistakes lie deeper inside. None if all fail at the value itself. */
function closestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.min(...issues.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 0.5 : 0)));
  const closest = [...branches].filter((issues) => issues.length > 0).sort((a, b) => depth(b) - depth(a))[0];
  return closest === undefined || depth(closest) < 1 ? [] : closest;
}
