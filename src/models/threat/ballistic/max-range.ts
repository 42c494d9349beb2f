/**
 * The farthest flight of a missile from a place in a direction: everything burnt, the pitch-over left to choose. One that
 * comes near the antipode is farthest with less: beyond, the distance from the launch shrinks again.
 */
import type { Flight, Launch } from '../../../kernel/flight/flight.js';
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
/** Parts of the way there that are tried, rounds after that, and halvings of the way. */
const PARTS = [0.6, 0.75, 0.85, 0.92, 0.96, 0.98, 0.99, 1] as const;
const ROUNDS = 12;
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
    // The class's own pitch-over is steeper than the farthest flight's: where it goes round too, an earlier cut-off holds it
    // back, and where it does not, some pitch-over between the two reaches the antipode high above the air.
    const aimed_rad = prepared.kick.aimed_rad * prepared.kickScale;
    const isByCutoff = isGlobal && reach_m(fly(aimed_rad, 1)) > HALF_EARTH_M;
    const [first, last] = isByCutoff ? [prepared.earliestShare, 1] : [aimed_rad, best.at];
    const flyAt = (part: number): Flight => {
      const x = first + part * (last - first);
      return isByCutoff ? fly(aimed_rad, x) : fly(x, 1);
    };
    const end = isGlobal ? partToAntipode((part) => reach_m(flyAt(part))) : 1;
    const part = farthest((at) => distanceOf_m(flyAt(at)), PARTS.map((at) => at * end), ROUNDS).at;
    const x = first + part * (last - first);
    if (isByCutoff) [kick_rad, share] = [aimed_rad, x];
    else kick_rad = x;
  }
  const flight = fly(kick_rad, share);
  return { range_m: isGlobal ? HALF_EARTH_M : flight.range_m, kick_rad, launch: launchWith(kick_rad, share), isGlobal, flight, flights };
}

/** The last part of a way from a flight that does not pass the antipode to one that does, whose flight does not. */
function partToAntipode(reach: (part: number) => number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    if (reach(middle) > HALF_EARTH_M) high = middle;
    else low = middle;
  }
  return low;
}

function distanceOf_m({ status, range_m }: Flight): number {
  return status === 'impact' ? range_m : 0;
}
