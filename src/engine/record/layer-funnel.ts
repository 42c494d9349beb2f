/**
 * What became of the objects of one run at one layer: how many it could have met, for how many of those its rule was met and
 * permission came in time, whom it fired at and stopped, and whom it passed on. Worked out after the run, from the truth.
 * Each step is a part of the one before; what a layer could have met it stopped, or somebody else had ended, or it passed on.
 */
import { createTrack } from '../tracks/believe.js';
import type { Geometry } from '../geometry.js';
import { ASCENT_STEP_S } from '../flights/trajectories.js';
import { createSearches, latestCommit_s } from '../reach/true-reach.js';
import { FATE, RESULT } from '../world.js';
import type { World } from '../world.js';

/**
 * `reachable`: its last useful moment came after the object was first seen; `tracked` and `released`: evidence and permission came by
 * then; `assigned`: sent somebody; `shot`: who met it still flying; `killed`; `elsewhere`: ended by others, or by itself,
 * while this layer could still have acted.
 */
export const FUNNEL_STEPS = ['reachable', 'tracked', 'released', 'assigned', 'shot', 'killed', 'elsewhere'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

export interface LayerFunnels {
  /** Lethal objects, `element · FUNNEL_STEPS.length + step`. */
  readonly counts: Int32Array;
  count(world: World): void;
}

const STEPS = FUNNEL_STEPS.length;
const REACHABLE = 0, TRACKED = 1, RELEASED = 2, ASSIGNED = 3, SHOT = 4, KILLED = 5, ELSEWHERE = 6;
const NO_ORDER = 0, ORDERED = 1, MET = 2;

export function createLayerFunnels(geometry: Geometry): LayerFunnels {
  const { missiles, elements, groups } = geometry.linked;
  const counts = new Int32Array(elements.length * STEPS), ordered = new Uint8Array(missiles.length * elements.length);
  const latest = createLatestCommit(geometry);

  const noteOrders = ({ orders }: World): void => {
    ordered.fill(NO_ORDER);
    for (let i = 0; i < orders.count; i++) {
      const slot = orders.target[i] * elements.length + orders.element[i];
      const hasMet = orders.result[i] !== RESULT.pending && orders.result[i] !== RESULT.targetAlreadyGone;
      if (ordered[slot] < (hasMet ? MET : ORDERED)) ordered[slot] = hasMet ? MET : ORDERED;
    }
  };

  const countAt = (world: World, m: number, e: number): void => {
    const { truth, belief, evidence_s, release_s } = world, isSpace = elements[e].plan.kind === 'space';
    // Shots in boost are ordered at the lead and concern all on board.
    const order = ordered[(isSpace ? missiles[m].lead : m) * elements.length + e], hasOrder = order !== NO_ORDER;
    const at = e * STEPS, slot = m * groups.length + elements[e].group, isKilled = truth.fate[m] === FATE.killed && truth.killedBy[m] === e;
    if (belief.sighted_s[m] === Infinity) return;
    // Looking for the last useful moment of a shell costs as much as a decision: only where something hangs on it.
    const latest_s = hasOrder && (isKilled || truth.fate[m] === FATE.leaked) ? Infinity : latest.at_s(world, m, e);
    if (!hasOrder && !(latest_s >= belief.sighted_s[m])) return;
    counts[at + REACHABLE]++;
    if (!isKilled && truth.fate[m] !== FATE.leaked && truth.end_s[m] <= latest_s) counts[at + ELSEWHERE]++;
    if (!hasOrder && !(evidence_s[slot] <= latest_s)) return;
    counts[at + TRACKED]++;
    if (!hasOrder && !(release_s[slot] <= latest_s)) return;
    counts[at + RELEASED]++;
    if (!hasOrder) return;
    counts[at + ASSIGNED]++;
    if (order !== MET) return;
    counts[at + SHOT]++;
    if (isKilled) counts[at + KILLED]++;
  };

  return {
    counts,
    count(world) {
      counts.fill(0);
      latest.clear();
      noteOrders(world);
      for (let m = 0; m < missiles.length; m++) if (missiles[m].isLethal) for (let e = 0; e < elements.length; e++) countAt(world, m, e);
    },
  };
}

/**
 * Latest moment since an object was first seen at which an element could have been sent and met it. For shells it is kept from
 * object to object of one missile, which are seen as one in boost.
 */
function createLatestCommit(geometry: Geometry): { clear(): void; at_s(world: World, m: number, e: number): number } {
  const { missiles, elements } = geometry.linked, track = createTrack(ASCENT_STEP_S), searches = createSearches(geometry.linked);
  const leads = new Int32Array(elements.length).fill(-1), kept_s = new Float64Array(elements.length);
  const at_s = (world: World, m: number, e: number): number => {
    const { lead } = missiles[m], isShell = searches[e] !== null;
    if (isShell && leads[e] === lead) return kept_s[e];
    const latest_s = latestCommit_s(geometry, searches, track, world, m, e, world.belief.sighted_s[m] - world.truth.launch_s[m]);
    if (isShell) {
      leads[e] = lead;
      kept_s[e] = latest_s;
    }
    return latest_s;
  };
  return { clear: () => leads.fill(-1), at_s };
}
