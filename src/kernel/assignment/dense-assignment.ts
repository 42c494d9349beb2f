/**
 * Linear assignment with every pair allowed: each row gets a column of its own (or each column a row, whichever are fewer)
 * at the least total cost. Shortest augmenting paths with potentials, after Jonker and Volgenant, "A shortest augmenting
 * path algorithm for dense and sparse linear assignment problems", Computing 38, 1987: first rows take their cheapest
 * column and raise its price just enough to keep it, then each row left over looks for the cheapest chain of exchanges.
 * The potentials prove the answer: no pair costs less than its two potentials together, and the pairs taken cost exactly that.
 * Costs must be finite; where pairs are forbidden the form for few pairs, `sparse-assignment.ts`, is the one to use.
 */
import { invariant } from '../invariant.js';

export interface DenseAssignment {
  /**
   * Solves for `cost[row · columns + column]`; returns the least total and fills the arrays below. Allocates nothing,
   * except once a transposed copy of the costs where there are more rows than columns.
   */
  solve(cost: Float64Array, rows_count: number, columns_count: number): number;
  /** Column of each row, −1 where there are more rows than columns and the row is left out. */
  readonly columnOfRow: Int32Array;
  /** Row of each column, −1 where the column is left out. */
  readonly rowOfColumn: Int32Array;
  /** cost ≥ rowPotential + columnPotential for every pair, with equality for the pairs taken. */
  readonly rowPotential: Float64Array;
  /** At most 0, and 0 for columns left out, where there are at least as many columns as rows; the same of rows where not. */
  readonly columnPotential: Float64Array;
}

/** Passes in which rows bid for columns before chains are searched; each makes the chains fewer, none is needed. */
const BIDDING_PASSES = 2;

export function createDenseAssignment(mostRows_count: number, mostColumns_count: number): DenseAssignment {
  const most = Math.max(mostRows_count, mostColumns_count);
  const columnOfRow = new Int32Array(mostRows_count), rowOfColumn = new Int32Array(mostColumns_count);
  const rowPotential = new Float64Array(mostRows_count), columnPotential = new Float64Array(mostColumns_count);
  const waiting = new Int32Array(most), distance = new Float64Array(most), before = new Int32Array(most), open = new Int32Array(most);
  let transposed: Float64Array | undefined;

  return {
    columnOfRow, rowOfColumn, rowPotential, columnPotential,
    solve(cost, rows, columns) {
      invariant(rows <= mostRows_count && columns <= mostColumns_count, `dense assignment: ${rows} × ${columns} where ${mostRows_count} × ${mostColumns_count} was asked for`);
      if (rows <= columns) return assign(cost, rows, columns, columnOfRow, rowOfColumn, rowPotential, columnPotential, waiting, distance, before, open);
      transposed ??= new Float64Array(mostRows_count * mostColumns_count);
      for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) transposed[column * rows + row] = cost[row * columns + column];
      return assign(transposed, columns, rows, rowOfColumn, columnOfRow, columnPotential, rowPotential, waiting, distance, before, open);
    },
  };
}

/** `rows` ≤ `columns`. */
function assign(
  cost: Float64Array, rows: number, columns: number, x: Int32Array, y: Int32Array, u: Float64Array, v: Float64Array,
  waiting: Int32Array, distance: Float64Array, before: Int32Array, open: Int32Array,
): number {
  x.fill(-1, 0, rows);
  y.fill(-1, 0, columns);
  v.fill(0, 0, columns);
  if (rows === columns) lowerColumns(cost, rows, x, y, v, before);
  let waiting_count = 0;
  for (let row = 0; row < rows; row++) if (x[row] < 0) waiting[waiting_count++] = row;
  for (let pass = 0; pass < BIDDING_PASSES && waiting_count > 0; pass++) waiting_count = bid(cost, rows, columns, x, y, v, waiting, waiting_count);
  for (let k = 0; k < waiting_count; k++) augment(cost, columns, waiting[k], x, y, v, distance, before, open);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const paid = cost[row * columns + x[row]];
    u[row] = paid - v[x[row]];
    total += paid;
  }
  invariant(total - total === 0, 'dense assignment: a cost is not finite');
  return total;
}

