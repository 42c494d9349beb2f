/**
 * Space-based interceptor in the frame of its carrier: dead time, a burn at constant acceleration, a coast; where there is a
 * second stage, its burn and coast after that. Carrier and interceptor fall together, so gravity cancels to first order in
 * their relative motion; the rule errs by at most 1 % at 120 s and 3 % at 240 s (docs/models/reach.md), and `reach.ts` and
 * `least-flight.ts` have what holds for longer.
 * Source: the closed form of AEI (Harrison 2025, appendix B) and of APS 2003; parameters come from cards.
 */

export interface SpaceInterceptor {
  /** Gained by the first stage. */
  readonly speed_mps: number;
  readonly acceleration_mps2: number;
  readonly secondStage?: SecondStage;
  /** From commit to ignition. */
  readonly deadTime_s: number;
  /** Velocity kept for correcting a wrong prediction on the way. */
  readonly divert_mps: number;
  readonly floor_m: number;
  readonly battery_s: number;
  /** Chance that an interceptor that has waited in orbit works when called; 1 when left out. */
  readonly reliability_prob?: number;
}

export interface SecondStage {
  /** Between the burns. */
  readonly coast_s: number;
  readonly speed_mps: number;
  readonly acceleration_mps2: number;
}

/** Gained by all stages. */
export function totalSpeed_mps({ speed_mps, secondStage }: SpaceInterceptor): number {
  return secondStage === undefined ? speed_mps : speed_mps + secondStage.speed_mps;
}

/** Chance that an interceptor works when called; a shot kills with this times its single-shot chance. */
export function worksWhenCalled_prob({ reliability_prob = 1 }: SpaceInterceptor): number {
  return reliability_prob;
}

/** From commit to the end of the last burn. */
export function burnsUntil_s({ speed_mps, acceleration_mps2, secondStage, deadTime_s }: Pick<SpaceInterceptor, 'speed_mps' | 'acceleration_mps2' | 'secondStage' | 'deadTime_s'>): number {
  const first_s = deadTime_s + speed_mps / acceleration_mps2;
  return secondStage === undefined ? first_s : first_s + secondStage.coast_s + secondStage.speed_mps / secondStage.acceleration_mps2;
}

/** Speed gained within `flight_s` of commit. */
export function speedGained_mps({ speed_mps, acceleration_mps2, secondStage, deadTime_s }: SpaceInterceptor, flight_s: number): number {
  const t = flight_s - deadTime_s;
  if (t <= 0) return 0;
  const first_mps = Math.min(speed_mps, acceleration_mps2 * t);
  if (secondStage === undefined) return first_mps;
  const since_s = t - speed_mps / acceleration_mps2 - secondStage.coast_s;
  return since_s > 0 ? first_mps + Math.min(secondStage.speed_mps, secondStage.acceleration_mps2 * since_s) : first_mps;
}

/** Distance from the carrier that can be reached within `flight_s` of commit; 0 before ignition. */
export function flyout_m(interceptor: SpaceInterceptor, flight_s: number): number {
  const { speed_mps, acceleration_mps2, secondStage } = interceptor;
  const t = flight_s - interceptor.deadTime_s;
  if (t <= 0) return 0;
  const burn_s = speed_mps / acceleration_mps2;
  if (t <= burn_s) return 0.5 * acceleration_mps2 * t * t;
  const first_m = speed_mps * t - 0.5 * speed_mps * burn_s;
  if (secondStage === undefined) return first_m;
  const since_s = t - burn_s - secondStage.coast_s;
  return since_s > 0 ? first_m + burnt_m(secondStage, since_s) : first_m;
}

/** What the second stage adds in the time since its ignition. */
function burnt_m({ speed_mps, acceleration_mps2 }: SecondStage, since_s: number): number {
  const burn_s = speed_mps / acceleration_mps2;
  return since_s <= burn_s ? 0.5 * acceleration_mps2 * since_s * since_s : speed_mps * (since_s - 0.5 * burn_s);
}

/** Least time from commit to a point at `distance_m` from the carrier, dead time included. Inverse of `flyout_m`. */
export function flightTime_s(interceptor: SpaceInterceptor, distance_m: number): number {
  const { speed_mps, acceleration_mps2, secondStage, deadTime_s } = interceptor;
  const burn_s = speed_mps / acceleration_mps2;
  const burn_m = 0.5 * speed_mps * burn_s;
  if (distance_m <= burn_m) return deadTime_s + Math.sqrt((2 * distance_m) / acceleration_mps2);
  const oneStage_s = deadTime_s + distance_m / speed_mps + 0.5 * burn_s;
  if (secondStage === undefined) return oneStage_s;
  const ignition_s = deadTime_s + burn_s + secondStage.coast_s;
  if (oneStage_s <= ignition_s) return oneStage_s;
  const beyond_m = distance_m - burn_m - speed_mps * secondStage.coast_s;
  return ignition_s + sinceIgnition_s(secondStage, speed_mps, beyond_m);
}

/** Time in which the second stage, starting at a speed, covers a distance. */
function sinceIgnition_s(stage: SecondStage, start_mps: number, distance_m: number): number {
  const burn_s = stage.speed_mps / stage.acceleration_mps2, end_mps = start_mps + stage.speed_mps;
  const left_m = distance_m - 0.5 * (start_mps + end_mps) * burn_s;
  if (left_m > 0) return burn_s + left_m / end_mps;
  return (2 * distance_m) / (start_mps + Math.sqrt(start_mps * start_mps + 2 * stage.acceleration_mps2 * distance_m));
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
