/** The answer of `cupola assign`: JSON keys of the contract, the plan as a table and as comma-separated values. */
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { countText, significantText } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import { csvText } from '../../formats/csv.js';
import type { WeaponTargetFile } from '../../formats/weapon-target-file.js';
import { leftOfTarget, type WeaponTargetProblem } from '../../models/command/weapon-target/problem.js';
import { gapOf, type SearchState } from '../../models/command/weapon-target/search.js';
import type { Output } from '../frame/output.js';

export type StoppedBy = 'proved' | 'seconds' | 'work' | 'interrupt' | 'finished';

export interface AssignAnswer {
  readonly instance: string;
  readonly read: WeaponTargetFile;
  readonly state: SearchState;
  readonly stoppedBy: StoppedBy;
  readonly elapsed_s: number;
  readonly provenance: Provenance;
}

const REMARK = 'The bound speaks of this one decision: all shots are fired at once. It says nothing of what a look between shots, or shots kept for later, could do.';
const STOPPED: Readonly<Record<StoppedBy, string>> = {
  proved: 'no plan is better, but for rounding', seconds: 'the time allowed was spent', work: 'the work allowed was spent', interrupt: 'stopped by Ctrl-C', finished: 'nothing is left to search',
};
const FIGURES = 10;

interface Shot {
  readonly weapon: number;
  readonly target: number;
  readonly shots: number;
  readonly probability: number;
}

/** Pairs that fire, by target and weapon, counted from 0 as in the file. */
function firedShots({ start, weapon, miss, targets_count }: WeaponTargetProblem, plan: Int32Array): Shot[] {
  const fired: Shot[] = [];
  for (let target = 0; target < targets_count; target++) {
    for (let pair = start[target] ?? 0; pair < (start[target + 1] ?? 0); pair++) {
      const shots = plan[pair] ?? 0;
      if (shots > 0) fired.push({ weapon: weapon[pair] ?? 0, target, shots, probability: 1 - (miss[pair] ?? 1) });
    }
  }
  return fired;
}

export function assignDocument({ instance, read: { problem, shotsOfWeapon, outOfReach_count }, state, stoppedBy, elapsed_s, provenance }: AssignAnswer): Record<string, unknown> {
  return {
    instance, weapons: problem.weapons_count, targets: problem.targets_count, shotsPerWeapon: shotsOfWeapon, pairsOutOfReach: outOfReach_count,
    value: state.value, bound: state.bound, gap: gapOf(state), isProved: state.isProved, greedyValue: state.greedyValue,
    stoppedBy, elapsed_s, columns: state.columns_count, branches: state.branches_count,
    assignment: firedShots(problem, state.plan),
    remark: REMARK, provenance,
  };
}

export function assignCsv(problem: WeaponTargetProblem, plan: Int32Array): string {
  return csvText(['target', 'weapon', 'shots', 'kill_prob', 'weight', 'left'], firedShots(problem, plan).map(({ target, weapon, shots, probability }) =>
    [target, weapon, shots, probability, problem.weight[target] ?? 0, leftOfTarget(problem, plan, target)]));
}

export function progressText(state: SearchState, elapsed_s: number): string {
  const branches = state.branches_count > 0 ? `, ${countText(state.branches_count)} branches` : '';
  return `${elapsed_s.toFixed(1)} s  ${state.phase}: left ${significantText(state.value, FIGURES)}, bound ${significantText(state.bound, FIGURES)}, gap ${gapText(state)}${branches}`;
}

export function assignText({ read: { problem, shotsOfWeapon }, state, stoppedBy, elapsed_s, provenance }: AssignAnswer, output: Output): string {
  const weights = problem.weight.reduce((sum, one) => sum + one, 0), fired = firedShots(problem, state.plan);
  const head = state.isProved
    ? `This plan leaves ${significantText(state.value, FIGURES)} of a weight of ${significantText(weights)} on average, and no plan leaves less.`
    : `This plan leaves ${significantText(state.value, FIGURES)} of a weight of ${significantText(weights)} on average; the best one may leave ${gapText(state)} less, at most.`;
  const pairs: [string, string][] = [
    ['Value', significantText(state.value, FIGURES)],
    ['Bound', `${significantText(state.bound, FIGURES)}; no plan leaves less`],
    ['Gap', gapText(state)],
    ['Greedy', `${significantText(state.greedyValue, FIGURES)}, shot after shot where it helps most`],
    ['Search', `${STOPPED[stoppedBy]}; ${elapsed_s.toFixed(2)} s, ${countText(state.columns_count)} sets of shots, ${countText(state.branches_count)} branches`],
    ['Shots', `${countText(fired.reduce((sum, { shots }) => sum + shots, 0))} of ${countText(problem.weapons_count * shotsOfWeapon)}`],
  ];
  return [output.styled('bold', head), textPairs(pairs), planTable(problem, state.plan, fired), REMARK, output.styled('dim', citationLine(provenance))].join('\n\n');
}

/** One line a target that is shot at, and one for the others. */
function planTable(problem: WeaponTargetProblem, plan: Int32Array, fired: readonly Shot[]): string {
  const rows: string[][] = [];
  let spared = 0;
  for (let target = 0; target < problem.targets_count; target++) {
    const shots = fired.filter((shot) => shot.target === target);
    if (shots.length === 0) {
      spared++;
      continue;
    }
    const weight = problem.weight[target] ?? 0, left = leftOfTarget(problem, plan, target);
    rows.push([
      String(target), significantText(weight), shots.map((shot) => (shot.shots > 1 ? `${shot.weapon} × ${shot.shots}` : String(shot.weapon))).join(', '),
      weight > 0 ? significantText(1 - left / weight) : '', significantText(left),
    ]);
  }
  const table = textTable([
    { head: 'target', align: 'right' }, { head: 'weight', align: 'right' }, { head: 'weapons', align: 'left' }, { head: 'killed', align: 'right' }, { head: 'left', align: 'right' },
  ], rows);
  return spared === 0 ? table : `${table}\n${countText(spared)} ${spared === 1 ? 'target is' : 'targets are'} not shot at.`;
}

function gapText(state: SearchState): string {
  return `${significantText(100 * gapOf(state), 3)} %`;
}
