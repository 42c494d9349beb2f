/**
 * Reasons of doctrine to keep a round although it could be fired: a later layer will still have a window on the object, or the
 * object falls where only what is left may be spent. Reads belief and orders only; returns moments until which to wait.
 */
import type { Geometry } from '../geometry.js';
import type { GroundWindow } from '../reach/ground-windows.js';
import type { Known } from '../world.js';

/** Until when a later layer of the plan that may fire and has a round could still be committed; −Infinity where there is none. */
function laterLayerUntil_s(geometry: Geometry, windows: readonly (GroundWindow | null)[], known: Known, m: number, g: number, launch_s: number): number {
  const { groups } = geometry.linked;
  let until_s = -Infinity;
  for (let later = g + 1; later < groups.length; later++) {
    if (groups[later].kind !== 'ground' || known.release_s[m * groups.length + later] === Infinity) continue;
    for (const e of groups[later].elements) {
      const window = windows[e];
      if (window !== null && known.rounds[e] > 0) until_s = Math.max(until_s, launch_s + window.lastCommit_s);
    }
  }
  return until_s;
}

/** Until when a layer leaves the object to a later one, by the policy of the plan; −Infinity where it does not. */
export function leftUntil_s(geometry: Geometry, windows: readonly (GroundWindow | null)[], known: Known, m: number, g: number, launch_s: number): number {
  const { plan, groups } = geometry.linked, { handOver } = plan.command;
  const isLeft = handOver === 'at-once' || (handOver === 'after-first-salvo' && known.fired[m * groups.length + g] > 0);
  return isLeft ? laterLayerUntil_s(geometry, windows, known, m, g, launch_s) : -Infinity;
}

/** What falls outside the preferred places gets what is left one decision before the layer's latest commit, `last_s`; −Infinity for all else. */
export function spareUntil_s(geometry: Geometry, known: Known, m: number, last_s: number): number {
  const { preferred, decisionPeriod_s } = geometry.linked.plan.command;
  return preferred !== undefined && known.belief.isElsewhere[m] === 1 ? last_s - decisionPeriod_s : -Infinity;
}
