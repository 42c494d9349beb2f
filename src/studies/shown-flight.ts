/** A solved flight as sensors are shown it: where it is at an age, and how it looks there. */
import { emissionOf } from '../engine/flights/emission.js';
import { showFlight } from '../engine/flights/show-flight.js';
import { createSeenTarget, type SeenTarget } from '../models/sensor/seen-target.js';
import type { SolvedFlight } from '../models/threat/threat-class.js';
import type { AttackPlan } from '../scenario/plan/plan.js';

/** The same target, rewritten for each age. */
export function showSolved(attack: AttackPlan, { ephemeris, burnTime_s, flightTime_s }: SolvedFlight): (age_s: number) => SeenTarget {
  const emission = emissionOf(attack, { ephemeris, burnout_s: burnTime_s, impact_s: flightTime_s }), target = createSeenTarget(), state = new Float64Array(6);
  return (age_s) => {
    showFlight(ephemeris, emission, age_s, state, target);
    return target;
  };
}
