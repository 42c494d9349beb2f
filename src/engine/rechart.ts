/**
 * The chart of a plan that differs from a charted one only in numbers on which no flight, view, fly-out or window depends:
 * delays, doctrine, magazines, chances, shells. Everything charted is kept and only the links are made anew, so that a
 * study that changes such a number many times pays for runs alone. Any other difference is charted in the ordinary way.
 */
import { chart } from './geometry.js';
import type { Geometry, GeometryCache } from './geometry.js';
import { link } from './link.js';
import type { Plan } from '../scenario/plan/plan.js';

/** Of a layer: what its windows and fly-outs do not read. Of a layer in space nothing is charted. */
const FREE_OF_LAYER = new Set(['singleShotKill_prob', 'commonMode', 'magazine_count', 'perSatellite_count', 'release', 'against', 'launcher', 'commitGate_m', 'divert_mps']);
const FREE_OF_SENSOR = new Set(['reportDelay_s', 'revisit_s', 'cueRevisit_s', 'tracks_count']);
const FREE_OF_PLAN = new Set(['release', 'command', 'tracker', 'layers', 'sensors', 'before', 'commandGraph']);

export function rechart(base: Geometry, plan: Plan, cache: GeometryCache): Geometry {
  return isChartedAlike(base.linked.plan, plan) ? { ...base, linked: link(plan) } : chart(plan, cache);
}

/** What was not changed is the same object in both plans, so comparing objects is enough; a copy costs a chart and no more. */
export function isChartedAlike(base: Plan, plan: Plan): boolean {
  if (!differOnlyIn(base, plan, FREE_OF_PLAN)) return false;
  if (base.layers.length !== plan.layers.length || base.sensors.length !== plan.sensors.length) return false;
  // Tracks with errors are carried along what the sensors see of each flight.
  if (base.tracker.model !== plan.tracker.model || (plan.tracker.model !== 'delay' && base.sensors !== plan.sensors)) return false;
  // The length of scratch memory follows from the shared failures.
  if (plan.layers.some(({ commonMode }, e) => commonMode.length !== base.layers[e].commonMode.length)) return false;
  return plan.layers.every((layer, e) => (layer.kind === 'space' && base.layers[e].kind === 'space') || differOnlyIn(base.layers[e], layer, FREE_OF_LAYER))
    && plan.sensors.every((sensor, s) => differOnlyIn(base.sensors[s], sensor, FREE_OF_SENSOR));
}

function differOnlyIn<T extends object>(a: T, b: T, free: ReadonlySet<string>): boolean {
  if (a === b) return true;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => free.has(key) || (a as Record<string, unknown>)[key] === (b as Record<string, unknown>)[key]);
}
