/** `cupola limits`: what treaties and agreements say about the elements of a scenario, its raid and the forces of the public data, with their state on a day and who reads them how. */
import { readFileSync } from 'node:fs';
import { citationLine } from '../../figures/sentences/citation.js';
import { answerLimits, knownUntil } from '../../policy/limits/check-limits.js';
import { readForces, type StatedForces } from '../../scenario/schema/forces-schema.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, fileProblem } from '../frame/failures.js';
import { plainReason } from '../frame/files.js';
import { readDay } from '../frame/day.js';
import type { Flags } from '../frame/flags.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { limitsDocument, limitsHead, limitsText } from './limits-answer.js';

export const limitsCommand: Command = {
  name: 'limits',
  summary: 'what treaties and agreements say about a scenario: article by article, with dates and both readings',
  usage: ['limits <scenario> [--asOf YYYY-MM-DD] [--forces FILE] [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    SET_FLAG,
    { name: 'asOf', value: 'YYYY-MM-DD', doc: 'the day for which the state of each instrument is told (default: the day to which the public data speak)' },
    { name: 'forces', value: 'FILE', doc: 'numbers of forces of your own to hold against New START: version: 1, forces: [ { state, source, deployedWarheads_count, deployedLaunchers_count, totalLaunchers_count } ]; what is left out is not known' },
  ],
  examples: [
    ['cupola limits scenarios/01-ten-icbms-notional-shell.yaml', 'every check, with the readings of both sides'],
    ['cupola limits scenarios/01-ten-icbms-notional-shell.yaml --asOf 2001-01-01', 'as the instruments stood while the ABM Treaty was in force'],
    ['cupola limits scenarios/01-ten-icbms-notional-shell.yaml --forces forces.yaml --json', 'with numbers of your own'],
  ],
  run: limits,
};

async function limits({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), asOf = readDay(flags) ?? knownUntil(catalogue), forces = readForceFile(flags);
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  flags.problems.push(...problems);
  if (compiled === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  noteWarnings(output, compiled.warnings);
  const answer = answerLimits(compiled.plan, catalogue, asOf, forces), provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash });
  if (output.isJson) output.json(limitsDocument(compiled.title, answer, provenance));
  else printAnswer(output, limitsHead(answer), limitsText(answer), citationLine(provenance));
  return 0;
}

function readForceFile(flags: Flags): StatedForces {
  const file = flags.text('forces');
  if (file === undefined) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    flags.problems.push(fileProblem(file, plainReason(error), 'a file of forces that can be read', 'version: 1, forces: [ { state: russia, source: …, deployedWarheads_count: 1550 } ]'));
    return [];
  }
  const { forces, problems } = readForces(text, file);
  flags.problems.push(...problems);
  return forces;
}
