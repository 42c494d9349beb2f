/**
 * From words on the command line to checked flags. node:util's parseArgs splits the words; we join a flag and a value
 * that starts with a minus sign first (`--from -33.9,151.2`), which parseArgs would refuse. Every problem is collected
 * and told at once; readers such as `integer` return the fallback after a problem, and `BadInput` is thrown before any work.
 */
import { parseArgs } from 'node:util';
import { countText } from '../../figures/numbers.js';
import type { Problem } from '../../scenario/text/problem.js';
import { COMMON_FLAGS, type Command, type FlagSpec } from './command.js';
import { flagProblem } from './failures.js';
import { nameHint } from './nearest.js';

export interface Range {
  readonly min: number;
  readonly max: number;
  /** Unit shown in messages, as `km`. */
  readonly unit?: string;
}

export class Flags {
  readonly problems: Problem[] = [];
  readonly #values = new Map<string, string[]>();

  add(name: string, value: string): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  text(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  texts(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  number(name: string, range: Range): number | undefined {
    return this.#read(name, range, /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i, 'a number');
  }

  /** Whole numbers may be written with an exponent: 1e4. */
  integer(name: string, range: Range): number | undefined {
    return this.#read(name, range, /^[-+]?\d+(e\+?\d+)?$/i, 'a whole number');
  }

  reject(name: string, expected: string, hint = ''): void {
    this.problems.push(flagProblem(`--${name}`, this.text(name) ?? 'nothing', expected, hint));
  }

  #read(name: string, range: Range, pattern: RegExp, kind: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (pattern.test(text.trim()) && value >= range.min && value <= range.max) return value;
    const unit = range.unit === undefined ? '' : ` ${range.unit}`;
    const isNumber = pattern.test(text.trim()) && Number.isFinite(value);
    this.reject(name, `${kind} from ${plainNumber(range.min)} to ${plainNumber(range.max)}${unit}`, isNumber ? `nearest: ${plainNumber(value < range.min ? range.min : range.max)}${unit}` : '');
    return undefined;
  }
}

/** Commas between thousands; small bounds as they are. */
function plainNumber(value: number): string {
  return Number.isInteger(value) ? countText(value) : String(value);
}

export interface ParsedWords {
  readonly flags: Flags;
  readonly given: Record<string, string>;
}

export function parseWords(command: Command, words: readonly string[]): ParsedWords {
  const specs = [...command.flags, ...COMMON_FLAGS];
  const flags = new Flags();
  const given: Record<string, string> = {};
  const surplus: string[] = [];
  const { tokens } = parseArgs({
    args: joinValues(words, [...specs, ...(command.laterFlags ?? [])]),
    options: Object.fromEntries(specs.map((spec) => [spec.name, { type: spec.value === undefined ? ('boolean' as const) : ('string' as const) }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') readFlag(command, specs, flags, token);
    if (token.kind === 'positional') {
      const argument = command.arguments[Object.keys(given).length];
      if (argument === undefined) surplus.push(token.value);
      else given[argument.name] = token.value;
    }
  }
  for (const word of surplus) flags.problems.push(flagProblem(word, word, 'no further argument', `see cupola ${command.name} --help`));
  // An argument swallowed by a mistyped flag is not worth a second complaint.
  if (!flags.has('help') && flags.problems.length === 0) requireArguments(command, given, flags);
  return { flags, given };
}

function readFlag(command: Command, specs: readonly FlagSpec[], flags: Flags, token: { name: string; rawName: string; value?: string | undefined }): void {
  if (token.rawName === '-h') return flags.add('help', '');
  const spec = specs.find((known) => token.rawName === `--${known.name}`);
  if (spec === undefined) {
    flags.problems.push(unknownFlag(command, specs, token.rawName));
  } else if (spec.value === undefined) {
    if (token.value === undefined) flags.add(spec.name, '');
    else flags.problems.push(flagProblem(token.rawName, token.value, 'no value'));
  } else if (token.value === '' && spec.defaultValue !== undefined && !flags.has(spec.name)) {
    flags.add(spec.name, spec.defaultValue);
  } else if (token.value === undefined || token.value === '') {
    flags.problems.push(flagProblem(token.rawName, 'no value', `--${spec.name} ${spec.value}`, spec.doc));
  } else if (flags.has(spec.name) && spec.isRepeated !== true) {
    flags.problems.push(flagProblem(token.rawName, `${flags.text(spec.name)} and ${token.value}`, 'the flag once'));
  } else {
    flags.add(spec.name, token.value);
  }
}

function unknownFlag(command: Command, specs: readonly FlagSpec[], rawName: string): Problem {
  if ((command.laterFlags ?? []).some((later) => `--${later.name}` === rawName)) {
    return flagProblem(rawName, rawName, 'a flag of this version', `${rawName} is not supported by this version`);
  }
  const names = specs.map((spec) => spec.name);
  return flagProblem(rawName, rawName, `a flag of cupola ${command.name}`, nameHint(rawName.replace(/^-+/, ''), names, '--'));
}

function requireArguments(command: Command, given: Readonly<Record<string, string>>, flags: Flags): void {
  for (const argument of command.arguments) {
    if (argument.isOptional !== true && given[argument.name] === undefined) {
      flags.problems.push(flagProblem(`<${argument.name}>`, 'nothing', argument.doc, `see cupola ${command.name} --help`));
    }
  }
}

/** Writes `--flag value` as `--flag=value` for flags with a value, so that values may start with a minus sign. */
function joinValues(words: readonly string[], specs: readonly FlagSpec[]): string[] {
  const withValue = new Set(specs.filter((spec) => spec.value !== undefined).map((spec) => `--${spec.name}`));
  const mayStandAlone = new Set(specs.filter((spec) => spec.defaultValue !== undefined).map((spec) => `--${spec.name}`));
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (word === '--') return [...joined, ...words.slice(at)];
    const isValue = next !== undefined && (mayStandAlone.has(word) ? /^[-+]?[\d.]+(e\+?\d+)?$/i.test(next) : !/^--?[A-Za-z]/.test(next) && next !== '--');
    if (withValue.has(word) && isValue) {
      joined.push(`${word}=${next}`);
      at++;
    } else if (withValue.has(word)) {
      joined.push(`${word}=`);
    } else {
      joined.push(word);
    }
  }
  return joined;
}
