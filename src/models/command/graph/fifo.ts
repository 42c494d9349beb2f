/**
 * Messages on links, first come, first served: each occupies its link for as long as the link takes for one message, and those that
 * come meanwhile wait. Asked in the order of time, it needs to know of each link only when it is free again.
 */
import type { GraphLink } from './graph.js';

/** When a message that comes to link `l` at `now_s` is at its other end. `free_s` holds when each link is free, and is moved on. */
export function sendOver(links: readonly GraphLink[], l: number, now_s: number, free_s: Float64Array): number {
  const { latency_s, perSecond } = links[l], starts_s = Math.max(now_s, free_s[l]);
  free_s[l] = starts_s + 1 / perSecond;
  return free_s[l] + latency_s;
}
