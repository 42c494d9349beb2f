/** The ballistic class behind the interface that all classes of threat share. */
import type { Flight } from '../../../kernel/flight/flight.js';
import { distance_m } from '../../../kernel/earth/geodesy.js';
import { invariant } from '../../../kernel/invariant.js';
import type { GeodeticPlace } from '../place.js';
import type { FlightPhase, FlightRequest, PreparedThreat, SolvedFlight, Unsolved, VariantSet } from '../threat-class.js';
import type { BallisticMissile } from './ballistic.js';
import { type PreparedMissile, prepareMissile } from './prepare.js';
import { type ReleaseFailure, type Released, releaseBodies } from './release-bodies.js';
import type { ShapeFailure } from './shape-search.js';
import { solveToShape } from './solve-shape.js';
import { type AimHit, solveToTarget, tabulate } from './solve-target.js';
import { type AimedVariants, aimVariants, type KickScale, kickScaleByFactor, solveVariants } from './solve-variants.js';

/** Nearer than this a launch and its target are one place, as near as aiming comes. */
const ONE_PLACE_M = 1000;

export function prepareBallistic(missile: BallisticMissile): PreparedThreat {
  const prepared = prepareMissile(missile);
  // Found when first asked for: a single flight does not need it.
  let kickScale: KickScale | undefined;
  return {
    solve(request) {
      if (isOnePlace(request)) return ONE_PLACE;
      const hit = aimAlone(prepared, request);
      if (!hit.converged) return asUnsolved(hit);
      const flight = tabulate(prepared.flyer, missile, hit);
      const released = releaseBodies(prepared.flyer, missile, flight, request.to, request.bodies);
      const flights = hit.flights + released.flights;
      if (!released.converged) return { ...asUnsolved(released), flights };
      return { converged: true, flight: solvedFlight(request.from, flight, hit.miss_m, released), flights };
    },
    solveVariants(request, radius_m, count): VariantSet {
      if (radius_m < ONE_PLACE_M && isOnePlace(request)) return { variants: [], failures: Array.from({ length: count }, () => ONE_PLACE), flights: 0, rightHandSides: 0 };
      kickScale ??= kickScaleByFactor(prepared);
      const set = aimAll(prepared, kickScale, request, radius_m, count);
      const variants: SolvedFlight[] = [];
      const failures = set.failures.map(asUnsolved);
      let { flights, rightHandSides } = set;
      for (const { missile: single, from, flight, miss_m } of set.variants) {
        const released = releaseBodies(prepared.flyer, single, flight, request.to, request.bodies);
        flights += released.flights;
        if (!released.converged) {
          failures.push(asUnsolved(released));
          continue;
        }
        rightHandSides += released.rightHandSides;
        variants.push(solvedFlight(from, flight, miss_m, released));
      }
      return { variants, failures, flights, rightHandSides };
    },
  };
}

const ONE_PLACE: Unsolved = { converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail: 'launch and target are one place: there is no range to fly', flights: 0 };

function isOnePlace({ from, to }: FlightRequest): boolean {
  return distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad) < ONE_PLACE_M;
}

function aimAlone(prepared: PreparedMissile, { from, to, shape }: FlightRequest): AimHit<unknown> | ShapeFailure {
  return shape === 'standard' ? solveToTarget(prepared, from, to) : solveToShape(prepared, from, to, shape);
}

function aimAll(prepared: PreparedMissile, kickScale: KickScale, { from: origin, to, shape }: FlightRequest, radius_m: number, count: number): AimedVariants<ShapeFailure> {
  const area = { origin, radius_m };
  if (shape === 'standard') return solveVariants(prepared, kickScale, area, to, count);
  // The class itself sets the apogee for all its missiles.
  const own = solveToShape(prepared, origin, to, shape);
  return aimVariants(prepared, kickScale, area, count, (single, from, start) => solveToShape(single, from, to, shape, start), own.converged ? own.start : undefined);
}

function solvedFlight(from: GeodeticPlace, flight: Flight, miss_m: number, { bodies }: Extract<Released, { converged: true }>): SolvedFlight {
  const { ephemeris, burnTime_s, impact, apogee_m, range_m, entry_s } = flight;
  invariant(ephemeris !== undefined, 'prepareBallistic: the flight has no table');
  const lastRelease_s = Math.max(burnTime_s, ...bodies.map(({ released_s }) => released_s));
  return {
    from, ephemeris, burnTime_s, flightTime_s: impact.t_s, apogee_m, range_m, miss_m, bodies,
    phases: phasesOf(burnTime_s, lastRelease_s, entry_s ?? impact.t_s, impact.t_s),
  };
}

/** What starts when; a phase without length is left out. */
function phasesOf(burnTime_s: number, lastRelease_s: number, entry_s: number, impact_s: number): FlightPhase[] {
  const released_s = Math.min(lastRelease_s, entry_s);
  const phases: FlightPhase[] = [
    { name: 'boost', from_s: 0, to_s: burnTime_s },
    { name: 'bus', from_s: burnTime_s, to_s: released_s },
    { name: 'coast', from_s: released_s, to_s: entry_s },
    { name: 'entry', from_s: entry_s, to_s: impact_s },
  ];
  return phases.filter(({ from_s, to_s }) => to_s > from_s);
}

function asUnsolved(failure: ShapeFailure | ReleaseFailure): Unsolved {
  switch (failure.reason) {
    case 'cannot-fly':
      return { ...failure, detail: '' };
    case 'not-in-shape':
      return { converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail: failure.detail, flights: failure.flights };
    case 'out-of-footprint':
      return { ...failure, reason: 'out-of-range' };
    default:
      return failure;
  }
}
