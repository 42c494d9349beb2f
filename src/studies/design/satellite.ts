/**
 * Mass and price that a design takes unless others are given: mass as `satellite-mass` reckons it, at mean activity of the Sun;
 * AEI's costing.
 */
import { AEI_COSTING, constellationCost } from '../../models/cost/aei-calculator.js';
import { type Holding, launchRatio, MOST_RATIO } from '../orbit/satellite-mass.js';
import type { Price } from './question.js';

/** Mass at launch by altitude; Infinity where holding it takes more propellant than a satellite can be made of. */
export function satelliteMass(carried_kg: number, holding: Holding): (altitude_m: number) => number {
  return (altitude_m) => {
    const ratio = launchRatio(altitude_m, holding);
    return ratio > MOST_RATIO ? Infinity : carried_kg * ratio;
  };
}

/** AEI's calculator with a life of one's own; an interceptor is the unit that is built and launched. No price where one launch cannot lift a whole satellite. */
export const aeiPrice: Price = ({ satellites_count, perSatellite_count, mass_kg, life_y }) =>
  mass_kg > AEI_COSTING.launchCapacity_kg ? undefined : constellationCost(satellites_count * perSatellite_count, mass_kg / perSatellite_count, { ...AEI_COSTING, life_y })?.total_usd;
