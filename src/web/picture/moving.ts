/**
 * Where things are at a moment, from the columns of a replay, for globe and flat map alike. Earth-fixed metres.
 * Between samples a path is straight: samples are a few seconds apart and the picture is thousands of kilometres wide.
 */
import { EARTH_RADIUS_M, EARTH_RATE_RADPS } from '../../kernel/constants.js';
import type { EcefPath, Replay, ReplayShell } from '../../engine/record/record.js';

/** Index of the last sample at or before `t_s`, −1 before the first. */
export function sampleAt(path: EcefPath, t_s: number): number {
  let low = 0, high = path.t_s.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((path.t_s[middle] ?? Infinity) <= t_s) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Position on a path, held at its ends. Writes x, y, z. */
export function positionAt(path: EcefPath, t_s: number, out: Float64Array): void {
  const count = path.t_s.length;
  const before = Math.min(Math.max(sampleAt(path, t_s), 0), Math.max(count - 1, 0));
  const after = Math.min(before + 1, Math.max(count - 1, 0));
  const from_s = path.t_s[before] ?? 0, to_s = path.t_s[after] ?? 0;
  const share = to_s > from_s ? Math.min(Math.max((t_s - from_s) / (to_s - from_s), 0), 1) : 0;
  for (let axis = 0; axis < 3; axis++) {
    const a = path.position_ecef_m[before * 3 + axis] ?? 0, b = path.position_ecef_m[after * 3 + axis] ?? 0;
    out[axis] = a + (b - a) * share;
  }
}

export const satelliteCount = (shell: ReplayShell): number => shell.planes_count * shell.perPlane_count;

/** Earth-fixed positions of all satellites of a shell, three numbers each; one rotation per satellite, no sines. */
export function placeShell(shell: ReplayShell, t_s: number, out: Float64Array): void {
  const { planes_count, perPlane_count } = shell;
  const radius = EARTH_RADIUS_M + shell.altitude_m;
  const cosI = Math.cos(shell.inclination_rad), sinI = Math.sin(shell.inclination_rad);
  const step = (2 * Math.PI) / perPlane_count, cosStep = Math.cos(step), sinStep = Math.sin(step);
  let index = 0;
  for (let plane = 0; plane < planes_count; plane++) {
    // Earth's rotation turns the node west, which brings the plane into the Earth-fixed frame.
    const node = shell.node_rad + (plane * 2 * Math.PI) / planes_count + (shell.nodeRate_radps - EARTH_RATE_RADPS) * t_s;
    const u = shell.phase_rad + (plane * shell.phasing * 2 * Math.PI) / (planes_count * perPlane_count) + shell.meanMotion_radps * t_s;
    const cosNode = Math.cos(node), sinNode = Math.sin(node);
    let cosU = Math.cos(u), sinU = Math.sin(u);
    for (let slot = 0; slot < perPlane_count; slot++) {
      out[index++] = radius * (cosNode * cosU - sinNode * sinU * cosI);
      out[index++] = radius * (sinNode * cosU + cosNode * sinU * cosI);
      out[index++] = radius * sinU * sinI;
      const next = cosU * cosStep - sinU * sinStep;
      sinU = sinU * cosStep + cosU * sinStep;
      cosU = next;
    }
  }
}

/** Satellites of a layer that could still reach a missile in flight at this moment. */
export function satellitesInReach(replay: Replay, layer: string, t_s: number): Set<number> {
  const found = new Set<number>();
  for (const reach of replay.inReach) {
    if (reach.layer === layer && reach.from_s <= t_s && t_s <= reach.to_s) found.add(reach.satellite);
  }
  return found;
}

/** Spherical latitude and longitude in degrees, good enough to draw with. Writes longitude, latitude. */
export function lonLat_deg(x: number, y: number, z: number, out: [number, number]): void {
  out[0] = (Math.atan2(y, x) * 180) / Math.PI;
  out[1] = (Math.atan2(z, Math.sqrt(x * x + y * y)) * 180) / Math.PI;
}
