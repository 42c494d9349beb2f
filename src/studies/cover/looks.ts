/**
 * One look at all cells after another: where the satellites are, which runs of cells each watcher sees, and how many have each cell
 * in view. What stands still is found once. Memory grows with cells and watchers, never with looks.
 */
import { EARTH_FLATTENING, EARTH_RADIUS_M } from '../../kernel/constants.js';
import { rangesRoom, type EqualAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { cos } from '../../kernel/maths.js';
import { addRuns, ringRuns, sumChanges } from './rings.js';
import { sensorOfWatchers, type MovingWatchers, type Watchers } from './watchers.js';

const STRETCH = 1 / (1 - EARTH_FLATTENING);

/** What one look found. The same object, refilled look by look. */
export interface Look {
  /** How many see each cell. */
  readonly inView: Uint16Array;
  /** Runs of all watchers; those of watcher w from `start[w]` to `start[w + 1]`. */
  runs: Int32Array;
  readonly start: Int32Array;
  /** Earth-fixed places of all watchers. */
  readonly x_m: Float64Array;
  readonly y_m: Float64Array;
  readonly z_m: Float64Array;
}

export interface Looker {
  readonly look: Look;
  readonly sensorOf: Int32Array;
  /** Fills `look` for a moment. */
  at(t_s: number): void;
}

export function createLooker(cells: EqualAreaCells, watchers: Watchers, altitude_m: number): Looker {
  const sensorOf = sensorOfWatchers(watchers), count = sensorOf.length, fixed_count = watchers.fixed.length;
  const steady_count = watchers.fixed.filter(({ sunExclusion_rad }) => sunExclusion_rad === 0).length;
  const column = (): Float64Array => new Float64Array(count);
  const room = rangesRoom(cells), scratch = new Int32Array(2 * room), changes = new Int32Array(cells.cells_count + 1);
  const look: Look = { inView: new Uint16Array(cells.cells_count), runs: new Int32Array(8 * room), start: new Int32Array(count + 1), x_m: column(), y_m: column(), z_m: column() };
  const fixed = new Uint16Array(cells.cells_count), sun = new Float64Array(3), radius_m = EARTH_RADIUS_M + altitude_m;
  const shaded = watchers.fixed.slice(steady_count).map((watcher) => seenRuns(cells, radius_m, watcher.sees));
  watchers.fixed.forEach(({ x_m, y_m, z_m }, w) => {
    look.x_m[w] = x_m;
    look.y_m[w] = y_m;
    look.z_m[w] = z_m;
  });
  let steadyEnd = 0;
  for (let w = 0; w < steady_count; w++) steadyEnd = put(look, w, seenRuns(cells, radius_m, watchers.fixed[w].sees), steadyEnd, room);
  addRuns(look.runs, 0, steadyEnd, changes);
  sumChanges(new Uint16Array(cells.cells_count), changes, fixed);

  /** Takes what lies too near the Sun out of the last runs, those of watcher w from `at` to `end`; returns their new end. */
  const shade = (w: number, exclusion_rad: number, at: number, end: number): number => {
    const limit = cos(exclusion_rad);
    const isNear = exclusion_rad > 0 && isSunNear(sun, radius_m, look.x_m[w], look.y_m[w], look.z_m[w], limit, exclusion_rad);
    return isNear ? at + dropNearSun(cells, radius_m, look, w, sun, limit, at, end - at, scratch) : end;
  };
  const lookFrom = (set: MovingWatchers, first: number, at: number): number => {
    let n = at;
    for (let w = first; w < first + set.count; w++) {
      const x = look.x_m[w], y = look.y_m[w], z = look.z_m[w] * STRETCH, size_m = Math.sqrt(x * x + y * y + z * z);
      makeRoom(look, n, room);
      // What has come down stands at the centre, from where nothing is seen.
      if (size_m > 0) n = shade(w, set.sunExclusion_rad, n, n + ringRuns(cells, set.rings(size_m), x / size_m, y / size_m, z / size_m, look.runs, n, scratch));
      look.start[w + 1] = n;
    }
    return n;
  };

  return {
    look, sensorOf,
    at(t_s) {
      watchers.sun(t_s, sun);
      let n = steadyEnd;
      shaded.forEach((runs, i) => {
        const w = steady_count + i;
        n = shade(w, watchers.fixed[w].sunExclusion_rad, n, put(look, w, runs, n, room));
        look.start[w + 1] = n;
      });
      let first = fixed_count;
      for (const set of watchers.moving) {
        set.place(t_s, look.x_m, look.y_m, look.z_m, first);
        n = lookFrom(set, first, n);
        first += set.count;
      }
      changes.fill(0);
      addRuns(look.runs, steadyEnd, n, changes);
      sumChanges(fixed, changes, look.inView);
    },
  };
}

/** Writes the runs of watcher w from `at` on; returns their end. */
function put(look: Look, w: number, runs: Int32Array, at: number, room: number): number {
  makeRoom(look, at, room);
  look.runs.set(runs, at);
  look.start[w + 1] = at + runs.length;
  return at + runs.length;
}

function makeRoom(look: Look, used: number, room: number): void {
  if (look.runs.length >= used + room) return;
  const larger = new Int32Array(2 * look.runs.length + room);
  larger.set(look.runs);
  look.runs = larger;
}

/** Runs of the cells that something sees, each asked for by its middle at the altitude of the watch. */
function seenRuns(cells: EqualAreaCells, radius_m: number, sees: (x_m: number, y_m: number, z_m: number) => boolean): Int32Array {
  const runs: number[] = [];
  for (let c = 0; c < cells.cells_count; c++) {
    if (sees(cells.x[c] * radius_m, cells.y[c] * radius_m, (cells.z[c] * radius_m) / STRETCH) === (runs.length % 2 === 1)) continue;
    runs.push(c);
  }
  if (runs.length % 2 === 1) runs.push(cells.cells_count);
  return Int32Array.from(runs);
}

/** False where no line of sight towards the sphere can come near the Sun: from the satellite it is an angle about the nadir. */
function isSunNear(sun: Float64Array, radius_m: number, x: number, y: number, z: number, cosExclusion: number, exclusion_rad: number): boolean {
  const distance_m = Math.sqrt(x * x + y * y + z * z), sine = radius_m / distance_m;
  if (exclusion_rad >= 1.5 || sine >= 1) return true;
  const towardsNadir = -(x * sun[0] + y * sun[1] + z * sun[2]) / distance_m;
  return towardsNadir > Math.sqrt(1 - sine * sine) * cosExclusion - sine * Math.sqrt(1 - cosExclusion * cosExclusion);
}

/** Takes the cells that lie too near the Sun, as the satellite sees them, out of its runs; returns how many numbers are left. */
function dropNearSun(cells: EqualAreaCells, radius_m: number, look: Look, w: number, sun: Float64Array, limit: number, at: number, numbers: number, scratch: Int32Array): number {
  const { runs } = look, sx = look.x_m[w], sy = look.y_m[w], sz = look.z_m[w];
  scratch.set(runs.subarray(at, at + numbers));
  let n = at;
  for (let i = 0; i < numbers; i += 2) {
    let isOpen = false;
    for (let c = scratch[i]; c < scratch[i + 1]; c++) {
      const dx = cells.x[c] * radius_m - sx, dy = cells.y[c] * radius_m - sy, dz = (cells.z[c] * radius_m) / STRETCH - sz;
      const isSeen = dx * sun[0] + dy * sun[1] + dz * sun[2] < limit * Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (isSeen === isOpen) continue;
      runs[n++] = c;
      isOpen = !isOpen;
    }
    if (isOpen) runs[n++] = scratch[i + 1];
  }
  return n - at;
}
