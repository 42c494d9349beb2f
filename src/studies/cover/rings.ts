/**
 * What a satellite sees of a sphere when its limits are the same all round: rings about the point below it, between two angles
 * at the Earth's centre. A ring may be a cap. The limits come from asking the sensor itself along one meridian, so that any
 * rule of sight (horizon, off-nadir angle, range, what is behind the target) has its place without a formula of its own.
 */
import { capRanges, type EqualAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { cos, PI } from '../../kernel/maths.js';

/** Two numbers a ring, in order of distance: cosine of its near and of its far angle. A near edge above 1 is a whole cap. */
export type Rings = readonly number[];

/** Angles are tried this far apart: a ring narrower than a tenth of a degree may be missed, a cell is about one degree. */
const STEP_RAD = PI / 1800;
const HALVINGS = 40;
const WHOLE = 2;

/** `sees`: whether the sensor sees a point at this angle from the one below it. */
export function ringsOf(sees: (angle_rad: number) => boolean, farthest_rad = PI): Rings {
  const rings: number[] = [];
  let before_rad = 0, isOpen = sees(0);
  if (isOpen) rings.push(WHOLE);
  for (let step = 1; before_rad < farthest_rad; step++) {
    const angle_rad = Math.min(farthest_rad, step * STEP_RAD);
    if (sees(angle_rad) !== isOpen) {
      rings.push(cos(edge_rad(sees, before_rad, angle_rad, isOpen)));
      isOpen = !isOpen;
    }
    before_rad = angle_rad;
  }
  if (isOpen) rings.push(cos(farthest_rad));
  return rings;
}

function edge_rad(sees: (angle_rad: number) => boolean, low_rad: number, high_rad: number, seesLow: boolean): number {
  let low = low_rad, high = high_rad;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    if (sees(middle) === seesLow) low = middle;
    else high = middle;
  }
  return seesLow ? low : high;
}

/**
 * Runs of cells that a satellite above the unit vector p sees, in order, as `capRanges` writes them: to `out` from `at` on.
 * Returns how many numbers were written; `scratch` has room for two caps.
 */
export function ringRuns(cells: EqualAreaCells, rings: Rings, px: number, py: number, pz: number, out: Int32Array, at: number, scratch: Int32Array): number {
  let n = at;
  for (let r = 0; r < rings.length; r += 2) {
    if (rings[r] > 1) n += capRanges(cells, px, py, pz, rings[r + 1], out, n);
    else {
      const outer = capRanges(cells, px, py, pz, rings[r + 1], scratch), all = outer + capRanges(cells, px, py, pz, rings[r], scratch, outer);
      n += without(scratch, outer, all, out, n);
    }
  }
  return n - at;
}

/** Runs `runs[0 … outer)` without those from `outer` to `all`, which lie within them. */
function without(runs: Int32Array, outer: number, all: number, out: Int32Array, at: number): number {
  let n = at, hole = outer;
  for (let i = 0; i < outer; i += 2) {
    let from = runs[i];
    const to = runs[i + 1];
    for (; hole < all && runs[hole] < to; hole += 2) {
      if (runs[hole] > from) {
        out[n++] = from;
        out[n++] = runs[hole];
      }
      from = runs[hole + 1];
    }
    if (from < to) {
      out[n++] = from;
      out[n++] = to;
    }
  }
  return n - at;
}

/** Changes of the number in view from each cell to the next: adding all up to a cell gives how many runs hold it. */
export function addRuns(runs: Int32Array, from: number, to: number, changes: Int32Array): void {
  for (let i = from; i < to; i += 2) {
    changes[runs[i]]++;
    changes[runs[i + 1]]--;
  }
}

/** Numbers in view of all cells: those that never move, and the changes of those that do. */
export function sumChanges(fixed: Uint16Array, changes: Int32Array, inView: Uint16Array): void {
  let moving = 0;
  for (let c = 0; c < inView.length; c++) {
    moving += changes[c];
    inView[c] = fixed[c] + moving;
  }
}

/** True when a cell's middle is within the rings, by the sum of products that counting uses. */
export function isInRings(rings: Rings, cosAngle: number): boolean {
  for (let r = 0; r < rings.length; r += 2) if (cosAngle >= rings[r + 1] && !(cosAngle >= rings[r])) return true;
  return false;
}
