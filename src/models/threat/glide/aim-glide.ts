/**
 * Aiming a glider: the cut-off of its boost with which it arrives at the dive on its target with the speed of its class's dive,
 * and the launch azimuth with which it comes out of its pull-up heading for its first place. The unknown is the reference range of
 * `prepare-glide.ts`, the error the surplus of range, so that Newton's method starts with slope one and goes on as a secant. The
 * glider steers itself, so what is left of the error only makes the dive a little faster or slower.
 */
import { azimuth_rad, distance_m } from '../../../kernel/geodesy.js';
import { clamp } from '../../../kernel/maths.js';
import { curveAt } from '../../../kernel/monotone-curve.js';
import type { FlightRequest, SolvedFlight, Unsolved } from '../threat-class.js';
import { type Boost, flyBoost, join } from './boost.js';
import type { GlideFlight } from './glide-flight.js';
import type { PreparedGlide } from './prepare-glide.js';
import { unflyable } from './route.js';
import { routeLength_m, surplus_m } from './surplus.js';

/** What one solution can lend to a neighbour. */
export interface GlideStart {
  /** Pitch-over over the class's at the same share, and how the logarithm of the apogee falls with that of the factor. */
  readonly kickFactor: number;
  readonly apogeePower: number;
  readonly reachOffset_m: number;
  readonly slope: number;
  readonly azimuthOffset_rad: number;
}

export type GlideAim =
  | { readonly converged: true; readonly flight: SolvedFlight; readonly start: GlideStart; readonly flights: number; readonly rightHandSides: number }
  | { readonly converged: false; readonly failure: Unsolved; readonly rightHandSides: number };

export const PLAIN_START: GlideStart = { kickFactor: 1, apogeePower: -5, reachOffset_m: 0, slope: 1, azimuthOffset_rad: 0 };

/** Surplus that is good enough: at 1.8 km/s it is 3 % of the speed. */
const GOAL_M = 15_000;
const HEADING_GOAL_RAD = 0.01;
const MAX_ITERATIONS = 16;
/** Share of the wanted apogee within which the boost's counts as right. */
const APOGEE_GOAL = 0.02;
const ACCEPTED_MISS_M = 3000;

type Course = Pick<FlightRequest, 'from' | 'to' | 'route'>;

