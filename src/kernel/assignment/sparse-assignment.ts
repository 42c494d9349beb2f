/**
 * Linear assignment where few pairs are allowed: each row takes one of its own columns, no column twice, or is left out at
 * a price of its own; least total cost. Shortest augmenting paths with potentials as in `dense-assignment.ts`, with a heap
 * over the columns reached, so that a search walks only through what hangs together with its row. Pairs come by row:
 * those of row r are `start[r]` to `start[r + 1] − 1`. The potentials prove the answer as there.
 */
import { invariant } from '../invariant.js';
import { createColumnHeap } from './column-heap.js';

export interface SparseProblem {
  rows_count: number;
  columns_count: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly cost: Float64Array;
  /** What leaving the row out costs; finite. */
  readonly leaveCost: Float64Array;
}

export interface SparseAssignment {
  /** Returns the least total, prices of rows left out included, and fills the arrays below. Allocates nothing. */
  solve(problem: SparseProblem): number;
  /** Pair taken by each row, −1 for a row left out. */
  readonly pairOfRow: Int32Array;
  readonly rowOfColumn: Int32Array;
  /** cost ≥ rowPotential + columnPotential for every pair, leaveCost ≥ rowPotential, with equality for what is taken. */
  readonly rowPotential: Float64Array;
  /** At most 0, and 0 for columns left out. */
  readonly columnPotential: Float64Array;
}

const BIDDING_PASSES = 2;

export function createSparseAssignment(mostRows_count: number, mostColumns_count: number): SparseAssignment {
  const pairOfRow = new Int32Array(mostRows_count), rowOfColumn = new Int32Array(mostColumns_count);
  const rowPotential = new Float64Array(mostRows_count), columnPotential = new Float64Array(mostColumns_count);
  const waiting = new Int32Array(mostRows_count), settled = new Int32Array(mostColumns_count), settledDistance = new Float64Array(mostColumns_count);
  /** Row and pair by which a column was reached. */
  const rowBefore = new Int32Array(mostColumns_count), pairBefore = new Int32Array(mostColumns_count);
  const heap = createColumnHeap(mostColumns_count);

  /** Each waiting row takes its cheapest choice and lowers the column's potential to where its second choice costs as much. */
  function bid({ start, column, cost, leaveCost, rows_count }: SparseProblem, waiting_count: number): number {
    let next = 0, left = 0, bids = 8 * rows_count;
    while (next < waiting_count) {
      const row = waiting[next++];
      let least = leaveCost[row], second = Infinity, best = -1;
      for (let pair = start[row], end = start[row + 1]; pair < end; pair++) {
        const reduced = cost[pair] - columnPotential[column[pair]];
        if (reduced >= second) continue;
        if (reduced < least) {
          second = least;
          least = reduced;
          best = pair;
        } else {
          second = reduced;
        }
      }
      pairOfRow[row] = best;
      if (best < 0) continue;
      const j = column[best], loser = rowOfColumn[j];
      if (second > least) {
        columnPotential[j] -= second - least;
      } else if (loser >= 0) {
        // A tie is no reason to drive another row out.
        pairOfRow[row] = -2;
        waiting[left++] = row;
        continue;
      }
      rowOfColumn[j] = row;
      if (loser < 0) continue;
      pairOfRow[loser] = -2;
      if (--bids > 0) waiting[--next] = loser;
      else waiting[left++] = loser;
    }
    return left;
  }

  /** Dijkstra's search from one row to the nearest free column or row that is better left out, then the exchange along the way. */
  function augment({ start, column, cost, leaveCost }: SparseProblem, first: number): void {
    heap.clear();
    let row = first, offset = 0, settled_count = 0, ending = -1, endDistance = Infinity, leaving = -1;
    for (;;) {
      // `offset` turns a cost of this row into a length of the path from the first row.
      if (leaveCost[row] + offset < endDistance) {
        endDistance = leaveCost[row] + offset;
        leaving = row;
        ending = -1;
      }
      for (let pair = start[row], end = start[row + 1]; pair < end; pair++) {
        const j = column[pair], length = cost[pair] - columnPotential[j] + offset;
        if (length >= endDistance) continue;
        // A free column ends the path: it need not be searched from, and nothing farther away matters any more.
        if (rowOfColumn[j] < 0) {
          endDistance = length;
          ending = j;
        } else if (!heap.offer(j, length)) continue;
        rowBefore[j] = row;
        pairBefore[j] = pair;
      }
      if (heap.isEmpty() || heap.least() >= endDistance) break;
      const nearest = heap.least(), j = heap.take();
      settled[settled_count] = j;
      settledDistance[settled_count++] = nearest;
      row = rowOfColumn[j];
      offset = nearest - (cost[pairOfRow[row]] - columnPotential[j]);
    }
    for (let k = 0; k < settled_count; k++) columnPotential[settled[k]] += settledDistance[k] - endDistance;
    // The chain is walked back from its end: a row that leaves frees its column, a free column takes a row.
    let j = ending;
    if (j < 0) {
      j = pairOfRow[leaving] < 0 ? -1 : column[pairOfRow[leaving]];
      pairOfRow[leaving] = -1;
      if (leaving === first) return;
    }
    for (;;) {
      const taker = rowBefore[j], freed = pairOfRow[taker];
      pairOfRow[taker] = pairBefore[j];
      rowOfColumn[j] = taker;
      if (taker === first) return;
      j = column[freed];
    }
  }

  return {
    pairOfRow, rowOfColumn, rowPotential, columnPotential,
    solve(problem) {
      const { rows_count, columns_count, column, cost, leaveCost } = problem;
      invariant(rows_count <= mostRows_count && columns_count <= mostColumns_count, `sparse assignment: ${rows_count} × ${columns_count} where ${mostRows_count} × ${mostColumns_count} was asked for`);
      rowOfColumn.fill(-1, 0, columns_count);
      columnPotential.fill(0, 0, columns_count);
      pairOfRow.fill(-2, 0, rows_count);
      let waiting_count = rows_count;
      for (let row = 0; row < rows_count; row++) waiting[row] = row;
      for (let pass = 0; pass < BIDDING_PASSES && waiting_count > 0; pass++) waiting_count = bid(problem, waiting_count);
      for (let k = 0; k < waiting_count; k++) augment(problem, waiting[k]);
      let total = 0;
      for (let row = 0; row < rows_count; row++) {
        const pair = pairOfRow[row], paid = pair < 0 ? leaveCost[row] : cost[pair];
        rowPotential[row] = pair < 0 ? paid : paid - columnPotential[column[pair]];
        total += paid;
      }
      invariant(total - total === 0, 'sparse assignment: a cost is not finite');
      return total;
    },
  };
}
