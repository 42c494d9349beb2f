/**
 * Mass and price that a design takes unless others are given: an interceptor as AEI's calculator builds it, with the propellant that
 * holds the altitude for the satellite's life at mean activity of the Sun; AEI's costing for one.
 */
import { toSi } from '../../kernel/units.js';
import { dragMakeUpPerYear_mps } from '../../models/constellation/drag-lifetime.js';
import { AEI_COSTING, constellationCost } from '../../models/cost/aei-calculator.js';
import { AEI_INTERCEPTOR_MASS, massRatio, spaceInterceptorMass_kg } from '../../models/interceptor/rocket-equation.js';
import type { SpaceInterceptor } from '../../models/interceptor/space-based.js';
import type { Price } from './question.js';

export interface SatelliteInOrbit {
  readonly massToArea_kgpm2: number;
  readonly dragCoefficient: number;
  readonly specificImpulse_s: number;
  readonly life_s: number;
}

/** Mass at launch by altitude: interceptors side by side on one carrier. */
export function satelliteMass(interceptor: SpaceInterceptor, perSatellite_count: number, orbit: SatelliteInOrbit): (altitude_m: number) => number {
  const { carrierDry_kg } = AEI_INTERCEPTOR_MASS;
  const one_kg = spaceInterceptorMass_kg({ ...AEI_INTERCEPTOR_MASS, speed_mps: interceptor.speed_mps, divert_mps: interceptor.divert_mps }) - carrierDry_kg;
  const carried_kg = carrierDry_kg + perSatellite_count * one_kg;
  return (altitude_m) => {
    const makeUp_mps = (dragMakeUpPerYear_mps({ altitude_m, massPerArea_kgpm2: orbit.massToArea_kgpm2, dragCoefficient: orbit.dragCoefficient }) * orbit.life_s) / toSi(1, 'y');
    return carried_kg * massRatio(makeUp_mps, orbit.specificImpulse_s);
  };
}

/** AEI's calculator with a life of one's own; an interceptor is the unit that is built and launched. No price where one launch cannot lift a whole satellite. */
export const aeiPrice: Price = ({ satellites_count, perSatellite_count, mass_kg, life_y }) =>
  mass_kg > AEI_COSTING.launchCapacity_kg ? undefined : constellationCost(satellites_count * perSatellite_count, mass_kg / perSatellite_count, { ...AEI_COSTING, life_y })?.total_usd;
