/** A cruise missile or a one-way drone: the numbers of its class, shaped as in the plan. */
export interface CruiseMissile {
  readonly speed_mps: number;
  /** Height above the ellipsoid. */
  readonly altitude_m: number;
  readonly range_m: number;
  /** Distance from the target at which it dives. */
  readonly dive_m: number;
}
