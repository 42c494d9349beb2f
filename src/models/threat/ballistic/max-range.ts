/** The farthest flight of a missile from a place in a direction: everything burnt, the pitch-over left to choose. */
import type { Flight, Launch } from '../../../kernel/flight.js';
import type { GeodeticPlace } from '../place.js';
import type { PreparedMissile } from './prepare.js';
import { cutoffAtShare_s, farthest, HALF_EARTH_M, reach_m } from './search.js';

export interface MaxRange {
  readonly range_m: number;
  readonly kick_rad: number;
  readonly launch: Launch;
  /** The missile could pass the antipode; the flight given is cut off so that it just does not. */
  readonly isGlobal: boolean;
  readonly flight: Flight;
  readonly flights: number;
}

/** Pitch-overs tried, in units of the class's farthest: other latitudes and directions move it by some tens of per cent. */
const AROUND = [0.35, 0.5, 0.65, 0.8, 0.92, 1.04, 1.18, 1.35, 1.6] as const;

export function maxRange(prepared: PreparedMissile, from: GeodeticPlace, azimuth_rad: number): MaxRange {
  let flights = 0;
  let launch: Launch = { lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m, azimuth_rad, kick_rad: 0, cutoff_s: Infinity };
  const fly = (kick_rad: number, share: number): Flight => {
    flights++;
    launch = { ...launch, kick_rad, cutoff_s: cutoffAtShare_s(prepared.missile, share) };
    return prepared.flyer.fly(prepared.missile, launch);
  };
  const farthestKick_rad = prepared.kick.farthest_rad * prepared.kickScale;
  const best = farthest((kick_rad) => reach_m(fly(kick_rad, 1)), AROUND.map((factor) => factor * farthestKick_rad), 14);
  let kick_rad = best.at;
  let share = 1;
  const isGlobal = best.value > HALF_EARTH_M;
  if (isGlobal) {
    kick_rad = prepared.kick.aimed_rad * prepared.kickScale;
    let low = prepared.earliestShare;
    if (reach_m(fly(kick_rad, 1)) > HALF_EARTH_M) {
      for (let i = 0; i < 30; i++) {
        const middle = 0.5 * (low + share);
        if (reach_m(fly(kick_rad, middle)) > HALF_EARTH_M) share = middle;
        else low = middle;
      }
      share = low;
    }
  }
  const flight = fly(kick_rad, share);
  return { range_m: flight.range_m, kick_rad, launch, isGlobal, flight, flights };
}
