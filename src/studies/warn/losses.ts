/** What warning loses without some sensors: the same launches, with the same luck of everybody else. */
import type { SensorGroup } from '../sensor-groups.js';
import type { Milestones } from './milestones.js';
import type { WarnedFlight } from './warn.js';

export interface WarningLoss {
  readonly name: string;
  readonly kind: SensorGroup['kind'];
  readonly firstSeen: Delay;
  readonly confirmed: Delay;
}

/** Over all flights and launches in which it still comes: how much later, on average and at most; and the share in which it no longer does. */
export interface Delay {
  readonly mean_s: number;
  readonly most_s: number;
  readonly lost: number;
}

/** `groups` in the order in which the flights have their milestones without them. */
export function warningLosses(flights: readonly WarnedFlight[], groups: readonly SensorGroup[]): WarningLoss[] {
  return groups.map(({ name, kind }, g) => ({ name, kind, firstSeen: delayOf(flights, g, 'firstSeen_s'), confirmed: delayOf(flights, g, 'confirmed_s') }));
}

function delayOf(flights: readonly WarnedFlight[], g: number, name: keyof Milestones): Delay {
  let sum_s = 0, most_s = 0, both = 0, lost = 0, count = 0;
  for (const { launches, without } of flights) {
    launches.forEach((whole, launch) => {
      const from_s = whole[name], to_s = without[g][launch][name];
      count++;
      if (from_s === Infinity) return;
      if (to_s === Infinity) {
        lost++;
        return;
      }
      sum_s += to_s - from_s;
      most_s = Math.max(most_s, to_s - from_s);
      both++;
    });
  }
  return { mean_s: both === 0 ? 0 : sum_s / both, most_s, lost: count === 0 ? 0 : lost / count };
}