/** Only where every column gets a row: each column's potential starts at its least cost, and the row of that cost takes it if free. */
function lowerColumns(cost: Float64Array, size: number, x: Int32Array, y: Int32Array, v: Float64Array, rowOfLeast: Int32Array): void {
  for (let column = 0; column < size; column++) {
    v[column] = cost[column];
    rowOfLeast[column] = 0;
  }
  for (let row = 1, at = size; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      if (cost[at] < v[column]) {
        v[column] = cost[at];
        rowOfLeast[column] = row;
      }
    }
  }
  for (let column = size - 1; column >= 0; column--) {
    const row = rowOfLeast[column];
    if (x[row] >= 0) continue;
    x[row] = column;
    y[column] = row;
  }
}

/** Each waiting row takes its cheapest column and lowers the column's potential to where its second choice costs as much; returns how many still wait. */
function bid(cost: Float64Array, rows: number, columns: number, x: Int32Array, y: Int32Array, v: Float64Array, waiting: Int32Array, waiting_count: number): number {
  let next = 0, left = 0;
  // Rounding could let two rows outbid each other by nothing for ever.
  let bids = 4 * rows;
  while (next < waiting_count) {
    const row = waiting[next++], base = row * columns;
    let least = cost[base] - v[0], second = Infinity, best = 0, other = -1;
    for (let column = 1; column < columns; column++) {
      const reduced = cost[base + column] - v[column];
      if (reduced >= second) continue;
      if (reduced < least) {
        second = least;
        other = best;
        least = reduced;
        best = column;
      } else {
        second = reduced;
        other = column;
      }
    }
    const isStrict = second > least;
    if (isStrict && second < Infinity) v[best] -= second - least;
    // A lone column, or a tie with one that is free, is no reason to drive another row out.
    else if (y[best] >= 0 && other >= 0) best = other;
    const loser = y[best];
    x[row] = best;
    y[best] = row;
    if (loser < 0) continue;
    x[loser] = -1;
    if (isStrict && --bids > 0) waiting[--next] = loser;
    else waiting[left++] = loser;
  }
  return left;
}

/** Dijkstra's search over reduced costs from one row to the nearest free column, then the exchange along the way. */
function augment(
  cost: Float64Array, columns: number, start: number, x: Int32Array, y: Int32Array, v: Float64Array,
  distance: Float64Array, before: Int32Array, open: Int32Array,
): void {
  let base = start * columns, open_count = columns, best = 0, nearest = Infinity;
  for (let column = 0; column < columns; column++) {
    const d = cost[base + column] - v[column];
    distance[column] = d;
    before[column] = start;
    open[column] = column;
    if (d < nearest) {
      nearest = d;
      best = column;
    }
  }
  let column = open[best];
  while (y[column] >= 0) {
    // Settled columns move to the far end of the list, where the potentials are corrected afterwards.
    open[best] = open[--open_count];
    open[open_count] = column;
    const row = y[column];
    base = row * columns;
    const offset = cost[base + column] - v[column] - nearest;
    const settled = nearest;
    nearest = Infinity;
    for (let k = 0; k < open_count; k++) {
      const j = open[k], d = cost[base + j] - v[j] - offset;
      let least = distance[j];
      if (d < least) {
        distance[j] = least = d;
        before[j] = row;
      }
      if (least < nearest) {
        nearest = least;
        best = k;
      }
    }
    // Rounding must not let a path grow shorter.
    if (nearest < settled) nearest = settled;
    column = open[best];
  }
  for (let k = open_count; k < columns; k++) v[open[k]] += distance[open[k]] - nearest;
  for (let row = -1; row !== start; ) {
    row = before[column];
    y[column] = row;
    const freed = x[row];
    x[row] = column;
    column = freed;
  }
}
