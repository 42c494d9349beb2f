/**
 * What the batteries of one ground layer could do about one object now: a row for each battery that has a window on it, with
 * when it would meet it, until when it could still be sent, and what keeps it from firing. `decide-ground.ts` only chooses among
 * the rows. Gates on a battery (its launchers, its radar, the track) stand here, each one call; the first that refuses is named.
 * Reads belief only: the windows are handed over by the tracker. Ages count from the launch as reported.
 */
import { findWait, WAIT } from '../reach/battery.js';
import type { BatteryWait } from '../reach/battery.js';
import type { CommitGate } from '../tracks/commit-gate.js';
import type { Geometry } from '../geometry.js';
import { earliestIntercept_s } from '../reach/ground-windows.js';
import type { GroundWindow } from '../reach/ground-windows.js';
import type { Known } from '../world.js';

/**
 * Why a battery does not fire, in the order of the chain: the later the name, the nearer it came to a shot.
 * `noRound`: none is left; `heldBack`: it could fire and doctrine keeps it from it.
 */
export const REFUSAL = { none: 0, outOfReach: 1, noRound: 2, launcherBusy: 3, radarBusy: 4, trackTooPoor: 5, heldBack: 6 } as const;

export interface GroundOptions {
  /** Rows in use. */
  count: number;
  readonly element: Int32Array;
  /** Age at which it meets the object when committed now; Infinity when it cannot. */
  readonly meet_s: Float64Array;
  /** Latest age at which it can be committed. */
  readonly lastCommit_s: Float64Array;
  /** A value of REFUSAL; `none` may be chosen. */
  readonly refusal: Uint8Array;
  /** By how much it was refused, below zero: seconds late or until it is free, metres of error over the gate. 0 where there is no more or less. */
  readonly margin: Float64Array;
  /** Moment of the run at which asking again may help; Infinity when only another event can change it. */
  readonly again_s: Float64Array;
  /** Scratch. */
  readonly wait: BatteryWait;
}

export function createGroundOptions(elements_count: number): GroundOptions {
  return {
    count: 0, element: new Int32Array(elements_count), meet_s: new Float64Array(elements_count), lastCommit_s: new Float64Array(elements_count),
    refusal: new Uint8Array(elements_count), margin: new Float64Array(elements_count), again_s: new Float64Array(elements_count),
    wait: { reason: 0, wait_s: 0, isLost: false },
  };
}

/** Fills `options` for the group's batteries in their order. `windows[e]` is the believed window of element `e` on this object, null for elements of other kinds; `gate` is null where tracks have no error. */
export function listGroundOptions(geometry: Geometry, known: Known, windows: readonly (GroundWindow | null)[], gate: CommitGate | null, m: number, g: number, launch_s: number, now_s: number, options: GroundOptions): void {
  const age_s = now_s - launch_s;
  options.count = 0;
  for (const e of geometry.linked.groups[g].elements) {
    const window = windows[e];
    // Most batteries of a country never come near a missile; what has no row counts as out of reach.
    if (window === null || window.commitBy_s.length === 0) continue;
    const i = options.count++;
    options.element[i] = e;
    options.meet_s[i] = earliestIntercept_s(window, age_s);
    options.lastCommit_s[i] = window.lastCommit_s;
    options.refusal[i] = REFUSAL.none;
    options.margin[i] = 0;
    options.again_s[i] = Infinity;
    if (options.meet_s[i] === Infinity) refuse(options, i, REFUSAL.outOfReach, window.lastCommit_s - age_s);
    else if (known.rounds[e] <= 0) refuse(options, i, REFUSAL.noRound, 0);
    else waitFor(geometry, known, options, i, window, age_s, now_s);
    if (gate !== null && options.refusal[i] === REFUSAL.none) gateShot(gate, m, now_s, options, i);
  }
}

/** Puts a row off, or refuses it, while its launchers or its radar are busy or its fire is held. */
function waitFor(geometry: Geometry, known: Known, options: GroundOptions, i: number, window: GroundWindow, age_s: number, now_s: number): void {
  const { wait } = options, e = options.element[i];
  findWait(known.batteries, geometry.linked.elements[e].plan, e, window, age_s, now_s, wait);
  if (wait.reason === WAIT.none) return;
  const refusal = wait.reason === WAIT.launcher ? REFUSAL.launcherBusy : wait.reason === WAIT.radar ? REFUSAL.radarBusy : REFUSAL.heldBack;
  refuse(options, i, refusal, -wait.wait_s, wait.isLost ? Infinity : now_s + wait.wait_s);
}

/** Refuses a battery for which the track is too poor. */
function gateShot(gate: CommitGate, m: number, now_s: number, options: GroundOptions, i: number): void {
  const margin_m = gate.margin_m(m, options.element[i], options.meet_s[i], now_s);
  if (margin_m < 0) refuse(options, i, REFUSAL.trackTooPoor, margin_m, gate.again_s(m, now_s));
}

export function refuse(options: GroundOptions, i: number, refusal: number, margin: number, again_s = Infinity): void {
  options.refusal[i] = refusal;
  options.margin[i] = margin;
  options.again_s[i] = again_s;
}

/** The row that came nearest to a shot of all that were refused; −1 without rows. Of equal reasons the one that lacked least. */
export function nearestRefusal(options: GroundOptions): number {
  let best = -1;
  for (let i = 0; i < options.count; i++) {
    const isNearer = best < 0 || options.refusal[i] > options.refusal[best] || (options.refusal[i] === options.refusal[best] && options.margin[i] > options.margin[best]);
    if (isNearer) best = i;
  }
  return best;
}
