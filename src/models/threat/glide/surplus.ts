/** How much farther than its target a glider could have gone: what the boost's cut-off brings to nothing. */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import { distance_m } from '../../../kernel/earth/geodesy.js';
import { PI } from '../../../kernel/maths.js';
import type { GeodeticPlace } from '../place.js';
import { glideCircularSpeed_mps, glideRange_m } from './equilibrium-glide.js';
import type { GlideFlight } from './glide-course.js';
import { DIVE_SLOPE } from './glide-flight.js';
import type { GlideMissile } from './glide-missile.js';

/** Speeds nearer the circular one than this count as that. */
const MOST_OF_CIRCULAR = 0.995;

/**
 * For a flight that ended where its dive begins or where it was as slow as its dive should be: in the first case what an equilibrium
 * glide would still cover down to that speed, in the second less what is left of the way through the places not yet passed.
 */
export function surplus_m(missile: GlideMissile, flight: GlideFlight, places: readonly GeodeticPlace[]): number {
  if (flight.end === 'dive') {
    const speed_mps = Math.min(flight.diveSpeed_mps, MOST_OF_CIRCULAR * glideCircularSpeed_mps());
    if (speed_mps < missile.diveSpeed_mps) return 0;
    return glideRange_m({ speed_mps, toSpeed_mps: missile.diveSpeed_mps, liftToDrag: missile.liftToDrag });
  }
  // Still up after hours: it is in orbit.
  if (flight.end === 'aloft') return PI * EARTH_MEAN_RADIUS_M;
  return flight.altitude_m / DIVE_SLOPE - routeLength_m(flight, places.slice(flight.passings.length));
}

/** Over the ground from a place through others. */
export function routeLength_m(from: Pick<GeodeticPlace, 'lat_rad' | 'lon_rad'>, places: readonly GeodeticPlace[]): number {
  let length = 0;
  let at = from;
  for (const place of places) {
    length += distance_m(at.lat_rad, at.lon_rad, place.lat_rad, place.lon_rad);
    at = place;
  }
  return length;
}
