/**
 * What would have stopped this one: the smallest single change of the shield with which the same run, at the same luck,
 * stops an object that got through. Families of changes compete by how large a share of its number each moves; what the
 * winner says has been run again: the change stops the object and half of it does not. Where no change of the shield does
 * and a higher chance would, only luck failed, and the answer says how far the draw was off.
 */
import { LEAK_CAUSES } from '../../engine/record/record.js';
import type { LeakCause } from '../../engine/record/record.js';
import { FATE } from '../../engine/world.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { RecentMap } from '../recent-map.js';
import { familiesOf } from './families.js';
import { largestSize, shareOf, valueOf } from './family.js';
import type { Family, FamilyKind } from './family.js';
import { createRerun, isStopped } from './rerun.js';
import type { Rerun } from './rerun.js';
import { halfOf, smallestSize } from './search.js';

export interface Change {
  readonly what: string;
  /** Where a scenario states the number; `--set path=to` makes the change. */
  readonly path: string;
  /** Suffix of the path, or '' for counts and shares. */
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Half of the change leads here (a whole number of steps, rounded down). */
  readonly half: number;
  /** The change as a share of the number; families are ranked by it. */
  readonly share: number;
  readonly kind: FamilyKind;
  /** Both were run again on charts of their own: with the change it is stopped, with half of it not. */
  readonly verified: true;
  readonly halfStops: false;
}

export interface ChangeAnswer {
  /** The smallest change of the shield; null where none of a permitted size stops it. */
  readonly change: Change | null;
  /** What else would have, from the smallest. */
  readonly others: readonly Change[];
  /** Chances that would have had to be higher for the same draw; told whether or not a change of the shield helps. */
  readonly luck: readonly Change[];
  /** No change of the shield helps and luck alone would have: one chance higher, or all of them where it failed more than once. */
  readonly isOnlyLuck: boolean;
  /** Changes tried, and runs made for it. */
  readonly tried: number;
  readonly reruns: number;
}

export interface ChangeFinder {
  /** `object` is the name of an object that got through, as in `raid[0]/3`. */
  find(object: string): ChangeAnswer;
}

/** Of a plan with more objects and layers than this only the largest change of a family is looked at first. */
const LARGE = 200;
const PROBES = 4;
/** Causes that more reach, sight or time could cure; for the others numbers on which fly-outs, views or tracks hang are not charted anew. */
const OF_REACH: readonly LeakCause[] = ['notDetected', 'notTracked', 'trackTooPoor', 'noShooterInReach', 'tooLate', 'authorityTooSlow', 'mispredicted'];
const RANK: Readonly<Record<FamilyKind, number>> = { shield: 0, reshuffle: 1, luck: 2 };

export function createChangeFinder(plan: Plan, seed: number, run: number, cache?: RecentMap<string, unknown>): ChangeFinder {
  const rerun = createRerun(plan, seed, run, cache), families = familiesOf(plan), { missiles } = rerun.base.linked;
  const { original } = rerun, probes = missiles.length * rerun.base.linked.groups.length > LARGE ? 1 : PROBES;
  /** Fates by path and value: objects of one run ask for many of the same changes. */
  const known = new Map<string, Uint8Array | null>();
  let reruns = 0;
  const fatesOf = (family: Family, value: number): Uint8Array | null => {
    const key = `${family.path}=${value}`;
    let fates = known.get(key);
    if (fates === undefined) {
      reruns++;
      fates = rerun.fates(family.at(value));
      known.set(key, fates);
    }
    return fates;
  };

  const tryFamily = (family: Family, object: number, mostShare: number): Change | null => {
    const largest = largestSize(family), works = (size: number): boolean => isStopped(fatesOf(family, valueOf(family, size)), object);
    // The largest change is charted once for all objects and runs; what does not help then is not charted size by size.
    if (family.isSlow && !works(largest)) return null;
    const most = Math.min(largest, (mostShare * largest) / shareOf(family, largest));
    const size = smallestSize(works, { most, isWhole: family.isWhole, probes: family.isSlow ? 1 : probes });
    return size === null ? null : verify(rerun, family, object, size);
  };
  /** Every shot hits: what luck in all would have made of it. */
  const wouldLuckStop = (object: number): boolean => isStopped(rerun.fates(luckyPlan(plan)), object);

  return {
    find(object) {
      const m = missiles.findIndex(({ name }) => name === object), before = reruns;
      if (m < 0) throw new RangeError(`smallest change: no object ${object}`);
      if (original.fates[m] !== FATE.leaked) throw new RangeError(`smallest change: ${object} did not get through in run ${run}`);
      const found: Change[] = [];
      let smallest = Infinity;
      const isOfReach = OF_REACH.includes(LEAK_CAUSES[original.causes[m]]), tried = families.filter(({ isSlow }) => isOfReach || !isSlow);
      // What is charted anew for each value comes last, and only as large as would still win.
      for (const family of [...tried].sort((a, b) => Number(a.isSlow) - Number(b.isSlow))) {
        const change = tryFamily(family, m, family.isSlow ? smallest : Infinity);
        if (change === null) continue;
        found.push(change);
        if (change.kind === 'shield') smallest = Math.min(smallest, change.share);
      }
      found.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.share - b.share);
      const shield = found.filter(({ kind }) => kind !== 'luck'), luck = found.filter(({ kind }) => kind === 'luck');
      return { change: shield[0] ?? null, others: shield.slice(1), luck, isOnlyLuck: shield.length === 0 && (luck.length > 0 || wouldLuckStop(m)), tried: tried.length, reruns: reruns - before };
    },
  };
}

const luckyPlan = (plan: Plan): Plan => ({
  ...plan,
  layers: plan.layers.map((layer) => ({ ...layer, singleShotKill_prob: 1, ...(layer.against === undefined ? {} : { against: {} }), commonMode: layer.commonMode.map((mode) => ({ ...mode, value: 1 })) })),
});

/** Null where a chart of its own disagrees, which the way it is searched for should never let happen. */
function verify(rerun: Rerun, family: Family, object: number, size: number): Change | null {
  const to = valueOf(family, size), half = valueOf(family, halfOf(size, family.isWhole));
  if (!isStopped(rerun.fatesAnew(family.at(to)), object) || isStopped(rerun.fatesAnew(family.at(half)), object)) return null;
  const { what, path, unit, from, kind } = family;
  return { what, path, unit, from, to, half, share: shareOf(family, size), kind, verified: true, halfStops: false };
}
