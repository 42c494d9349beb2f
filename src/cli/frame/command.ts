/** What a command is: its name, its flags and arguments for parsing and help, and what it does. */
import type { Flags } from './flags.js';
import type { Output } from './output.js';

export interface FlagSpec {
  readonly name: string;
  /** Placeholder of the value, as `N`; a flag without one is a switch. */
  readonly value?: string;
  /** Stands when the flag comes without a value; then only a number can be its value, for the next word may be an argument. */
  readonly defaultValue?: string;
  /** May be given more than once. */
  readonly isRepeated?: boolean;
  readonly doc: string;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly doc: string;
  readonly isOptional?: boolean;
}

export interface CommandInput {
  readonly flags: Flags;
  /** Arguments by name; optional ones may be missing. */
  readonly given: Readonly<Record<string, string>>;
  readonly output: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** The command as typed, for the provenance. */
  readonly commandLine: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: readonly string[];
  readonly arguments: readonly ArgumentSpec[];
  readonly flags: readonly FlagSpec[];
  /** Flags that a later version will know: refused, never ignored. */
  readonly laterFlags?: readonly FlagSpec[];
  /** A command line and what it does. */
  readonly examples: readonly (readonly [string, string])[];
  /** Returns the exit code. */
  run(input: CommandInput): Promise<number>;
}

/** Flags that every command knows. */
export const COMMON_FLAGS: readonly FlagSpec[] = [
  { name: 'json', doc: 'print one JSON document on standard output; progress and notes go to standard error' },
  { name: 'help', doc: 'show this help' },
];
