/**
 * Where a satellite must be, when a missile is launched, to meet it: for each node of its orbit the stretches of argument of
 * latitude. Flight and fly-out do not depend on the hour, so the set is worked out once, and counting the satellites of any
 * constellation at any hour is looking up stretches. Its share of all nodes and arguments is the share of satellites in
 * reach on average, and 1 over it the absentee ratio.
 * Frame: inertial, coinciding with Earth-fixed axes at age 0. Nodes are taken at the nearest of a fine grid; ends of
 * stretches are interpolated where the time to spare passes zero. Reach rule: engine/shell-search.
 */
import { createShellSearch, type Stretch } from '../../engine/reach/shell-search.js';
import { PI, TAU } from '../../kernel/maths.js';
import { shellMotion } from '../../models/constellation/walker.js';
import type { SpaceInterceptor } from '../../models/interceptor/space-based.js';

/** Circular orbits of one altitude and inclination. */
export interface Orbits {
  readonly altitude_m: number;
  readonly inclination_rad: number;
}

export interface MeetingSet {
  readonly nodes_count: number;
  /** By node of the grid: its first stretch; one entry more than nodes. */
  readonly first: Int32Array;
  /** Stretches, `from` in [0, 2π) and `to` after it; no two of one node overlap. */
  readonly from_rad: Float64Array;
  readonly to_rad: Float64Array;
  /** Of all nodes and arguments of latitude. */
  readonly share: number;
}

/** 0.15 degrees: a thirtieth of a reach of 500 km, and errors of single nodes cancel. */
const NODES = 2400;
/** Slots this far apart along the orbit in the interceptor's flying time: the search keeps times to spare down to −10 s. */
const SLOT_S = 6;
const MOST_SLOTS = 7200;
const FEWEST_SLOTS = 360;

/** `counts` may leave out satellites by the time of their first meeting. */
export function meetingSet(orbits: Orbits, interceptor: SpaceInterceptor, stretch: Stretch, commit_s: number, counts: (firstMeeting_s: number) => boolean = () => true): MeetingSet {
  const circle_m = TAU * shellMotion({ ...orbits, planes_count: 1, perPlane_count: 1, phasing: 0 }).radius_m;
  const slots = Math.round(Math.min(MOST_SLOTS, Math.max(FEWEST_SLOTS, circle_m / (SLOT_S * interceptor.speed_mps))));
  const search = createShellSearch({ ...orbits, planes_count: 1, perPlane_count: slots, phasing: 0 }, interceptor, stretch.step_s);
  return collectSet(slots, (node_rad, spare_s) => {
    // What the last node left behind.
    for (let i = 0; i < search.count; i++) spare_s[search.satellite[i]] = -Infinity;
    search.place(node_rad, 0);
    search.gather(stretch, commit_s);
    search.scan(stretch, commit_s);
    let isMet = false;
    for (let i = 0; i < search.count; i++) {
      const meets = search.earliest_s[i] < Infinity;
      // Left out, and nothing tells where between two slots that begins.
      if (meets && !counts(search.earliest_s[i])) continue;
      // A satellite that cannot meet keeps how much it is late by, so that the end of a stretch can be placed between slots.
      spare_s[search.satellite[i]] = meets ? Math.max(0, search.latestCommit_s[i] - commit_s) : Math.min(-1e-9, search.latestCommit_s[i] - commit_s);
      isMet ||= meets;
    }
    return isMet;
  });
}

/**
 * Goes over the nodes: `fill` writes for each slot what is to spare (negative: by how much it fails, −Infinity: hopeless) and
 * says whether any can meet; slots it does not write keep what they had.
 */
export function collectSet(slots: number, fill: (node_rad: number, spare: Float64Array) => boolean): MeetingSet {
  const first = new Int32Array(NODES + 1), spare = new Float64Array(slots).fill(-Infinity);
  const from: number[] = [], to: number[] = [];
  let sum = 0;
  for (let node = 0; node < NODES; node++) {
    if (fill((TAU * node) / NODES, spare)) sum += addStretches(spare, slots, from, to);
    first[node + 1] = from.length;
  }
  return { nodes_count: NODES, first, from_rad: Float64Array.from(from), to_rad: Float64Array.from(to), share: sum / (TAU * NODES) };
}

