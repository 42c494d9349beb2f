/**
 * Fractional orbital missiles behind the interface that all classes of threat share. A class is flown once northwards from
 * 45° N, where the Earth's turning neither helps nor hinders, to learn its pitch-over and how far up and down take it.
 * Single missiles differ in place and burn time like those of any booster; each starts from the solution of a similar one.
 */
import { EARTH_RATE_RADPS } from '../../../kernel/constants.js';
import { type Ephemeris, ephemerisAt } from '../../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../../kernel/earth/frames.js';
import { altitude_m, distance_m, geodeticToEcef } from '../../../kernel/earth/geodesy.js';
import { atan2, PI, TAU } from '../../../kernel/maths.js';
import { angleBetween_rad, cross, dot, length } from '../../../kernel/vector.js';
import { disperse, stretchBurns } from '../ballistic/variants.js';
import type { GeodeticPlace } from '../place.js';
import type { FlightPhase, FlightRequest, PreparedThreat, SolvedFlight, SolveResult, Unsolved } from '../threat-class.js';
import { aim, type AimHit, type AimStart, type ClassAscent, placeBelow } from './aim.js';
import { bestKick, climbAfterFirstStage_rad, kickLike, NO_ASCENT_MPS } from './ascent.js';
import type { FractionalOrbitalMissile } from './fractional-orbital-missile.js';
import { OrbitFlyer } from './orbit-flyer.js';
import { circularOrbit } from './round-the-earth.js';

const REFERENCE: GeodeticPlace = { lat_rad: PI / 4, lon_rad: 0, altitude_m: 0 };
const WIDTH = 6;

export function prepareFractionalOrbital(missile: FractionalOrbitalMissile): PreparedThreat {
  const flyer = new OrbitFlyer();
  const ascent = classAscent(flyer, missile);
  return {
    solve: (request) => solve(flyer, missile, ascent, request).result,
    solveVariants(request, radius_m, count) {
      const variants: SolvedFlight[] = [];
      const failures: Unsolved[] = [];
      const solved: { readonly factor: number; readonly start: AimStart }[] = [];
      const { flights, rightHandSides } = flyer;
      for (let index = 0; index < count; index++) {
        const { from, burnTimeFactor: factor } = disperse(missile, request.from, radius_m, index);
        const single = stretchBurns(missile, factor);
        const kick_rad = kickLike(flyer, single, REFERENCE, 0, ascent.kick_rad, ascent.climbAngle_rad);
        const { result, hit } = solve(flyer, single, { ...ascent, kick_rad }, { ...request, from }, nearest(solved, factor));
        if (result.converged) variants.push(result.flight);
        else failures.push(result);
        if (hit !== undefined) solved.push({ factor, start: hit.start });
      }
      return { variants, failures, flights: flyer.flights - flights, rightHandSides: flyer.rightHandSides - rightHandSides };
    },
  };
}

function solve(
  flyer: OrbitFlyer, missile: FractionalOrbitalMissile, ascent: ClassAscent, request: FlightRequest, start?: AimStart,
): { readonly result: SolveResult; readonly hit?: AimHit } {
  const hit = aim(flyer, missile, ascent, request.from, request.to, request.approach, start);
  if (!hit.converged) return { result: hit };
  const flight = record(flyer, missile, request, hit);
  const flights = hit.flights + 1;
  const round_rad = aroundTheEarth_rad(flight, circularOrbit(request.from, missile.orbitAltitude_m).rate_radps);
  if (!(round_rad < TAU)) {
    const detail = `it would come down after ${(round_rad / TAU).toFixed(2)} revolutions; a fractional orbit ends within one`;
    return { result: { converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail, flights }, hit };
  }
  return { result: { converged: true, flight, flights }, hit };
}

