/**
 * Decision of a ground layer about one missile in mid-course. Under the delay tracker a ballistic path is known exactly
 * once burn-out has been seen, so the windows worked out with the geometry are what is believed (issue F adds track error).
 * Greedy: the battery with the earliest intercept. Reads belief only; the window table is handed over by the tracker.
 */
import { mustLookFirst } from '../models/command/doctrine.js';
import type { Geometry } from './geometry.js';
import { earliestIntercept_s } from './ground-windows.js';
import type { GroundWindow } from './ground-windows.js';
import type { RunLog } from './log.js';
import { orderShot } from './order.js';
import type { Instants } from './queue.js';
import type { Known } from './world.js';

/** `windows[e]` is the believed window of element `e` on this missile, null for elements of other kinds. */
export function decideGround(geometry: Geometry, windows: readonly (GroundWindow | null)[], launch_s: number, known: Known, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): void {
  const { plan, groups } = geometry.linked;
  const group = groups[g], slot = m * groups.length + g, age_s = now_s - launch_s;
  while (known.fired[slot] < plan.command.shotsPerTarget) {
    let best = -1, intercept_s = Infinity, lastCommit_s = -Infinity, wasReachable = false;
    for (const e of group.elements) {
      const window = windows[e];
      if (window === null) continue;
      const meet_s = earliestIntercept_s(window, age_s);
      if (meet_s < Infinity) wasReachable = true;
      if (known.rounds[e] <= 0) continue;
      if (window.lastCommit_s > lastCommit_s) lastCommit_s = window.lastCommit_s;
      if (meet_s < intercept_s) {
        best = e;
        intercept_s = meet_s;
      }
    }
    if (best < 0) {
      if (wasReachable) known.belief.unarmed[m] = 1;
      log?.groundRefusal(now_s, m, group.name, wasReachable ? 'every battery in reach has used its rounds or keeps them in reserve' : 'no battery can get there any more');
      return;
    }
    if (mustLookFirst(plan.command, known.pending[slot], known.assessed_s[slot], launch_s + lastCommit_s)) return;
    log?.groundChoice(now_s, m, group.name, group.elements, best, windows, launch_s, age_s);
    known.rounds[best]--;
    orderShot(geometry, known, instants, { target: m, element: best, group: g, satellite: -1, commit_s: now_s, intercept_s: launch_s + intercept_s, path: null, row: 0 }, log);
  }
}
