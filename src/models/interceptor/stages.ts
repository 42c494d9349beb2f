/**
 * A ground-based interceptor as a staged rocket with a kill vehicle: the same point mass as a missile, with the same
 * parameters. Boosters burn to depletion (solid motors, no cut-off), so range is traded by pitch-over and direction.
 * The parameter type has the shape of the plan's, so a plan's interceptor can be passed as it is.
 */
import type { Stage, Vehicle } from '../../kernel/flight/flight.js';

export interface GroundInterceptor {
  readonly stages: readonly Stage[];
  readonly payload_kg: number;
  readonly verticalRise_s: number;
  /** Lowest and highest altitude of an intercept. */
  readonly floor_m: number;
  readonly ceiling_m: number;
  /** Longest flight. */
  readonly battery_s: number;
  /** Acts in the last minutes of a flight, within the reach of its battery's own radar; left out for midcourse. */
  readonly phase?: 'terminal';
  /** Steered along a straight line by fins; left out for ballistic flight after a pitch-over. */
  readonly path?: 'straight';
  /** Of what flies on after burn-out; left out where air is of no effect. */
  readonly ballisticCoefficient_kgpm2?: number;
}

export interface SitePlace {
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
}

/** Blunt and light; of no effect above the floors in use, where air no longer counts. */
const KILL_VEHICLE_BALLISTIC_COEFFICIENT_KGPM2 = 200;

export function vehicleOf(interceptor: GroundInterceptor): Vehicle {
  return {
    stages: interceptor.stages,
    payload_kg: interceptor.payload_kg,
    verticalRise_s: interceptor.verticalRise_s,
    ballisticCoefficient_kgpm2: interceptor.ballisticCoefficient_kgpm2 ?? KILL_VEHICLE_BALLISTIC_COEFFICIENT_KGPM2,
  };
}
