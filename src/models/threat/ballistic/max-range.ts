/**
 * The farthest flight of a missile from a place in a direction: everything burnt, the pitch-over left to choose. One that
 * comes near the antipode is farthest with less: beyond, the distance from the launch shrinks again.
 */
import type { Flight, Launch } from '../../../kernel/flight.js';
import type { GeodeticPlace } from '../place.js';
import type { PreparedMissile } from './prepare.js';
import { cutoffAtShare_s, farthest, HALF_EARTH_M, reach_m } from './search.js';

export interface MaxRange {
  /** Geodesic; of what can pass the antipode half the Earth's circumference. */
  readonly range_m: number;
  readonly kick_rad: number;
  readonly launch: Launch;
  /** In this direction the missile could pass the antipode; others, against the Earth's turning, may end before it. */
  readonly isGlobal: boolean;
  /** The one whose impact lies farthest from the launch. */
  readonly flight: Flight;
  readonly flights: number;
}

/** Pitch-overs tried, in units of the class's farthest: other latitudes and directions move it by some tens of per cent. */
const AROUND = [0.35, 0.5, 0.65, 0.8, 0.92, 1.04, 1.18, 1.35, 1.6] as const;
/** Ground track from which the impact may lie nearer than a shorter flight's: the Earth's turning bends it past the antipode. */
const NEAR_ANTIPODE_M = 0.85 * HALF_EARTH_M;
/** Cut-offs tried there, as shares of the one sought, and halvings of all of them. */
const CUTOFFS = [0.94, 0.955, 0.97, 0.98, 0.988, 0.994, 1] as const;
const HALVINGS = 20;

export function maxRange(prepared: PreparedMissile, from: GeodeticPlace, azimuth_rad: number): MaxRange {
  let flights = 0;
  const launchWith = (kick_rad: number, share: number): Launch => ({
    lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m, azimuth_rad, kick_rad, cutoff_s: cutoffAtShare_s(prepared.missile, share),
  });
  const fly = (kick_rad: number, share: number): Flight => {
    flights++;
    return prepared.flyer.fly(prepared.missile, launchWith(kick_rad, share));
  };
  const farthestKick_rad = prepared.kick.farthest_rad * prepared.kickScale;
  const best = farthest((kick_rad) => reach_m(fly(kick_rad, 1)), AROUND.map((factor) => factor * farthestKick_rad), 14);
  const isGlobal = best.value > HALF_EARTH_M;
  let kick_rad = best.at;
  let share = 1;
  if (best.value > NEAR_ANTIPODE_M) {
    // The class's own pitch-over is steeper than a circular orbit's; it serves where it goes round as well.
    const aimed_rad = prepared.kick.aimed_rad * prepared.kickScale;
    if (isGlobal && reach_m(fly(aimed_rad, 1)) > HALF_EARTH_M) kick_rad = aimed_rad;
    if (isGlobal) share = shareToAntipode(prepared.earliestShare, (part) => reach_m(fly(kick_rad, part)));
    const range_m = (part: number): number => {
      const flight = fly(kick_rad, part);
      return flight.status === 'impact' ? flight.range_m : 0;
    };
    share = farthest(range_m, CUTOFFS.map((part) => Math.max(prepared.earliestShare, part * share)), 12).at;
  }
  const flight = fly(kick_rad, share);
  return { range_m: isGlobal ? HALF_EARTH_M : flight.range_m, kick_rad, launch: launchWith(kick_rad, share), isGlobal, flight, flights };
}

/** The latest cut-off with which the ground track does not pass the antipode. */
function shareToAntipode(earliest: number, reach: (share: number) => number): number {
  let low = earliest;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    if (reach(middle) > HALF_EARTH_M) high = middle;
    else low = middle;
  }
  return low;
}
