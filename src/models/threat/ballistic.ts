/**
 * A ballistic missile class and one flight of it. The forces and the programme are `kernel/flight.ts`; this file gives
 * the parameters their names. Point mass, no guidance: aiming chooses launch direction, pitch-over and cut-off.
 * The parameter type has the shape of the plan's, so a plan's threat can be passed as it is.
 */
import { type Flight, Flyer, type FlightOptions, type Launch, type Vehicle } from '../../kernel/flight.js';

export type { Flight, FlightOptions, FlightStatus, Launch, Stage } from '../../kernel/flight.js';

export interface BallisticMissile extends Vehicle {
  /** One standard deviation of burn time between missiles of the class, as a share of it. */
  readonly burnTimeSpread: number;
}

/** A place on the WGS-84 ellipsoid. */
export interface GeodeticPlace {
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
}

/** Flies one missile to the ground. Pass a `flyer` when there are many, it owns the scratch memory. */
export function flyBallistic(missile: Vehicle, launch: Launch, options: FlightOptions = {}, flyer: Flyer = new Flyer()): Flight {
  return flyer.fly(missile, launch, options);
}
