/**
 * Walker-delta shell of circular orbits with secular J2 drift of node and argument of latitude.
 * Positions follow in closed form from plane and slot, so a run never has to move all satellites.
 * Circular orbits only; drag is taken as made up by propulsion.
 * Source: Walker 1984 (i: T/P/F notation); Vallado, Fundamentals of Astrodynamics, 4th ed., eqs 9-37 to 9-41 for J2.
 */
import { EARTH_RADIUS_M, J2, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { cos, sin, TAU } from '../../kernel/maths.js';

export interface WalkerShell {
  readonly altitude_m: number;
  readonly inclination_rad: number;
  readonly planes_count: number;
  readonly perPlane_count: number;
  /** F of i: T/P/F; satellites in the next plane lead by F·2π/T. */
  readonly phasing: number;
}

/** Rates of a shell: orbit radius, rate of the argument of latitude, rate of the node. */
export interface ShellMotion {
  readonly radius_m: number;
  readonly latitudeRate_radps: number;
  readonly nodeRate_radps: number;
}

/** Secular motion of a circular orbit under J2; altitude counts from the equatorial radius. */
export function shellMotion(shell: WalkerShell): ShellMotion {
  const a = EARTH_RADIUS_M + shell.altitude_m;
  const n = Math.sqrt(MU_EARTH_M3PS2 / (a * a * a));
  const k = 1.5 * J2 * (EARTH_RADIUS_M / a) * (EARTH_RADIUS_M / a);
  const c = cos(shell.inclination_rad);
  return { radius_m: a, latitudeRate_radps: n * (1 + k * (4 * c * c - 1)), nodeRate_radps: -k * n * c };
}

/** Node of a plane when plane 0 has node `node_rad`. */
export function planeNode_rad(shell: WalkerShell, node_rad: number, plane: number): number {
  return node_rad + (plane * TAU) / shell.planes_count;
}

/** Argument of latitude of slot 0 of a plane when slot 0 of plane 0 has `phase_rad`. */
export function planePhase_rad(shell: WalkerShell, phase_rad: number, plane: number): number {
  return phase_rad + (plane * shell.phasing * TAU) / (shell.planes_count * shell.perPlane_count);
}

/**
 * Position of one satellite in the inertial frame in which `node_rad` and `phase_rad` are given for t = 0.
 * Writes x, y, z in m to `out`.
 */
export function satellitePosition(shell: WalkerShell, motion: ShellMotion, node_rad: number, phase_rad: number, satellite: number, t_s: number, out: Float64Array): void {
  const plane = Math.floor(satellite / shell.perPlane_count);
  const slot = satellite - plane * shell.perPlane_count;
  const node = planeNode_rad(shell, node_rad, plane) + motion.nodeRate_radps * t_s;
  const u = planePhase_rad(shell, phase_rad, plane) + (slot * TAU) / shell.perPlane_count + motion.latitudeRate_radps * t_s;
  const cosNode = cos(node), sinNode = sin(node), cosU = cos(u), sinU = sin(u);
  const cosI = cos(shell.inclination_rad), sinI = sin(shell.inclination_rad);
  out[0] = motion.radius_m * (cosNode * cosU - sinNode * sinU * cosI);
  out[1] = motion.radius_m * (sinNode * cosU + cosNode * sinU * cosI);
  out[2] = motion.radius_m * (sinU * sinI);
}
