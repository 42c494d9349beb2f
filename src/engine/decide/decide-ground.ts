/**
 * Decision of a ground layer about one missile in mid-course. Under the delay tracker a ballistic path is known exactly
 * once burn-out has been seen, so the windows worked out with the geometry are what is believed; the covariance tracker keeps these
 * windows and holds its error against a gate (commit-gate.ts).
 * Greedy: the battery with the earliest intercept, of those that nothing keeps from firing. Reads belief only.
 */
import { mostShots, mustLookFirst, salvoShots } from '../../models/command/doctrine.js';
import { noteLaunch } from '../reach/battery.js';
import type { CommitGate } from '../tracks/commit-gate.js';
import type { Geometry } from '../geometry.js';
import { listGroundOptions, nearestRefusal, REFUSAL } from './ground-options.js';
import type { GroundOptions } from './ground-options.js';
import { leftUntil_s, spareUntil_s } from './hand-over.js';
import type { GroundWindow } from '../reach/ground-windows.js';
import type { RunLog } from '../record/log.js';
import { orderShot } from './order.js';
import { INSTANT } from '../queue.js';
import type { Instants } from '../queue.js';
import type { Known } from '../world.js';

/** `windows[e]` is the believed window of element `e` on this missile, null for elements of other kinds; `options` is scratch. */
export function decideGround(geometry: Geometry, windows: readonly (GroundWindow | null)[], gate: CommitGate | null, options: GroundOptions, launch_s: number, known: Known, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): void {
  const { plan, groups } = geometry.linked;
  const slot = m * groups.length + g;
  const salvo = salvoShots(plan.command, known.belief.threatened_count[m]), most = mostShots(plan.command, salvo);
  while (known.fired[slot] < most) {
    listGroundOptions(geometry, known, windows, gate, m, g, launch_s, now_s, options);
    const best = chooseEarliest(options);
    if (best < 0) {
      refuseShot(geometry, known, options, instants, m, g, now_s, log);
      return;
    }
    // Between salvoes one looks, or leaves the object to others.
    if (known.fired[slot] % salvo === 0) {
      const last_s = launch_s + latestCommit_s(options);
      if (mustLookFirst(plan.command, known.pending[slot], known.assessed_s[slot], last_s)) return;
      if (holdBack(geometry, windows, known, instants, m, g, now_s, launch_s, last_s, log)) return;
    }
    log?.groundChoice(now_s, m, groups[g].name, options, best, launch_s);
    fireGround(geometry, known, options, best, instants, m, g, launch_s, now_s, log);
  }
}

/** Sends a round of the battery in row `i`: its books, and the order. */
export function fireGround(geometry: Geometry, known: Known, options: GroundOptions, i: number, instants: Instants, m: number, g: number, launch_s: number, now_s: number, log: RunLog | null): void {
  const e = options.element[i];
  known.refusal[m * geometry.linked.groups.length + g] = REFUSAL.none;
  known.rounds[e]--;
  noteLaunch(known.batteries, e, now_s, launch_s + options.meet_s[i]);
  orderShot(geometry, known, instants, { target: m, element: e, group: g, satellite: -1, commit_s: now_s, intercept_s: launch_s + options.meet_s[i], path: null, row: 0 }, log);
}

/** True when doctrine keeps the layer from a shot that it could take; the question is asked again when it no longer does. */
export function holdBack(geometry: Geometry, windows: readonly (GroundWindow | null)[], known: Known, instants: Instants, m: number, g: number, now_s: number, launch_s: number, last_s: number, log: RunLog | null): boolean {
  if (geometry.linked.plan.command.handOver === undefined && geometry.linked.plan.command.preferred === undefined) return false;
  const left_s = leftUntil_s(geometry, windows, known, m, g, launch_s), spare_s = spareUntil_s(geometry, known, m, last_s), until_s = Math.max(left_s, spare_s), { groups } = geometry.linked;
  if (until_s <= now_s) return false;
  known.refusal[m * groups.length + g] = REFUSAL.heldBack;
  known.refusalMargin[m * groups.length + g] = now_s - until_s;
  log?.groundRefusal(now_s, m, groups[g].name, REFUSAL.heldBack, left_s === until_s ? 'left to a later layer that still has a window' : 'it falls outside the preferred places and gets what is left at its last moment');
  askAgain(geometry, known, instants, m, g, now_s, until_s);
  return true;
}

function chooseEarliest(options: GroundOptions): number {
  let best = -1;
  for (let i = 0; i < options.count; i++) {
    if (options.refusal[i] === REFUSAL.none && (best < 0 || options.meet_s[i] < options.meet_s[best])) best = i;
  }
  return best;
}

/** Latest commit of any battery that has a round. */
function latestCommit_s(options: GroundOptions): number {
  let latest_s = -Infinity;
  for (let i = 0; i < options.count; i++) if (options.refusal[i] !== REFUSAL.noRound && options.lastCommit_s[i] > latest_s) latest_s = options.lastCommit_s[i];
  return latest_s;
}

/** Nobody can fire now: the reason is kept, and the question asked again when that may help. */
export function refuseShot(geometry: Geometry, known: Known, options: GroundOptions, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): void {
  const slot = m * geometry.linked.groups.length + g, nearest = nearestRefusal(options);
  const refusal = nearest < 0 ? REFUSAL.outOfReach : options.refusal[nearest];
  known.refusal[slot] = refusal;
  known.refusalMargin[slot] = nearest < 0 ? -Infinity : options.margin[nearest];
  if (refusal === REFUSAL.noRound) known.belief.unarmed[m] = 1;
  log?.groundRefusal(now_s, m, geometry.linked.groups[g].name, refusal);
  let again_s = Infinity;
  for (let i = 0; i < options.count; i++) again_s = Math.min(again_s, options.again_s[i]);
  if (again_s < Infinity) askAgain(geometry, known, instants, m, g, now_s, again_s);
}

export function askAgain(geometry: Geometry, known: Known, instants: Instants, m: number, g: number, now_s: number, again_s: number): void {
  const slot = m * geometry.linked.groups.length + g;
  if (again_s <= now_s || (known.nextDecision_s[slot] > now_s && known.nextDecision_s[slot] <= again_s)) return;
  known.nextDecision_s[slot] = again_s;
  instants.push(again_s, INSTANT.decision, m, g);
}
