/**
 * What became of the objects of one run at one layer: how many it could have met, for how many of those its rule was met and
 * permission came in time, whom it fired at and stopped, and whom it passed on. Worked out after the run, from the truth.
 * Each step is a part of the one before; what a layer could have met it stopped, or somebody else had ended, or it passed on.
 */
import { copyAscent, createTrack, raiseToFloor } from './believe.js';
import { placeShell } from './decide-space.js';
import type { Geometry } from './geometry.js';
import { createShellSearch } from './shell-search.js';
import { ASCENT_STEP_S } from './trajectories.js';
import { FATE, RESULT } from './world.js';
import type { World } from './world.js';

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
 * Latest moment since an object was first seen at which an element, armed or not, could have been sent and met it; −Infinity for none. For
 * shells it is kept from object to object of one missile, which are seen as one in boost.
 */
function createLatestCommit(geometry: Geometry): { clear(): void; at_s(world: World, m: number, e: number): number } {
  const { missiles, elements } = geometry.linked, track = createTrack(ASCENT_STEP_S);
  const searches = elements.map((e) => (e.plan.kind === 'space' ? createShellSearch(e.plan.shell, e.plan.interceptor, ASCENT_STEP_S) : null));
  const leads = new Int32Array(elements.length).fill(-1), kept_s = new Float64Array(elements.length);
  const at_s = (world: World, m: number, e: number): number => {
    const { truth } = world, { attack, aim, lead } = missiles[m], launch_s = truth.launch_s[m], variant = truth.variant[m];
    const search = searches[e], { plan } = elements[e];
    if (search === null || plan.kind !== 'space') return launch_s + (geometry.windows[attack][aim][e]?.[variant].lastCommit_s ?? -Infinity);
    if (leads[e] === lead) return kept_s[e];
    const sighted_s = world.belief.sighted_s[m] - launch_s;
    copyAscent(geometry.trajectories[attack][aim].variants[variant].ascent, sighted_s, track);
    raiseToFloor(track.stretch, plan.interceptor.floor_m);
    placeShell(search, world, e, launch_s);
    search.gather(track.stretch, sighted_s);
    search.scan(track.stretch, sighted_s);
    let latest_s = -Infinity;
    for (let i = 0; i < search.count; i++) if (search.latestCommit_s[i] > latest_s) latest_s = search.latestCommit_s[i];
    leads[e] = lead;
    kept_s[e] = launch_s + latest_s;
    return kept_s[e];
  };
  return { clear: () => leads.fill(-1), at_s };
}
