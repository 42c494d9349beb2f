/**
 * How many satellites of a shell are near each place of a map, look after look: mean, fewest, and how often enough are there.
 * Only the distance counts here, over a sphere that turns; places are at geocentric latitudes.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { cos, sin } from '../../kernel/maths.js';
import { createNearCounter } from '../../kernel/orbit/near-counts.js';
import { shellPositions } from '../../models/constellation/shell-positions.js';
import { shellMotion, type WalkerShell } from '../../models/constellation/walker.js';
import { looksOf, type Watch } from './in-reach.js';

export interface MapInputs {
  readonly shell: WalkerShell;
  readonly reach_rad: number;
  /** Middles of the cells. */
  readonly lat_rad: readonly number[];
  readonly lon_rad: readonly number[];
  readonly watch: Watch;
  /** How many count as enough. */
  readonly wanted: number;
}

export interface MapCell {
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  /** Share of looks with the wanted number or more. */
  readonly enough: number;
}

/** Cells row by row from the first latitude; `onLook` hears how many looks are done. */
export function absenteeMap({ shell, reach_rad, lat_rad, lon_rad, watch, wanted }: MapInputs, onLook: (done: number) => void = () => undefined): MapCell[] {
  const motion = shellMotion(shell), looks = looksOf(watch), satellites = shell.planes_count * shell.perPlane_count, cells = lat_rad.length * lon_rad.length;
  const x = new Float64Array(satellites), y = new Float64Array(satellites), z = new Float64Array(satellites);
  const counter = createNearCounter(motion.radius_m, 2 * motion.radius_m * sin(0.5 * reach_rad), placesOf(lat_rad, lon_rad, motion.radius_m), satellites);
  const counts = new Int32Array(cells), sum = new Float64Array(cells), min = new Int32Array(cells).fill(satellites), max = new Int32Array(cells), enough = new Int32Array(cells);
  for (let look = 0; look < looks; look++) {
    const t_s = look * watch.step_s;
    shellPositions(shell, motion, 0, 0, t_s, EARTH_RATE_RADPS * t_s, x, y, z);
    counter.count(x, y, z, counts);
    for (let c = 0; c < cells; c++) {
      const count = counts[c];
      sum[c] += count;
      if (count < min[c]) min[c] = count;
      if (count > max[c]) max[c] = count;
      if (count >= wanted) enough[c]++;
    }
    onLook(look + 1);
  }
  return lat_rad.flatMap((lat, i) => lon_rad.map((lon, j) => {
    const c = i * lon_rad.length + j;
    return { lat_rad: lat, lon_rad: lon, mean: sum[c] / looks, min: min[c], max: max[c], enough: enough[c] / looks };
  }));
}

/** On the sphere of the satellites, so that an angle at the Earth's centre is a straight distance there. */
function placesOf(lat_rad: readonly number[], lon_rad: readonly number[], radius_m: number): Float64Array {
  return Float64Array.from(lat_rad.flatMap((lat) => lon_rad.flatMap((lon) => [radius_m * cos(lat) * cos(lon), radius_m * cos(lat) * sin(lon), radius_m * sin(lat)])));
}
