/** From the schema's complaints to problems that say what was found, what is expected and what to do. */
import { z } from 'zod';
import { fromSi, siSuffix, toSi, unitOfKey } from '../../kernel/units.js';
import { describeChoice, describeFound } from './describe.js';
import { didYouMean, nearestName } from './nearest.js';
import { isMapping, isWithin, valueAt } from './path.js';
import type { Segment } from './path.js';
import { groupDigits } from '../cards/quantity.js';
import { LATER, SCENARIO } from '../schema/schema.js';
import { branchKeys, keysAt, nestedKeysAt, pickBranch, schemaAt } from '../schema/shape.js';

/** A problem before it is known where it stands in a file. */
export interface Complaint {
  readonly path: readonly Segment[];
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** Everything that the schema has against a value. Empty when it fits. */
export function checkShape(root: unknown): Complaint[] {
  const result = SCENARIO.safeParse(root);
  if (result.success) return [];
  const complaints = result.error.issues.flatMap((issue) => explain(issue, toPath(issue.path), root));
  // A key written in another unit or misspelt is one mistake: the key that it should have been is not also reported as missing.
  return complaints.filter((complaint) => complaint.found !== 'nothing' || !complaints.some((other) => isMeantBy(complaint.path, other)));
}

/** True when a complaint about a sibling says that the key at `path` was meant. */
function isMeantBy(path: readonly Segment[], other: Complaint): boolean {
  const isSibling = other.path.length === path.length && path.length > 0 && isWithin(other.path, path.slice(0, -1));
  return isSibling && other.found !== 'nothing' && new RegExp(`\`${String(path.at(-1))}\\b`).test(other.hint);
}

const toPath = (path: readonly PropertyKey[]): Segment[] => path.map((step) => (typeof step === 'number' ? step : String(step)));

function explain(issue: z.core.$ZodIssue, path: Segment[], root: unknown): Complaint[] {
  const value = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainUnknownKey(key, path, root));
    case 'invalid_union':
      return explainUnion(path, root);
    case 'invalid_value': {
      const names = issue.values.map(String);
      const later = LATER[`${String(path.at(-1))}=${String(value)}`] ?? LATER[`${String(path.at(-2))}=${String(value)}`];
      return [{ path, found: describeFound(value), expected: issue.message.startsWith('Invalid') ? describeChoice(names) : issue.message, hint: later ?? ((typeof value === 'string' ? didYouMean(value, names) : '') || hintFor(path, value)) }];
    }
    case 'too_big':
      // A chance written in per cent.
      if (issue.maximum === 1 && typeof value === 'number' && value <= 100) return [{ path, found: describeFound(value), expected: expectedOf(issue), hint: `${value} % is ${Number((value / 100).toPrecision(12))}` }];
      return [{ path, found: describeFound(value), expected: expectedOf(issue), hint: hintFor(path, value) }];
    default:
      return [{ path, found: describeFound(value), expected: expectedOf(issue), hint: hintFor(path, value) }];
  }
}

