/** The sensors of a replay: where they are, and who sees what when. */
import { satelliteKey, satelliteName } from '../../scenario/plan/sensor-plan.js';
import type { Geometry } from '../geometry.js';
import type { MovingSensor, ReplaySensor, SeenStretch } from './record.js';
import { createSeenBy } from '../sensing/seen-by.js';
import type { World } from '../world.js';

/** Between places of a satellite that moves: a straight line between them is off by at most 4 km. */
const PATH_STEP_S = 60;
/** Between questions who sees an object: fine while it burns. */
const ASK_BOOST_S = 5, ASK_LATER_S = 20;

export function replaySensors(geometry: Geometry, world: World, end_s: number): { sensors: ReplaySensor[]; movingSensors: MovingSensor[] } {
  const sensors: ReplaySensor[] = [], movingSensors: MovingSensor[] = [], position = new Float64Array(3);
  for (const { sensor: s, satellite } of geometry.linked.watchers) {
    const sensor = geometry.linked.sensors[s], { plan } = sensor, placement = world.placements[s];
    const named = { key: satelliteKey(plan, satellite), name: satelliteName(plan, satellite), model: plan.model };
    if (sensor.isFixed) {
      sensor.positionAt(placement, satellite, 0, position);
      sensors.push({ ...named, position_ecef_m: [position[0], position[1], position[2]] });
      continue;
    }
    const t_s = Float64Array.from({ length: Math.ceil(end_s / PATH_STEP_S) + 1 }, (_, i) => i * PATH_STEP_S), position_ecef_m = new Float64Array(3 * t_s.length);
    t_s.forEach((time_s, i) => {
      sensor.positionAt(placement, satellite, time_s, position);
      position_ecef_m.set(position, 3 * i);
    });
    movingSensors.push({ ...named, path: { t_s, position_ecef_m } });
  }
  return { sensors, movingSensors };
}

/** Stretches of time in which each watcher sees each object, from questions every few seconds. */
export function findSeen(geometry: Geometry, world: World): SeenStretch[] {
  const { watchers, sensors, missiles } = geometry.linked, seenBy = createSeenBy(geometry), found: SeenStretch[] = [];
  for (let m = 0; m < world.truth.count; m++) {
    const open = new Map<number, number>(), end_s = world.truth.end_s[m];
    const close = (watcher: number, to_s: number): void => {
      const { sensor, satellite } = watchers[watcher];
      found.push({ target: missiles[m].name, by: satelliteKey(sensors[sensor].plan, satellite), from_s: open.get(watcher) ?? to_s, to_s });
      open.delete(watcher);
    };
    let t_s = world.truth.launch_s[m], before_s = t_s;
    for (;;) {
      const now = new Set(seenBy(world, m, t_s).map(({ watcher }) => watcher));
      for (const watcher of open.keys()) if (!now.has(watcher)) close(watcher, before_s);
      for (const watcher of now) if (!open.has(watcher)) open.set(watcher, t_s);
      if (t_s >= end_s) break;
      before_s = t_s;
      t_s = Math.min(end_s, t_s + (t_s < world.truth.burnout_s[m] ? ASK_BOOST_S : ASK_LATER_S));
    }
    for (const watcher of open.keys()) close(watcher, end_s);
  }
  return found;
}
