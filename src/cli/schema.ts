/** `cupola schema`: the JSON Schema of scenario and study files, for editors and other programs. */
import { scenarioJsonSchema } from '../scenario/schema/schema.js';
import { studyJsonSchema } from '../scenario/schema/study-schema.js';
import type { Command, CommandInput } from './frame/command.js';
import { BadInput, flagProblem } from './frame/failures.js';
import { nameHint } from './frame/nearest.js';

const SCHEMAS: Readonly<Record<string, () => Record<string, unknown>>> = { scenario: scenarioJsonSchema, study: studyJsonSchema };

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of scenario files or study files',
  usage: ['schema [scenario|study]'],
  arguments: [{ name: 'format', doc: `which file: ${Object.keys(SCHEMAS).join(' or ')} (default scenario)`, isOptional: true }],
  flags: [],
  examples: [
    ['cupola schema > scenario.schema.json', 'an editor with this file completes and checks scenarios'],
    ['cupola schema study > study.schema.json', 'the same for study files'],
  ],
  run: schema,
};

async function schema({ flags, given, output }: CommandInput): Promise<number> {
  const format = given['format'] ?? 'scenario';
  const make = Object.hasOwn(SCHEMAS, format) ? SCHEMAS[format] : undefined;
  const problems = [...flags.problems];
  if (make === undefined) problems.push(flagProblem('<format>', format, Object.keys(SCHEMAS).join(' or '), nameHint(format, Object.keys(SCHEMAS))));
  if (make === undefined || problems.length > 0) throw new BadInput(problems);
  output.json(make());
  return 0;
}
