/** The farthest flight of a missile from a place in a direction: everything burnt, the pitch-over left to choose. */
import type { Flight } from '../../kernel/flight.js';
import type { GeodeticPlace } from './ballistic.js';
import type { PreparedMissile } from './prepare.js';
import { farthest, HALF_EARTH_M, reach_m } from './search.js';

export interface MaxRange {
  readonly range_m: number;
  readonly kick_rad: number;
  /** The missile could pass the antipode; the flight given is the one that just gets near it. */
  readonly isGlobal: boolean;
  readonly flight: Flight;
  readonly flights: number;
}

/** Pitch-overs tried, in units of the class's farthest: other latitudes and directions move it by some tens of per cent. */
const AROUND = [0.35, 0.5, 0.65, 0.8, 0.92, 1.04, 1.18, 1.35, 1.6] as const;

export function maxRange(prepared: PreparedMissile, from: GeodeticPlace, azimuth_rad: number): MaxRange {
  let flights = 0;
  const fly = (kick_rad: number): Flight => {
    flights++;
    return prepared.flyer.fly(prepared.missile, { lat_rad: from.lat_rad, lon_rad: from.lon_rad, altitude_m: from.altitude_m, azimuth_rad, kick_rad, cutoff_s: Infinity });
  };
  const farthestKick_rad = prepared.kick.farthest_rad * prepared.kickScale;
  const best = farthest((kick_rad) => reach_m(fly(kick_rad)), AROUND.map((factor) => factor * farthestKick_rad), 14);
  let kick_rad = best.at;
  const isGlobal = best.value > HALF_EARTH_M;
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

