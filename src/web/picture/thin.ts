/** Fewer points for the same line: samples of a path that lie within a tolerance of the chord between those kept are left out. */
import type { EcefPath } from '../../engine/record/record.js';

/** After Douglas and Peucker 1973, without recursion. Ends are kept; so is no point twice in one place. */
export function thinPath(path: EcefPath, tolerance_m: number): EcefPath {
  const count = path.t_s.length, xyz = path.position_ecef_m;
  if (count < 3) return path;
  const isKept = new Uint8Array(count), open: (readonly [number, number])[] = [[0, count - 1]];
  isKept[0] = isKept[count - 1] = 1;
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    let farthest = -1, most_m2 = tolerance_m * tolerance_m;
    for (let i = from + 1; i < to; i++) {
      const away_m2 = distanceFromChord_m2(xyz, from, to, i);
      if (away_m2 > most_m2) [farthest, most_m2] = [i, away_m2];
    }
    if (farthest < 0) continue;
    isKept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  const kept = Array.from({ length: count }, (_, i) => i).filter((i) => isKept[i] === 1);
  return { t_s: Float64Array.from(kept, (i) => path.t_s[i] ?? 0), position_ecef_m: Float64Array.from(kept.flatMap((i) => [xyz[i * 3] ?? 0, xyz[i * 3 + 1] ?? 0, xyz[i * 3 + 2] ?? 0])) };
}

function distanceFromChord_m2(xyz: Float64Array, from: number, to: number, i: number): number {
  const at = (index: number, axis: number): number => xyz[index * 3 + axis] ?? 0;
  let chord_m2 = 0, along_m2 = 0, away_m2 = 0;
  for (let axis = 0; axis < 3; axis++) {
    const chord = at(to, axis) - at(from, axis), away = at(i, axis) - at(from, axis);
    chord_m2 += chord * chord;
    along_m2 += chord * away;
    away_m2 += away * away;
  }
  if (chord_m2 === 0) return away_m2;
  const share = Math.min(Math.max(along_m2 / chord_m2, 0), 1);
  return Math.max(0, away_m2 - 2 * share * along_m2 + share * share * chord_m2);
}
