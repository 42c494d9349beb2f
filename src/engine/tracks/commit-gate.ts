/**
 * Whether a track is good enough to send an interceptor at it: its predicted error of the meeting point against the interceptor's
 * gate. Where it is not, the decision is asked for again when something may have been measured anew. Decisions are told a margin, not
 * the error: what is really wrong with a track nobody knows.
 */
import type { CovarianceTracks } from './covariance-tracks.js';
import type { Geometry } from '../geometry.js';
import type { RunLog } from '../record/log.js';
import { rowAge_s } from './track-chart.js';
import type { TrackQuality } from './track-quality.js';
import type { World } from '../world.js';

export interface CommitGate {
  /** Starts a run. */
  begin(log: RunLog | null): void;
  /** Gate less predicted error, m, of element `e` against object `m` met at an age; below zero it is not sent. */
  margin_m(m: number, e: number, meet_s: number, now_s: number): number;
  /** Moment after `now_s` at which a track may have become better; Infinity when it will not. */
  again_s(m: number, now_s: number): number;
}

export function createCommitGate(geometry: Geometry, world: World, tracks: CovarianceTracks, quality: TrackQuality): CommitGate {
  const { linked } = geometry, { plan, elements, missiles, groups } = linked;
  let log: RunLog | null = null;
  /** Per object and element, for a listener: 0 before the gate was asked, 1 too poor, 2 good enough. */
  const told = new Uint8Array(missiles.length * elements.length);

  function tell(m: number, e: number, now_s: number, error_m: number, gate_m: number): void {
    const g = elements[e].group, slot = m * elements.length + e, is = error_m <= gate_m ? 2 : 1, { name } = elements[e].plan;
    if (told[slot] === is) return;
    told[slot] = is;
    const known = `the meeting point is known to ${inKm(error_m)} km`, ground = groups[g].kind === 'ground' ? `, its impact to ${inKm(quality.impactError_m(world, m))} km` : '';
    log?.event(now_s, 'track', m, name, groups[g].name, is === 2 ? `track good enough for ${name}: ${known}${ground}` : `track too poor for ${name}: ${known}${ground}; ${inKm(gate_m)} km is asked for`);
  }

  return {
    begin(next) {
      log = next;
      told.fill(0);
    },
    margin_m(m, e, meet_s, now_s) {
      const { commitGate_m: gate_m } = elements[e].plan;
      if (gate_m === undefined) return Infinity;
      const slot = m * groups.length + elements[e].group;
      tracks.advance(m, now_s - world.truth.launch_s[m] - plan.tracker.latency_s);
      const error_m = quality.meetingError_m(world, m, meet_s), margin_m = gate_m - error_m;
      world.trackShort_m[slot] = Math.min(world.trackShort_m[slot], Math.max(0, -margin_m));
      if (log !== null) tell(m, e, now_s, error_m, gate_m);
      return margin_m;
    },
    again_s(m, now_s) {
      const next = tracks.nextActive(m, tracks.row[m]);
      if (next < 0) return Infinity;
      return Math.max(now_s + plan.command.decisionPeriod_s, world.truth.launch_s[m] + rowAge_s(tracks.rowsOf(m), next) + plan.tracker.latency_s);
    },
  };
}

/** To two digits: an error is not known better. */
const inKm = (error_m: number): string => String(Number((error_m / 1000).toPrecision(2)));
