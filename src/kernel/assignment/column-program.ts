/**
 * A linear program whose columns arrive while it is being solved: least cost · x with A x = b, x ≥ 0, b ≥ 0, and few non-zero
 * numbers a column. Column r of the first `rows` columns is the unit column of row r, a slack or a way to meet the row at a
 * price, so that a first solution is always at hand. Revised primal simplex with an explicit inverse of the basis (Chvátal,
 * Linear Programming, 1983, chapter 7): the column of the most negative reduced cost enters. Right sides are made
 * slightly larger, each by another amount, so that no step has length nothing and the search cannot go round in circles;
 * prices do not depend on right sides, so bounds made from them are exact.
 * Costs may be changed and columns added between calls of `solve`, which goes on from the basis it had.
 */
import { invariant } from '../invariant.js';

export interface ColumnProgram {
  readonly columns_count: number;
  /** Adds a column with these numbers in these rows; returns its index. */
  add(cost: number, rows: ArrayLike<number>, numbers: ArrayLike<number>, count: number): number;
  setCost(column: number, cost: number): void;
  /** Takes at most this many steps; true when no column can better the solution. */
  solve(mostSteps_count: number): boolean;
  /** Price of each row under the last basis. */
  readonly price: Float64Array;
  /** Column in the basis for each row, and how much of it is taken. */
  readonly basic: Int32Array;
  level(row: number): number;
}

/** Reduced costs above this share of the largest cost with which a column was added count as not negative. */
const OPTIMALITY = 1e-11;
const LEAST_PIVOT = 1e-9;
const SHIFT = 1e-6;
/** Steps after which the inverse is worked out anew, for rounding. */
const STEPS_BETWEEN_INVERSIONS = 400;

