/**
 * Aiming a glider: the cut-off of its boost with which it arrives at the dive on its target with the speed of its class's dive,
 * and the launch azimuth with which it comes out of its pull-up heading for its first place. The unknown is the reference range of
 * `prepare-class.ts`, the error the surplus of range, so that Newton's method starts with slope one and goes on as a secant. The
 * glider steers itself, so what is left of the error only makes the dive a little faster or slower.
 */
import { distance_m } from '../../../kernel/earth/geodesy.js';
import { joinEphemerides } from '../../../kernel/flight/ephemeris-join.js';
import { clamp } from '../../../kernel/maths.js';
import { curveAt } from '../../../kernel/statistics/monotone-curve.js';
import type { FlightRequest, SolvedFlight, Unsolved } from '../threat-class.js';
import type { Boost } from './boost.js';
import type { GlideFlight } from './glide-course.js';
import { GlideTrials, type KickFit } from './glide-trials.js';
import type { PreparedGlide } from './prepare-class.js';
import { lostWay, routeProblem } from './route.js';
import { routeLength_m, surplus_m } from './surplus.js';

/** What one solution can lend to a neighbour: how far its unknowns were from the plain guess. */
export interface GlideStart {
  readonly kick: KickFit;
  readonly reachOffset_m: number;
  readonly slope: number;
  readonly azimuthOffset_rad: number;
}

export type GlideAim =
  | { readonly converged: true; readonly flight: SolvedFlight; readonly start: GlideStart; readonly flights: number; readonly rightHandSides: number }
  | { readonly converged: false; readonly failure: Unsolved; readonly flights: number; readonly rightHandSides: number };

export type GlideCourseRequest = Pick<FlightRequest, 'from' | 'to' | 'route'>;

const PLAIN_START: GlideStart = { kick: { factor: 1, apogeePower: -5 }, reachOffset_m: 0, slope: 1, azimuthOffset_rad: 0 };
/** Surplus that is good enough: at 1.8 km/s it is 2 % of the speed. */
const GOAL_M = 15_000;
const HEADING_GOAL_RAD = 0.01;
const MAX_ITERATIONS = 16;
/** Largest change of the reference range in one iteration, as a share of it. */
const LONGEST_MOVE = 0.4;
/** A first waypoint nearer than this turns the launch no more than one at this distance. */
const SHORTEST_LEG_M = 50_000;
/** A glide ends within metres of its target, or it did not get there at all. */
const ACCEPTED_MISS_M = 3000;

