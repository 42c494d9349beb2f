/**
 * Which satellites could really meet a missile: the search of a shell along the true ascent, for those who may know the truth: the
 * record, and an attacker who chooses his moment. Decisions search along what is believed (`gatherAll` in decide-space.ts).
 */
import type { AscentGrid } from '../../models/tracker/delay.js';
import { copyAscent, raiseToFloor } from '../tracks/believe.js';
import type { Track } from '../tracks/believe.js';
import { placeShell } from '../decide/decide-space.js';
import type { Geometry } from '../geometry.js';
import type { Linked } from '../link.js';
import { createShellSearch } from './shell-search.js';
import type { ShellSearch } from './shell-search.js';
import { ASCENT_STEP_S } from '../flights/trajectories.js';
import type { World } from '../world.js';

/** By element: a search of each shell, null for batteries. */
export function createSearches({ elements }: Pick<Linked, 'elements'>): (ShellSearch | null)[] {
  return elements.map(({ plan }) => (plan.kind === 'space' ? createShellSearch(plan.shell, plan.interceptor, ASCENT_STEP_S) : null));
}

/** Fills the search of element `e` for an ascent launched at `launch_s`, seen from age `age_s` on; null for a battery. `track` is scratch. */
export function searchAscent(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, e: number, ascent: AscentGrid, launch_s: number, age_s: number): ShellSearch | null {
  const search = searches[e], { plan } = geometry.linked.elements[e];
  if (search === null || plan.kind !== 'space') return null;
  copyAscent(ascent, age_s, track);
  raiseToFloor(track.stretch, plan.interceptor.floor_m);
  placeShell(search, world, e, launch_s);
  search.gather(track.stretch, age_s);
  search.scan(track.stretch, age_s);
  return search;
}

/**
 * Latest moment at which some shooter of element `e`, armed or not, could have been sent and met object `m`; −Infinity for none. Of
 * satellites, from age `age_s` of the missile on.
 */
export function latestCommit_s(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, m: number, e: number, age_s: number): number {
  const { truth } = world, attack = truth.attack[m], aim = truth.aim[m], variant = truth.variant[m], launch_s = truth.launch_s[m];
  const search = searchAscent(geometry, searches, track, world, e, geometry.trajectories[attack][aim].variants[variant].ascent, launch_s, age_s);
  if (search === null) return launch_s + (geometry.windows[attack][aim][e]?.[variant].lastCommit_s ?? -Infinity);
  let latest_s = -Infinity;
  for (let i = 0; i < search.count; i++) if (search.latestCommit_s[i] > latest_s) latest_s = search.latestCommit_s[i];
  return launch_s + latest_s;
}
