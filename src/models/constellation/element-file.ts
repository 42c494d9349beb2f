/**
 * Files of public element sets: two-line sets with or without a line of name before each pair, or mean-elements messages as JSON. Sets
 * are only told apart here, with the line where each begins; what is wrong inside a set is told by `element-text.ts`.
 */
import type { MessageText, TwoLineText } from './element-text.js';

/** A set and the line of the file, counted from 1, that its first own line is on. */
export type FiledElementSet = { readonly name: string; readonly line: number } & (TwoLineText | MessageText);

export interface ElementFileProblem {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

export interface ElementFile {
  readonly sets: readonly FiledElementSet[];
  readonly problems: readonly ElementFileProblem[];
}

export function splitElementFile(text: string): ElementFile {
  return /^\s*[[{]/.test(text) ? splitMessages(text) : splitTwoLines(text);
}

function splitTwoLines(text: string): ElementFile {
  const sets: FiledElementSet[] = [], problems: ElementFileProblem[] = [];
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  let name = '';
  for (let i = 0; i < lines.length; i++) {
    const line1 = lines[i] ?? '';
    if (line1 === '' || line1.startsWith('#')) continue;
    const line2 = lines[i + 1] ?? '';
    if (isElements(line1, '1') && isElements(line2, '2')) {
      sets.push({ name: name === '' ? line1.slice(2, 7).trim() : name, line: i + 1, line1, line2 });
      name = '';
      i++;
    } else if (isElements(line1, '1') || isElements(line1, '2')) {
      problems.push({ line: i + 1, found: `a line ${line1.charAt(0)} alone`, expected: 'a line 1 and then a line 2' });
      name = '';
    } else {
      // Three-line files write the name after a zero.
      name = line1.replace(/^0 /, '').trim();
      if (!isElements(line2, '1')) problems.push({ line: i + 1, found: `'${name.slice(0, 30)}'`, expected: 'a name that is followed by a line 1' });
    }
  }
  if (sets.length === 0 && problems.length === 0) problems.push({ line: 1, found: 'no element set', expected: 'pairs of lines that begin with 1 and 2, or messages in JSON' });
  return { sets, problems };
}

function isElements(line: string, first: '1' | '2'): boolean {
  return line.startsWith(`${first} `) && line.length > 30;
}

function splitMessages(text: string): ElementFile {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { sets: [], problems: [{ line: 1, found: error instanceof Error ? error.message : String(error), expected: 'messages in JSON' }] };
  }
  const messages: readonly unknown[] = Array.isArray(document) ? document : [document];
  const sets: FiledElementSet[] = [], problems: ElementFileProblem[] = [];
  const starts = lineOfEach(text);
  messages.forEach((message, index) => {
    const line = starts[index] ?? 1;
    if (!isMessage(message)) problems.push({ line, found: 'something else', expected: 'an object whose values are numbers and words' });
    else sets.push({ name: String(message.OBJECT_NAME ?? message.NORAD_CAT_ID ?? index + 1), line, omm: message });
  });
  if (messages.length === 0) problems.push({ line: 1, found: 'an empty list', expected: 'at least one message' });
  return { sets, problems };
}

function isMessage(value: unknown): value is Readonly<Record<string, string | number>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((field) => typeof field === 'string' || typeof field === 'number');
}

/** Lines on which the objects of a list begin; braces inside words do not count. */
function lineOfEach(text: string): number[] {
  const lines: number[] = [];
  let line = 1, depth = 0, isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\n') line++;
    else if (isInWord) {
      if (c === '\\') i++;
      else if (c === '"') isInWord = false;
    } else if (c === '"') isInWord = true;
    else if (c === '{' && depth++ === 0) lines.push(line);
    else if (c === '}') depth--;
  }
  return lines;
}
