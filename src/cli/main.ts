/**
 * The command line's one entry: finds the command, checks its words, runs it and turns every ending into an exit code:
 * 0 done, 1 our fault, 2 bad input, 130 stopped by Ctrl-C. A reader that closes the pipe ends us silently.
 * Commands are loaded when asked for, so that `run` never loads the server.
 */
import { packageVersion } from '../server/package-files.js';
import type { Command } from './frame/command.js';
import { COMMAND_LOADERS, COMMAND_NAMES, LATER_COMMANDS, loadCommands } from './commands.js';
import { BadInput, flagProblem, KnownFault, Stopped } from './frame/failures.js';
import { parseWords } from './frame/flags.js';
import { commandText, overviewText } from './frame/help.js';
import { nameHint } from './frame/nearest.js';
import { Output, type TextStream } from './frame/output.js';
import { printProblems } from './frame/problems.js';
import { shellLine } from '../scenario/text/shell-line.js';

export const EXIT = { done: 0, ourFault: 1, badInput: 2, stopped: 130 } as const;

/** `to`: other places to speak to than the process's own streams. */
export async function main(words: readonly string[], to?: { readonly stdout: TextStream; readonly stderr: TextStream }): Promise<number> {
  const output = new Output(to?.stdout ?? process.stdout, to?.stderr ?? process.stderr, words.includes('--json'));
  if (to === undefined) for (const stream of [process.stdout, process.stderr]) stream.on('error', endOnClosedPipe);
  const stop = new AbortController();
  // The first Ctrl-C lets the command finish what it is writing; a second one finds no listener and ends the process.
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    return await dispatch(words, output, stop.signal);
  } catch (error) {
    return report(error, output, stop.signal);
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}

async function dispatch(words: readonly string[], output: Output, signal: AbortSignal): Promise<number> {
  const [first = 'help', ...rest] = words.filter((word, index) => !(index === 0 && word === '--json'));
  if (first === '--version' || first === '-V' || first === 'version') {
    if (output.isJson) output.json({ version: packageVersion() });
    else output.print(packageVersion());
    return EXIT.done;
  }
  if (first === 'help' || first === '--help' || first === '-h') {
    const named = rest.find((word) => !word.startsWith('-'));
    output.print(named === undefined ? overviewText(await loadCommands(), packageVersion()) : commandText(await findCommand(named)));
    return EXIT.done;
  }
  const command = await findCommand(first);
  const { flags, given } = parseWords(command, rest);
  if (flags.has('help')) {
    output.print(commandText(command));
    return EXIT.done;
  }
  return await command.run({ flags, given, output, signal, commandLine: shellLine(['cupola', first, ...rest]) });
}

async function findCommand(name: string): Promise<Command> {
  const load = COMMAND_LOADERS[name];
  if (load !== undefined) return await load();
  if (name.startsWith('-')) throw new BadInput([flagProblem(name, name, 'a command first, then its flags', 'cupola --help lists the commands')]);
  const hint = LATER_COMMANDS.includes(name) ? `cupola ${name} is not supported by this version` : nameHint(name, COMMAND_NAMES);
  throw new BadInput([flagProblem('<command>', name, 'a command of this version', hint)]);
}

function report(error: unknown, output: Output, signal: AbortSignal): number {
  if (error instanceof BadInput) {
    printProblems(output, error.problems, 'nothing was done');
    return EXIT.badInput;
  }
  if (error instanceof Stopped || signal.aborted) {
    output.note(error instanceof Stopped ? error.message : 'Stopped; nothing was written.');
    return EXIT.stopped;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (output.isJson) output.json({ error: message });
  output.note(error instanceof KnownFault ? message : `Cupola made a mistake: ${message}`);
  if (process.env['CUPOLA_DEBUG'] !== undefined && error instanceof Error) output.note(error.stack ?? '');
  else if (!(error instanceof KnownFault)) output.note('Please report this with the command you typed; CUPOLA_DEBUG=1 shows where it happened.');
  return EXIT.ourFault;
}

function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
}
