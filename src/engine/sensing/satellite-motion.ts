/**
 * Where the satellites of one sensor are, Earth-fixed, at a time of the raid. Geostationary ones stand still; a shell turns with the
 * node and phase that a run drew, an ellipse is as far in its round as the run drew, public element sets are where SGP4 has them at
 * that moment. A satellite that SGP4 says has come down is put at the centre of the Earth, from where nothing is seen.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { rotateZ } from '../../kernel/earth/frames.js';
import { geostationaryPosition } from '../../models/constellation/geostationary.js';
import { keplerMotion, keplerPosition } from '../../models/constellation/kepler-orbit.js';
import { elementsPosition, readElements } from '../../models/constellation/sgp4.js';
import { shellPositions } from '../../models/constellation/shell-positions.js';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import type { OrbitPlan } from '../../scenario/plan/sensor-plan.js';

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

/** What stands still stands there in every run. */
export const STANDING: Placement = { epoch_s: 0, node_rad: 0, phase_rad: 0, shift_s: 0 };

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
  if (orbit.kind === 'kepler') {
    const motion = keplerMotion(orbit);
    return one(({ shift_s }, _satellite, t_s, out_ecef_m) => keplerPosition(orbit, motion, t_s + shift_s, EARTH_RATE_RADPS * (t_s + shift_s), out_ecef_m), 1);
  }
  if (orbit.kind === 'elements') {
    const satellites = orbit.sets.map((set) => {
      const read = readElements(set);
      if (!read.ok) throw new Error(`satellites: the elements of ${set.name} were not checked`);
      return read.satellite;
    });
    return one(({ epoch_s }, satellite, t_s, out_ecef_m) => {
      if (!elementsPosition(satellites[satellite], epoch_s + t_s, out_ecef_m)) out_ecef_m.fill(0);
    }, satellites.length);
  }
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

/** Satellites that are asked one by one. */
function one(positionAt: SatelliteMotion['positionAt'], count: number): SatelliteMotion {
  const position_ecef_m = new Float64Array(3);
  return {
    isFixed: false,
    positionAt,
    positionsAt(placement, t_s, x_m, y_m, z_m, first) {
      for (let satellite = 0; satellite < count; satellite++) {
        positionAt(placement, satellite, t_s, position_ecef_m);
        x_m[first + satellite] = position_ecef_m[0];
        y_m[first + satellite] = position_ecef_m[1];
        z_m[first + satellite] = position_ecef_m[2];
      }
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
