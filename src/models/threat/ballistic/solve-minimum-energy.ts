/**
 * The flight of least energy to a place: over all pitch-overs, the one whose thrust may end first. Burnt propellant has one
 * minimum over the apogee, and its slope there follows from how impact and apogee move with cut-off and pitch-over, so a
 * secant on that slope walks downhill from the standard flight and never asks for more propellant than that one has.
 */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import type { Flight } from '../../../kernel/flight/flight.js';
import { distance_m } from '../../../kernel/earth/geodesy.js';
import { minimumEnergy } from '../../../kernel/orbit/impulsive.js';
import { clamp, exp, log, PI } from '../../../kernel/maths.js';
import type { GeodeticPlace } from '../place.js';
import type { PreparedMissile } from './prepare.js';
import { searchShape, type ShapeFailure, type ShapeStart, slopesAt, startFrom } from './shape-search.js';
import { type OffsetResult, solveLofted } from './solve-offset.js';
import { type AimHit, solveToTarget } from './solve-target.js';
import { solve3 } from './three-by-three.js';

/**
 * Thrust of a chosen shape ends above the dense air, or at least not much lower than that of the flight it was made from:
 * below, at full speed, heating and loads are beyond what stages are built for. Assumed.
 */
const LOWEST_BURNOUT_M = 70_000;
const LOWEST_BURNOUT_SHARE = 0.75;
const MAX_STEPS = 8;
/** Largest change of the apogee's logarithm in one step, and the first one where the textbook's apogee lies uphill. */
const LONGEST_STEP = 0.4;
const FIRST_STEP = 0.1;
/** Enough when another step would save less than this share of all powered time: some milliseconds. */
const GAIN = 2e-5;

export function lowestBurnout_m({ burnout }: Flight): number {
  return Math.min(LOWEST_BURNOUT_M, LOWEST_BURNOUT_SHARE * burnout.altitude_m);
}

/** With a neighbour's start the apogee is that neighbour's: one programme for the class. */
export function solveMinimumEnergy(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, lent?: ShapeStart): AimHit<ShapeStart> | ShapeFailure {
  let flights = 0;
  if (lent !== undefined) {
    const near = lent.isEarliest ? asHit(prepared, solveLofted(prepared, from, to), from, to) : searchShape(prepared, from, to, lent);
    if (near.converged) return near;
    flights = near.flights;
  }
  const standard = solveToTarget(prepared, from, to);
  flights += standard.flights;
  if (!standard.converged) return { ...standard, flights };
  const start = startFrom(prepared, standard, from, to, { apogee_m: standard.flight.apogee_m, lowestBurnout_m: lowestBurnout_m(standard.flight) });
  const found = start.share > prepared.earliestShare + GAIN ? descend(prepared, from, to, { ...standard, start }) : { ...standard, start: { ...start, isEarliest: true } };
  return { ...found, flights: flights + found.flights - standard.flights };
}

/** From a flight to the one that burns least; its `flights` are all that were flown, those of the first included. */
function descend(prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, first: AimHit<ShapeStart>): AimHit<ShapeStart> {
  const range_m = distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const textbook = log(minimumEnergy(Math.min(range_m, PI * EARTH_MEAN_RADIUS_M)).apogee_m);
  let { flights } = first;
  let best = first;
  let before: { readonly height: number; readonly slope: number } | undefined;
  for (let step = 0, at = first; step < MAX_STEPS; step++) {
    const { start, flight } = at;
    const jacobian = slopesAt(prepared, from, to, start, at);
    flights += 2;
    const height = log(flight.apogee_m);
    // Change of the three unknowns, the first of them the burnt share, for an apogee higher by a factor e at the same place.
    const along = solve3(jacobian, [0, 0, start.apogee_m]);
    const slope = along[0];
    const bend = before === undefined ? 0 : (slope - before.slope) / (height - before.height);
    if (bend > 0 && (0.5 * slope * slope) / bend < GAIN) break;
    const towards = textbook - height;
    const guess = towards * slope < 0 ? towards : slope > 0 ? -FIRST_STEP : FIRST_STEP;
    let move = clamp(bend > 0 ? -slope / bend : before === undefined ? guess : slope > 0 ? -LONGEST_STEP : LONGEST_STEP, -LONGEST_STEP, LONGEST_STEP);
    before = { height, slope };
    let next: AimHit<ShapeStart> | ShapeFailure | undefined;
    for (let halvings = 0; halvings < 2 && next?.converged !== true; halvings++, move *= 0.5) {
      next = searchShape(prepared, from, to, {
        ...start, jacobian, apogee_m: exp(height + move), share: start.share + along[0] * move, kick_rad: start.kick_rad * exp(along[1] * move), azimuthOffset_rad: start.azimuthOffset_rad + along[2] * move,
      });
      flights += next.flights;
      // Less than that may not be burnt: any flight with the earliest cut-off is as good.
      if (!next.converged && next.reason === 'not-in-shape' && start.share + along[0] * move <= prepared.earliestShare) {
        const earliest = asHit(prepared, solveLofted(prepared, from, to), from, to);
        flights += earliest.flights;
        if (earliest.converged) return { ...earliest, flights };
      }
    }
    if (next?.converged !== true) break;
    at = next;
    if (at.start.share < best.start.share) best = at;
  }
  return { ...best, flights };
}

function asHit(prepared: PreparedMissile, found: OffsetResult, from: GeodeticPlace, to: GeodeticPlace): AimHit<ShapeStart> | ShapeFailure {
  const { isHit, miss_m, flight, flights } = found;
  if (!isHit) return { converged: false, reason: 'not-converged', miss_m, iterations: 1, flights };
  const start = startFrom(prepared, found, from, to, { apogee_m: flight.apogee_m, lowestBurnout_m: 0 });
  return { converged: true, miss_m, iterations: 1, flights, launch: found.launch, flight, start: { ...start, isEarliest: true } };
}
