/** Which defended place something falls on: the nearest within the radius of a large city. Decisions and the record ask alike. */
import { distance_m } from '../../kernel/earth/geodesy.js';
import type { Place } from '../../scenario/plan/plan.js';

const PLACE_RADIUS_M = 50_000;

/** Index in `places` of the place that `at` lies in, of two equally near ones the later; −1 where there is none. */
export function placeHit(places: readonly Place[], at: Place): number {
  let best = -1, least_m = PLACE_RADIUS_M;
  places.forEach((place, i) => {
    const away_m = distance_m(place.lat_rad, place.lon_rad, at.lat_rad, at.lon_rad);
    if (away_m > least_m) return;
    least_m = away_m;
    best = i;
  });
  return best;
}
