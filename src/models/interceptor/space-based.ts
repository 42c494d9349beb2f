/**
 * Space-based interceptor as one burn at constant acceleration followed by a coast, in the frame of its carrier.
 * Carrier and interceptor fall together, so gravity cancels to first order in their relative motion; the rule errs by
 * at most 1 % at 120 s and 3 % at 240 s (see docs/models/space-based-interceptor.md).
 * Source: the closed form of AEI (Harrison 2025, appendix B) and of APS 2003; parameters come from cards.
 */

export interface SpaceInterceptor {
  readonly speed_mps: number;
  readonly acceleration_mps2: number;
  /** From commit to ignition. */
  readonly deadTime_s: number;
  /** Velocity kept for correcting a wrong prediction on the way. */
  readonly divert_mps: number;
  readonly floor_m: number;
  readonly battery_s: number;
}

/** Distance from the carrier that can be reached within `flight_s` of commit; 0 before ignition. */
export function flyout_m(interceptor: SpaceInterceptor, flight_s: number): number {
  const t = flight_s - interceptor.deadTime_s;
  if (t <= 0) return 0;
  const burn_s = interceptor.speed_mps / interceptor.acceleration_mps2;
  if (t <= burn_s) return 0.5 * interceptor.acceleration_mps2 * t * t;
  return interceptor.speed_mps * t - 0.5 * interceptor.speed_mps * burn_s;
}

/** Least time from commit to a point at `distance_m` from the carrier, dead time included. Inverse of `flyout_m`. */
export function flightTime_s(interceptor: SpaceInterceptor, distance_m: number): number {
  const burn_s = interceptor.speed_mps / interceptor.acceleration_mps2;
  const burn_m = 0.5 * interceptor.speed_mps * burn_s;
  if (distance_m <= burn_m) return interceptor.deadTime_s + Math.sqrt((2 * distance_m) / interceptor.acceleration_mps2);
  return interceptor.deadTime_s + distance_m / interceptor.speed_mps + 0.5 * burn_s;
}

/**
 * Velocity change needed to move the point of impact by `miss_m` when the error shows itself evenly over the flight:
 * on average half of the flight is left to correct it.
 */
export function divertNeeded_mps(interceptor: SpaceInterceptor, miss_m: number, flight_s: number): number {
  const usable_s = Math.max(1, 0.5 * (flight_s - interceptor.deadTime_s));
  return miss_m / usable_s;
}

/** Lowest altitude of a straight path between two points at the given altitudes, over a sphere of radius `radius_m`. */
export function lowestAltitude_m(altitudeA_m: number, altitudeB_m: number, length_m: number, radius_m: number): number {
  const low_m = Math.min(altitudeA_m, altitudeB_m);
  const drop_m = Math.abs(altitudeA_m - altitudeB_m);
  // The chord sags by s(L − s)/2R below the line that joins its ends' altitudes; its lowest point is inside only if the sag's slope beats the drop's.
  const slopeAtLowEnd = length_m / (2 * radius_m) - drop_m / length_m;
  if (!(slopeAtLowEnd > 0)) return low_m;
  const fromLowEnd_m = radius_m * slopeAtLowEnd;
  return low_m - (fromLowEnd_m * fromLowEnd_m) / (2 * radius_m);
}
