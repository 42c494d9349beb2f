/** `cupola check`: says everything that is wrong or doubtful about a scenario, and what it resolves to. */
import { citationLine } from '../figures/sentences/citation.js';
import { countText } from '../figures/numbers.js';
import { textPairs } from '../figures/text-table.js';
import type { CompiledScenario } from '../scenario/compile/compiled.js';
import { lethalCount } from '../scenario/plan/lethal.js';
import { orbitInterceptors_count, shellSatellites_count } from '../scenario/plan/shield-counts.js';
import { checkRelease } from '../studies/release-check.js';
import { loadCatalogue } from './frame/catalogue-file.js';
import type { Command, CommandInput } from './frame/command.js';
import { commandDocument, commandText } from './run/command-ways.js';
import { BadInput } from './frame/failures.js';
import { numbersTable } from './frame/numbers-table.js';
import { printProblems } from './frame/problems.js';
import { provenanceOf } from './frame/provenance.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from './frame/scenario-file.js';
import { reachProblems } from './frame/reach-check.js';

export const checkCommand: Command = {
  name: 'check',
  summary: 'check a scenario without running it, and list the numbers it uses',
  usage: ['check <scenario> [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [SET_FLAG],
  examples: [
    ['cupola check scenarios/01-ten-icbms-notional-shell.yaml', 'says whether it can run, and which numbers are assumed'],
    ['cupola check my.yaml --json', 'the same as JSON: problems[] with file, path, line, found, expected, hint'],
  ],
  run: check,
};

async function check({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const file = given['scenario'] ?? '';
  const catalogue = loadCatalogue();
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  if (compiled === undefined || flags.problems.length > 0) throw new BadInput([...flags.problems, ...problems]);
  const reach = reachProblems(compiled, file);
  // Rules are judged by flying the plan, which needs targets in reach.
  const rules = reach.some((problem) => problem.severity === 'error') ? [] : checkRelease(compiled.plan, file);
  const found = [...compiled.warnings, ...reach, ...rules];
  const errors = found.filter((problem) => problem.severity === 'error');
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash });
  if (output.isJson) {
    output.json({ problems: found, title: compiled.title, planHash: compiled.planHash, numbers: compiled.numbers, ...commandDocument(compiled.plan), provenance });
  } else {
    if (found.length > 0) printProblems(output, found, errors.length > 0 ? 'it cannot run' : 'it can run all the same');
    if (errors.length === 0) printSummary(compiled, output, citationLine(provenance));
  }
  return errors.length > 0 ? 2 : 0;
}

function printSummary(compiled: CompiledScenario, output: CommandInput['output'], citation: string): void {
  const { plan, numbers } = compiled;
  const warheads = lethalCount(plan.attacks), missiles = plan.attacks.reduce((sum, attack) => sum + attack.count, 0);
  const assumed = numbers.filter((number) => number.standing === 'assumed');
  const layers = plan.layers.map((layer, index): [string, string] => {
    const label = index > 0 ? '' : plan.layers.length === 1 ? 'Layer' : 'Layers';
    if (layer.kind === 'ground') return [label, `${layer.name}: ${countText(layer.magazine_count)} interceptors`];
    return [label, `${layer.name}: ${countText(orbitInterceptors_count(layer))} interceptors on ${countText(shellSatellites_count(layer.shell))} satellites`];
  });
  output.print(`${output.styled('bold', compiled.title)}: it can run`);
  output.print();
  output.print(textPairs([
    ['Missiles', `${countText(missiles)}${warheads === missiles ? '' : ` with ${countText(warheads)} warheads`} in ${plan.attacks.length} ${plan.attacks.length === 1 ? 'group' : 'groups'}`],
    ['Sensors', countText(plan.sensors.length)],
    ...(layers.length === 0 ? [['Layers', 'none'] as [string, string]] : layers),
    ['Numbers', `${countText(numbers.length)}, of which ${countText(assumed.length)} assumed`],
    ['Plan', compiled.planHash],
  ]));
  for (const block of commandText(plan)) output.print(`\n${block}`);
  if (assumed.length > 0) output.print(`\nAssumed numbers\n${numbersTable(assumed)}`);
  output.print(`\n${output.styled('dim', citation)}`);
}
