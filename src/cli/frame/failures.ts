/** The three ways a command ends early, each with its exit code: bad input (2), stopped by Ctrl-C (130), our fault (1). */
import type { Problem } from '../../scenario/text/problem.js';

/** Something the user gave is wrong; carries everything that is wrong with it. */
export class BadInput extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.path}: found ${problem.found}, expected ${problem.expected}`).join('; '));
    this.name = 'BadInput';
  }
}

/** The user stopped the command; the message says what is kept. */
export class Stopped extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Stopped';
  }
}

/** Something that should work does not, and the reason is known: told in one line without a stack. */
export class KnownFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KnownFault';
  }
}

export const COMMAND_LINE = 'command line';

/** A problem with a flag or an argument. */
export function flagProblem(path: string, found: string, expected: string, hint = ''): Problem {
  return { file: COMMAND_LINE, path, line: 0, found, expected, hint, severity: 'error' };
}

/** A problem with a file as a whole. */
export function fileProblem(file: string, found: string, expected: string, hint = ''): Problem {
  return { file, path: '', line: 0, found, expected, hint, severity: 'error' };
}