export function aimGlide(prepared: PreparedGlide, course: Course, lent: GlideStart = PLAIN_START): GlideAim {
  const { missile, flyer, glideFlyer, shareByReach, kickByShare } = prepared;
  const { from, to, route } = course;
  const places = [...route, to];
  const length_m = routeLength_m(from, places);
  const firstLeg_m = distance_m(from.lat_rad, from.lon_rad, places[0].lat_rad, places[0].lon_rad);
  const bearing_rad = azimuth_rad(from.lat_rad, from.lon_rad, places[0].lat_rad, places[0].lon_rad);
  const leastShare = shareByReach.y[0];
  const shortest_m = shareByReach.x[0];
  const longest_m = shareByReach.x[shareByReach.x.length - 1];
  let flights = 0;
  let rightHandSides = 0;
  let { kickFactor, apogeePower, azimuthOffset_rad, slope } = lent;
  const boostAt = (share: number): Boost => {
    flights++;
    const kick_rad = kickFactor * curveAt(kickByShare, share);
    const boost = flyBoost(flyer, missile, { from, azimuth_rad: bearing_rad + azimuthOffset_rad, kick_rad, share });
    rightHandSides += boost.flight.rightHandSides;
    return boost;
  };
  /** Sets the factor on the pitch-over for a share. */
  const tuneKick = (share: number): Boost => {
    let boost = boostAt(share);
    for (let i = 0; i < 8 && !(Math.abs(boost.apogee_m / missile.apogee_m - 1) < APOGEE_GOAL); i++) {
      const before = { factor: kickFactor, apogee_m: Math.max(boost.apogee_m, 1) };
      // Small steps in the logarithm, by the power law through the last two boosts.
      kickFactor *= clamp(1 + (missile.apogee_m / before.apogee_m - 1) / apogeePower, 0.97, 1.03);
      boost = boostAt(share);
      const power = (boost.apogee_m / before.apogee_m - 1) / (kickFactor / before.factor - 1);
      if (power < -0.5 && power > -100) apogeePower = power;
    }
    return boost;
  };

  const glideFrom = (boost: Boost, isWhole: boolean): GlideFlight => {
    flights++;
    const glide = glideFlyer.fly(missile, { start_eci: boost.end_eci, start_s: boost.burnTime_s, places }, {
      leastSpeed_mps: isWhole ? 0 : missile.diveSpeed_mps, stopsAtDive: !isWhole, withEphemeris: isWhole,
    });
    rightHandSides += glide.rightHandSides;
    return glide;
  };

  let reach_m = clamp(length_m + lent.reachOffset_m, shortest_m, longest_m);
  let boost: Boost | undefined;
  let surplus = NaN;
  let before: { reach_m: number; surplus: number } | undefined;
  let timesAtLimit = 0;
  for (let iteration = 0; ; iteration++) {
    const share = clamp(curveAt(shareByReach, reach_m), leastShare, 1);
    // The pitch-over is tuned at first and again when the cut-off has moved; between, it stays a smooth function of it.
    boost = boostAt(share);
    if (Math.abs(boost.apogee_m / missile.apogee_m - 1) > (iteration === 0 ? APOGEE_GOAL : 2 * APOGEE_GOAL)) {
      boost = tuneKick(share);
      before = undefined;
    }
    if (!(boost.apogee_m > 0)) {
      const { status } = boost.flight;
      return { converged: false, failure: { converged: false, reason: 'cannot-fly', status, detail: 'the boost does not reach its end', flights }, rightHandSides };
    }
    const glide = glideFrom(boost, false);
    surplus = surplus_m(missile, glide, places, glide.passings.length);
    const first = glide.passings[0];
    const isPassedEarly = first !== undefined && glide.phases.every(({ name, to_s }) => name !== 'pull-up' || first.age_s < to_s);
    const correction = isPassedEarly
      ? first.aside_m / firstLeg_m
      : (glide.headingError_rad * routeLength_m(glide.levelled, [places[0]])) / firstLeg_m;
    const isHeaded = Math.abs(correction) < HEADING_GOAL_RAD;
    if (Math.abs(surplus) < GOAL_M && isHeaded) break;
    const isAtLimit = (surplus < 0 && reach_m >= longest_m) || (surplus > 0 && reach_m <= shortest_m);
    if (isAtLimit && isHeaded && ++timesAtLimit > 1) break;
    if (iteration === MAX_ITERATIONS) break;
    if (!isHeaded) azimuthOffset_rad += clamp(correction, -0.2, 0.2);
    if (before !== undefined && isHeaded && reach_m !== before.reach_m) {
      const measured = (surplus - before.surplus) / (reach_m - before.reach_m);
      if (measured > 0.2 && measured < 5) slope = measured;
    }
    before = { reach_m, surplus };
    reach_m = clamp(reach_m - clamp(surplus / slope, -0.4 * reach_m, 0.4 * reach_m), shortest_m, longest_m);
  }
  if (surplus < -GOAL_M) {
    const isFull = reach_m >= longest_m;
    const failure: Unsolved = isFull
      ? { converged: false, reason: 'out-of-range', range_m: length_m, maxRange_m: length_m + surplus, flights }
      : { converged: false, reason: 'not-converged', miss_m: -surplus, flights };
    return { converged: false, failure, rightHandSides };
  }
  const glide = glideFrom(boost, true);
  const problem = unflyable(missile, places, glide);
  if (problem !== undefined) {
    return { converged: false, failure: { converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail: problem, flights }, rightHandSides };
  }
  const miss_m = distance_m(glide.lat_rad, glide.lon_rad, to.lat_rad, to.lon_rad);
  if (glide.end !== 'impact' || glide.ephemeris === undefined || boost.flight.ephemeris === undefined || miss_m > ACCEPTED_MISS_M) {
    const failure: Unsolved = surplus > GOAL_M
      ? { converged: false, reason: 'cannot-fly', status: 'cannot-glide', detail: `the target is ${km(length_m)} km away and the shortest glide of its class is about ${km(shortest_m)} km`, flights }
      : { converged: false, reason: 'not-converged', miss_m, flights };
    return { converged: false, failure, rightHandSides };
  }
  return {
    converged: true, flights, rightHandSides,
    start: { kickFactor, apogeePower, reachOffset_m: reach_m - length_m, slope, azimuthOffset_rad },
    flight: {
      from, ephemeris: join(boost.flight.ephemeris, glide.ephemeris), burnTime_s: boost.burnTime_s, flightTime_s: glide.age_s,
      apogee_m: glide.apogee_m, range_m: distance_m(from.lat_rad, from.lon_rad, glide.lat_rad, glide.lon_rad), miss_m,
      phases: [{ name: 'boost', from_s: 0, to_s: boost.burnTime_s }, ...glide.phases], bodies: [],
    },
  };
}

function km(length_m: number): string {
  return (length_m / 1000).toFixed(0);
}
