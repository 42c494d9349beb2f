/** `cupola validate`: compares the simulator with published numbers and says how far it is off. */
import { textTable } from '../figures/text-table.js';
import { citationLine } from '../figures/citation.js';
import { loadCatalogue } from './catalogue-file.js';
import type { Command, CommandInput } from './command.js';
import { BadInput } from './failures.js';
import { provenanceOf } from './provenance.js';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'compare the simulator with published numbers',
  usage: ['validate'],
  arguments: [],
  flags: [],
  examples: [['cupola validate', 'one line per published number: expected, got, error and tolerance']],
  run: validate,
};

async function validate({ flags, output, commandLine }: CommandInput): Promise<number> {
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const catalogue = loadCatalogue();
  const { runCases } = await import('../../validation/cases.js');
  const cases = runCases();
  const provenance = provenanceOf(catalogue, commandLine);
  const failed = cases.filter((one) => !one.pass).length;
  if (output.isJson) {
    output.json({ cases, provenance });
  } else {
    output.print(textTable([], cases.map((one) => [one.id])));
    output.print(`\n${cases.length - failed} of ${cases.length} within tolerance.`);
    output.print(`\n${output.styled('dim', citationLine(provenance))}`);
  }
  return failed === 0 ? 0 : 1;
}