export function createColumnProgram(right: Float64Array, unitCost: Float64Array): ColumnProgram {
  const rows = right.length;
  let cost = new Float64Array(Math.max(256, 4 * rows)), first = new Int32Array(cost.length + 1);
  let entryRow = new Int32Array(8 * cost.length), entry = new Float64Array(8 * cost.length);
  let columns = 0, sinceInversion = 0, scale = 1;
  const basic = new Int32Array(rows), isBasic: number[] = [], price = new Float64Array(rows);
  let inverse = new Float64Array(rows * rows), spareInverse = new Float64Array(rows * rows);
  const shifted = new Float64Array(rows), levels = new Float64Array(rows), direction = new Float64Array(rows);

  function add(ofColumn: number, rowsOf: ArrayLike<number>, numbers: ArrayLike<number>, count: number): number {
    if (columns === cost.length) {
      cost = grown(cost, new Float64Array(2 * columns));
      first = grown(first, new Int32Array(2 * columns + 1));
    }
    if (first[columns] + count > entry.length) {
      entryRow = grown(entryRow, new Int32Array(2 * entry.length + count));
      entry = grown(entry, new Float64Array(2 * entry.length + count));
    }
    cost[columns] = ofColumn;
    let at = first[columns];
    for (let k = 0; k < count; k++, at++) {
      entryRow[at] = rowsOf[k];
      entry[at] = numbers[k];
    }
    first[columns + 1] = at;
    isBasic.push(0);
    if (Math.abs(ofColumn) > scale) scale = Math.abs(ofColumn);
    return columns++;
  }

  for (let row = 0; row < rows; row++) {
    invariant(right[row] >= 0, `column program: right side ${row} is ${right[row]}, below 0`);
    add(unitCost[row], [row], [1], 1);
    basic[row] = row;
    isBasic[row] = 1;
    inverse[row * rows + row] = 1;
    // Multiples of the golden section are spread evenly, and no two rows get the same.
    shifted[row] = right[row] + SHIFT * (0.5 + 0.5 * (((row + 1) * 0.6180339887498949) % 1));
    levels[row] = shifted[row];
  }

  /** Gauss-Jordan with the columns of the basis taken in an order that keeps pivots large. */
  function invert(): void {
    sinceInversion = 0;
    // Starts from the identity and lets the columns of the basis enter one after the other.
    const next = spareInverse;
    next.fill(0);
    for (let row = 0; row < rows; row++) next[row * rows + row] = 1;
    const placed = new Int32Array(rows).fill(-1), waiting = [...basic];
    for (const column of waiting) {
      if (column < rows && placed[column] < 0) placed[column] = column;
    }
    for (const column of waiting) {
      if (column < rows && placed[column] === column) continue;
      times(next, column);
      let row = -1;
      for (let r = 0; r < rows; r++) if (placed[r] < 0 && (row < 0 || Math.abs(direction[r]) > Math.abs(direction[row]))) row = r;
      invariant(row >= 0 && Math.abs(direction[row]) > 1e-12, 'column program: the basis is singular');
      pivot(next, row);
      placed[row] = column;
    }
    spareInverse = inverse;
    inverse = next;
    for (let row = 0; row < rows; row++) {
      basic[row] = placed[row];
      let sum = 0;
      for (let k = 0; k < rows; k++) sum += inverse[row * rows + k] * shifted[k];
      levels[row] = sum < 0 ? 0 : sum;
    }
  }

  /** direction = inverse · column. */
  function times(matrix: Float64Array, column: number): void {
    direction.fill(0);
    for (let at = first[column]; at < first[column + 1]; at++) {
      const number = entry[at];
      for (let row = 0, k = entryRow[at]; row < rows; row++, k += rows) direction[row] += number * matrix[k];
    }
  }

  /** Makes the entering column, whose `direction` is known, the unit column of `row`. */
  function pivot(matrix: Float64Array, row: number): void {
    const base = row * rows, factor = 1 / direction[row];
    for (let k = base; k < base + rows; k++) matrix[k] *= factor;
    for (let other = 0; other < rows; other++) {
      const share = direction[other];
      if (other === row || share === 0) continue;
      subtractRow(matrix, other * rows, base, share, rows);
    }
  }

  function priceRows(): void {
    price.fill(0);
    for (let row = 0; row < rows; row++) {
      const paid = cost[basic[row]];
      if (paid === 0) continue;
      for (let k = 0, at = row * rows; k < rows; k++, at++) price[k] += paid * inverse[at];
    }
  }

  function enteringColumn(): number {
    let best = -1, least = -OPTIMALITY * scale;
    for (let column = 0, at = 0; column < columns; column++) {
      let reduced = cost[column];
      for (const end = first[column + 1]; at < end; at++) reduced -= entry[at] * price[entryRow[at]];
      if (reduced < least && isBasic[column] === 0) {
        least = reduced;
        best = column;
      }
    }
    return best;
  }

  function step(): boolean {
    const entering = enteringColumn();
    if (entering < 0) return false;
    times(inverse, entering);
    let row = -1, length = Infinity;
    for (let r = 0; r < rows; r++) {
      if (direction[r] <= LEAST_PIVOT) continue;
      const here = levels[r] / direction[r];
      if (here < length || (here === length && row >= 0 && direction[r] > direction[row])) {
        length = here;
        row = r;
      }
    }
    invariant(row >= 0, 'column program: the cost has no least value');
    let reduced = cost[entering];
    for (let at = first[entering]; at < first[entering + 1]; at++) reduced -= entry[at] * price[entryRow[at]];
    for (let r = 0; r < rows; r++) {
      levels[r] -= length * direction[r];
      if (levels[r] < 0) levels[r] = 0;
    }
    levels[row] = length;
    pivot(inverse, row);
    isBasic[basic[row]] = 0;
    isBasic[entering] = 1;
    basic[row] = entering;
    for (let k = 0, at = row * rows; k < rows; k++, at++) price[k] += reduced * inverse[at];
    sinceInversion++;
    return true;
  }

  return {
    get columns_count() {
      return columns;
    },
    add, price, basic,
    level: (row) => levels[row],
    setCost(column, ofColumn) {
      cost[column] = ofColumn;
    },
    solve(mostSteps_count) {
      priceRows();
      for (let steps = 0; steps < mostSteps_count; steps++) {
        if (sinceInversion >= STEPS_BETWEEN_INVERSIONS) {
          invert();
          priceRows();
        }
        if (!step()) return true;
      }
      return false;
    },
  };
}

/** A loop of its own, so that the compiler makes it fast whoever calls. */
function subtractRow(matrix: Float64Array, to: number, from: number, share: number, length: number): void {
  for (let k = 0; k < length; k++) matrix[to + k] -= share * matrix[from + k];
}

function grown<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
