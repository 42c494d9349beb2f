/**
 * What aiming needs to know about a missile class before any target is named, found by flying it: a good pitch-over for
 * long range, how ground range grows with cut-off at that pitch-over, and how it shrinks with less
 * pitch-over (lofting) at an early cut-off. All flown northwards from 45° N, where the Earth's turning neither helps
 * nor hinders; aiming corrects for the real place and direction.
 */
import { Flyer } from '../../../kernel/flight/flight.js';
import { PI } from '../../../kernel/maths.js';
import { curveAt, fitMonotoneCurve, type MonotoneCurve } from '../../../kernel/statistics/monotone-curve.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { BallisticMissile } from './ballistic.js';
import type { GeodeticPlace } from '../place.js';
import { cutoffAtShare_s, earliestShare, farthest, HALF_EARTH_M, reach_m } from './search.js';

export interface PreparedMissile {
  readonly missile: BallisticMissile;
  readonly flyer: Flyer;
  readonly kick: LongRangeKick;
  /** Pitch-overs of this missile over those of its class; 1 for the class itself. */
  readonly kickScale: number;
  /** Reference range, on the scale of `shareByReach`, at which everything has burnt. */
  readonly longestReach_m: number;
  /** Share of the whole powered time against reference ground range, at the best pitch-over. */
  readonly shareByReach: MonotoneCurve;
  /** Pitch-over against reference ground range, at the earliest cut-off. */
  readonly kickByReach: MonotoneCurve;
  /** Reference range where one way of shortening a flight gives over to the other. */
  readonly loftBelow_m: number;
  readonly earliestShare: number;
  readonly flights: number;
}

/**
 * Share of the farthest range that aiming gives up for a steeper path. The very farthest flight burns out low and flat,
 * where real missiles avoid heating and loads; its optimum is so blunt that this little range buys most of the way to
 * a minimum-energy arc at long range. At shorter ranges it stays flatter than that (solve-minimum-energy.ts). Assumed.
 */
const RANGE_GIVEN_UP = 0.03;
const CUTOFF_SAMPLES = 12;
const LOFT_SAMPLES = 8;
/** Beyond this a class is taken to reach everywhere, and its best pitch-over is sought for a shorter flight. */
const LONG_M = 15_000_000;
const ORDINARY_M = 12_000_000;
/** Pitch-overs tried first; a slow liquid needs a few degrees, a fast solid half a right angle. */
const KICKS_RAD = [0.5, 1, 2, 3.5, 6, 9, 13, 18, 24, 31, 39, 48, 58].map((kick) => kick * DEG_RAD);
/** Around the class's own, for missiles a little weaker or stronger: low thrust makes pitch-over very sensitive to it. */
const AROUND_CLASS = [0.3, 0.45, 0.65, 0.85, 1.1, 1.4, 1.8, 2.3] as const;
const REFERENCE: GeodeticPlace = { lat_rad: PI / 4, lon_rad: 0, altitude_m: 0 };

/** Pitch-overs for long range: the farthest, the one that aiming uses, and the share of powered time they were found at. */
export interface LongRangeKick {
  readonly farthest_rad: number;
  readonly aimed_rad: number;
  readonly share: number;
}

type ReferenceFlight = (kick_rad: number, share: number) => number;

export function prepareMissile(missile: BallisticMissile, flyer: Flyer = new Flyer()): PreparedMissile {
  let flights = 0;
  const reference = referenceFlight(missile, flyer);
  const reach: ReferenceFlight = (kick_rad, share) => {
    flights++;
    return reference(kick_rad, share);
  };
  const earliest = earliestShare(missile);
  const kick = findKick(reach, earliest);
  const shares = Array.from({ length: CUTOFF_SAMPLES }, (_, i) => earliest + ((1 - earliest) * i) / (CUTOFF_SAMPLES - 1));
  // Past the antipode the range falls again: leave those out.
  const cutoffs = ascending(shares.map((at) => [reach(kick.aimed_rad, at), at] as const).filter(([range]) => range < HALF_EARTH_M));
  const kicks = Array.from({ length: LOFT_SAMPLES }, (_, i) => (kick.aimed_rad * (i + 1)) / LOFT_SAMPLES);
  const lofts = ascending(kicks.map((at) => [reach(at, earliest), at] as const));
  const shareByReach = fitMonotoneCurve(cutoffs.map(([x]) => x), cutoffs.map(([, y]) => y));
  const end = cutoffs.length - 1;
  return {
    missile, flyer, kick, earliestShare: earliest, kickScale: 1, shareByReach,
    kickByReach: fitMonotoneCurve(lofts.map(([x]) => x), lofts.map(([, y]) => y)),
    longestReach_m: shareByReach.x[end] + (1 - shareByReach.y[end]) / shareByReach.slope[end],
    loftBelow_m: cutoffs[0][0],
    flights,
  };
}

/** Aimed pitch-over of another missile of the class, over the class's own, at the same share of powered time. */
export function kickScaleOf(prepared: PreparedMissile, single: BallisticMissile): number {
  const reach = referenceFlight(single, prepared.flyer);
  const { farthest_rad, aimed_rad, share } = prepared.kick;
  const around = AROUND_CLASS.map((factor) => factor * farthest_rad);
  return steeper(reach, farthest((kick_rad) => reach(kick_rad, share), around, 16), share) / aimed_rad;
}

function referenceFlight(missile: BallisticMissile, flyer: Flyer): ReferenceFlight {
  return (kick_rad, share) =>
    reach_m(flyer.fly(missile, { ...REFERENCE, azimuth_rad: 0, kick_rad, cutoff_s: cutoffAtShare_s(missile, share) }));
}

function findKick(reach: ReferenceFlight, earliest: number): LongRangeKick {
  let share = 1;
  let best = farthest((kick_rad) => reach(kick_rad, 1), KICKS_RAD, 20);
  if (best.value > LONG_M) {
    let low = earliest;
    for (let i = 0; i < 20; i++) {
      const middle = 0.5 * (low + share);
      if (reach(best.at, middle) > ORDINARY_M) share = middle;
      else low = middle;
    }
    best = farthest((kick_rad) => reach(kick_rad, share), KICKS_RAD, 20);
  }
  return { farthest_rad: best.at, aimed_rad: steeper(reach, best, share), share };
}

/** The pitch-over below the farthest one that gives up `RANGE_GIVEN_UP`. */
function steeper(reach: ReferenceFlight, best: { readonly at: number; readonly value: number }, share: number): number {
  let low = 0.3 * best.at;
  let high = best.at;
  for (let i = 0; i < 12; i++) {
    const middle = 0.5 * (low + high);
    if (reach(middle, share) < (1 - RANGE_GIVEN_UP) * best.value) low = middle;
    else high = middle;
  }
  return high;
}

export function kickAtReach_rad(prepared: PreparedMissile, range_m: number): number {
  return prepared.kickScale * (range_m < prepared.loftBelow_m ? curveAt(prepared.kickByReach, range_m) : prepared.kick.aimed_rad);
}

export function shareAtReach(prepared: PreparedMissile, range_m: number): number {
  return range_m < prepared.loftBelow_m ? prepared.earliestShare : curveAt(prepared.shareByReach, range_m);
}

/** Points whose first number ascends; a point that breaks the order is left out. */
function ascending(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const point of points) if (kept.length === 0 || point[0] > kept[kept.length - 1][0] + 1) kept.push(point);
  return kept;
}

