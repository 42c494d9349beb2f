/** A solved flight as sensors are shown it: where it is at an age, and how it looks there. */
import { emissionOf, showEmission } from '../engine/emission.js';
import { ephemerisAt } from '../kernel/ephemeris.js';
import { altitude_m } from '../kernel/geodesy.js';
import { createSeenTarget, type SeenTarget } from '../models/sensor/seen-target.js';
import type { SolvedFlight } from '../models/threat/threat-class.js';
import type { AttackPlan } from '../scenario/plan.js';

/** The same target, rewritten for each age. */
export function showFlight(attack: AttackPlan, { ephemeris, burnTime_s, flightTime_s }: SolvedFlight): (age_s: number) => SeenTarget {
  const emission = emissionOf(attack, { ephemeris, burnout_s: burnTime_s, impact_s: flightTime_s }), target = createSeenTarget(), state = new Float64Array(6);
  return (age_s) => {
    ephemerisAt(ephemeris, age_s, state);
    target.x_m = state[0];
    target.y_m = state[1];
    target.z_m = state[2];
    target.altitude_m = altitude_m(state[0], state[1], state[2]);
    showEmission(emission, age_s, target);
    return target;
  };
}
