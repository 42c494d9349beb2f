/**
 * When a ground battery can meet a missile, for every moment of its flight: the latest commit that still gets there. Both fly
 * in the Earth-fixed frame, so this does not depend on the time of day and is worked out once.
 * Midcourse interceptors: in free flight only, every 10 s. Terminal ones: over the whole flight after the boost, turns, glides
 * and cruise included, every second, since all that they can do happens in its last minute or when it passes by; they steer by
 * their battery's own radar, which must have the target above its horizon from launch to meeting.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import { acos } from '../../kernel/maths.js';
import { arrival_s, reachOverGround_m } from '../../models/interceptor/flyout.js';
import type { Flyout } from '../../models/interceptor/flyout.js';
import type { GroundInterceptorPlan, GroundLayerPlan } from '../../scenario/plan/plan.js';
import { isAboveHorizon, isInRange, reachOf } from './battery-reach.js';
import type { BatteryReach } from './battery-reach.js';
import { isEverNear } from '../flights/course.js';
import type { Course, Nearness } from '../flights/course.js';

/** Rows on a uniform grid of ages from `from_s`; −Infinity where there is no way to meet it. */
export interface GroundWindow {
  readonly from_s: number;
  readonly step_s: number;
  readonly commitBy_s: Float64Array;
  /** The latest of all. */
  readonly lastCommit_s: number;
}

/** A battery as windows need it. */
export interface ChartedBattery {
  readonly interceptor: GroundInterceptorPlan;
  readonly flyout: Flyout;
  readonly reach: BatteryReach;
  readonly nearness: Nearness;
}

/** A flight as windows need it. */
export interface ChartedFlight {
  readonly ephemeris: Ephemeris;
  /** End of the boost, or release from the missile. */
  readonly from_s: number;
  /** Until when it flies freely, so that its path follows from what has been seen. */
  readonly foretoldUntil_s: number;
  readonly impact_s: number;
  /** From `from_s` to the impact; asked for by terminal batteries only. */
  course(): Course;
}

const STEP_S = 10, TERMINAL_STEP_S = 1;
/** Shared by all pairs that never meet. */
const NEVER: GroundWindow = { from_s: 0, step_s: TERMINAL_STEP_S, commitBy_s: new Float64Array(0), lastCommit_s: -Infinity };

export function chartBattery(layer: Pick<GroundLayerPlan, 'interceptor' | 'site' | 'reach'>, flyout: Flyout): ChartedBattery {
  const { interceptor } = layer, reach = reachOf(layer.site, layer.reach);
  const reach_m = Math.min(reachOverGround_m(flyout), EARTH_MEAN_RADIUS_M * acos(reach.cosRange));
  return { interceptor, flyout, reach, nearness: { site_ecef: reach.site_ecef, reach_m, ceiling_m: interceptor.ceiling_m } };
}

export function chartGroundWindow(flight: ChartedFlight, battery: ChartedBattery): GroundWindow {
  return battery.interceptor.phase === 'terminal' ? chartTerminal(flight, battery) : chartMidcourse(flight, battery);
}

function chartMidcourse({ ephemeris, from_s, foretoldUntil_s }: ChartedFlight, { interceptor, flyout, reach }: ChartedBattery): GroundWindow {
  const rows = Math.max(0, Math.floor((foretoldUntil_s - from_s) / STEP_S));
  const commitBy_s = new Float64Array(rows).fill(-Infinity);
  const state = new Float64Array(6);
  let lastCommit_s = -Infinity;
  for (let row = 0; row < rows; row++) {
    const age_s = from_s + row * STEP_S;
    ephemerisAt(ephemeris, age_s, state);
    const [x, y, z] = state, height_m = altitude_m(x, y, z);
    if (height_m < interceptor.floor_m || height_m > interceptor.ceiling_m) continue;
    if (!isInRange(reach, x, y, z) || !isAboveHorizon(reach, x, y, z, height_m)) continue;
    const flight_s = arrival_s(flyout, x, y, z);
    if (flight_s > interceptor.battery_s) continue;
    commitBy_s[row] = age_s - flight_s - interceptor.deadTime_s;
    if (commitBy_s[row] > lastCommit_s) lastCommit_s = commitBy_s[row];
  }
  return { from_s, step_s: STEP_S, commitBy_s, lastCommit_s };
}

