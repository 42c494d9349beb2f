/** The tracker `covariance` in a run, as one thing: its tracks, how good they are for a meeting, what objects are taken for, and the gate before a shot. */
import type { Luck } from '../../kernel/random.js';
import { createClassBeliefs } from './class-beliefs.js';
import { createCommitGate } from './commit-gate.js';
import type { CommitGate } from './commit-gate.js';
import { createCovarianceTracks } from './covariance-tracks.js';
import type { CovarianceTracks } from './covariance-tracks.js';
import type { Geometry } from '../geometry.js';
import type { RunLog } from '../record/log.js';
import { INSTANT } from '../queue.js';
import type { Instants } from '../queue.js';
import { createTrackQuality } from './track-quality.js';
import type { TrackQuality } from './track-quality.js';
import type { World } from '../world.js';

export interface Covariance {
  readonly tracks: CovarianceTracks;
  readonly quality: TrackQuality;
  readonly gate: CommitGate;
  begin(luck: Luck, run: number, log: RunLog | null): void;
  /** Whether object `m` is taken for a warhead surely enough; where not, group `g` is asked again when more has been seen of it. */
  isWorthAShot(luck: Luck, run: number, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): boolean;
  /** The kill vehicle of a shot gets its last update. */
  handOver(luck: Luck, run: number, shot: number): void;
}

/** Null where tracks have no error. */
export function createCovariance(geometry: Geometry, world: World): Covariance | null {
  const { plan, groups, elements } = geometry.linked, { tracker } = plan;
  if (tracker.model !== 'covariance' || plan.command.prediction === 'perfect') return null;
  const tracks = createCovarianceTracks(geometry, tracker), quality = createTrackQuality(geometry, tracks, tracker), gate = createCommitGate(geometry, world, tracks, quality), classes = createClassBeliefs(geometry, tracks, tracker);
  const { truth, orders } = world;
  return {
    tracks, quality, gate,
    begin(luck, run, log) {
      tracks.begin(world, luck, run);
      gate.begin(log);
    },
    isWorthAShot(luck, run, instants, m, g, now_s, log) {
      if (classes.isWorthAShot(world, luck, run, m, now_s)) return true;
      const slot = m * groups.length + g, again_s = gate.again_s(m, now_s);
      log?.event(now_s, 'track', m, '', groups[g].name, `taken for a decoy: a warhead with ${Math.round(100 * world.belief.lethal_prob[m])} %`);
      if (again_s < truth.impact_s[m] && world.nextDecision_s[slot] <= now_s) {
        world.nextDecision_s[slot] = again_s;
        instants.push(again_s, INSTANT.decision, m, g);
      }
      return false;
    },
    handOver(luck, run, shot) {
      const m = orders.target[shot], launch_s = truth.launch_s[m], meet_s = orders.intercept_s[shot] - launch_s;
      const layer = elements[orders.element[shot]].plan;
      if (layer.kind !== 'ground' || layer.divert_mps === undefined) return;
      const handOver_s = Math.max(orders.commit_s[shot], orders.intercept_s[shot] - tracker.handOver_s);
      tracks.advance(m, handOver_s - launch_s - tracker.latency_s);
      orders.miss_m[shot] = quality.miss_m(world, luck, run, m, meet_s, shot);
    },
  };
}