/** Flies a solution once more and keeps the table. */
function record(flyer: OrbitFlyer, missile: FractionalOrbitalMissile, { from, to }: FlightRequest, hit: AimHit): SolvedFlight {
  flyer.ascend(missile, from, hit.programme, { isRecording: true });
  const burnTime_s = flyer.t_s;
  flyer.coast(missile, hit.coast_s);
  const brake_s = flyer.t_s;
  flyer.brake(missile);
  const entry_s = flyer.t_s;
  flyer.fall(missile, entry_s + TAU / circularOrbit(from, missile.orbitAltitude_m).rate_radps);
  const flightTime_s = flyer.t_s;
  const ground = new Float64Array(3);
  placeBelow(flyer, ground);
  const ephemeris = flyer.ephemeris();
  const phases: FlightPhase[] = [
    { name: 'boost', from_s: 0, to_s: burnTime_s }, { name: 'orbit', from_s: burnTime_s, to_s: brake_s },
    { name: 'de-orbit', from_s: brake_s, to_s: entry_s }, { name: 'entry', from_s: entry_s, to_s: flightTime_s },
  ];
  return {
    from, ephemeris, burnTime_s, flightTime_s, apogee_m: highest_m(ephemeris), bodies: [],
    range_m: distance_m(from.lat_rad, from.lon_rad, ground[0], ground[1]),
    miss_m: distance_m(to.lat_rad, to.lon_rad, ground[0], ground[1]),
    phases: phases.filter(({ from_s, to_s }) => to_s > from_s),
  };
}

function classAscent(flyer: OrbitFlyer, missile: FractionalOrbitalMissile): ClassAscent {
  const { programme, margin_mps } = bestKick(flyer, missile, REFERENCE, 0);
  const { rate_radps } = circularOrbit(REFERENCE, missile.orbitAltitude_m);
  flyer.ascend(missile, REFERENCE, programme);
  const up_s = flyer.t_s;
  const insertion = Float64Array.from(flyer.state);
  flyer.brake(missile);
  const comesDown = margin_mps <= NO_ASCENT_MPS || flyer.fall(missile, up_s + TAU / rate_radps) !== 'end';
  const down_s = flyer.t_s - up_s;
  const start = new Float64Array(3);
  geodeticToEcef(REFERENCE.lat_rad, REFERENCE.lon_rad, REFERENCE.altitude_m, start);
  const up_rad = angleBetween_rad(start, insertion);
  const down_rad = turned_rad(insertion, insertion, flyer.state, down_s * rate_radps);
  const climbAngle_rad = climbAfterFirstStage_rad(flyer, missile, REFERENCE, 0, programme.kick_rad);
  return { kick_rad: programme.kick_rad, climbAngle_rad, tangents: programme, up_s, up_rad, down_s, down_rad, comesDown };
}

/** From launch to impact at the Earth's centre, against the stars. */
function aroundTheEarth_rad({ ephemeris, burnTime_s, flightTime_s }: SolvedFlight, rate_radps: number): number {
  const [start, orbit, end] = [0, burnTime_s, flightTime_s].map((age_s) => {
    const state = new Float64Array(WIDTH);
    ephemerisAt(ephemeris, age_s, state);
    eciFromEcef(state, EARTH_RATE_RADPS * age_s, state);
    return state;
  });
  return turned_rad(orbit, start, end, flightTime_s * rate_radps);
}

/** Angle from one place to another in the plane of an orbit's state and in its sense, whole turns counted to be near `about_rad`. */
function turned_rad(orbit_eci: ArrayLike<number>, start_eci: ArrayLike<number>, end_eci: ArrayLike<number>, about_rad: number): number {
  const normal = new Float64Array(3);
  const across = new Float64Array(3);
  cross(orbit_eci, [orbit_eci[3], orbit_eci[4], orbit_eci[5]], normal);
  cross(start_eci, end_eci, across);
  const angle_rad = atan2(dot(normal, across) / length(normal), dot(start_eci, end_eci));
  return angle_rad + TAU * Math.round((about_rad - angle_rad) / TAU);
}

function highest_m({ rows_ecef: rows }: Ephemeris): number {
  let top_m = 0;
  for (let o = 0; o < rows.length; o += WIDTH) top_m = Math.max(top_m, altitude_m(rows[o], rows[o + 1], rows[o + 2]));
  return top_m;
}

function nearest(solved: readonly { readonly factor: number; readonly start: AimStart }[], factor: number): AimStart | undefined {
  let best: (typeof solved)[number] | undefined;
  for (const one of solved) if (best === undefined || Math.abs(one.factor - factor) < Math.abs(best.factor - factor)) best = one;
  return best?.start;
}