function chartTerminal({ ephemeris, from_s, impact_s, course }: ChartedFlight, { interceptor, flyout, reach, nearness }: ChartedBattery): GroundWindow {
  const near_s = new Float64Array(2), state = new Float64Array(6);
  if (!isEverNear(course(), nearness, near_s)) return NEVER;
  // Its radar must have seen the target at launch, which may be as long before as a flight lasts.
  const seesByItself = reach.antenna_m > -Infinity;
  if (seesByItself) near_s[0] = Math.max(from_s, near_s[0] - Math.ceil(interceptor.battery_s + interceptor.deadTime_s));
  const rows = Math.floor((Math.min(impact_s, near_s[1]) - near_s[0]) / TERMINAL_STEP_S) + 1;
  const commitBy_s = new Float64Array(rows).fill(-Infinity);
  let lastCommit_s = -Infinity, seenSince_s = Infinity, first = rows, last = -1;
  for (let row = 0; row < rows; row++) {
    const age_s = near_s[0] + row * TERMINAL_STEP_S;
    ephemerisAt(ephemeris, age_s, state);
    const [x, y, z] = state, height_m = altitude_m(x, y, z);
    if (!isAboveHorizon(reach, x, y, z, height_m)) {
      seenSince_s = Infinity;
      continue;
    }
    if (seenSince_s === Infinity) seenSince_s = seesByItself ? age_s : from_s;
    if (height_m < interceptor.floor_m || height_m > interceptor.ceiling_m || !isInRange(reach, x, y, z)) continue;
    const flight_s = arrival_s(flyout, x, y, z), commit_s = age_s - flight_s - interceptor.deadTime_s;
    if (flight_s > interceptor.battery_s || commit_s < seenSince_s) continue;
    commitBy_s[row] = commit_s;
    if (commit_s > lastCommit_s) lastCommit_s = commit_s;
    if (first === rows) first = row;
    last = row;
  }
  if (last < 0) return NEVER;
  return { from_s: near_s[0] + first * TERMINAL_STEP_S, step_s: TERMINAL_STEP_S, commitBy_s: commitBy_s.slice(first, last + 1), lastCommit_s };
}

/** Earliest age at which a battery can meet the missile when committed at age `commit_s`; Infinity when it no longer can. */
export function earliestIntercept_s(window: GroundWindow, commit_s: number): number {
  const { commitBy_s, step_s, from_s } = window, row = firstRow(window, commit_s);
  if (row < 0) return Infinity;
  const slack = commitBy_s[row] - commit_s, before = row > 0 ? commitBy_s[row - 1] - commit_s : NaN;
  const share = before < 0 && before > -Infinity ? slack / (slack - before) : 0;
  return from_s + (row - share) * step_s;
}

/** First row that a commit at an age is in time for; −1 for none. Nothing is met before it is committed, so earlier rows are not looked at. */
function firstRow({ commitBy_s, step_s, from_s, lastCommit_s }: GroundWindow, commit_s: number): number {
  if (!(commit_s <= lastCommit_s)) return -1;
  for (let row = Math.max(0, Math.floor((commit_s - from_s) / step_s)); row < commitBy_s.length; row++) if (commitBy_s[row] >= commit_s) return row;
  return -1;
}

/** Age at which an interceptor committed at `commit_s` need not leave before for its earliest meeting; Infinity when it meets nothing. */
export function departure_s(window: GroundWindow, commit_s: number): number {
  const { commitBy_s } = window, row = firstRow(window, commit_s);
  if (row < 0) return Infinity;
  const before = row > 0 ? commitBy_s[row - 1] : NaN;
  return before < commit_s && before > -Infinity ? commit_s : commitBy_s[row];
}
