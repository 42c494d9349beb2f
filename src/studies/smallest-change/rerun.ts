/**
 * One run of a plan and of plans that differ from it in one number, all at the same seed and run number. Luck is keyed by
 * what it is about, so whatever the change does not touch happens again.
 */
import { chart } from '../../engine/geometry.js';
import type { Geometry } from '../../engine/geometry.js';
import { rechart } from '../../engine/rechart.js';
import { createRunner } from '../../engine/run.js';
import { FATE } from '../../engine/world.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { RecentMap } from '../recent-map.js';

export interface Rerun {
  readonly base: Geometry;
  /** The run as it was: fates, and causes of getting through (index in LEAK_CAUSES). */
  readonly original: { readonly fates: Uint8Array; readonly causes: Int32Array };
  /** Fates of all objects under a plan, in the order of the objects; null where the plan cannot be flown. */
  fates(plan: Plan): Uint8Array | null;
  /** The same with nothing taken over from the chart of the base but parts by the hash of their inputs. */
  fatesAnew(plan: Plan): Uint8Array | null;
}

/** Parts of changed charts that are kept beside those of the plan itself. */
const SPARE_PARTS = 200;

export function createRerun(plan: Plan, seed: number, run: number, cache: RecentMap<string, unknown> = new RecentMap()): Rerun {
  const base = chart(plan, cache), first = createRunner(base);
  first.run(seed, run);
  const attempt = (make: () => Geometry): Uint8Array | null => {
    try {
      const runner = createRunner(make());
      runner.run(seed, run);
      cache.trim(base.work.parts + SPARE_PARTS);
      return runner.world.truth.fate.slice(0, runner.world.truth.count);
    } catch (error) {
      // A number may be moved to where nothing flies any more: such a change stops nobody.
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  return {
    base, original: { fates: first.world.truth.fate.slice(0, first.world.truth.count), causes: first.causes.slice() },
    fates: (changed) => attempt(() => rechart(base, changed, cache)),
    fatesAnew: (changed) => attempt(() => chart(changed, cache)),
  };
}

export const isStopped = (fates: Uint8Array | null, object: number): boolean => fates !== null && fates[object] === FATE.killed;
