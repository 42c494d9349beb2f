/**
 * From text to plain values with places: YAML 1.2 or JSON, every syntax problem at once, and the line of every path.
 * Aliases are expanded into copies, so that an override of one place never changes another.
 */
import { isAlias, isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { isMapping } from './path.js';
import type { Segment } from './path.js';
import type { Problem } from './problem.js';

/** One broken bracket can make a thousand faults; the first ones tell it. */
const MOST_FAULTS = 20;

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
  const refuse = (faults: readonly Fault[]): SourceDocument => ({ file, value: undefined, problems: faults.map((fault) => ({ file, path: '', severity: 'error', ...fault })), lineOf: () => 0 });
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const said = [...document.errors, ...document.warnings];
    // A tab breaks everything after it: what else the parser says is the same mistake.
    const tabs = said.filter(({ code }) => code === 'TAB_AS_INDENT');
    const faults = (tabs.length > 0 ? tabs : said).map(({ code, message, pos }) => describeFault(code, message, lines.linePos(pos[0]).line, text));
    if (faults.length > 0) return refuse(faults.filter(({ line }, index) => index === faults.findIndex((other) => other.line === line)).slice(0, MOST_FAULTS));
    const value = copyPlain(document.toJS({ maxAliasCount: 1_000 }), DEEPEST, { left: MOST_VALUES });
    if (value === null || value === undefined) return refuse([{ line: 1, found: 'an empty document', expected: 'a scenario with version, raid and interceptors', hint: 'begin with `version: 1`' }]);
    return { file, value, problems: [], lineOf: (path) => lineOf(document, lines, path) };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return refuse([{ line: 1, found: 'a document that cannot be read', expected: error instanceof Unreadable ? said : 'a scenario in YAML or JSON', hint: error instanceof Unreadable ? '' : said }]);
  }
}

type Fault = Pick<Problem, 'line' | 'found' | 'expected' | 'hint'>;

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

/** What each of the parser's codes expects, where its own sentence would not help a reader. */
const EXPECTED: Readonly<Record<string, readonly [expected: string, hint: string]>> = {
  DUPLICATE_KEY: ['each key once', 'keep one of the two'],
  TAB_AS_INDENT: ['spaces as indentation', 'no tabs'],
  MULTIPLE_DOCS: ['one document per file', ''],
};

function describeFault(code: string, message: string, line: number, text: string): Fault {
  const [expected, hint] = EXPECTED[code] ?? ['well-formed YAML or JSON', message.split('\n')[0] ?? ''];
  return { line, found: lineText(text, line) || 'an empty line', expected, hint };
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