/** Adds the stretches of one orbit and returns their length. */
function addStretches(spare: Float64Array, slots: number, from: number[], to: number[]): number {
  let start = 0;
  while (start < slots && spare[start] >= 0) start++;
  if (start === slots) {
    from.push(0);
    to.push(TAU);
    return TAU;
  }
  const step_rad = TAU / slots;
  let sum = 0;
  for (let k = 1; k <= slots; k++) {
    const slot = start + k;
    if (!(spare[slot % slots] >= 0) || spare[(slot - 1) % slots] >= 0) continue;
    let end = slot;
    while (spare[(end + 1) % slots] >= 0) end++;
    const low_rad = (slot - edge(spare[(slot + 1) % slots], spare[slot % slots], spare[(slot - 1) % slots])) * step_rad;
    const high_rad = (end + edge(spare[(end - 1) % slots], spare[end % slots], spare[(end + 1) % slots])) * step_rad;
    const turned = Math.floor(low_rad / TAU) * TAU;
    from.push(low_rad - turned);
    to.push(high_rad - turned);
    sum += high_rad - low_rad;
    k += end - slot;
  }
  return sum;
}

/**
 * How far beyond the last slot that can meet, in slots, the stretch ends: where a parabola through what is to spare at the
 * slot before, at the last and at the next passes zero; half where the next is too late to tell.
 */
function edge(before: number, last: number, next: number): number {
  if (next === -Infinity) return 0.5;
  const straight = last / (last - next);
  if (before === -Infinity) return straight;
  const slope = 0.5 * (next - before), bend = 0.5 * (next + before) - last, root2 = slope * slope - 4 * bend * last;
  if (!(root2 >= 0)) return straight;
  // The root between 0 and 1, in the form that keeps its digits when the bend is small.
  const share = (2 * last) / (-slope + Math.sqrt(root2));
  return share >= 0 && share <= 1 ? share : straight;
}

/** Index of the grid's node nearest to a node. */
export function nearestNode(set: MeetingSet, node_rad: number): number {
  const turns = node_rad / TAU, index = Math.floor((turns - Math.floor(turns)) * set.nodes_count + 0.5);
  return index === set.nodes_count ? 0 : index;
}

/** Satellites of a plane that can meet: slots every `slot_rad` all the way round, one of them at `phase_rad`. */
export function countPlane(set: MeetingSet, node_rad: number, phase_rad: number, slot_rad: number): number {
  const node = nearestNode(set, node_rad);
  let count = 0;
  for (let i = set.first[node]; i < set.first[node + 1]; i++) {
    count += Math.floor((set.to_rad[i] - phase_rad) / slot_rad) - Math.ceil((set.from_rad[i] - phase_rad) / slot_rad) + 1;
  }
  // A stretch all the way round has its first slot twice when a slot falls on its ends.
  return Math.min(count, Math.round(TAU / slot_rad));
}

/** Calls `visit` with the slot number of each satellite of a plane that can meet. */
export function visitPlane(set: MeetingSet, node_rad: number, phase_rad: number, perPlane_count: number, visit: (slot: number) => void): void {
  const node = nearestNode(set, node_rad), slot_rad = TAU / perPlane_count;
  for (let i = set.first[node]; i < set.first[node + 1]; i++) {
    const low = Math.ceil((set.from_rad[i] - phase_rad) / slot_rad), high = Math.min(Math.floor((set.to_rad[i] - phase_rad) / slot_rad), low + perPlane_count - 1);
    for (let slot = low; slot <= high; slot++) visit(slot - Math.floor(slot / perPlane_count) * perPlane_count);
  }
}

/** Whether one satellite can meet. */
export function contains(set: MeetingSet, node_rad: number, argument_rad: number): boolean {
  const node = nearestNode(set, node_rad);
  for (let i = set.first[node]; i < set.first[node + 1]; i++) {
    const ahead = (argument_rad - set.from_rad[i]) / TAU;
    if ((ahead - Math.floor(ahead)) * TAU <= set.to_rad[i] - set.from_rad[i]) return true;
  }
  return false;
}

/** Share of all nodes and arguments of latitude that lies in both sets: of two forecasts, or of a forecast and what comes. */
export function shareOfBoth(a: MeetingSet, b: MeetingSet): number {
  let sum = 0;
  for (let node = 0; node < a.nodes_count; node++) {
    for (let i = a.first[node]; i < a.first[node + 1]; i++) {
      for (let j = b.first[node]; j < b.first[node + 1]; j++) {
        // Both start within one turn, so an overlap shows in one of three positions.
        for (let turn = -1; turn <= 1; turn++) {
          const low = Math.max(a.from_rad[i], b.from_rad[j] + turn * TAU), high = Math.min(a.to_rad[i], b.to_rad[j] + turn * TAU);
          if (high > low) sum += high - low;
        }
      }
    }
  }
  return sum / (2 * PI * a.nodes_count);
}
