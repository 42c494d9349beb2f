/**
 * Sparse options of a joint decision: for one object, the shooters of one layer that could meet it, each with the moment of
 * meeting, the chance that the shot stops it, and the place. Of a shell only the soonest few are kept: later ones would be taken
 * only after all of these. A chance counts less the later the shot comes to its target, because belief is from now: by the
 * share of the class that has burnt out by then, and by a little for every second.
 */
import { normalCdf } from '../../kernel/statistics/normal.js';
import type { Track } from '../tracks/believe.js';
import type { CommitGate } from '../tracks/commit-gate.js';
import { gatherAll } from './decide-space.js';
import type { Geometry } from '../geometry.js';
import { listGroundOptions, REFUSAL } from './ground-options.js';
import type { GroundOptions } from './ground-options.js';
import type { GroundWindow } from '../reach/ground-windows.js';
import { shotKill_prob } from '../link.js';
import type { ShellSearch } from '../reach/shell-search.js';
import type { Known } from '../world.js';

/** Satellites kept for one object. */
export const KEPT_SATELLITES = 24;
/** What a second of waiting takes from a chance: nothing that changes which shots are worth it, enough to prefer the sooner of two alike. */
const LESS_PER_S = 1e-5;

/** The options of one object, soonest first for satellites, in the layer's order for batteries. */
export interface ObjectOptions {
  count: number;
  readonly element: Int32Array;
  /** −1 for a battery. */
  readonly satellite: Int32Array;
  /** Age of the object at the meeting. */
  readonly meet_s: Float64Array;
  readonly chance: Float64Array;
  readonly position_m: Float64Array;
  /** Latest age at which any shooter with a round could still be committed. */
  latest_s: number;
  /** Gate less predicted error of the best of those for which the track is too poor, m; 0 where it is good enough. */
  short_m: number;
  /** Somebody in reach has no round. */
  wasUnarmed: boolean;
}

export function createObjectOptions(most: number): ObjectOptions {
  return {
    count: 0, element: new Int32Array(most), satellite: new Int32Array(most), meet_s: new Float64Array(most), chance: new Float64Array(most),
    position_m: new Float64Array(3 * most), latest_s: -Infinity, short_m: 0, wasUnarmed: false,
  };
}

/** Satellites that could be committed at age `commit_s`; the track holds what is believed. */
export function listSatellites(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, launch_s: number, known: Known, gate: CommitGate | null, m: number, g: number, commit_s: number, out: ObjectOptions): void {
  const { groups, elements } = geometry.linked, most = out.element.length, { step_s, positions } = track.stretch;
  out.count = 0;
  out.latest_s = -Infinity;
  out.short_m = 0;
  out.wasUnarmed = false;
  gatherAll(geometry, searches, track, launch_s, known, groups[g].elements, commit_s);
  for (const e of groups[g].elements) {
    const search = searches[e], { usable_count } = elements[e];
    if (search === null) continue;
    for (let i = 0; i < search.count; i++) {
      const isFree = known.used[e][search.satellite[i]] < usable_count;
      if (isFree && search.latestCommit_s[i] > out.latest_s) out.latest_s = search.latestCommit_s[i];
      const meet_s = search.earliest_s[i];
      if (meet_s === Infinity) continue;
      if (!isFree) {
        out.wasUnarmed = true;
        continue;
      }
      if ((out.count === most && meet_s >= out.meet_s[most - 1]) || !search.isWayClear(i, track.stretch, commit_s)) continue;
      insert(out, e, search.satellite[i], meet_s);
    }
  }
  if (gate !== null) dropBadlyTracked(gate, m, launch_s + commit_s, out);
  for (let i = 0; i < out.count; i++) {
    out.chance[i] = chanceInBoost(geometry, track, m, out.element[i], commit_s, out.meet_s[i]);
    const row = out.meet_s[i] / step_s, a = 3 * Math.floor(row), u = row - Math.floor(row), b = a + (u > 0 ? 3 : 0);
    for (let k = 0; k < 3; k++) out.position_m[3 * i + k] = positions[a + k] + u * (positions[b + k] - positions[a + k]);
  }
}

/** Leaves only those for whose meeting the track is good enough. */
function dropBadlyTracked(gate: CommitGate, m: number, now_s: number, out: ObjectOptions): void {
  let kept = 0, nearest_m = -Infinity;
  for (let i = 0; i < out.count; i++) {
    const margin_m = gate.margin_m(m, out.element[i], out.meet_s[i], now_s);
    if (margin_m < 0) {
      nearest_m = Math.max(nearest_m, margin_m);
      continue;
    }
    out.element[kept] = out.element[i];
    out.satellite[kept] = out.satellite[i];
    out.meet_s[kept++] = out.meet_s[i];
  }
  out.count = kept;
  if (nearest_m > -Infinity) out.short_m = nearest_m;
}

/** Keeps satellites in the order of their meeting; a full list loses its last. */
function insert(out: ObjectOptions, element: number, satellite: number, meet_s: number): void {
  let at = out.count < out.element.length ? out.count++ : out.count - 1;
  for (; at > 0 && out.meet_s[at - 1] > meet_s; at--) {
    out.element[at] = out.element[at - 1];
    out.satellite[at] = out.satellite[at - 1];
    out.meet_s[at] = out.meet_s[at - 1];
  }
  out.element[at] = element;
  out.satellite[at] = satellite;
  out.meet_s[at] = meet_s;
}

/** Batteries that could be committed now, by the windows believed. */
export function listBatteries(geometry: Geometry, windows: readonly (GroundWindow | null)[], gate: CommitGate | null, options: GroundOptions, known: Known, m: number, g: number, launch_s: number, now_s: number, out: ObjectOptions): void {
  const age_s = now_s - launch_s;
  listGroundOptions(geometry, known, windows, gate, m, g, launch_s, now_s, options);
  out.count = 0;
  out.latest_s = -Infinity;
  out.wasUnarmed = false;
  for (let i = 0; i < options.count; i++) {
    const e = options.element[i];
    if (options.refusal[i] !== REFUSAL.noRound && options.lastCommit_s[i] > out.latest_s) out.latest_s = options.lastCommit_s[i];
    if (options.refusal[i] !== REFUSAL.none) continue;
    const at = out.count++;
    out.element[at] = e;
    out.satellite[at] = -1;
    out.meet_s[at] = options.meet_s[i];
    out.chance[at] = killChance(geometry, m, e) * (1 - LESS_PER_S * (options.meet_s[i] - age_s));
  }
}

const killChance = (geometry: Geometry, m: number, element: number): number => shotKill_prob(geometry.linked.elements[element].plan, geometry.linked.plan.attacks[geometry.linked.missiles[m].attack].threat.model);

function chanceInBoost(geometry: Geometry, track: Track, m: number, element: number, commit_s: number, meet_s: number): number {
  const { plan, missiles } = geometry.linked, { threat } = plan.attacks[missiles[m].attack];
  const spread_s = plan.command.prediction === 'perfect' || threat.model === 'cruise' ? 0 : threat.burnTimeSpread * track.burnout_s;
  // Burnt out by the meeting, given that it still burns now.
  const burns = (t_s: number): number => 1 - normalCdf((t_s - track.burnout_s) / spread_s);
  const share = spread_s > 0 ? burns(meet_s) / Math.max(burns(commit_s), 1e-9) : 1;
  return killChance(geometry, m, element) * Math.min(1, share) * (1 - LESS_PER_S * (meet_s - commit_s));
}
