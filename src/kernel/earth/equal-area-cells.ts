/**
 * Cells of equal area that cover a sphere: rows of latitude, each cut into cells by longitude, about as wide as they are high.
 * Rows take as many cells as their length asks for, and then their edges are moved so that a row's area is that of its cells
 * exactly: all cells have the same area, and a share of the cells is a share of the sphere. What lies within an angle of a
 * point is, row by row, one run of neighbouring cells, so a cap is found by two cells a row and never by measuring each.
 * Cells are held by their middles, unit vectors in an Earth-fixed frame; a row's first cell starts at longitude −π.
 */
import { acos, asin, atan2, cos, PI, sin, TAU } from '../maths.js';
import { invariant } from '../invariant.js';

export interface EqualAreaCells {
  readonly cells_count: number;
  readonly rows_count: number;
  /** First cell of each row, and after the last one the number of cells; rows from south to north. */
  readonly firstOfRow: Int32Array;
  /** Sine of the latitude of each row's lower edge, and after the last one 1. */
  readonly rowEdge: Float64Array;
  /** Middle of each cell, as a unit vector. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

/** As nearly `wanted_count` cells as square-looking ones allow; a few tenths of a per cent more or fewer. */
export function equalAreaCells(wanted_count: number): EqualAreaCells {
  invariant(wanted_count >= 6, `equalAreaCells: needs at least 6 cells, was ${wanted_count}`);
  const rows_count = Math.max(2, Math.round(Math.sqrt((PI / 4) * wanted_count)));
  const firstOfRow = new Int32Array(rows_count + 1);
  for (let row = 0; row < rows_count; row++) {
    // The row and its mirror image take the same number, whatever rounding does to their cosines.
    const fromPole = Math.min(row, rows_count - 1 - row);
    firstOfRow[row + 1] = firstOfRow[row] + Math.max(3, Math.round(2 * rows_count * sin(((fromPole + 0.5) * PI) / rows_count)));
  }
  const cells_count = firstOfRow[rows_count];
  const rowEdge = Float64Array.from(firstOfRow, (first) => (2 * first) / cells_count - 1);
  const x = new Float64Array(cells_count), y = new Float64Array(cells_count), z = new Float64Array(cells_count);
  for (let row = 0; row < rows_count; row++) {
    const first = firstOfRow[row], inRow = firstOfRow[row + 1] - first;
    const height = 0.5 * (rowEdge[row] + rowEdge[row + 1]), across = Math.sqrt(1 - height * height);
    for (let j = 0; j < inRow; j++) {
      const lon = ((j + 0.5) * TAU) / inRow - PI;
      x[first + j] = across * cos(lon);
      y[first + j] = across * sin(lon);
      z[first + j] = height;
    }
  }
  return { cells_count, rows_count, firstOfRow, rowEdge, x, y, z };
}

/** Numbers that `capRanges` may write for one cap: two runs a row, or as many as cells where a point stands on a pole. */
export function rangesRoom(cells: EqualAreaCells): number {
  return 4 * cells.rows_count + cells.cells_count;
}

/**
 * Cells whose middle m has m · p ≥ `cosAngle`, for a unit vector p: runs from `out[2i]` up to but not with `out[2i + 1]`, in order.
 * Returns how many numbers were written from `at` on. The answer is that of testing every cell with the same sum of products.
 */
export function capRanges(cells: EqualAreaCells, px: number, py: number, pz: number, cosAngle: number, out: Int32Array, at = 0): number {
  const { rowEdge, firstOfRow, rows_count } = cells;
  if (cosAngle > 1) return 0;
  const lon = atan2(py, px), across = Math.sqrt(px * px + py * py);
  const [southRow, northRow] = rowsWithin(rowEdge, rows_count, pz, across, cosAngle);
  let n = at;
  for (let row = southRow; row <= northRow; row++) {
    const first = firstOfRow[row], next = firstOfRow[row + 1];
    const height = cells.z[first], reach = Math.sqrt(1 - height * height) * across, wanted = cosAngle - height * pz;
    if (reach < 1e-7) n += testEach(cells, first, next, px, py, pz, cosAngle, out, n);
    else if (wanted <= -reach - 1e-12) {
      out[n++] = first;
      out[n++] = next;
    } else if (wanted <= reach + 1e-12) {
      n += rowRun(cells, first, next, lon, wanted >= reach ? 0 : wanted <= -reach ? PI : acos(wanted / reach), px, py, pz, cosAngle, out, n);
    }
  }
  return n - at;
}

/** Rows that may hold cells of the cap, a row more on each side for rounding. */
function rowsWithin(rowEdge: Float64Array, rows_count: number, pz: number, across: number, cosAngle: number): [number, number] {
  if (cosAngle <= -1) return [0, rows_count - 1];
  const angle = acos(cosAngle), lat = atan2(pz, across);
  const south = lat - angle <= -PI / 2 ? -1 : sin(lat - angle), north = lat + angle >= PI / 2 ? 1 : sin(lat + angle);
  return [Math.max(0, rowAt(rowEdge, rows_count, south) - 1), Math.min(rows_count - 1, rowAt(rowEdge, rows_count, north) + 1)];
}

/** Row of a sine of latitude: rows are nearly even in latitude, so a guess is a row or two off at most. */
function rowAt(rowEdge: Float64Array, rows_count: number, height: number): number {
  let row = Math.max(0, Math.min(rows_count - 1, Math.floor(((asin(Math.max(-1, Math.min(1, height))) + PI / 2) / PI) * rows_count)));
  while (row > 0 && height < rowEdge[row]) row--;
  while (row < rows_count - 1 && height >= rowEdge[row + 1]) row++;
  return row;
}

/** One run of a row about a longitude; both ends are settled by the test itself, as the arc cosine may be off by a rounding. */
function rowRun(
  cells: EqualAreaCells, first: number, next: number, lon: number, half: number, px: number, py: number, pz: number, cosAngle: number,
  out: Int32Array, at: number,
): number {
  const inRow = next - first, perRadian = inRow / TAU, { x, y, z } = cells;
  const middle = (lon + PI) * perRadian - 0.5;
  let from = Math.ceil(middle - half * perRadian), to = Math.floor(middle + half * perRadian);
  const isIn = (j: number): boolean => {
    const c = first + (j < 0 ? j + inRow : j >= inRow ? j - inRow : j);
    return x[c] * px + y[c] * py + z[c] * pz >= cosAngle;
  };
  while (to - from + 1 < inRow && isIn(wrap(from - 1, inRow))) from--;
  while (from <= to && !isIn(wrap(from, inRow))) from++;
  while (to - from + 1 < inRow && isIn(wrap(to + 1, inRow))) to++;
  while (from <= to && !isIn(wrap(to, inRow))) to--;
  if (from > to) return 0;
  if (to - from + 1 >= inRow) {
    out[at] = first;
    out[at + 1] = next;
    return 2;
  }
  const a = wrap(from, inRow), b = a + (to - from) + 1, over = b > inRow ? 2 : 0;
  // A run across the place where counting starts is two, the one with the smaller numbers first.
  if (over > 0) {
    out[at] = first;
    out[at + 1] = first + b - inRow;
  }
  out[at + over] = first + a;
  out[at + over + 1] = first + Math.min(b, inRow);
  return 2 + over;
}

const wrap = (j: number, inRow: number): number => ((j % inRow) + inRow) % inRow;

/** Below a pole all cells of a row are equally far, so rounding alone decides; each is tested. */
function testEach(cells: EqualAreaCells, first: number, next: number, px: number, py: number, pz: number, cosAngle: number, out: Int32Array, at: number): number {
  const { x, y, z } = cells;
  let n = at, isOpen = false;
  for (let c = first; c < next; c++) {
    const isIn = x[c] * px + y[c] * py + z[c] * pz >= cosAngle;
    if (isIn !== isOpen) {
      out[n++] = c;
      isOpen = isIn;
    }
  }
  if (isOpen) out[n++] = next;
  return n - at;
}
