/** The moment at which a layer's rule is met by what has been reported to it: its books, the permission that follows, and the log. */
import type { Evidence } from '../../scenario/plan/plan.js';
import { satelliteName } from '../../scenario/plan/sensor-plan.js';
import type { Geometry } from '../geometry.js';
import type { RunLog } from '../record/log.js';
import { INSTANT } from '../queue.js';
import type { Instants } from '../queue.js';
import type { Known } from '../world.js';

/** Group `g` has enough about object `m`, the last of it from `watcher`; it may fire after `word_s`, Infinity for never. */
export function meetRule(geometry: Geometry, known: Known, instants: Instants, m: number, g: number, watcher: number, rule: Evidence, word_s: number, now_s: number, log: RunLog | null): void {
  const { groups, sensors, watchers, net } = geometry.linked, { belief } = known, { kind, words } = groups[g];
  known.evidence_s[m * groups.length + g] = now_s;
  if (now_s < belief.tracked_s[m]) belief.tracked_s[m] = now_s;
  if (word_s < Infinity) instants.push(now_s + word_s, INSTANT.release, m, g);
  if (log === null) return;
  const waited = belief.queued_s[m] > 0 ? `, after a report had waited ${belief.queued_s[m].toFixed(1)} s at ${net?.plan.links[belief.queuedAt[m]]?.name ?? 'a link'}` : '';
  const { sensor, satellite } = watchers[watcher];
  log.event(now_s, 'evidence', m, satelliteName(sensors[sensor].plan, satellite), kind, `${words}'s rule is met (${rule})${waited}`);
}
