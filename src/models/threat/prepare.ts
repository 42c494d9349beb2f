/**
 * What aiming needs to know about a missile class before any target is named, found by flying it: a good pitch-over for
 * long range, how ground range grows with cut-off at that pitch-over, and how it shrinks with less
 * pitch-over (lofting) at an early cut-off. All flown northwards from 45° N, where the Earth's turning neither helps
 * nor hinders; aiming corrects for the real place and direction.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { ageAtPowered_s, burnTime_s, type Flight, Flyer, poweredTime_s, type Vehicle } from '../../kernel/flight.js';
import { PI } from '../../kernel/maths.js';
import { curveAt, fitMonotoneCurve, type MonotoneCurve } from '../../kernel/monotone-curve.js';
import type { BallisticMissile, GeodeticPlace } from './ballistic.js';

export interface PreparedMissile {
  readonly missile: BallisticMissile;
  readonly flyer: Flyer;
  /** Pitch-over of the farthest flight (of a flight of 12,000 km, when the class can reach everywhere). */
  readonly farthestKick_rad: number;
  /** Pitch-over that aiming uses: a little steeper, see `RANGE_GIVEN_UP`. */
  readonly bestKick_rad: number;
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

/** A cut-off may come once this share of the last stage has burnt; nearer targets are reached by lofting. */
const EARLIEST_OF_LAST_STAGE = 0.2;
/**
 * Share of the farthest range that aiming gives up for a steeper path. The very farthest flight burns out low and flat,
 * where real missiles avoid heating and loads; its optimum is so blunt that this little range buys most of the way to
 * a minimum-energy arc. Assumed.
 */
const RANGE_GIVEN_UP = 0.03;
const CUTOFF_SAMPLES = 12;
const LOFT_SAMPLES = 8;
/** Beyond this a class is taken to reach everywhere, and its best pitch-over is sought for a shorter flight. */
const LONG_M = 15_000_000;
const ORDINARY_M = 12_000_000;
const HALF_EARTH_M = PI * EARTH_MEAN_RADIUS_M;
const DEGREE = PI / 180;
/** Pitch-overs tried first; a slow liquid needs a few degrees, a fast solid half a right angle. */
const KICKS_RAD = [0.5, 1, 2, 3.5, 6, 9, 13, 18, 24, 31, 39, 48, 58].map((kick) => kick * DEGREE);
const GOLDEN = 0.6180339887498949;
const REFERENCE: GeodeticPlace = { lat_rad: PI / 4, lon_rad: 0, altitude_m: 0 };

export function prepareMissile(missile: BallisticMissile, flyer: Flyer = new Flyer()): PreparedMissile {
  let flights = 0;
  const fly = (kick_rad: number, share: number): Flight => {
    flights++;
    return flyer.fly(missile, { ...REFERENCE, azimuth_rad: 0, kick_rad, cutoff_s: cutoffAtShare_s(missile, share) });
  };
  let share = 1;
  let best = farthest((kick_rad) => reach_m(fly(kick_rad, 1)), KICKS_RAD, 20);
  if (best.value > LONG_M) {
    let low = earliestShare(missile);
    for (let i = 0; i < 20; i++) {
      const middle = 0.5 * (low + share);
      if (reach_m(fly(best.at, middle)) > ORDINARY_M) share = middle;
      else low = middle;
    }
    best = farthest((kick_rad) => reach_m(fly(kick_rad, share)), KICKS_RAD, 20);
  }
  let steeper = 0.3 * best.at;
  let bestKick_rad = best.at;
  for (let i = 0; i < 12; i++) {
    const middle = 0.5 * (steeper + bestKick_rad);
    if (reach_m(fly(middle, share)) < (1 - RANGE_GIVEN_UP) * best.value) steeper = middle;
    else bestKick_rad = middle;
  }
  const earliest = earliestShare(missile);
  const shares = Array.from({ length: CUTOFF_SAMPLES }, (_, i) => earliest + ((1 - earliest) * i) / (CUTOFF_SAMPLES - 1));
  const cutoffs = ascending(shares.map((at) => [reach_m(fly(bestKick_rad, at)), at] as const).filter(([reach]) => reach < HALF_EARTH_M));
  const kicks = Array.from({ length: LOFT_SAMPLES }, (_, i) => (bestKick_rad * (i + 1)) / LOFT_SAMPLES);
  const lofts = ascending(kicks.map((at) => [reach_m(fly(at, earliest)), at] as const));
  const shareByReach = fitMonotoneCurve(cutoffs.map(([x]) => x), cutoffs.map(([, y]) => y));
  const end = cutoffs.length - 1;
  return {
    missile, flyer, farthestKick_rad: best.at, bestKick_rad, earliestShare: earliest, shareByReach,
    // Samples beyond the antipode were left out; the curve goes on straight to where its share is whole.
    longestReach_m: shareByReach.x[end] + (1 - shareByReach.y[end]) / shareByReach.slope[end],
    kickByReach: fitMonotoneCurve(lofts.map(([x]) => x), lofts.map(([, y]) => y)),
    loftBelow_m: cutoffs[0][0], flights,
  };
}

