/** Which satellites that move look at an object at one moment of a run, from where, and how much their looks are worth. */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { rotateZ } from '../../kernel/earth/frames.js';
import { createSeenTarget } from '../../models/sensor/seen-target.js';
import type { Geometry } from '../geometry.js';
import { createNearFinder } from './moving-looks.js';
import type { NetworkSensor } from './sensor-network.js';
import { showFlight } from '../flights/show-flight.js';
import { looksOf_ps } from '../tracks/track-chart.js';
import type { World } from '../world.js';

export interface MovingViews {
  /** By row of the last `look`: the satellite, its looks a second, and its place in inertial axes that were Earth-fixed at launch. */
  readonly satellite: Int32Array;
  readonly look_ps: Float64Array;
  readonly position_m: Float64Array;
  /** Fills the rows and returns how many. */
  look(world: World, m: number, age_s: number): number;
}

/** `s` is the sensor's number in the plan. */
export function createMovingViews(geometry: Geometry, sensor: NetworkSensor, s: number): MovingViews {
  const { missiles } = geometry.linked, candidates = new Int32Array(sensor.count), near = createNearFinder(sensor, candidates);
  const satellite = new Int32Array(sensor.count), look_ps = new Float64Array(sensor.count), position_m = new Float64Array(3 * sensor.count);
  const state = new Float64Array(6), position = new Float64Array(3), target = createSeenTarget();
  return {
    satellite, look_ps, position_m,
    look({ truth, placements }, m, age_s) {
      const { attack, aim } = missiles[m], variant = truth.variant[m], t_s = truth.launch_s[m] + age_s;
      showFlight(geometry.trajectories[attack][aim].variants[variant].ephemeris, geometry.emissions[attack][aim][variant], age_s, state, target);
      const found = near(placements[s], t_s, target, 0);
      let count = 0;
      for (let i = 0; i < found; i++) {
        sensor.positionAt(placements[s], candidates[i], t_s, position);
        const look = looksOf_ps(sensor, sensor.level(position[0], position[1], position[2], target));
        if (look <= 0) continue;
        satellite[count] = candidates[i];
        look_ps[count] = look;
        rotateZ(position[0], position[1], EARTH_RATE_RADPS * age_s, position);
        position_m.set(position, 3 * count);
        count++;
      }
      return count;
    },
  };
}
