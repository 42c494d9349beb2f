/** `cupola schema`: the JSON Schema of scenario files, for editors and other programs. */
import { scenarioJsonSchema } from '../scenario/schema.js';
import type { Command, CommandInput } from './command.js';
import { BadInput } from './failures.js';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of scenario files',
  usage: ['schema'],
  arguments: [],
  flags: [],
  examples: [['cupola schema > scenario.schema.json', 'an editor with this file completes and checks scenarios']],
  run: schema,
};

async function schema({ flags, output }: CommandInput): Promise<number> {
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  output.json(scenarioJsonSchema());
  return 0;
}
