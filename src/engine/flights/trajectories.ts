/**
 * Flights of one attack at one of its targets: K solved variants, and the class template by which the defence forecasts.
 * The template is the class without dispersion, flown towards the middle of what is defended: the decision-maker knows
 * neither the aim point nor how this missile differs from its class.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../kernel/earth/frames.js';
import { invariant } from '../../kernel/invariant.js';
import { atan2, cos, sin } from '../../kernel/maths.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import type { BodyFlight, FlightRequest, PhaseName, PreparedThreat, SolvedFlight } from '../../models/threat/threat-class.js';
import type { AscentGrid, LaunchAxes } from '../../models/tracker/delay.js';
import type { AttackPlan, Place, Plan } from '../../scenario/plan/plan.js';
import type { Aim } from '../../scenario/compile/aims.js';
import { chartShortfall, unrollRings } from './shortfall.js';
import type { UnrolledRing } from './shortfall.js';

/** Interval of ascent grids; the reach search works on their rows. */
export const ASCENT_STEP_S = 2;

export interface Variant {
  readonly ephemeris: Ephemeris;
  readonly burnout_s: number;
  readonly impact_s: number;
  /** Age at which it leaves its missile. */
  readonly released_s: number;
  /** Age until which nobody can tell where it is going: thrust or lift may still turn it. */
  readonly steersUntil_s: number;
  /** From the end of the boost to here it flies a path that follows from what has been seen. */
  readonly foretoldUntil_s: number;
  readonly ascent: AscentGrid;
  /** By row of the ascent: 1 where a payload freed now would fall on the defended territory. */
  readonly fallsOnDefended: Uint8Array;
}

export interface Trajectories {
  readonly variants: readonly Variant[];
  readonly template: AscentGrid;
  readonly launchAxes: LaunchAxes;
  readonly rightHandSides: number;
}

/** The flown ascent on a uniform grid, inertial axes that are Earth-fixed at launch. */
export function gridAscent(ephemeris: Ephemeris, burnout_s: number): AscentGrid {
  const rows = Math.floor(burnout_s / ASCENT_STEP_S) + 2;
  const state = new Float64Array(6 * rows), fixed = new Float64Array(6), inertial = new Float64Array(6);
  for (let row = 0; row < rows; row++) {
    const age_s = row * ASCENT_STEP_S;
    ephemerisAt(ephemeris, age_s, fixed);
    eciFromEcef(fixed, EARTH_RATE_RADPS * age_s, inertial);
    state.set(inertial, 6 * row);
  }
  return { step_s: ASCENT_STEP_S, rows, state, burnout_s };
}

/** Local axes and ground velocity of a launch area. */
export function launchAxesAt(place: Place, position_ecef_m: ArrayLike<number>): LaunchAxes {
  const sinLat = sin(place.lat_rad), cosLat = cos(place.lat_rad), sinLon = sin(place.lon_rad), cosLon = cos(place.lon_rad);
  return {
    axes: Float64Array.of(-sinLon, cosLon, 0, -sinLat * cosLon, -sinLat * sinLon, cosLat, cosLat * cosLon, cosLat * sinLon, sinLat),
    siteVelocity: Float64Array.of(-EARTH_RATE_RADPS * position_ecef_m[1], EARTH_RATE_RADPS * position_ecef_m[0], 0),
  };
}

/** The population-weighted middle of the defended places. */
export function defendedCentre(defended: Plan['defended']): Place {
  let x = 0, y = 0, z = 0;
  for (const place of defended.places) {
    const weight = Math.max(1, place.population_count), c = cos(place.lat_rad);
    x += weight * c * cos(place.lon_rad);
    y += weight * c * sin(place.lon_rad);
    z += weight * sin(place.lat_rad);
  }
  return { name: 'middle of the defended places', lat_rad: atan2(z, Math.sqrt(x * x + y * y)), lon_rad: atan2(y, x), altitude_m: 0 };
}

/**
 * Flies an attack at one of its targets: flights of the first warhead, and of everything else that the missiles set free,
 * in the order of `aims`. Throws when not one variant reaches it: `check` says so before, with numbers.
 */
export function chartTrajectories(prepared: PreparedThreat, attack: AttackPlan, aims: readonly Aim[], variants_count: number, defended: Plan['defended']): Trajectories[] {
  const [first] = aims;
  invariant(first !== undefined, 'chartTrajectories: an attack without an aim');
  const solved = prepared.solveVariants(requestOf(attack, first.to, aims.slice(1)), attack.originRadius_m, variants_count);
  invariant(solved.variants.length > 0, `chartTrajectories: no variant of ${attack.threat.name} reaches ${first.to.name} from ${attack.origin.name}`);
  const territory = unrollRings(defended.territory);
  const site = new Float64Array(3);
  geodeticToEcef(attack.origin.lat_rad, attack.origin.lon_rad, attack.origin.altitude_m, site);
  const shared = { template: flyTemplate(prepared, attack, first.to, defended), launchAxes: launchAxesAt(attack.origin, site) };
  const variants = solved.variants.map((flight) => chartVariant(flight, territory));
  return aims.map((_, body): Trajectories => ({
    ...shared,
    variants: body === 0 ? variants : variants.map((variant, v) => bodyVariant(variant, solved.variants[v].bodies[body - 1])),
    rightHandSides: body === 0 ? solved.rightHandSides : 0,
  }));
}

function chartVariant(flight: SolvedFlight, territory: readonly UnrolledRing[]): Variant {
  const { ephemeris, burnTime_s: burnout_s, flightTime_s: impact_s } = flight;
  const ascent = gridAscent(ephemeris, burnout_s), foretoldUntil_s = endOfFreeFlight_s(flight);
  const isFree = foretoldUntil_s === impact_s;
  return { ephemeris, burnout_s, impact_s, released_s: burnout_s, steersUntil_s: isFree ? burnout_s : impact_s, foretoldUntil_s, ascent, fallsOnDefended: chartShortfall(ascent, territory) };
}

/** Until its release a body shares the missile's flight, so the ascent is the same. */
function bodyVariant(missile: Variant, { ephemeris, flightTime_s, released_s }: BodyFlight): Variant {
  return { ...missile, ephemeris, impact_s: flightTime_s, released_s, foretoldUntil_s: flightTime_s };
}

const FREE_FLIGHT: readonly PhaseName[] = ['coast', 'bus', 'orbit', 'entry'];

/** Age at which something first turns the flight after its boost; of a flight without boost 0. */
export function endOfFreeFlight_s({ phases, burnTime_s }: SolvedFlight): number {
  let end_s = burnTime_s;
  for (const { name, to_s } of phases) {
    if (name === 'boost') continue;
    if (!FREE_FLIGHT.includes(name)) break;
    end_s = to_s;
  }
  return end_s;
}

/** The class flown as the defence expects it: at the middle of the defended places, or at this target if that is out of range. */
function flyTemplate(prepared: PreparedThreat, attack: AttackPlan, target: Place, defended: Plan['defended']): AscentGrid {
  for (const aim of [defendedCentre(defended), target]) {
    const result = prepared.solve(requestOf(attack, aim, []));
    if (result.converged) return gridAscent(result.flight.ephemeris, result.flight.burnTime_s);
  }
  throw new Error(`flyTemplate: the class ${attack.threat.name} reaches neither the middle of the defended places nor ${target.name} from ${attack.origin.name}`);
}

const requestOf = ({ origin, route, shape, approach }: AttackPlan, to: Place, bodies: readonly Aim[]): FlightRequest => ({ from: origin, to, route, shape, approach, bodies });
