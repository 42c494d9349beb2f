/**
 * Decision of a ground layer about one missile in mid-course. Under the delay tracker a ballistic path is known exactly
 * once burn-out has been seen, so the windows worked out with the geometry are what is believed (issue F adds track error).
 * Greedy: the battery with the earliest intercept, of those that nothing keeps from firing. Reads belief only.
 */
import { mustLookFirst } from '../models/command/doctrine.js';
import type { Geometry } from './geometry.js';
import { listGroundOptions, nearestRefusal, REFUSAL } from './ground-options.js';
import type { GroundOptions } from './ground-options.js';
import type { GroundWindow } from './ground-windows.js';
import type { RunLog } from './log.js';
import { orderShot } from './order.js';
import { INSTANT } from './queue.js';
import type { Instants } from './queue.js';
import type { Known } from './world.js';

/** `windows[e]` is the believed window of element `e` on this missile, null for elements of other kinds; `options` is scratch. */
export function decideGround(geometry: Geometry, windows: readonly (GroundWindow | null)[], options: GroundOptions, launch_s: number, known: Known, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): void {
  const { plan, groups } = geometry.linked;
  const slot = m * groups.length + g, age_s = now_s - launch_s;
  while (known.fired[slot] < plan.command.shotsPerTarget) {
    listGroundOptions(geometry, known, windows, g, age_s, options);
    const best = chooseEarliest(options);
    if (best < 0) {
      refuseShot(geometry, known, options, instants, m, g, now_s, log);
      return;
    }
    if (mustLookFirst(plan.command, known.pending[slot], known.assessed_s[slot], launch_s + latestCommit_s(options))) return;
    log?.groundChoice(now_s, m, groups[g].name, options, best, launch_s);
    const e = options.element[best];
    known.refusal[slot] = REFUSAL.none;
    known.rounds[e]--;
    orderShot(geometry, known, instants, { target: m, element: e, group: g, satellite: -1, commit_s: now_s, intercept_s: launch_s + options.meet_s[best], path: null, row: 0 }, log);
  }
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
function refuseShot(geometry: Geometry, known: Known, options: GroundOptions, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): void {
  const slot = m * geometry.linked.groups.length + g, nearest = nearestRefusal(options);
  const refusal = nearest < 0 ? REFUSAL.outOfReach : options.refusal[nearest];
  known.refusal[slot] = refusal;
  known.refusalMargin[slot] = nearest < 0 ? -Infinity : options.margin[nearest];
  if (refusal === REFUSAL.noRound) known.belief.unarmed[m] = 1;
  log?.groundRefusal(now_s, m, geometry.linked.groups[g].name, refusal);
  let again_s = Infinity;
  for (let i = 0; i < options.count; i++) again_s = Math.min(again_s, options.again_s[i]);
  if (again_s <= now_s || again_s === Infinity || known.nextDecision_s[slot] > now_s) return;
  known.nextDecision_s[slot] = again_s;
  instants.push(again_s, INSTANT.decision, m, g);
}
