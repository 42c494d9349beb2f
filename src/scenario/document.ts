/**
 * From text to plain values with places: YAML 1.2 or JSON, every syntax problem at once, and the line of every path.
 * Aliases are expanded into copies, so that an override of one place never changes another.
 */
import { isAlias, isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { isMapping } from './path.js';
import type { Segment } from './path.js';
import type { Problem } from './problem.js';

export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** 1-based line of the deepest part of the path that the text has; of its key, where it has one. */
  lineOf(path: readonly Segment[]): number;
}

/** Deeper nesting is no scenario: it is a slip or an attempt to exhaust the stack. */
const DEEPEST = 40;
/** More values than any scenario has; aliases can multiply a short text into a huge one. */
const MOST_VALUES = 100_000;

/** Parses text that may be anything. Never throws. */
export function readDocument(text: string, file: string): SourceDocument {
  const lines = new LineCounter();
  const syntaxProblem = (line: number, found: string, expected: string, hint: string): Problem => ({ file, path: '', line, found, expected, hint, severity: 'error' });
  const failed = (problem: Problem): SourceDocument => ({ file, value: undefined, problems: [problem], lineOf: () => problem.line });
  let document: Document.Parsed;
  let value: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
      const problems = faults.map((fault) => {
        const line = lines.linePos(fault.pos[0]).line;
        return syntaxProblem(line, lineText(text, line), describeFault(fault.code, fault.message), fault.code === 'DUPLICATE_KEY' ? 'keep one of the two' : '');
      });
      return { file, value: undefined, problems, lineOf: () => 0 };
    }
    value = copyPlain(document.toJS({ maxAliasCount: 1_000 }), DEEPEST, { left: MOST_VALUES });
  } catch (error) {
    return failed(syntaxProblem(1, 'a document that cannot be read', error instanceof Unreadable ? error.message : 'a YAML or JSON scenario', ''));
  }
  if (value === null || value === undefined) return failed(syntaxProblem(1, 'an empty document', 'a scenario with version, raid and interceptors', 'begin with `version: 1`'));
  return { file, value, problems: [], lineOf: (path) => lineOf(document, lines, path) };
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly Segment[]): number {
  let here: unknown = document.contents;
  let offset = startOf(here);
  for (const segment of path) {
    if (isAlias(here)) here = here.resolve(document);
    if (isMap(here)) {
      const pair: Pair | undefined = here.items.find((item) => (isScalar(item.key) ? String(item.key.value) : String(item.key)) === String(segment));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      here = pair.value;
    } else if (isCollection(here)) {
      const item: unknown = here.get(segment, true);
      if (item === undefined) break;
      here = item;
      offset = startOf(here) ?? offset;
    } else break;
  }
  return offset === undefined ? 0 : lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range?.[0];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value;

const lineText = (text: string, line: number): string => (text.split(/\r\n|\r|\n/)[line - 1] ?? '').trim().slice(0, 60);

/** The parser's first sentence, in our words where people meet it often. */
function describeFault(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'each key once';
  if (code === 'TAB_AS_INDENT') return 'spaces as indentation, no tabs';
  if (code === 'MULTIPLE_DOCS') return 'one document per file';
  return message.split('\n')[0] ?? 'well-formed YAML';
}

class Unreadable extends Error {}

/** A copy without shared parts or cycles; keys that would reach an object's prototype are refused. */
function copyPlain(value: unknown, depth: number, budget: { left: number }): unknown {
  if (depth === 0) throw new Unreadable(`at most ${DEEPEST} levels of nesting`);
  if (--budget.left < 0) throw new Unreadable(`at most ${MOST_VALUES} values`);
  if (Array.isArray(value)) return value.map((item) => copyPlain(item, depth - 1, budget));
  if (!isMapping(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw new Unreadable('keys of the scenario format, not `__proto__`');
    copy[key] = copyPlain(item, depth - 1, budget);
  }
  return copy;
}