/** The farthest flight from a place in a launch direction, burning everything; `isGlobal` when it passes the antipode. */
export function maxRange(
  prepared: PreparedMissile, from: GeodeticPlace, azimuth_rad: number,
): { readonly range_m: number; readonly kick_rad: number; readonly isGlobal: boolean; readonly flight: Flight; readonly flights: number } {
  let flights = 0;
  const fly = (kick_rad: number): Flight => {
    flights++;
    return prepared.flyer.fly(prepared.missile, { ...place(from), azimuth_rad, kick_rad, cutoff_s: Infinity });
  };
  const around = [0.35, 0.5, 0.65, 0.8, 0.92, 1.04, 1.18, 1.35, 1.6].map((factor) => factor * prepared.farthestKick_rad);
  let { at: kick_rad, value } = farthest((kick) => reach_m(fly(kick)), around, 14);
  const isGlobal = value > HALF_EARTH_M;
  if (isGlobal) {
    // Between a lofted pitch-over that falls short of the antipode and this one lies the flight that just gets there.
    let low = 0;
    for (let i = 0; i < 30; i++) {
      const middle = 0.5 * (low + kick_rad);
      if (reach_m(fly(middle)) > HALF_EARTH_M) kick_rad = middle;
      else low = middle;
    }
    kick_rad = low;
  }
  const flight = fly(kick_rad);
  return { range_m: flight.range_m, kick_rad, isGlobal, flight, flights };
}

/** Cut-off after a share of all powered time; a whole share burns to depletion. */
export function cutoffAtShare_s(missile: Vehicle, share: number): number {
  return share >= 1 ? Infinity : ageAtPowered_s(missile, share * poweredTime_s(missile));
}

export function kickAtReach_rad(prepared: PreparedMissile, reach_m: number): number {
  return reach_m < prepared.loftBelow_m ? curveAt(prepared.kickByReach, reach_m) : prepared.bestKick_rad;
}

export function shareAtReach(prepared: PreparedMissile, reach_m: number): number {
  return reach_m < prepared.loftBelow_m ? prepared.earliestShare : curveAt(prepared.shareByReach, reach_m);
}

/** Ground covered; endless for a flight that does not come down, nothing for one that never got away. */
function reach_m(flight: Flight): number {
  return flight.status === 'impact' ? flight.groundTrack_m : flight.status === 'aloft' ? 4 * HALF_EARTH_M : 0;
}

function earliestShare(missile: Vehicle): number {
  const last = missile.stages[missile.stages.length - 1];
  return 1 - ((1 - EARLIEST_OF_LAST_STAGE) * burnTime_s(last)) / poweredTime_s(missile);
}

function place({ lat_rad, lon_rad, altitude_m }: GeodeticPlace): GeodeticPlace {
  return { lat_rad, lon_rad, altitude_m };
}

/** Points whose first number ascends; a point that breaks the order is left out. */
function ascending(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const point of points) if (kept.length === 0 || point[0] > kept[kept.length - 1][0] + 1) kept.push(point);
  return kept;
}

/** Largest value of a function with one maximum: the best of some samples, then golden section around it. */
function farthest(f: (x: number) => number, samples: readonly number[], rounds: number): { at: number; value: number } {
  const values = samples.map(f);
  let peak = 0;
  values.forEach((value, i) => {
    if (value > values[peak]) peak = i;
  });
  let low = samples[Math.max(0, peak - 1)];
  let high = samples[Math.min(samples.length - 1, peak + 1)];
  let at = samples[peak];
  let value = values[peak];
  let c = high - GOLDEN * (high - low);
  let d = low + GOLDEN * (high - low);
  let fc = f(c);
  let fd = f(d);
  for (let i = 0; i < rounds; i++) {
    if (fc > value) [at, value] = [c, fc];
    if (fd > value) [at, value] = [d, fd];
    if (fc > fd) {
      high = d;
      [d, fd] = [c, fc];
      c = high - GOLDEN * (high - low);
      fc = f(c);
    } else {
      low = c;
      [c, fc] = [d, fd];
      d = low + GOLDEN * (high - low);
      fd = f(d);
    }
  }
  return { at, value };
}
