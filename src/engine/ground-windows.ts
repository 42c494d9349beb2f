/**
 * When a ground battery can meet a missile in mid-course, for every moment of its flight: the latest commit that still
 * gets there. Both fly in the Earth-fixed frame, so this does not depend on the time of day and is worked out once.
 */
import { altitude_m } from '../kernel/geodesy.js';
import { ephemerisAt } from '../kernel/ephemeris.js';
import type { Ephemeris } from '../kernel/ephemeris.js';
import { flyoutTo_s } from '../models/interceptor/ground-based.js';
import type { FlyoutTable } from '../models/interceptor/ground-based.js';
import type { GroundInterceptorPlan } from '../scenario/plan.js';

/** Rows on a uniform grid of ages from `from_s`; −Infinity where there is no way to meet it. */
export interface GroundWindow {
  readonly from_s: number;
  readonly step_s: number;
  readonly commitBy_s: Float64Array;
  /** The latest of all. */
  readonly lastCommit_s: number;
}

const STEP_S = 10;

export function chartGroundWindow(ephemeris: Ephemeris, burnout_s: number, impact_s: number, interceptor: GroundInterceptorPlan, table: FlyoutTable): GroundWindow {
  const rows = Math.max(0, Math.floor((impact_s - burnout_s) / STEP_S));
  const commitBy_s = new Float64Array(rows).fill(-Infinity);
  const state = new Float64Array(6);
  let lastCommit_s = -Infinity;
  for (let row = 0; row < rows; row++) {
    const age_s = burnout_s + row * STEP_S;
    ephemerisAt(ephemeris, age_s, state);
    const height_m = altitude_m(state[0], state[1], state[2]);
    if (height_m < interceptor.floor_m || height_m > interceptor.ceiling_m) continue;
    const flight_s = flyoutTo_s(table, state[0], state[1], state[2]);
    if (flight_s > interceptor.battery_s) continue;
    commitBy_s[row] = age_s - flight_s - interceptor.deadTime_s;
    if (commitBy_s[row] > lastCommit_s) lastCommit_s = commitBy_s[row];
  }
  return { from_s: burnout_s, step_s: STEP_S, commitBy_s, lastCommit_s };
}

/** Earliest age at which a battery can meet the missile when committed at age `commit_s`; Infinity when it no longer can. */
export function earliestIntercept_s(window: GroundWindow, commit_s: number): number {
  const { commitBy_s, step_s, from_s } = window;
  for (let row = 0; row < commitBy_s.length; row++) {
    const slack = commitBy_s[row] - commit_s;
    if (!(slack >= 0)) continue;
    const before = row > 0 ? commitBy_s[row - 1] - commit_s : NaN;
    const share = before < 0 && before > -Infinity ? slack / (slack - before) : 0;
    return from_s + (row - share) * step_s;
  }
  return Infinity;
}
