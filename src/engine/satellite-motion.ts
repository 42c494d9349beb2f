/**
 * Where the satellites of one sensor are, Earth-fixed, at a time of the raid. Geostationary ones stand still. A shell turns with
 * the node and phase that a run drew.
 */
import { EARTH_RATE_RADPS } from '../kernel/constants.js';
import { rotateZ } from '../kernel/frames.js';
import { geostationaryPosition } from '../models/constellation/geostationary.js';
import { shellPositions } from '../models/constellation/shell-positions.js';
import { satellitePosition, shellMotion } from '../models/constellation/walker.js';
import type { OrbitPlan } from '../scenario/sensor-plan.js';

/** What a run draws for one sensor, and when it starts. */
export interface Placement {
  /** Seconds since 2000-01-01T12:00:00 UTC at the start of the raid. */
  readonly epoch_s: number;
  /** Of plane 0 and its slot 0 at the start of the raid, in the inertial frame that is then Earth-fixed. */
  readonly node_rad: number;
  readonly phase_rad: number;
  /** How far in its round an elliptical system is at the start of the raid. */
  readonly shift_s: number;
}

export interface SatelliteMotion {
  /** True when no run moves it: what it sees of a flight can be worked out once. */
  readonly isFixed: boolean;
  /** Earth-fixed position of one satellite at a time of the raid. */
  positionAt(placement: Placement, satellite: number, t_s: number, out_ecef_m: Float64Array): void;
  /** Earth-fixed positions of all of them, to columns from index `first` on. */
  positionsAt(placement: Placement, t_s: number, x_m: Float64Array, y_m: Float64Array, z_m: Float64Array, first: number): void;
}

export function moveSatellites(orbit: OrbitPlan): SatelliteMotion {
  if (orbit.kind === 'geostationary') {
    const position_ecef_m = new Float64Array(3);
    geostationaryPosition(orbit.lon_rad, position_ecef_m);
    return standStill(position_ecef_m);
  }
  if (orbit.kind !== 'walker') throw new Error(`satellites: orbits of kind ${orbit.kind} cannot be flown`);
  const { shell } = orbit, motion = shellMotion(shell);
  return {
    isFixed: false,
    positionAt({ node_rad, phase_rad }, satellite, t_s, out_ecef_m) {
      satellitePosition(shell, motion, node_rad, phase_rad, satellite, t_s, out_ecef_m);
      rotateZ(out_ecef_m[0], out_ecef_m[1], -EARTH_RATE_RADPS * t_s, out_ecef_m);
    },
    positionsAt({ node_rad, phase_rad }, t_s, x_m, y_m, z_m, first) {
      shellPositions(shell, motion, node_rad, phase_rad, t_s, EARTH_RATE_RADPS * t_s, x_m, y_m, z_m, first);
    },
  };
}

/** What stands on the ground, or over it. */
export function standStill(position_ecef_m: Float64Array): SatelliteMotion {
  return {
    isFixed: true,
    positionAt: (_placement, _satellite, _t_s, out_ecef_m) => out_ecef_m.set(position_ecef_m),
    positionsAt(_placement, _t_s, x_m, y_m, z_m, first) {
      x_m[first] = position_ecef_m[0];
      y_m[first] = position_ecef_m[1];
      z_m[first] = position_ecef_m[2];
    },
  };
}
