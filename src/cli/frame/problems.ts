/** Prints what is wrong with an input: a JSON document with --json, else a list that names file and line. */
import type { Problem } from '../../scenario/text/problem.js';
import type { Output } from './output.js';

export function printProblems(output: Output, problems: readonly Problem[], closing: string): void {
  if (output.isJson) {
    output.json({ problems });
    return;
  }
  for (const problem of problems) output.note(problemText(output, problem));
  const word = problems.every((problem) => problem.severity === 'warning') ? 'warning' : 'problem';
  if (closing !== '') output.note(`${problems.length} ${word}${problems.length === 1 ? '' : 's'}; ${closing}.`);
}

/** Warnings do not stop a run; they go to standard error in either mode. */
export function noteWarnings(output: Output, warnings: readonly Problem[]): void {
  for (const warning of warnings) output.note(problemText(output, warning));
}

function problemText(output: Output, problem: Problem): string {
  const where = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
  const word = problem.severity === 'warning' ? output.styled('yellow', 'warning', output.stderr) : output.styled('red', 'error', output.stderr);
  const head = problem.path === '' ? `${where}: ${word}` : `${where}: ${word} at ${problem.path}`;
  const lines = [
    ['found', problem.found],
    ['expected', problem.expected],
    ['hint', problem.hint],
  ].filter(([, text]) => text !== '');
  return [head, ...lines.map(([label = '', text = '']) => `  ${label.padEnd(8)}  ${text.replaceAll('\n', '\n            ')}`), ''].join('\n');
}
