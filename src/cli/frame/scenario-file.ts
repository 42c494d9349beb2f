/** From a path and `--set` flags to a compiled scenario, or to the list of all that is wrong with them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { nearestName } from '../../scenario/text/nearest.js';
import type { Problem } from '../../scenario/text/problem.js';
import { SCENARIO_FOLDER } from '../../server/package-files.js';
import type { ArgumentSpec, FlagSpec } from './command.js';
import { fileProblem } from './failures.js';
import { plainReason } from './files.js';
import type { Flags } from './flags.js';

export const SCENARIO_ARGUMENT: ArgumentSpec = { name: 'scenario', doc: 'a scenario file (YAML or JSON), as in scenarios/' };
export const SET_FLAG: FlagSpec = {
  name: 'set',
  value: 'PATH=VALUE',
  isRepeated: true,
  doc: 'change one number or name of the scenario, as in --set interceptors[0].count=15600',
};

export interface ReadScenario {
  /** Undefined when there are problems. */
  readonly compiled?: CompiledScenario;
  readonly problems: readonly Problem[];
  readonly text: string;
}

/** A missing argument has been complained about already, so that no file is no second problem. `setFlag` names the flag of its changes. */
export function readScenario(file: string | undefined, flags: Flags, catalogue: Catalogue, setFlag = SET_FLAG.name): ReadScenario {
  if (file === undefined) return { problems: [], text: '' };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { problems: [missingFile(file, error)], text: '' };
  }
  const result = compileText(text, file, catalogue, flags.texts(setFlag));
  return result.ok ? { compiled: result.compiled, problems: [], text } : { problems: result.problems.map((problem) => (problem.file === '--set' ? { ...problem, file: `--${setFlag}` } : problem)), text };
}

function missingFile(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code !== 'ENOENT') return fileProblem(file, plainReason(error), 'a scenario file that can be read');
  return fileProblem(file, 'no such file', SCENARIO_ARGUMENT.doc, nearestFile(file));
}

/** A file of nearly that name beside it, or among the scenarios that come with the package. */
function nearestFile(file: string): string {
  for (const folder of [dirname(file), SCENARIO_FOLDER]) {
    if (!existsSync(folder)) continue;
    const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
    const nearest = nearestName(basename(file), names);
    if (nearest !== '') return `did you mean ${relative('.', join(folder, nearest))}?`;
  }
  return '';
}
