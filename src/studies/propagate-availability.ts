/**
 * How many satellites of a shell are near a place, counted by moving them: the check on the closed form, and what it cannot give,
 * the fewest and the most. A Walker pattern on circular orbits with the drift of J2, over a sphere that turns; the place is at a
 * geocentric latitude. Deterministic: the pattern starts with node and phase zero.
 */
import { EARTH_RATE_RADPS } from '../kernel/constants.js';
import { cos, sin } from '../kernel/maths.js';
import { satellitePosition, shellMotion, type WalkerShell } from '../models/constellation/walker.js';

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

export function propagateAvailability({ shell, latitude_rad, reach_rad, duration_s, step_s }: AvailabilityInputs): Availability {
  const motion = shellMotion(shell);
  const satellites = shell.planes_count * shell.perPlane_count;
  const looks = Math.max(1, Math.floor(duration_s / step_s));
  const least = cos(reach_rad) * motion.radius_m;
  const z = sin(latitude_rad);
  const across = cos(latitude_rad);
  const position = new Float64Array(3);
  let sum = 0;
  let min = Infinity;
  let max = 0;
  for (let look = 0; look < looks; look++) {
    const t_s = look * step_s;
    const x = across * cos(EARTH_RATE_RADPS * t_s);
    const y = across * sin(EARTH_RATE_RADPS * t_s);
    let near = 0;
    for (let satellite = 0; satellite < satellites; satellite++) {
      satellitePosition(shell, motion, 0, 0, satellite, t_s, position);
      if (position[0] * x + position[1] * y + position[2] * z >= least) near++;
    }
    sum += near;
    min = Math.min(min, near);
    max = Math.max(max, near);
  }
  return { mean: sum / looks, min, max, looks };
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
