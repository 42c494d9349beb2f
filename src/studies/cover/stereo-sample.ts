/**
 * How well places are fixed by lines of sight, where two or more infrared satellites see them: the angle at which the best pair of
 * lines crosses, and the bound of the position's error from all of them. Taken at some looks only: both change slowly, and pairs are many.
 */
import { EARTH_FLATTENING, EARTH_RADIUS_M } from '../../kernel/constants.js';
import type { EqualAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { acos, exp, log, PI } from '../../kernel/maths.js';
import { addLineOfSight, noInformation, positionBound_m } from '../../models/sensor/stereo.js';
import type { Look } from './looks.js';
import type { Region } from './tally.js';
import type { WatchedSensor } from './watchers.js';

export interface StereoGeometry {
  readonly region: string;
  /** Angle of the best pair, on average over the cells and looks that have one; null where none has. */
  readonly angle_rad: number | null;
  /** Error bound of the position: half and nine tenths of them have less. */
  readonly bound50_m: number | null;
  readonly bound90_m: number | null;
}

export interface StereoSample {
  add(look: Look): void;
  /** By cell: mean angle of the best pair, and geometric mean of the bound; NaN where there never was a pair. */
  angle_rad(cell: number): number;
  bound_m(cell: number): number;
  geometry(): StereoGeometry[];
}

/** Bounds are counted in steps of two per cent from a metre to a million kilometres. */
const STEP = 0.02, STEPS = 1040;
const STRETCH = 1 / (1 - EARTH_FLATTENING);

export function createStereoSample(cells: EqualAreaCells, sensors: readonly WatchedSensor[], sensorOf: Int32Array, altitude_m: number, regions: readonly Region[]): StereoSample {
  const { cells_count } = cells, radius_m = EARTH_RADIUS_M + altitude_m;
  const angles = new Float64Array(cells_count), logs = new Float64Array(cells_count), samples = new Int32Array(cells_count), bounded = new Int32Array(cells_count);
  const histograms = regions.map(() => new Float64Array(STEPS));
  const head = new Int32Array(cells_count), information = noInformation(), sight = new Float64Array(3 * sensorOf.length);
  let watcherAt = new Int32Array(1024), nextAt = new Int32Array(1024);

  const link = ({ runs, start }: Look): void => {
    head.fill(-1);
    let used = 0;
    // From the last watcher to the first, so that each cell's list is in their order.
    for (let w = sensorOf.length - 1; w >= 0; w--) {
      if (!sensors[sensorOf[w]].isInfrared) continue;
      for (let i = start[w]; i < start[w + 1]; i += 2) {
        for (let c = runs[i]; c < runs[i + 1]; c++) {
          if (used === watcherAt.length) {
            watcherAt = longer(watcherAt);
            nextAt = longer(nextAt);
          }
          watcherAt[used] = w;
          nextAt[used] = head[c];
          head[c] = used++;
        }
      }
    }
  };

  const sampleCell = (c: number, look: Look): void => {
    const x = cells.x[c] * radius_m, y = cells.y[c] * radius_m, z = (cells.z[c] * radius_m) / STRETCH;
    information.fill(0);
    let lines = 0, least = 1;
    for (let i = head[c]; i >= 0; i = nextAt[i]) {
      const w = watcherAt[i], dx = look.x_m[w] - x, dy = look.y_m[w] - y, dz = look.z_m[w] - z;
      addLineOfSight(information, dx, dy, dz, sensors[sensorOf[w]].angularError_rad);
      const range_m = Math.sqrt(dx * dx + dy * dy + dz * dz), at = 3 * lines++;
      sight[at] = dx / range_m;
      sight[at + 1] = dy / range_m;
      sight[at + 2] = dz / range_m;
      for (let k = 0; k < at; k += 3) {
        const cosine = Math.abs(sight[k] * sight[at] + sight[k + 1] * sight[at + 1] + sight[k + 2] * sight[at + 2]);
        if (cosine < least) least = cosine;
      }
    }
    angles[c] += acos(least);
    samples[c]++;
    const bound_m = positionBound_m(information);
    if (!(bound_m < Infinity)) return;
    const size = log(bound_m), step = Math.max(0, Math.min(STEPS - 1, Math.floor(size / STEP)));
    logs[c] += size;
    bounded[c]++;
    regions.forEach((region, r) => (histograms[r][step] += region.cells[c]));
  };

  return {
    add(look) {
      link(look);
      for (let c = 0; c < cells_count; c++) if (head[c] >= 0 && nextAt[head[c]] >= 0) sampleCell(c, look);
    },
    angle_rad: (c) => (samples[c] === 0 ? NaN : angles[c] / samples[c]),
    bound_m: (c) => (bounded[c] === 0 ? NaN : exp(logs[c] / bounded[c])),
    geometry: () => regions.map((region, r) => {
      let sum = 0, count = 0;
      for (let c = 0; c < cells_count; c++) {
        if (region.cells[c] === 0) continue;
        sum += angles[c];
        count += samples[c];
      }
      return { region: region.name, angle_rad: count === 0 ? null : Math.min(PI / 2, sum / count), bound50_m: quantile_m(histograms[r], 0.5), bound90_m: quantile_m(histograms[r], 0.9) };
    }),
  };
}

function quantile_m(histogram: Float64Array, share: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let below = 0, step = 0;
  while (step < STEPS - 1 && below + histogram[step] < share * total) below += histogram[step++];
  return exp((step + 0.5) * STEP);
}

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(2 * array.length);
  made.set(array);
  return made;
}