export function aimGlide(prepared: PreparedGlide, { from, to, route }: GlideCourseRequest, lent: GlideStart = PLAIN_START): GlideAim {
  const { missile, shareByReach } = prepared;
  const places = [...route, to];
  const length_m = routeLength_m(from, places);
  const shortest_m = shareByReach.x[0];
  const longest_m = shareByReach.x[shareByReach.x.length - 1];
  const trials = new GlideTrials(prepared, from, places, lent.kick, lent.azimuthOffset_rad);
  const fail = (failure: Unsolved): GlideAim => ({ converged: false, failure, flights: trials.flights, rightHandSides: trials.rightHandSides });
  let { slope } = lent;
  let reach_m = clamp(length_m + lent.reachOffset_m, shortest_m, longest_m);
  let before: { readonly reach_m: number; readonly extra_m: number } | undefined;
  let timesAtLimit = 0;
  let boost: Boost;
  let glide: GlideFlight;
  let extra_m: number;
  for (let iteration = 0; ; iteration++) {
    const share = clamp(curveAt(shareByReach, reach_m), shareByReach.y[0], 1);
    boost = trials.boost(share);
    // Tuned at first, and when the cut-off has moved far; between, the pitch-over stays a smooth function of it.
    if (!trials.isHigh(boost, iteration === 0 ? 1 : 2)) {
      boost = trials.tune(share, boost);
      before = undefined;
    }
    if (!(boost.apogee_m > 0)) {
      return fail({ converged: false, reason: 'cannot-fly', status: boost.flight.status, detail: 'the boost does not reach its end', flights: trials.flights });
    }
    glide = trials.glide(boost);
    extra_m = surplus_m(missile, glide, places);
    const turn_rad = launchTurn_rad(glide, from, places[0]);
    const isHeaded = Math.abs(turn_rad) < HEADING_GOAL_RAD;
    if (isHeaded && Math.abs(extra_m) < GOAL_M) break;
    const isAtLimit = (extra_m < 0 && reach_m >= longest_m) || (extra_m > 0 && reach_m <= shortest_m);
    if (isAtLimit && isHeaded && ++timesAtLimit > 1) break;
    if (iteration === MAX_ITERATIONS) break;
    if (!isHeaded) trials.azimuthOffset_rad += clamp(turn_rad, -0.2, 0.2);
    if (before !== undefined && reach_m !== before.reach_m) {
      const measured = (extra_m - before.extra_m) / (reach_m - before.reach_m);
      if (measured > 0.2 && measured < 5) slope = measured;
    }
    // A change of azimuth changes the range too, so that no secant is drawn across it.
    before = isHeaded ? { reach_m, extra_m } : undefined;
    const move_m = LONGEST_MOVE * reach_m;
    reach_m = clamp(reach_m - clamp(extra_m / slope, -move_m, move_m), shortest_m, longest_m);
  }
  if (extra_m < -GOAL_M) {
    const { flights } = trials;
    const isLost = length_m + extra_m <= 0 && places.length > 1;
    const problem = routeProblem(missile, places.length, glide) ?? (isLost ? lostWay(places.length, glide, -extra_m) : undefined);
    if (problem !== undefined) return fail({ converged: false, reason: 'cannot-fly', status: 'route-not-flyable', ...problem, flights });
    if (reach_m < longest_m || length_m + extra_m <= 0) return fail({ converged: false, reason: 'not-converged', miss_m: -extra_m, flights });
    return fail({ converged: false, reason: 'out-of-range', range_m: length_m, maxRange_m: length_m + extra_m, flights });
  }
  const whole = trials.whole(boost);
  const { flights, rightHandSides } = trials;
  const problem = routeProblem(missile, places.length, whole);
  if (problem !== undefined) return fail({ converged: false, reason: 'cannot-fly', status: 'route-not-flyable', ...problem, flights });
  const miss_m = distance_m(whole.lat_rad, whole.lon_rad, to.lat_rad, to.lon_rad);
  const { ephemeris: powered } = boost.flight;
  if (whole.end !== 'impact' || whole.ephemeris === undefined || powered === undefined || miss_m > ACCEPTED_MISS_M) {
    if (!(extra_m > GOAL_M)) return fail({ converged: false, reason: 'not-converged', miss_m, flights });
    const tooNear = `the target is ${km(length_m)} km away, nearer than the shortest glide of about ${km(shortest_m)} km`;
    return fail({ converged: false, reason: 'cannot-fly', status: 'cannot-glide', detail: tooNear, flights });
  }
  return {
    converged: true, flights, rightHandSides,
    start: { kick: trials.kick, reachOffset_m: reach_m - length_m, slope, azimuthOffset_rad: trials.azimuthOffset_rad },
    flight: {
      from, ephemeris: joinEphemerides(powered, whole.ephemeris), burnTime_s: boost.burnTime_s, flightTime_s: whole.age_s, apogee_m: whole.apogee_m,
      range_m: distance_m(from.lat_rad, from.lon_rad, whole.lat_rad, whole.lon_rad), miss_m,
      phases: [{ name: 'boost', from_s: 0, to_s: boost.burnTime_s }, ...whole.phases], bodies: [],
    },
  };
}

/** How far the launch has to be turned so that the first place is passed, or headed for after the pull-up. */
function launchTurn_rad(glide: GlideFlight, from: FlightRequest['from'], first: FlightRequest['from']): number {
  const leg_m = Math.max(distance_m(from.lat_rad, from.lon_rad, first.lat_rad, first.lon_rad), SHORTEST_LEG_M);
  const passing = glide.passings[0];
  const isPassedBefore = passing !== undefined && glide.phases.every(({ name, to_s }) => name !== 'pull-up' || passing.age_s < to_s);
  if (isPassedBefore) return passing.aside_m / leg_m;
  return (glide.headingError_rad * distance_m(glide.levelled.lat_rad, glide.levelled.lon_rad, first.lat_rad, first.lon_rad)) / leg_m;
}

function km(length_m: number): string {
  return (length_m / 1000).toFixed(0);
}
