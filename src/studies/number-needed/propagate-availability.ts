/**
 * How many satellites of a shell are near a place, counted by moving them: the check on the closed form, and what it cannot give,
 * the fewest and the most. A Walker pattern on circular orbits with the drift of J2, over a sphere that turns; the place is at a
 * geocentric latitude. Deterministic: the pattern starts with node and phase zero.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { cos, sin, TAU } from '../../kernel/maths.js';
import { planeNode_rad, planePhase_rad, type ShellMotion, shellMotion, type WalkerShell } from '../../models/constellation/walker.js';

export interface AvailabilityInputs {
  readonly shell: WalkerShell;
  readonly latitude_rad: number;
  /** Angle at the Earth's centre within which a satellite counts. */
  readonly reach_rad: number;
  readonly duration_s: number;
  readonly step_s: number;
}

export interface Availability {
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  readonly looks: number;
}

export function propagateAvailability(inputs: AvailabilityInputs): Availability {
  const motion = shellMotion(inputs.shell);
  const looks = Math.max(1, Math.floor(inputs.duration_s / inputs.step_s));
  let sum = 0;
  let min = Infinity;
  let max = 0;
  for (let look = 0; look < looks; look++) {
    const near = countNear(inputs, motion, look * inputs.step_s);
    sum += near;
    min = Math.min(min, near);
    max = Math.max(max, near);
  }
  return { mean: sum / looks, min, max, looks };
}

/**
 * Satellites near the place at one moment. In a plane the satellite at argument of latitude u stands in the direction P cos u + Q sin u,
 * with P along the node and Q a quarter turn ahead; from slot to slot u grows by equal steps, so each follows from the last by a turn.
 */
function countNear({ shell, latitude_rad, reach_rad }: AvailabilityInputs, motion: ShellMotion, t_s: number): number {
  const least = cos(reach_rad);
  const across = cos(latitude_rad);
  const up = sin(latitude_rad) * sin(shell.inclination_rad);
  const tilt = cos(shell.inclination_rad);
  const step_rad = TAU / shell.perPlane_count;
  const cosStep = cos(step_rad);
  const sinStep = sin(step_rad);
  let near = 0;
  for (let plane = 0; plane < shell.planes_count; plane++) {
    // Node seen from the place, which turns with the Earth.
    const node_rad = planeNode_rad(shell, 0, plane) + (motion.nodeRate_radps - EARTH_RATE_RADPS) * t_s;
    const u = planePhase_rad(shell, 0, plane) + motion.latitudeRate_radps * t_s;
    const alongNode = across * cos(node_rad);
    const ahead = up - across * tilt * sin(node_rad);
    let cosU = cos(u);
    let sinU = sin(u);
    for (let slot = 0; slot < shell.perPlane_count; slot++) {
      if (alongNode * cosU + ahead * sinU >= least) near++;
      const turned = cosU * cosStep - sinU * sinStep;
      sinU = sinU * cosStep + cosU * sinStep;
      cosU = turned;
    }
  }
  return near;
}

/**
 * The most even Walker pattern for a number of satellites: as many planes as satellites per plane, or nearly. Undefined when the
 * number cannot be laid out so, as a prime: less than a third of the square root would be left for one of the two.
 */
export function evenShell(satellites_count: number, altitude_m: number, inclination_rad: number): WalkerShell | undefined {
  let planes_count = 0;
  for (let divisor = 1; divisor * divisor <= satellites_count; divisor++) if (satellites_count % divisor === 0) planes_count = divisor;
  if (planes_count < Math.sqrt(satellites_count) / 3) return undefined;
  return { altitude_m, inclination_rad, planes_count, perPlane_count: satellites_count / planes_count, phasing: 1 };
}
