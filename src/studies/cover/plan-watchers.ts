/**
 * A plan's sensors as watchers of one kind of target. In view is what half or more of single looks detect. What a satellite sees is
 * asked of its sensor along the equator, where stretching changes nothing, and kept by its distance from the Earth's centre.
 */
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { cos, exp, log, sin } from '../../kernel/maths.js';
import type { Placement } from '../../engine/sensing/satellite-motion.js';
import { createNetwork, type NetworkSensor } from '../../engine/sensing/sensor-network.js';
import { createSunTable } from '../../engine/sensing/sun-table.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { ringsOf, type Rings } from './rings.js';
import { targetAt, type SoughtTarget } from './sought-target.js';
import type { FixedWatcher, MovingWatchers, WatchedSensor, Watchers } from './watchers.js';

/** In view: at least this share of looks detects. */
export const IN_VIEW_PROB = 0.5;
/** Rings are kept for distances this share apart: a few hundred metres in low orbit. */
const DISTANCE_STEP = 5e-5;

export function planWatchers(plan: Pick<Plan, 'sensors' | 'epoch'>, sought: SoughtTarget): Watchers {
  const network = createNetwork(plan), placement = startOf(plan);
  const sensors = network.map(({ plan: { name, system, nation, ...rest }, evidence, count }): WatchedSensor => ({
    name, system, nation, isInfrared: evidence === 'infrared', watchers_count: count, angularError_rad: 'angularError_rad' in rest ? rest.angularError_rad : 0,
  }));
  const order = watcherOrder(network), table = createSunTable();
  return {
    sensors,
    fixed: order.filter((index) => network[index].isFixed).map((index) => fixedWatcher(network[index], index, sought, placement)),
    moving: order.filter((index) => !network[index].isFixed).map((index) => movingWatchers(network[index], index, sought, placement)),
    sun: (t_s, out) => table.at(plan.epoch.from_s + t_s, out),
  };
}

/** Sensors in the order of their watchers: what stands still without asking the Sun, what stands still and asks it, what moves. */
export function watcherOrder(network: readonly NetworkSensor[]): number[] {
  const rank = (sensor: NetworkSensor): number => (sensor.isFixed ? (exclusionOf_rad(sensor) > 0 ? 1 : 0) : 2);
  return network.map((_, index) => index).sort((a, b) => rank(network[a]) - rank(network[b]) || a - b);
}

const exclusionOf_rad = ({ plan }: NetworkSensor): number => (plan.model === 'infrared' ? plan.sunExclusion_rad : 0);

/** Where satellites stand at the start of the epoch: as their numbers say. */
export function startOf({ epoch }: Pick<Plan, 'epoch'>): Placement {
  return { epoch_s: epoch.from_s, node_rad: 0, phase_rad: 0, shift_s: 0 };
}

function fixedWatcher(sensor: NetworkSensor, index: number, sought: SoughtTarget, placement: Placement): FixedWatcher {
  const position = new Float64Array(3), target = targetAt(sought);
  sensor.positionAt(placement, 0, 0, position);
  const [sx, sy, sz] = position;
  return {
    sensor: index, x_m: sx, y_m: sy, z_m: sz, sunExclusion_rad: exclusionOf_rad(sensor),
    sees(x_m, y_m, z_m) {
      target.x_m = x_m;
      target.y_m = y_m;
      target.z_m = z_m;
      return sensor.chance(sensor.level(sx, sy, sz, target), false) >= IN_VIEW_PROB;
    },
  };
}

function movingWatchers(sensor: NetworkSensor, index: number, sought: SoughtTarget, placement: Placement): MovingWatchers {
  const target = targetAt(sought), around_m = EARTH_RADIUS_M + sought.altitude_m, known = new Map<number, Rings>();
  const ringsAt = (radius_m: number): Rings => ringsOf((angle_rad) => {
    target.x_m = around_m * cos(angle_rad);
    target.y_m = around_m * sin(angle_rad);
    return sensor.chance(sensor.level(radius_m, 0, 0, target), false) >= IN_VIEW_PROB;
  });
  return {
    sensor: index, count: sensor.count, sunExclusion_rad: exclusionOf_rad(sensor),
    place: (t_s, x_m, y_m, z_m, first) => sensor.positionsAt(placement, t_s, x_m, y_m, z_m, first),
    rings(radius_m) {
      const step = Math.round(log(radius_m) / DISTANCE_STEP);
      let rings = known.get(step);
      if (rings === undefined) known.set(step, (rings = ringsAt(exp(step * DISTANCE_STEP))));
      return rings;
    },
  };
}
