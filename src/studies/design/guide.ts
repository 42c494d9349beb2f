/**
 * Where a search for the cheapest constellation starts: the closed form of method `latitude`, tried over all altitudes and inclinations
 * between the limits. Satellites with nodes and phases at random, all missiles at the point of burn-out of the first flight, or after
 * boost where it is met.
 */
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { asin } from '../../kernel/maths.js';
import { toSi } from '../../kernel/units.js';
import { latitudeFraction, reachAngle_rad } from '../../models/constellation/coverage-fraction.js';
import { flyout_m } from '../../models/interceptor/space-based.js';
import { meanForAtLeast } from '../../models/lethality/poisson.js';
import { type Flights, meetingPoint } from '../number-needed/flights-to-meet.js';
import type { Orbits } from '../number-needed/meeting-set.js';
import { type DesignQuestion, priceOf, shotsOf, type Span } from './question.js';

export interface Guide {
  readonly orbits: Orbits;
  readonly satellites_count: number;
  readonly price_usd: number;
}

const ALTITUDE_STEP_M = 25e3;
const INCLINATION_STEP_RAD = toSi(1, 'deg');
/** Of the sum over the argument of latitude: a start needs no digits. */
const STEPS = 300;

/** Undefined when the closed form sees nothing in reach anywhere, or nothing that can be bought. */
export function guideOf(question: DesignQuestion): Guide | undefined {
  let best: Guide | undefined;
  for (const altitude of stepsOf(question.altitude_m, ALTITUDE_STEP_M)) {
    // At one altitude all satellites weigh the same, so the fewest are the cheapest.
    let orbits: Orbits | undefined, satellites_count = Infinity;
    for (const inclination_rad of stepsOf(question.inclination_rad, INCLINATION_STEP_RAD)) {
      const here = { altitude_m: altitude, inclination_rad }, count = satellitesByLatitude(question, here);
      if (count >= satellites_count) continue;
      satellites_count = count;
      orbits = here;
    }
    const price_usd = orbits === undefined ? undefined : priceOf(question, [{ ...orbits, satellites_count }]);
    if (orbits !== undefined && price_usd !== undefined && (best === undefined || price_usd < best.price_usd)) best = { orbits, satellites_count, price_usd };
  }
  return best;
}

/** By the closed form, for the place that needs most; infinite where nothing is in reach. */
export function satellitesByLatitude(question: DesignQuestion, orbits: Orbits): number {
  const mean = meanForAtLeast(Math.ceil(shotsOf(question) / question.perSatellite_count), question.probability) / question.works_prob;
  let most = 0;
  for (const flights of question.raids) {
    const { latitude_rad, radius_m, altitude_m: height_m, age_s } = meetingOf(flights);
    const flight_s = Math.min(age_s - question.commit_s, question.interceptor.battery_s), flown_m = flyout_m(question.interceptor, Math.max(0, flight_s));
    const rise_m = Math.abs(orbits.altitude_m - height_m);
    if (flown_m <= rise_m) return Infinity;
    const reach_rad = reachAngle_rad(Math.sqrt((flown_m - rise_m) * (flown_m + rise_m)), radius_m);
    most = Math.max(most, Math.ceil(mean / latitudeFraction({ inclination_rad: orbits.inclination_rad, latitude_rad, reach_rad }, STEPS)));
  }
  return most;
}

interface Meeting {
  /** Geocentric. */
  readonly latitude_rad: number;
  readonly radius_m: number;
  readonly altitude_m: number;
  readonly age_s: number;
}

/** Where the first flight can be met last: at burn-out, on the grid of its ascent, or at the point of a glide or a free flight. */
export function meetingOf(flights: Flights): Meeting {
  const { flown, question } = flights;
  if (question.phase !== 'boost') {
    const { point_m, age_s } = meetingPoint(flights, flown[0]);
    return at(point_m[0], point_m[1], point_m[2], age_s);
  }
  const { ascent } = flown[0], o = 6 * Math.min(Math.floor(ascent.burnout_s / ascent.step_s), ascent.rows - 1);
  return at(ascent.state[o], ascent.state[o + 1], ascent.state[o + 2], ascent.burnout_s);
}

function at(x: number, y: number, z: number, age_s: number): Meeting {
  const radius_m = Math.sqrt(x * x + y * y + z * z);
  return { latitude_rad: asin(z / radius_m), radius_m, altitude_m: altitude_m(x, y, z), age_s };
}

/** From one limit to the other in steps, both included. */
function stepsOf({ low, high }: Span, step: number): number[] {
  const count = Math.max(0, Math.ceil((high - low) / step - 1e-9));
  return [...Array.from({ length: count }, (_, index) => low + index * step), high];
}
