/** Asks a command in this process, for the many small questions of the tests of faces. */
import { COMMAND_LOADERS } from '../../src/cli/commands.js';
import { BadInput } from '../../src/cli/frame/failures.js';
import { parseWords } from '../../src/cli/frame/flags.js';
import { Output } from '../../src/cli/frame/output.js';
import type { Problem } from '../../src/scenario/text/problem.js';

/** Runs a command in this process, for the many small questions; the first of each kind goes through the real command line. */
export async function ask<T>(name: string, ...words: string[]): Promise<T> {
  const command = await COMMAND_LOADERS[name]!();
  const { flags, given } = parseWords(command, words);
  let text = '';
  const output = new Output({ write: (part) => (text += part) }, { write: () => true }, true);
  await command.run({ flags, given, output, signal: new AbortController().signal, commandLine: name });
  return JSON.parse(text);
}

export async function problemOf(name: string, ...words: string[]): Promise<Problem> {
  const failure: unknown = await ask(name, ...words).catch((error: unknown) => error);
  if (!(failure instanceof BadInput)) throw new Error(`expected a refusal of ${words.join(' ')}`);
  return failure.problems[0]!;
}
