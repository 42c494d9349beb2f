/**
 * How good a track is for a meeting to come: by how much its meeting point is expected to be wrong (one standard deviation, all axes
 * together), by how much it really is, and the same of its impact on the ground. Free fall carries the error of the state in closed
 * form; thrust and turns still to come add what nobody can foresee. The plan's covariance tracker only.
 */
import { carriedError_m, FREE_FALL_SIZE, freeFallTransition } from '../../kernel/orbit/free-fall-transition.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import { mismatchDensity_m2ps3, NORMALS, totalCovariance, TRACK_SIZE } from '../../models/tracker/covariance-filter.js';
import type { CovarianceTrackerPlan } from '../../scenario/plan/plan.js';
import type { CovarianceTracks } from './covariance-tracks.js';
import type { Geometry } from '../geometry.js';
import { rowAge_s } from './track-chart.js';
import type { World } from '../world.js';

export interface TrackQuality {
  /** Predicted error of where object `m` will be at an age, from its track as it stands. */
  meetingError_m(world: World, m: number, meet_s: number): number;
  /** Distance by which that prediction really errs; what is still to come is drawn, keyed by the number of the shot. */
  miss_m(world: World, luck: Luck, run: number, m: number, meet_s: number, shot: number): number;
  /** Predicted error of its impact along the ground, of a free fall. */
  impactError_m(world: World, m: number): number;
}

export function createTrackQuality(geometry: Geometry, { tracks, row, columns, rowsOf }: CovarianceTracks, tracker: CovarianceTrackerPlan): TrackQuality {
  const transition = new Float64Array(FREE_FALL_SIZE), covariance = new Float64Array(36), half = new Float64Array(18), position = new Float64Array(9), error_m = new Float64Array(3), normals = new Float64Array(NORMALS);
  const burnDensity = mismatchDensity_m2ps3(tracker.boostMismatch_mps2, tracker.boostMismatchLasts_s), steerDensity = mismatchDensity_m2ps3(tracker.manoeuvre_mps2, tracker.manoeuvreLasts_s);

  /** Fills `transition` from the track's row to an age; returns the variance of each axis that noise of motion adds on the way. */
  function carryTo({ truth }: World, m: number, meet_s: number): number {
    const { attack, aim } = geometry.linked.missiles[m], set = geometry.trajectories[attack][aim], chart = rowsOf(m), from_s = rowAge_s(chart, row[m]), o = 6 * row[m];
    freeFallTransition(chart.state, o, meet_s - from_s, transition);
    // When the thrust ends is expected of the class, when it steers is seen.
    const left_s = Math.max(0, meet_s - from_s), burns_s = Math.min(left_s, Math.max(0, set.template.burnout_s - from_s)), coasts_s = left_s - burns_s;
    const steers_s = Math.max(0, meet_s - Math.max(from_s, set.variants[truth.variant[m]].foretoldUntil_s));
    return (burnDensity * (left_s * left_s * left_s - coasts_s * coasts_s * coasts_s) + steerDensity * steers_s * steers_s * steers_s) / 3;
  }

  /** Covariance of the place that `transition` leads to, to `position`. */
  function carryCovariance(m: number): void {
    totalCovariance(tracks, m * TRACK_SIZE, columns[m], covariance);
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 6; j++) {
        let sum = 0;
        for (let k = 0; k < 3; k++) sum += transition[3 * i + k] * covariance[6 * k + j] + transition[9 + 3 * i + k] * covariance[6 * (k + 3) + j];
        half[6 * i + j] = sum;
      }
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        let sum = 0;
        for (let k = 0; k < 3; k++) sum += half[6 * i + k] * transition[3 * j + k] + half[6 * i + 3 + k] * transition[9 + 3 * j + k];
        position[3 * i + j] = sum;
      }
  }

  return {
    meetingError_m(world, m, meet_s) {
      const added = carryTo(world, m, meet_s);
      carryCovariance(m);
      return Math.sqrt(position[0] + position[4] + position[8] + 3 * added);
    },
    miss_m(world, luck, run, m, meet_s, shot) {
      const added = carryTo(world, m, meet_s);
      carriedError_m(transition, tracks, m * TRACK_SIZE, error_m);
      if (added > 0) {
        const sigma = Math.sqrt(added), { key } = geometry.linked.missiles[m];
        for (let i = 0; i < 2; i++) luck.normalPair(STREAM.trackMotion, run, key, 1, 2 * shot + i, normals, 2 * i);
        for (let i = 0; i < 3; i++) error_m[i] += sigma * normals[i];
      }
      return Math.sqrt(error_m[0] * error_m[0] + error_m[1] * error_m[1] + error_m[2] * error_m[2]);
    },
    impactError_m(world, m) {
      const { attack, aim } = geometry.linked.missiles[m], { impact_s } = geometry.trajectories[attack][aim].variants[world.truth.variant[m]], added = carryTo(world, m, impact_s);
      carryCovariance(m);
      return alongGround_m(transition, position, added);
    },
  };
}

/** An error above the ground becomes one along it: it comes down later by its height over the speed of descent. */
function alongGround_m(reached: Float64Array, covariance: Float64Array, added: number): number {
  const x = reached[18], y = reached[19], z = reached[20], r = Math.sqrt(x * x + y * y + z * z), up = [x / r, y / r, z / r];
  const sinks_mps = reached[21] * up[0] + reached[22] * up[1] + reached[23] * up[2];
  let trace = 0;
  for (let a = 0; a < 3; a++) {
    const row = [0, 1, 2].map((b) => (a === b ? 1 : 0) - (reached[21 + a] * up[b]) / sinks_mps);
    for (let b = 0; b < 3; b++) for (let c = 0; c < 3; c++) trace += row[b] * row[c] * (covariance[3 * b + c] + (b === c ? added : 0));
  }
  return Math.sqrt(trace);
}
