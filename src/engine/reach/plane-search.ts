/**
 * Which satellites of a shell lie within an angle of a direction, plane by plane in closed form: those too far off the plane are out
 * together, and in a plane the near slots are neighbours. A run so never looks at the whole shell.
 */
import { acos, atan2, clamp, cos, sin, TAU } from '../../kernel/maths.js';
import { planePhase_rad } from '../../models/constellation/walker.js';
import type { ShellMotion, WalkerShell } from '../../models/constellation/walker.js';

/**
 * Writes the numbers of all satellites within `angle_rad` of the unit vector at a time, counted as `node_rad` and `phase_rad` are, to
 * `out`; returns how many. May name a neighbour more at either end of a plane's stretch.
 */
export function satellitesNear(
  shell: WalkerShell, motion: ShellMotion, node_rad: number, phase_rad: number, t_s: number, ux: number, uy: number, uz: number, angle_rad: number, out: Int32Array,
): number {
  const { planes_count, perPlane_count } = shell, slot_rad = TAU / perPlane_count;
  const cosI = cos(shell.inclination_rad), sinI = sin(shell.inclination_rad);
  const reach = cos(angle_rad), widest = sin(Math.min(angle_rad, 0.25 * TAU));
  let count = 0;
  for (let plane = 0; plane < planes_count; plane++) {
    const node = node_rad + (plane * TAU) / planes_count + motion.nodeRate_radps * t_s;
    const nx = cos(node), ny = sin(node);
    // Along the node, a quarter further along the orbit, and off the plane.
    const alongNode = nx * ux + ny * uy, alongTop = (-ny * ux + nx * uy) * cosI + uz * sinI, off = (ny * ux - nx * uy) * sinI + uz * cosI;
    if (Math.abs(off) > widest) continue;
    const inPlane = Math.sqrt(alongNode * alongNode + alongTop * alongTop);
    const half = inPlane === 0 ? 0.5 * TAU : acos(clamp(reach / inPlane, -1, 1));
    const start = planePhase_rad(shell, phase_rad, plane) + motion.latitudeRate_radps * t_s, centre = atan2(alongTop, alongNode) - start;
    const low = Math.floor((centre - half) / slot_rad), span = Math.min(Math.ceil((centre + half) / slot_rad) - low + 1, perPlane_count);
    for (let k = 0; k < span; k++) {
      const wanted = low + k;
      out[count++] = plane * perPlane_count + wanted - Math.floor(wanted / perPlane_count) * perPlane_count;
    }
  }
  return count;
}
