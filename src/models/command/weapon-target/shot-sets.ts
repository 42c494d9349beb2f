/**
 * The column program of weapon-target assignment: one column for each set of shots that a target may get, a row for each
 * target (one set, not shooting included) and one for each weapon (no more shots than it has). Its least value is a bound
 * on every plan, and a tight one (Andersen, Pavlikov and Toffolo, Annals of Operations Research, 2022). Columns are added as
 * prices ask for them. Under limits on pairs, columns that break one become so dear that they leave the solution.
 */
import { type ColumnProgram, createColumnProgram } from '../../../kernel/assignment/column-program.js';
import type { Limits } from './price-bound.js';
import type { WeaponTargetProblem } from './problem.js';

/** A level of at least this counts as taken, for it is more than the small shifts of right sides can make. */
export const TAKEN = 1e-4;

export interface ShotSets {
  readonly program: ColumnProgram;
  /** Adds a set unless it is known; true if it was added. */
  add(target: number, pair: ArrayLike<number>, shots: ArrayLike<number>, kinds: number): boolean;
  /** Makes columns dear that break a limit, and gives all others their own cost. */
  impose(limits: Limits): void;
  /** Value of the program at its present prices. */
  value(): number;
  /** Target of a column, −1 for spare shots of a weapon. */
  targetOf(column: number): number;
  /** Calls back with every pair and number of shots of a column. */
  eachShot(column: number, visit: (pair: number, shots: number) => void): void;
  isForbidden(column: number): boolean;
}

export function createShotSets(problem: WeaponTargetProblem): ShotSets {
  const { weapons_count: weapons, targets_count: targets, weapon, weight } = problem;
  const right = new Float64Array(targets + weapons), unitCost = new Float64Array(targets + weapons);
  let total = 1;
  for (let target = 0; target < targets; target++) {
    right[target] = 1;
    unitCost[target] = weight[target];
    total += weight[target];
  }
  for (let w = 0; w < weapons; w++) right[targets + w] = problem.shots[w];
  const program = createColumnProgram(right, unitCost);
  /** By column: target, cost, and from where in the lists its pairs stand; the first columns are those of the rows. */
  const columnTarget = [...weight.keys()].slice(0, targets), columnCost = [...unitCost], listStart: number[] = [], pairs: number[] = [], numbers: number[] = [];
  for (let w = 0; w < weapons; w++) columnTarget.push(-1);
  for (let row = 0; row <= targets + weapons; row++) listStart.push(0);
  const forbidden: boolean[] = columnTarget.map(() => false), known = new Set<string>();

  return {
    program,
    add(target, pair, shots, kinds) {
      if (kinds === 0) return false;
      let key = '', cost = weight[target];
      const rows = [target], entries = [1];
      for (let k = 0; k < kinds; k++) {
        key += `${pair[k]}:${shots[k]},`;
        for (let shot = shots[k]; shot > 0; shot--) cost *= problem.miss[pair[k]];
        rows.push(targets + weapon[pair[k]]);
        entries.push(shots[k]);
      }
      // Pairs belong to one target, so they name the set.
      if (known.has(key)) return false;
      known.add(key);
      program.add(cost, rows, entries, rows.length);
      columnTarget.push(target);
      columnCost.push(cost);
      forbidden.push(false);
      for (let k = 0; k < kinds; k++) {
        pairs.push(pair[k]);
        numbers.push(shots[k]);
      }
      listStart.push(pairs.length);
      return true;
    },
    impose({ fewest, most }) {
      const forced = new Int32Array(targets), met = new Int32Array(targets);
      for (let target = 0; target < targets; target++) {
        for (let pair = problem.start[target]; pair < problem.start[target + 1]; pair++) if (fewest[pair] > 0) forced[target]++;
      }
      for (let column = 0; column < columnTarget.length; column++) {
        const target = columnTarget[column];
        if (target < 0) continue;
        met[target] = 0;
        let breaks = false;
        for (let at = listStart[column]; at < listStart[column + 1]; at++) {
          const pair = pairs[at];
          if (numbers[at] > most[pair] || numbers[at] < fewest[pair]) breaks = true;
          if (fewest[pair] > 0) met[target]++;
        }
        forbidden[column] = breaks || met[target] < forced[target];
        program.setCost(column, forbidden[column] ? columnCost[column] + total : columnCost[column]);
      }
    },
    value() {
      let sum = 0;
      for (let row = 0; row < right.length; row++) sum += right[row] * program.price[row];
      return sum;
    },
    targetOf: (column) => columnTarget[column],
    eachShot(column, visit) {
      for (let at = listStart[column]; at < listStart[column + 1]; at++) visit(pairs[at], numbers[at]);
    },
    isForbidden: (column) => forbidden[column],
  };
}
