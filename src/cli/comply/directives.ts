/** The directives of the catalogue, and those of a user's own files, which take the place of one that is named like them. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { DirectiveFile } from '../../scenario/cards/directive-file.js';
import { readDirective } from '../../scenario/directive.js';
import { fileProblem } from '../frame/failures.js';
import { plainReason } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';

export function readDirectives(flags: Flags, known: Readonly<Record<string, DirectiveFile>>): Readonly<Record<string, DirectiveFile>> {
  const directives: Record<string, DirectiveFile> = { ...known };
  for (const file of flags.texts('directive')) {
    let text = '';
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      flags.problems.push(fileProblem(file, plainReason(error), 'a directive file that can be read'));
      continue;
    }
    const read = readDirective(text, file);
    if (read.ok) directives[basename(file).replace(/\.[^.]*$/, '')] = read.directive;
    else flags.problems.push(...read.problems);
  }
  // An id has one row: of two directives that ask for it the last one read does.
  const last = new Map(Object.entries(directives).flatMap(([name, { requirements }]) => requirements.map(({ id }) => [id, name] as const)));
  return Object.fromEntries(Object.entries(directives).map(([name, directive]) => [name, { ...directive, requirements: directive.requirements.filter(({ id }) => last.get(id) === name) }]));
}
