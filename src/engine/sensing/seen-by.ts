/**
 * Who sees an object at a moment of a run, whether or not it has reported: every satellite and site from which a look would be worth
 * its time, with the chance that it detects. Reads the run's truth and changes nothing. Radars count as if they had been told where to
 * look once anyone has; limits on tracks are left out.
 */
import { createSeenTarget } from '../../models/sensor/seen-target.js';
import type { Geometry } from '../geometry.js';
import { createNearFinder } from './moving-looks.js';
import { showFlight } from '../flights/show-flight.js';
import { LEAST_CHANCE } from './views.js';
import { FATE } from '../world.js';
import type { World } from '../world.js';

export interface SeenBy {
  /** Row of `geometry.linked.watchers`. */
  readonly watcher: number;
  /** Chance that one look detects. */
  readonly chance: number;
}

/** Asks who sees object `m` at a time of the raid; keeps scratch memory for one geometry. */
export function createSeenBy(geometry: Geometry): (world: World, m: number, t_s: number) => SeenBy[] {
  const { missiles, sensors, firstWatcher } = geometry.linked;
  const state = new Float64Array(6), position = new Float64Array(3), target = createSeenTarget();
  const candidates = sensors.map((sensor) => new Int32Array(sensor.count)), near = sensors.map((sensor, s) => createNearFinder(sensor, candidates[s]));
  return ({ truth, belief, placements }, m, t_s) => {
    const { attack, aim } = missiles[m], age_s = t_s - truth.launch_s[m];
    const isThere = age_s >= 0 && t_s <= truth.impact_s[m] && (truth.fate[m] === FATE.flying || t_s <= truth.end_s[m]);
    if (!isThere) return [];
    const variant = truth.variant[m];
    showFlight(geometry.trajectories[attack][aim].variants[variant].ephemeris, geometry.emissions[attack][aim][variant], age_s, state, target);
    return sensors.flatMap((sensor, s) => {
      const count = near[s](placements[s], t_s, target, 0);
      const found: SeenBy[] = [];
      for (let i = 0; i < count; i++) {
        sensor.positionAt(placements[s], candidates[s][i], t_s, position);
        const chance = sensor.chance(sensor.level(position[0], position[1], position[2], target), t_s >= belief.sighted_s[m]);
        if (chance >= LEAST_CHANCE) found.push({ watcher: firstWatcher[s] + candidates[s][i], chance });
      }
      return found.sort((x, y) => x.watcher - y.watcher);
    });
  };
}
