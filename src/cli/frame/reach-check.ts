/** Targets out of a missile's reach, told before any run. */
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Problem } from '../../scenario/text/problem.js';
import { checkReach } from '../../scenario/meaning/reach.js';

export function reachProblems(compiled: CompiledScenario, file: string): readonly Problem[] {
  return checkReach(compiled.plan, file, compiled.targetPlaces);
}
