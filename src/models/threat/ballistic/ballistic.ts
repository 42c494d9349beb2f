/**
 * A ballistic missile class and one flight of it. The forces and the programme are `kernel/flight/flight.ts`; this file gives
 * the parameters their names. Point mass, no guidance: aiming chooses launch direction, pitch-over and cut-off.
 * The parameter type has the shape of the plan's, so a plan's threat can be passed as it is.
 */
import { type Flight, Flyer, type FlightOptions, type Launch, type Vehicle } from '../../../kernel/flight/flight.js';
import type { Booster } from '../booster.js';

export type { Flight, FlightOptions, FlightStatus, Launch, Stage } from '../../../kernel/flight/flight.js';

export interface BallisticMissile extends Booster {
  readonly bus: Bus;
  readonly decoys: Decoys;
}

/** What the last stage sets free one by one; one warhead needs no bus. */
export interface Bus {
  readonly warheads_count: number;
  /** Time between one release and the next. */
  readonly interval_s: number;
  /** Velocity that the bus can give in all. */
  readonly deltaV_mps: number;
}

export interface Decoys {
  readonly perMissile_count: number;
  readonly ballisticCoefficient_kgpm2: number;
  /** Speed at which they leave the missile. */
  readonly separation_mps: number;
}

/** Flies one missile to the ground. Pass a `flyer` when there are many, it owns the scratch memory. */
export function flyBallistic(missile: Vehicle, launch: Launch, options: FlightOptions = {}, flyer: Flyer = new Flyer()): Flight {
  return flyer.fly(missile, launch, options);
}
