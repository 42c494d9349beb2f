/**
 * Betters a plan until none of three changes helps: a shot moves to another target; two shots at two targets change places;
 * and, of every target one shot at most, all of these are taken back at once and given out anew in the best way, which is
 * a linear assignment and so covers every round-robin exchange among them. No clock: the caller gives a budget of work.
 */
import type { SparseProblem } from '../../../kernel/assignment/sparse-assignment.js';
import { createSparseAssignment } from '../../../kernel/assignment/sparse-assignment.js';
import type { Greedy } from './greedy.js';
import { addShot, type Capacity, draftValue, leftWithout, pairOf, type PlanDraft, removeShot } from './plan-draft.js';
import type { WeaponTargetProblem } from './problem.js';

export interface LocalSearch {
  /** Betters the draft; `exchanges_count` exchanges without gain in a row end it. `key` varies which shots are exchanged. Returns the value reached. */
  better(problem: WeaponTargetProblem, draft: PlanDraft, exchanges_count: number, key: number): number;
  /** The last exchange gained nothing and would have been the same for every key. */
  isExhausted: boolean;
}

/** A gain below this share of the weights is rounding. */
const LEAST_GAIN = 1e-13;

export function createLocalSearch(capacity: Capacity, greedy: Greedy): LocalSearch {
  const { targets_count: targets, weapons_count: weapons, pairs_count } = capacity;
  const rows = targets + weapons, rowWeapon = new Int32Array(rows), rowPair = new Int32Array(rows);
  const room = Math.min(targets * targets, targets * pairs_count) + pairs_count;
  const assignment = createSparseAssignment(rows, targets), pairOfEntry = new Int32Array(room);
  const exchange: SparseProblem = {
    rows_count: 0, columns_count: 0, start: new Int32Array(rows + 1), column: new Int32Array(room), cost: new Float64Array(room), leaveCost: new Float64Array(rows),
  };

  /** One shot after the other goes where it does more, alone or in exchange for one there; true if any did. */
  function moveAndSwap(problem: WeaponTargetProblem, draft: PlanDraft, least: number): boolean {
    let hasMoved = false;
    for (let target = 0; target < problem.targets_count; target++) {
      for (let pair = draft.firstFiring[target]; pair >= 0; ) {
        // The pair may lose its last shot and with it its place in the list.
        const next = draft.nextFiring[pair];
        if (placeBetter(problem, draft, pair, least)) {
          hasMoved = true;
          pair = draft.firstFiring[target];
        } else {
          pair = next;
        }
      }
    }
    return hasMoved;
  }

  function placeBetter(problem: WeaponTargetProblem, draft: PlanDraft, pair: number, least: number): boolean {
    const { weapon, miss, mostShots } = problem, { left, weaponStart, ofWeapon, targetOf } = draft;
    const from = targetOf[pair], shooter = weapon[pair], without = leftWithout(problem, draft, pair);
    let gain = least, bestTo = -1, bestBack = -1, bestReturned = -1;
    for (let k = weaponStart[shooter], end = weaponStart[shooter + 1]; k < end; k++) {
      const there = ofWeapon[k], to = targetOf[there];
      if (to === from) continue;
      const moved = left[from] + left[to] * (1 - miss[there]) - without;
      if (moved > gain && draft.fired[to] < mostShots[to]) {
        gain = moved;
        bestTo = there;
        bestBack = -1;
      }
      for (let other = draft.firstFiring[to]; other >= 0; other = draft.nextFiring[other]) {
        if (other === there) continue;
        const back = pairOf(problem, from, weapon[other]);
        if (back < 0) continue;
        const swapped = left[from] + left[to] - without * miss[back] - leftWithout(problem, draft, other) * miss[there];
        if (swapped > gain) {
          gain = swapped;
          bestTo = there;
          bestBack = back;
          bestReturned = other;
        }
      }
    }
    if (bestTo < 0) return false;
    removeShot(problem, draft, pair);
    if (bestBack >= 0) {
      removeShot(problem, draft, bestReturned);
      addShot(problem, draft, bestBack);
    }
    addShot(problem, draft, bestTo);
    return true;
  }

  /** Takes back one shot of every target, chosen by key, and one spare shot of every weapon, and gives them out anew, one a target at most; true if the key had a choice. */
  function giveOutAnew(problem: WeaponTargetProblem, draft: PlanDraft, key: number): boolean {
    let count = 0, entries = 0, hasChoice = false;
    for (let w = 0; w < problem.weapons_count; w++) {
      if (draft.spare[w] === 0) continue;
      rowWeapon[count] = w;
      rowPair[count++] = -1;
    }
    for (let target = 0; target < problem.targets_count; target++) {
      const pair = chooseFiring(draft, target, key);
      if (pair < 0) continue;
      if (draft.nextFiring[draft.firstFiring[target]] >= 0) hasChoice = true;
      rowWeapon[count] = problem.weapon[pair];
      rowPair[count++] = pair;
      removeShot(problem, draft, pair);
    }
    for (let row = 0; row < count; row++) {
      exchange.start[row] = entries;
      exchange.leaveCost[row] = 0;
      for (let k = draft.weaponStart[rowWeapon[row]], end = draft.weaponStart[rowWeapon[row] + 1]; k < end; k++) {
        const pair = draft.ofWeapon[k], target = draft.targetOf[pair];
        if (draft.fired[target] >= problem.mostShots[target]) continue;
        exchange.column[entries] = target;
        exchange.cost[entries] = draft.left[target] * (problem.miss[pair] - 1);
        pairOfEntry[entries++] = pair;
      }
    }
    exchange.start[count] = entries;
    exchange.rows_count = count;
    exchange.columns_count = problem.targets_count;
    assignment.solve(exchange);
    for (let row = 0; row < count; row++) if (assignment.pairOfRow[row] >= 0) addShot(problem, draft, pairOfEntry[assignment.pairOfRow[row]]);
    return hasChoice;
  }

  const own: LocalSearch = {
    isExhausted: false,
    better(problem, draft, exchanges_count, key) {
      let scale = 0;
      for (let target = 0; target < problem.targets_count; target++) scale += problem.weight[target];
      const least = LEAST_GAIN * scale;
      own.isExhausted = false;
      greedy.complete(problem, draft);
      while (moveAndSwap(problem, draft, least)) greedy.complete(problem, draft);
      let value = draftValue(problem, draft), round = 0;
      for (let idle = 0; idle < exchanges_count; idle++) {
        const hasChoice = giveOutAnew(problem, draft, key + round++);
        greedy.complete(problem, draft);
        if (draftValue(problem, draft) >= value - least) {
          own.isExhausted = !hasChoice;
          if (own.isExhausted) break;
          continue;
        }
        while (moveAndSwap(problem, draft, least)) greedy.complete(problem, draft);
        value = draftValue(problem, draft);
        idle = -1;
      }
      return draftValue(problem, draft);
    },
  };
  return own;
}

/** One of the pairs that fire at a target, −1 where none does: another for another key, the same for the same. */
function chooseFiring(draft: PlanDraft, target: number, key: number): number {
  let kinds = 0;
  for (let pair = draft.firstFiring[target]; pair >= 0; pair = draft.nextFiring[pair]) kinds++;
  if (kinds === 0) return -1;
  let steps = (Math.imul(Math.imul(key + 1, 0x9e3779b1) ^ (target + 1), 0x85ebca6b) >>> 16) % kinds;
  let pair = draft.firstFiring[target];
  while (steps-- > 0) pair = draft.nextFiring[pair];
  return pair;
}
