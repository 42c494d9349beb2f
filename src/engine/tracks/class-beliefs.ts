/**
 * What an object is taken for, by how long each kind of sensor has had it under watch (models/tracker/class-belief.ts), and what is not
 * shot at for it. What comes alone is taken for a warhead: only among several things from one missile is there a choice.
 */
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import { believed_prob, isCalledWarhead, oddsOfCall } from '../../models/tracker/class-belief.js';
import type { CovarianceTrackerPlan } from '../../scenario/plan/plan.js';
import { DISCRIMINATOR_KINDS } from '../../scenario/plan/tracker-plan.js';
import { KINDS } from './covariance-tracks.js';
import type { CovarianceTracks } from './covariance-tracks.js';
import type { Geometry } from '../geometry.js';
import type { World } from '../world.js';

export interface ClassBeliefs {
  /** Brings `belief.lethal_prob` of object `m` up to now and says whether it is worth a shot. */
  isWorthAShot(world: World, luck: Luck, run: number, m: number, now_s: number): boolean;
}

export function createClassBeliefs(geometry: Geometry, tracks: CovarianceTracks, { discrimination, latency_s }: CovarianceTrackerPlan): ClassBeliefs {
  const { missiles } = geometry.linked, kinds = DISCRIMINATOR_KINDS.map((kind) => discrimination[kind]);
  return {
    isWorthAShot(world, luck, run, m, now_s) {
      const { truth, belief } = world, { lead, key, isLethal } = missiles[m];
      const isAlone = lead === m && (m + 1 === missiles.length || missiles[m + 1].lead !== m);
      if (isAlone) return true;
      tracks.advance(m, now_s - truth.launch_s[m] - latency_s);
      let odds = 1;
      for (let kind = 0; kind < KINDS; kind++) {
        const watched_s = tracks.watched_s[m * KINDS + kind];
        if (watched_s <= 0) continue;
        odds *= oddsOfCall(kinds[kind], watched_s, isCalledWarhead(kinds[kind], isLethal, watched_s, luck.uniform(STREAM.discrimination, run, key, kind, 0)));
      }
      belief.lethal_prob[m] = believed_prob(discrimination.priorWarhead_prob, odds);
      belief.heldAsDecoy[m] = belief.lethal_prob[m] < discrimination.engageAbove_prob ? 1 : 0;
      return belief.heldAsDecoy[m] === 0;
    },
  };
}
