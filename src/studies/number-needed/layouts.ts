/** Patterns for a number of satellites, and the search for the fewest that do. */
import type { WalkerShell } from '../../models/constellation/walker.js';

/** Planes tried either side of the most even number. */
const PLANES_ASIDE = 4;

/** A pattern of at least `count` satellites: with the planes given, or with about as many planes as satellites per plane and the fewest too many. */
export function evenLayout(count: number, planes_count?: number): Pick<WalkerShell, 'planes_count' | 'perPlane_count'> {
  if (planes_count !== undefined) return { planes_count, perPlane_count: Math.max(1, Math.ceil(count / planes_count)) };
  const even = Math.max(1, Math.round(Math.sqrt(count)));
  let best = even;
  for (let planes = Math.max(1, even - PLANES_ASIDE); planes <= even + PLANES_ASIDE; planes++) {
    const surplus = planes * Math.ceil(count / planes) - count, fewest = best * Math.ceil(count / best) - count;
    if (surplus < fewest || (surplus === fewest && Math.abs(planes - even) < Math.abs(best - even))) best = planes;
  }
  return { planes_count: best, perPlane_count: Math.max(1, Math.ceil(count / best)) };
}

/** One pattern after another differs by this share: more even ones can need fewer, so none is skipped by much. */
const STEP = 0.015;

/** The fewest from `low` on for which `isEnough` holds, stepping up to `high`; patterns differ, so more is not always better. Undefined when none does. */
export function fewestFor(isEnough: (count: number) => boolean, low: number, high: number): number | undefined {
  let count = low;
  while (!isEnough(count)) {
    if (count >= high) return undefined;
    count = Math.min(high, Math.max(count + 1, Math.ceil(count * (1 + STEP))));
  }
  return count;
}
