/**
 * Flights of one attack at one of its targets: K solved variants, and the class template by which the defence forecasts.
 * The template is the class without dispersion, flown towards the middle of what is defended: the decision-maker knows
 * neither the aim point nor how this missile differs from its class.
 */
import { EARTH_RATE_RADPS } from '../kernel/constants.js';
import { ephemerisAt } from '../kernel/ephemeris.js';
import type { Ephemeris } from '../kernel/ephemeris.js';
import { eciFromEcef } from '../kernel/frames.js';
import { invariant } from '../kernel/invariant.js';
import { atan2, cos, sin } from '../kernel/maths.js';
import { geodeticToEcef } from '../kernel/geodesy.js';
import type { FlightRequest, PreparedThreat } from '../models/threat/threat-class.js';
import type { AscentGrid, LaunchAxes } from '../models/tracker/delay.js';
import type { AttackPlan, Place, Plan } from '../scenario/plan.js';
import { chartShortfall, unrollRings } from './shortfall.js';
import type { UnrolledRing } from './shortfall.js';

/** Interval of ascent grids; the reach search works on their rows. */
export const ASCENT_STEP_S = 2;

export interface Variant {
  readonly ephemeris: Ephemeris;
  readonly burnout_s: number;
  readonly impact_s: number;
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

/** Flies an attack at one of its targets. Throws when not one variant reaches it: `check` says so before, with numbers. */
export function chartTrajectories(prepared: PreparedThreat, attack: AttackPlan, target: Place, variants_count: number, defended: Plan['defended']): Trajectories {
  const solved = prepared.solveVariants(requestOf(attack, target), attack.originRadius_m, variants_count);
  invariant(solved.variants.length > 0, `chartTrajectories: no variant of ${attack.threat.name} reaches ${target.name} from ${attack.origin.name}`);
  const territory = unrollRings(defended.territory);
  const variants = solved.variants.map((variant) => chartVariant(variant.ephemeris, variant.burnTime_s, variant.flightTime_s, territory));
  const site = new Float64Array(3);
  geodeticToEcef(attack.origin.lat_rad, attack.origin.lon_rad, attack.origin.altitude_m, site);
  return { variants, template: flyTemplate(prepared, attack, target, defended), launchAxes: launchAxesAt(attack.origin, site), rightHandSides: solved.rightHandSides };
}

function chartVariant(ephemeris: Ephemeris, burnout_s: number, impact_s: number, territory: readonly UnrolledRing[]): Variant {
  const ascent = gridAscent(ephemeris, burnout_s);
  return { ephemeris, burnout_s, impact_s, ascent, fallsOnDefended: chartShortfall(ascent, territory) };
}

/** The class flown as the defence expects it: at the middle of the defended places, or at this target if that is out of range. */
function flyTemplate(prepared: PreparedThreat, attack: AttackPlan, target: Place, defended: Plan['defended']): AscentGrid {
  for (const aim of [defendedCentre(defended), target]) {
    const result = prepared.solve(requestOf(attack, aim));
    if (result.converged) return gridAscent(result.flight.ephemeris, result.flight.burnTime_s);
  }
  throw new Error(`flyTemplate: the class ${attack.threat.name} reaches neither the middle of the defended places nor ${target.name} from ${attack.origin.name}`);
}

const requestOf = ({ origin, route, shape, approach }: AttackPlan, to: Place): FlightRequest => ({ from: origin, to, route, shape, approach, bodies: [] });
