/**
 * `launch: worst-epoch`: the attacker knows where every satellite is and launches when the fewest of them can reach his
 * missiles once they may fire. He looks at moments spread by chance over the window and takes the best for himself; what
 * the shells look like at the start of the window is still luck.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import type { AscentGrid } from '../../models/tracker/delay.js';
import { launchTurn } from '../../scenario/plan/launch-turn.js';
import type { Track } from '../tracks/believe.js';
import { earliestSpaceRelease_s } from '../sensing/earliest-release.js';
import type { Geometry } from '../geometry.js';
import type { ShellSearch } from './shell-search.js';
import { searchAscent } from './true-reach.js';
import type { World } from '../world.js';

/** Moments he looks at. Twice as many find a slightly worse one; this many is fair to how well he can know. */
const MOMENTS = 32;
/** Flights of an attack for which satellites are counted, spread over its launches: where a missile stands and how long it burns matter as much as when. */
const LOOKS = 6;

/** Moves the run to the moment with the fewest satellites in reach; the shells stand as drawn for the start of the window. */
export function chooseWorstEpoch(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, luck: Luck, run: number, world: World): void {
  const { plan } = geometry.linked;
  let fewest = Infinity, best_s = 0;
  for (let moment = 0; moment < MOMENTS; moment++) {
    const t_s = luck.uniform(STREAM.epoch, run, 0, 0, 1 + moment) * plan.epoch.within_s;
    const inReach = countInReach(geometry, searches, track, world, t_s, fewest);
    if (inReach < fewest) {
      fewest = inReach;
      best_s = t_s;
    }
  }
  world.epoch_s = plan.epoch.from_s + best_s;
  searches.forEach((search, e) => {
    if (search === null) return;
    world.node_rad[e] += (search.motion.nodeRate_radps - EARTH_RATE_RADPS) * best_s;
    world.phase_rad[e] += search.motion.latitudeRate_radps * best_s;
  });
}

/** Satellites in reach at release, a mean over flights and launches of each attack and summed over attacks by their missiles; stops counting at `enough`. */
function countInReach(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, t_s: number, enough: number): number {
  const { plan } = geometry.linked;
  let total = 0;
  for (let a = 0; a < plan.attacks.length && total < enough; a++) {
    const commit_s = earliestSpaceRelease_s(geometry, a, 0);
    const attack = plan.attacks[a], { within_s, every_s, count } = attack;
    const first_s = attack.start_s + launchTurn(attack, 0) * every_s, lasts_s = attack.start_s + launchTurn(attack, count - 1) * every_s + within_s - first_s;
    const { variants } = geometry.trajectories[a][0], looks = Math.min(LOOKS, variants.length);
    for (let look = 0; look < looks; look++) {
      const { ascent, burnout_s } = variants[look], launch_s = t_s + first_s + (lasts_s * (look + 0.5)) / looks;
      if (commit_s < burnout_s) total += (count / looks) * countAt(geometry, searches, track, world, ascent, commit_s, launch_s);
    }
  }
  return total;
}

/** Satellites of all shells that could be committed at age `commit_s` and meet this ascent, launched at `launch_s` in the window. */
function countAt(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, ascent: AscentGrid, commit_s: number, launch_s: number): number {
  let found = 0;
  for (let e = 0; e < searches.length; e++) {
    const search = searchAscent(geometry, searches, track, world, e, ascent, launch_s, commit_s);
    if (search === null) continue;
    for (let i = 0; i < search.count; i++) if (search.earliest_s[i] < Infinity) found++;
  }
  return found;
}
