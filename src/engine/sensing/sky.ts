/** What the hour of a run changes for sensors: where the Sun stands. Asked once a look would detect, so that few looks ask. */
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { createSeenTarget } from '../../models/sensor/seen-target.js';
import type { Emission } from '../flights/emission.js';
import type { LinkedMissile } from '../link.js';
import type { Placement } from './satellite-motion.js';
import type { NetworkSensor } from './sensor-network.js';
import { createSunTable } from './sun-table.js';
import type { Variant } from '../flights/trajectories.js';

/** One object's flight, as the sensors are shown it. */
export interface WatchedFlight {
  readonly missile: LinkedMissile;
  readonly variant: Variant;
  readonly emission: Emission;
  readonly launch_s: number;
}

export interface Sky {
  /** Start of the raid, s since J2000. */
  epoch_s: number;
  /** True when the Sun stands too near to a sensor's line of sight to the object at an age. */
  blinds(sensor: NetworkSensor, placement: Placement, satellite: number, flight: WatchedFlight, age_s: number): boolean;
}

export function createSky(): Sky {
  const table = createSunTable(), sun = new Float64Array(3), position = new Float64Array(3), state = new Float64Array(6), target = createSeenTarget();
  const sky: Sky = {
    epoch_s: 0,
    blinds(sensor, placement, satellite, { variant, launch_s }, age_s) {
      if (sensor.isBlinded === null) return false;
      ephemerisAt(variant.ephemeris, age_s, state);
      target.x_m = state[0];
      target.y_m = state[1];
      target.z_m = state[2];
      sensor.positionAt(placement, satellite, launch_s + age_s, position);
      table.at(sky.epoch_s + launch_s + age_s, sun);
      return sensor.isBlinded(position[0], position[1], position[2], target, sun);
    },
  };
  return sky;
}
