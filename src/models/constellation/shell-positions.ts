/**
 * Positions of all satellites of a shell at one moment, for studies that need the whole shell. In its plane the satellite at
 * argument of latitude u stands at P cos u + Q sin u; from slot to slot u grows by equal steps, so each follows from the one
 * before by a turn instead of by sine and cosine. Turns lose about 1e-16 each: micrometres over the largest planes.
 */
import { cos, sin, TAU } from '../../kernel/maths.js';
import { planeNode_rad, planePhase_rad } from './walker.js';
import type { ShellMotion, WalkerShell } from './walker.js';

/**
 * Writes x, y, z of every satellite, in m, to three columns: plane after plane, slot after slot, from index `first` on.
 * `node_rad` and `phase_rad` are those of plane 0, slot 0 at t = 0 in the inertial frame; the columns are in the frame that
 * has turned by `turned_rad` about the pole since, so the Earth's angle gives Earth-fixed positions and 0 inertial ones.
 */
export function shellPositions(
  shell: WalkerShell, motion: ShellMotion, node_rad: number, phase_rad: number, t_s: number, turned_rad: number,
  x_m: Float64Array, y_m: Float64Array, z_m: Float64Array, first = 0,
): void {
  const { planes_count, perPlane_count } = shell, { radius_m } = motion;
  const cosI = cos(shell.inclination_rad), sinI = sin(shell.inclination_rad);
  const step_rad = TAU / perPlane_count, cosStep = cos(step_rad), sinStep = sin(step_rad);
  for (let plane = 0; plane < planes_count; plane++) {
    const node = planeNode_rad(shell, node_rad, plane) + motion.nodeRate_radps * t_s - turned_rad;
    const u = planePhase_rad(shell, phase_rad, plane) + motion.latitudeRate_radps * t_s;
    const cosNode = cos(node), sinNode = sin(node);
    const px = radius_m * cosNode, py = radius_m * sinNode;
    const qx = -radius_m * sinNode * cosI, qy = radius_m * cosNode * cosI, qz = radius_m * sinI;
    placePlane(first + plane * perPlane_count, perPlane_count, cos(u), sin(u), cosStep, sinStep, px, py, qx, qy, qz, x_m, y_m, z_m);
  }
}

/** One plane, in a function of its own: the loop is compiled once and stays small. */
function placePlane(
  from: number, count: number, cosU: number, sinU: number, cosStep: number, sinStep: number,
  px: number, py: number, qx: number, qy: number, qz: number, x_m: Float64Array, y_m: Float64Array, z_m: Float64Array,
): void {
  let c = cosU, s = sinU;
  for (let i = from; i < from + count; i++) {
    x_m[i] = px * c + qx * s;
    y_m[i] = py * c + qy * s;
    z_m[i] = qz * s;
    const turned = c * cosStep - s * sinStep;
    s = s * cosStep + c * sinStep;
    c = turned;
  }
}