function expectedOf(issue: z.core.$ZodIssue): string {
  // Messages of ours say what is expected; zod's own begin with these words.
  if (!/^(Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message;
  if (issue.code !== 'invalid_type') return issue.message;
  const kinds: Readonly<Record<string, string>> = { object: 'a mapping of keys and values', array: 'a list', string: 'a name', number: 'a number', record: 'a mapping by name' };
  return kinds[issue.expected] ?? issue.expected;
}

function hintFor(path: readonly Segment[], value: unknown): string {
  const key = String(path.at(-1));
  if (value === undefined && path.length > 0) {
    if (key === 'interceptors') return 'write `interceptors: []` for a raid without a shield';
    if (key === 'version') return 'begin the file with `version: 1`';
    return `add \`${key}\``;
  }
  if (path[0] === 'version' && typeof value === 'number') return value > 1 ? 'this file was made for a newer Cupola' : 'write `version: 1`';
  if (path[0] === 'interceptors' && key === 'count' && value === 0) return 'zero interceptors: take this entry out, or write `interceptors: []` for a raid without a shield';
  if (path[0] === 'raid' && (key === 'count' || key === 'raid') && (value === 0 || Array.isArray(value))) return 'a scenario needs at least one missile';
  if (typeof value === 'string' && /^\s*-?[\d.,]+\s*[a-zA-Z%/]*\s*$/.test(value)) return `write a bare number; the unit stands in the key${unitOfKey(key) === '' ? '' : ` (${unitOfKey(key)})`}`;
  if (key === 'sectorWidth_deg' && typeof value === 'number' && value > 360) return 'a full circle is 360';
  if (/Error_/.test(key) && value === 0) return 'nothing measures without error: take a small number';
  if (value === null) return 'the key has no value';
  if (Number.isNaN(value)) return 'not a number (NaN) cannot be used';
  return '';
}

function explainUnion(path: Segment[], root: unknown): Complaint[] {
  const value = valueAt(root, path);
  const schema = schemaAt(root, path);
  const branch = pickBranch(schema, value);
  if (branch !== undefined && branch !== schema && value !== undefined) {
    const result = z.safeParse(branch, value);
    if (!result.success) return result.error.issues.flatMap((issue) => explain(issue, [...path, ...toPath(issue.path)], root));
  }
  const keys = branchKeys(schema);
  if (isMapping(value) && keys.length > 1) {
    const near = Object.keys(value).map((key) => [key, nearestName(key, keys)] as const).find(([, name]) => name !== '');
    return [{ path, found: describeFound(value), expected: `an entry with ${keys.map((key) => `\`${key}\``).join(' or ')}`, hint: near === undefined ? '' : `\`${near[0]}\`: did you mean \`${near[1]}\`?` }];
  }
  return [{ path, found: describeFound(value), expected: expectedOfUnion(schema), hint: hintFor(path, value) }];
}

function expectedOfUnion(schema: z.core.$ZodType | undefined): string {
  if (!(schema instanceof z.ZodUnion)) return 'another value';
  const texts = schema.options.map((option) => {
    const result = z.safeParse(option, undefined);
    const issue = result.error?.issues[0];
    return issue === undefined ? '' : issue.code === 'invalid_union' ? expectedOfUnion(option) : issue.code === 'invalid_value' ? describeChoice(issue.values.map(String)) : expectedOf(issue);
  });
  return [...new Set(texts.filter((text) => text !== ''))].join(', or ');
}

function explainUnknownKey(key: string, path: Segment[], root: unknown): Complaint {
  const value = valueAt(root, path);
  const known = keysAt(root, path, value);
  const found = isMapping(value) ? value[key] : undefined;
  const complaint = { path: [...path, key], found: `${key}: ${describeFound(found)}`, expected: describeChoice(known) };
  const branches = branchKeys(schemaAt(root, path));
  if (branches.includes(key)) return { ...complaint, expected: `an entry with ${branches.map((name) => `\`${name}\``).join(' or ')}`, hint: 'not both: take one out, or make two entries' };
  return { ...complaint, hint: LATER[key] ?? unknownKeyHint(key, found, known, nestedKeysAt(root, path, value)) };
}

/** What an unknown key probably means: a known one in another unit, one that stands a level deeper, or a misspelt one. */
function unknownKeyHint(key: string, value: unknown, known: readonly string[], nested: readonly string[]): string {
  const base = baseOf(key);
  const twin = known.find((name) => baseOf(name) === base) ?? nested.find((name) => baseOf(name.split('.')[1] ?? '') === base);
  if (twin !== undefined) return unitHint(key, value, twin);
  const near = didYouMean(key, known);
  if (near !== '') return near;
  const deeper = nearestName(key, nested.map((name) => name.split('.')[1] ?? ''));
  return deeper === '' ? '' : `did you mean \`${nested.find((name) => name.endsWith(`.${deeper}`)) ?? deeper}\`?`;
}

function unitHint(key: string, value: unknown, twin: string): string {
  const given = unitOfKey(key), wanted = unitOfKey(twin);
  if (given === wanted) return `write \`${twin}\``;
  if (given !== '' && wanted !== '' && typeof value === 'number' && siSuffix(given) === siSuffix(wanted)) {
    const converted = Number(fromSi(toSi(value, given), wanted).toPrecision(12));
    return `write \`${twin}: ${converted}\`: this number is given in ${wanted} (${groupDigits(value)} ${given} is ${groupDigits(converted)} ${wanted})`;
  }
  return wanted === '' ? `write \`${twin}\`, without a unit` : `write \`${twin}\`: this number is given in ${wanted}`;
}

function baseOf(key: string): string {
  const cut = key.lastIndexOf('_');
  return (cut > 0 ? key.slice(0, cut) : key).toLowerCase();
}
