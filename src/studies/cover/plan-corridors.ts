/** Flights of a plan's attacks as corridors: each class flown once, without dispersion, from its origin to each of its targets. */
import { createNetwork, type NetworkSensor } from '../../engine/sensing/sensor-network.js';
import { createSunTable } from '../../engine/sensing/sun-table.js';
import { EARTH_FLATTENING } from '../../kernel/constants.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { prepareThreat } from '../../models/threat/index.js';
import type { SolvedFlight } from '../../models/threat/threat-class.js';
import type { AttackPlan, Plan } from '../../scenario/plan/plan.js';
import { showSolved } from '../shown-flight.js';
import type { Corridor } from './corridors.js';
import { IN_VIEW_PROB, startOf, watcherOrder } from './plan-watchers.js';

export interface FlownCorridor extends Corridor {
  /** Points below the flight, as unit vectors in stretched space. */
  readonly track: readonly (readonly [number, number, number])[];
}

const TRACK_STEP_S = 20;

/** One for each class, origin and target; what is out of range is left out. */
export function planCorridors(plan: Plan): FlownCorridor[] {
  const network = createNetwork(plan), known = new Set<string>();
  return plan.attacks.flatMap((attack) => {
    const prepared = prepareThreat(attack.threat);
    return attack.targets.flatMap((to): FlownCorridor[] => {
      const name = `${attack.threat.name}, ${attack.origin.name} to ${to.name}, ${attack.shape}, ${attack.approach}`;
      if (known.has(name)) return [];
      known.add(name);
      const solved = prepared.solve({ from: attack.origin, to, route: attack.route, shape: attack.shape, approach: attack.approach, bodies: [] });
      return solved.converged ? [corridorOf(plan, network, attack, to.name, solved.flight)] : [];
    });
  });
}

function corridorOf(plan: Plan, network: readonly NetworkSensor[], attack: AttackPlan, to: string, flight: SolvedFlight): FlownCorridor {
  const show = showSolved(attack, flight), placement = startOf(plan), position = new Float64Array(3), sun = new Float64Array(3), table = createSunTable(), order = watcherOrder(network);
  let isCued = false;
  return {
    attack: attack.key, missile: attack.threat.name, from: attack.origin.name, to, flightTime_s: flight.flightTime_s, track: trackOf(flight),
    look(launch_s, age_s, row) {
      // Once an infrared satellite has seen it, radars are told where to look.
      const wasCued = age_s > 0 && isCued;
      isCued = wasCued;
      const target = show(age_s);
      let watcher = 0;
      table.at(plan.epoch.from_s + launch_s + age_s, sun);
      for (const index of order) {
        const sensor = network[index];
        for (let satellite = 0; satellite < sensor.count; satellite++, watcher++) {
          sensor.positionAt(placement, satellite, launch_s + age_s, position);
          const sees = sensor.chance(sensor.level(position[0], position[1], position[2], target), wasCued) >= IN_VIEW_PROB
            && sensor.isBlinded?.(position[0], position[1], position[2], target, sun) !== true;
          row[watcher] = sees ? 1 : 0;
          if (sees && sensor.evidence === 'infrared') isCued = true;
        }
      }
    },
  };
}

function trackOf({ ephemeris, flightTime_s }: SolvedFlight): [number, number, number][] {
  const state = new Float64Array(6);
  return Array.from({ length: Math.floor(flightTime_s / TRACK_STEP_S) + 1 }, (_, step): [number, number, number] => {
    ephemerisAt(ephemeris, step * TRACK_STEP_S, state);
    const z = state[2] / (1 - EARTH_FLATTENING), size = Math.sqrt(state[0] * state[0] + state[1] * state[1] + z * z);
    return [state[0] / size, state[1] / size, z / size];
  });
}
